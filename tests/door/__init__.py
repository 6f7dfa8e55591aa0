"""Tests of the strict door: what it refuses, where it says so, and in which words."""
