"""The diagnosis: one judgement a file, over a snapshot of the settings; pure."""
