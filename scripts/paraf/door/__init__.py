"""The strict door: the only way outside text becomes typed data.

``syntax`` turns bytes into nodes with places and refuses what YAML should never have allowed; ``decode`` turns nodes
into the typed records of a schema. Both return *all* faults of a file, never only the first.
"""
