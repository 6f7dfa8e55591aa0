"""Days and moments in a comment: with their weekday, because that is how an office talks of dates."""

from datetime import date, datetime

from paraf.sop.dates import MONTHS, write_date

WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


def day(at: date) -> str:
    """``Senin, 9 Februari 2026``."""
    return f"{WEEKDAYS[at.weekday()]}, {write_date(at)}"


def short(at: date) -> str:
    """``9 Feb``: where the year is clear."""
    return f"{at.day} {MONTHS[at.month - 1][:3]}"


def moment(at: datetime, letters: str) -> str:
    """``Senin, 9 Februari 2026 pukul 09.14 WIB``; the moment carries the office's zone already."""
    return f"{day(at.date())} pukul {at:%H.%M} {letters}"
