"""Tests of the flowchart."""
