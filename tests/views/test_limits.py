"""Dates from outside the SOP: the year they fall in, their weekday, and the Friday before a weekend."""

from datetime import date

import pytest

from paraf.sop.forms.office import Deadline
from paraf.views.limits import limit_of, limit_words


def limit(day: str) -> Deadline:
    return Deadline(perihal="Unggah", tanggal=day, dasar="x", keyakinan="terbaca")


@pytest.mark.parametrize(
    ("written", "year", "last"),
    [
        ("28 Februari", 2026, date(2027, 2, 28)),
        ("29 Februari", 2027, date(2028, 2, 29)),
        ("29 Februari", 2026, None),
        ("akhir Februari", 2026, None),
        ("Februari", 2026, None),
    ],
)
def test_a_report_is_due_in_the_year_after_its_own(written: str, year: int, last: date | None) -> None:
    assert limit_of(limit(written), year) == last


@pytest.mark.parametrize(
    ("last", "said"),
    [
        (date(2025, 2, 28), "Jumat, 28 Februari 2025"),
        (date(2026, 2, 28), "Sabtu, 28 Februari 2026 (akhir pekan; selambatnya Jumat, 27 Februari 2026)"),
        (date(2027, 2, 28), "Minggu, 28 Februari 2027 (akhir pekan; selambatnya Jumat, 26 Februari 2027)"),
        (date(2028, 2, 28), "Senin, 28 Februari 2028"),
        (date(2026, 3, 1), "Minggu, 1 Maret 2026 (akhir pekan; selambatnya Jumat, 27 Februari 2026)"),
    ],
)
def test_the_last_working_day(last: date, said: str) -> None:
    assert limit_words(last) == said
