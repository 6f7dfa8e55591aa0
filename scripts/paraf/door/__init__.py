"""The strict door: the only way outside text becomes typed data.

``text`` turns bytes into text that a reader can see; ``syntax`` turns it into nodes with places and refuses what YAML
should never have allowed; ``decode`` turns nodes into the typed records of a schema. All return *every* fault of a file,
never only the first.
"""
