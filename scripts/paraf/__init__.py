"""Paraf: the SOP is a data file, and that file runs everything.

The package is a house of six floors (CONTRIBUTING, "Denah"); ``tests/test_layering.py`` holds the plan.
"""

__version__ = "0.1.0"
