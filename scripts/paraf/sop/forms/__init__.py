"""The file formats of ``sop/``: reading a class is reading the format. JSON Schemas are generated from these classes."""
