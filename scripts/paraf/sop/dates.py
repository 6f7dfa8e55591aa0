"""A date cell of the identity block: a date, a month without a day, a dash, blank, or words.

Blank, dash and date are three states in real SOPs (field.md section 4: 56, 65 and 227 of 348).
"""

import re
from datetime import date
from enum import Enum

from msgspec import Struct

MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
_NUMBER = {name.lower(): number for number, name in enumerate(MONTHS, start=1)}


class DateState(Enum):
    """What a date cell turned out to hold."""

    DATE = "tanggal"
    MONTH = "bulan"
    DASH = "strip"
    BLANK = "kosong"
    WORDS = "kata"


class PrintedDate(Struct, frozen=True):
    """``text`` as printed; ``iso`` is ``YYYY-MM-DD``, ``YYYY-MM`` or ``None``, after ``state``."""

    text: str | None
    state: DateState
    iso: str | None = None


def read_date(text: str | None) -> PrintedDate:
    """Classify a date cell; an impossible day (31 Februari) is words."""
    if text is None or not text.strip():
        return PrintedDate(text, DateState.BLANK)
    if text.strip() in ("-", "–", "—"):
        return PrintedDate(text, DateState.DASH)
    match = re.fullmatch(r"\s*(?:(\d{1,2})\s+)?([A-Za-z]+)\s+(\d{4})\s*", text)
    month = match and _NUMBER.get(match[2].lower())
    if not match or not month:
        return PrintedDate(text, DateState.WORDS)
    if match[1] is None:
        return PrintedDate(text, DateState.MONTH, f"{match[3]}-{month:02d}")
    try:
        return PrintedDate(text, DateState.DATE, date(int(match[3]), month, int(match[1])).isoformat())
    except ValueError:
        return PrintedDate(text, DateState.WORDS)


def write_date(day: date) -> str:
    """``2 Juni 2020``: day without a leading zero, month in words (domain.md section 11)."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
