"""Tests of the checks: shared cases in ``tests/cases/aturan``, and beside them what a case cannot say."""
