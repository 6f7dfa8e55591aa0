"""The file formats of ``lakip/<tahun>/``: reading a class is reading the format, as in ``sop/forms``."""
