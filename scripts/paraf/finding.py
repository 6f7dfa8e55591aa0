"""A finding: what a check saw in a document, where, and how to repair it.

On screen a finding is a *catatan pemeriksaan*; *temuan* is an auditor's word and is never used.
"""

import re
from collections.abc import Iterable
from enum import Enum
from itertools import groupby

from msgspec import Struct


class Place(Struct, frozen=True, order=True):
    """A spot in a file: path relative to the root, line and column counted from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        # A name may hold anything; on a terminal it must not do anything.
        file = self.file if self.file.isprintable() else "".join(c if c.isprintable() else "?" for c in self.file)
        return f"{file}:{self.line}:{self.column}"


class Severity(Enum):
    """How binding a finding is; the value is the word the office reads."""

    WAJIB = "wajib"
    SEBAIKNYA = "sebaiknya"
    CATATAN = "catatan"

    @property
    def heading(self) -> str:
        """The words used above a list of findings of this severity (site.md section 5)."""
        return {"wajib": "Wajib diperbaiki", "sebaiknya": "Sebaiknya", "catatan": "Catatan"}[self.value]


class Fix(Struct, frozen=True, order=True):
    """A repair that a machine may make: at this place ``old`` becomes ``new``, on one line."""

    place: Place
    old: str
    new: str


class Finding(Struct, frozen=True, kw_only=True):
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
    for line, group in groupby(sorted(set(fixes)), key=lambda fix: fix.place.line):
        if 2 * line - 2 < len(parts):
            parts[2 * line - 2], kept = _repaired_line(parts[2 * line - 2], group)
            done += kept
    return "".join(parts), tuple(done)


def _repaired_line(text: str, fixes: Iterable[Fix]) -> tuple[str, list[Fix]]:
    kept: list[tuple[int, str, str, Fix]] = []
    free = 0
    for start, old, new, fix in sorted((*_least(fix), fix) for fix in fixes if _holds(text, fix)):
        if start >= free:
            kept.append((start, old, new, fix))
            free = start + max(len(old), 1)
    for start, old, new, _ in reversed(kept):
        text = text[:start] + new + text[start + len(old) :]
    return text, [fix for *_, fix in kept]


def _holds(text: str, fix: Fix) -> bool:
    return text.startswith(fix.old, fix.place.column - 1)


def _alike(one: str, other: str) -> int:
    """How many letters two texts begin with in common."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _least(fix: Fix) -> tuple[int, str, str]:
    """The offset and the letters that really change, so that two repairs of one word need not exclude each other."""
    head = _alike(fix.old, fix.new)
    tail = _alike(fix.old[head:][::-1], fix.new[head:][::-1])
    return fix.place.column - 1 + head, fix.old[head : len(fix.old) - tail], fix.new[head : len(fix.new) - tail]
