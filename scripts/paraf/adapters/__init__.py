"""The only input and output: one module for each outside thing (files, git, the site builder)."""
