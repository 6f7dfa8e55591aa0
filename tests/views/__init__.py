"""Tests of the pages and the printed words."""
