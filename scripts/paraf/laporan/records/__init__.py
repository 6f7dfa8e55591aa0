"""The records of a report year: evidence of what was done outside the papers, as an office files it."""
