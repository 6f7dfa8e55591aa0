"""What holds up the step that a pull request has come to: the findings that bind there, each with its file and line."""

import re

from msgspec import Struct

from paraf.alur.slots import record_of
from paraf.door.regex import regex
from paraf.sop.forms.papers import Evidence
from paraf.views.forge.turn import Turn

_FINDING = regex(r"(?P<name>[^\s:]+\.[a-z]+)(?: baris (?P<line>[0-9]{1,7}))?: (?P<said>.+)", re.DOTALL)


class Missing(Struct, frozen=True):
    """A finding that must be repaired: the file below the year's folder (``""``: none is named), its line, what is wrong."""

    name: str
    line: int
    said: str


def missing(turn: Turn) -> tuple[Missing, ...]:
    """The findings of what is open, in the order of the checks."""
    if turn.step is None:
        return ()
    key = record_of(turn.step.step, turn.edition) if isinstance(turn.condition, Evidence) else turn.step.step
    return tuple(map(_read, turn.pull.checks.get(key, ())))


def _read(said: str) -> Missing:
    """A sentence of the checks, as ``gerbang.checks`` writes them: where, and what."""
    found = _FINDING.fullmatch(said)
    return Missing(found["name"], int(found["line"] or 1), found["said"]) if found else Missing("", 1, said)
