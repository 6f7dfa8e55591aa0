"""Tests of the SOP and the files beside it, from bytes to the whole repository."""
