"""A finding: what a check saw in a document, where, and how to repair it.

On screen a finding is a *catatan pemeriksaan*; *temuan* is an auditor's word and is never used.
"""

from dataclasses import dataclass
from enum import Enum


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
