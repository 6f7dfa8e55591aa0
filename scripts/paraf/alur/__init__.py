"""The flow: facts of a forge in, the state of every step and a verdict for every pull request out; pure (DESIGN section 5)."""
