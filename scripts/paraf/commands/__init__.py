"""One command per file: load, compute, report; each returns its exit code."""
