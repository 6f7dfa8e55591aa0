"""Where commands write: results on stdout, narration on stderr."""

import sys


def result(text: str) -> None:
    """Print what was asked for."""
    sys.stdout.write(text + "\n")


def narrate(text: str) -> None:
    """Tell what is happening; never part of a result."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()
