"""Publication: which editions of a report may stand on the site, and the proof that nothing else does."""
