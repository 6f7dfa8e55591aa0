"""The closed list of calls that a chapter may use (DESIGN section 7): ``{{ realisasi("IKU-1") }}``."""
