"""What is answered about each resource, and what changes by it."""
