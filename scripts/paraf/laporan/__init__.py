"""The report: its numbers, formulas and outline; pure (DESIGN section 7)."""
