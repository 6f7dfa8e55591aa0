"""A finding: what a check saw in a document, where, and how to repair it.

On screen a finding is a *catatan pemeriksaan*; *temuan* is an auditor's word and is never used.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from itertools import groupby


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a file: path relative to the root, line and column counted from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Severity(Enum):
    """How binding a finding is; the value is the word the office reads."""

    WAJIB = "wajib"
    SEBAIKNYA = "sebaiknya"
    CATATAN = "catatan"

    @property
    def heading(self) -> str:
        """The words used above a list of findings of this severity (site.md section 5)."""
        return {"wajib": "Wajib diperbaiki", "sebaiknya": "Sebaiknya", "catatan": "Catatan"}[self.value]


@dataclass(frozen=True, slots=True)
class Fix:
    """A repair that a machine may make: at this place ``old`` becomes ``new``, on one line."""

    place: Place
    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One observation of one rule.

    ``code`` is permanent (family and three digits); ``subject`` names the step or field in office words, so that a
    reader without the file understands; ``message`` and ``repair`` are whole Indonesian sentences. ``fix`` only where
    the repair is safe without a second look.
    """

    code: str
    severity: Severity
    place: Place
    subject: str
    message: str
    repair: str
    fix: Fix | None = None


_LINE_END = re.compile(r"(\r\n|\r|\n)")


def repaired(text: str, fixes: Iterable[Fix]) -> tuple[str, tuple[Fix, ...]]:
    """The text after every fix that holds, and those fixes in order; line endings stay as they are.

    One whose ``old`` is not at its place is left out, and so is one that touches what an earlier one changes.
    """
    parts = _LINE_END.split(text)
    done: list[Fix] = []
    wanted = sorted(set(fixes), key=lambda fix: (fix.place.line, fix.place.column, -len(fix.old), fix.new))
    for line, group in groupby(wanted, key=lambda fix: fix.place.line):
        if 2 * line - 2 < len(parts):
            parts[2 * line - 2], kept = _repaired_line(parts[2 * line - 2], group)
            done += kept
    return "".join(parts), tuple(done)


def _repaired_line(text: str, fixes: Iterable[Fix]) -> tuple[str, list[Fix]]:
    kept: list[Fix] = []
    free = 0
    for fix in fixes:
        start = fix.place.column - 1
        if start >= free and text.startswith(fix.old, start):
            kept.append(fix)
            free = max(start + len(fix.old), start + 1)
    for fix in reversed(kept):
        start = fix.place.column - 1
        text = text[:start] + fix.new + text[start + len(fix.old) :]
    return text, kept
