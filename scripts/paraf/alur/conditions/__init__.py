"""The closed vocabulary of five conditions (DESIGN section 5), one file each: what serves it, and what is lacking."""
