"""GitHub over HTTP and git: reading everything that is said about a year, and telling people what the gate decided."""
