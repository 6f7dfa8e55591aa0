"""Dates from outside the SOP in words: with their weekday, and the last working day before a weekend."""

from datetime import date, timedelta

from paraf.sop.dates import DateState, read_date
from paraf.sop.forms.office import Deadline
from paraf.views.forge.days import day

FRIDAY = 4
"""The number of the last working day in a week that begins with Monday, 0."""
HOLIDAYS = "Hari libur nasional dan cuti bersama belum diperhitungkan."
"""To be said beside every such day, as long as no calendar of holidays is read."""


def limit_of(limit: Deadline, year: int) -> date | None:
    """The last day for the report of a year, which is due in the year after its own; ``None`` where only words tell it."""
    found = read_date(f"{limit.tanggal} {year + 1}")
    return date.fromisoformat(found.iso) if found.state is DateState.DATE and found.iso else None


def limit_words(last: date) -> str:
    """A date; of a day on which the office is closed, the Friday before it, too."""
    friday = last - timedelta(days=last.weekday() - FRIDAY)
    return f"{day(last)} (akhir pekan; selambatnya {day(friday)})" if friday < last else day(last)
