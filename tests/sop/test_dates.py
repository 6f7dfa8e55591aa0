"""Date cells of the identity block, and dates written out."""

from datetime import date

import pytest

from paraf.sop.dates import MONTHS, DateState, PrintedDate, read_date, write_date

DATES = {
    "02 Juni 2020": "2020-06-02",
    "2 Juni 2020": "2020-06-02",
    "2 juni 2020": "2020-06-02",
    "31 DESEMBER 2019": "2019-12-31",
    " 1  Januari 2026 ": "2026-01-01",
    "29 Februari 2024": "2024-02-29",
}
OTHERS: dict[str | None, tuple[DateState, str | None]] = {
    "Juni 2020": (DateState.MONTH, "2020-06"),
    "MEI 2021": (DateState.MONTH, "2021-05"),
    "-": (DateState.DASH, None),
    " - ": (DateState.DASH, None),
    "–": (DateState.DASH, None),
    "—": (DateState.DASH, None),
    None: (DateState.BLANK, None),
    "": (DateState.BLANK, None),
    "  ": (DateState.BLANK, None),
    "31 Februari 2020": (DateState.WORDS, None),
    "29 Februari 2023": (DateState.WORDS, None),
    "0 Juni 2020": (DateState.WORDS, None),
    "2 June 2020": (DateState.WORDS, None),
    "Jun 2020": (DateState.WORDS, None),
    "02/06/2020": (DateState.WORDS, None),
    "2020": (DateState.WORDS, None),
    "2 Juni 20": (DateState.WORDS, None),
    "2 Juni": (DateState.WORDS, None),
    "segera": (DateState.WORDS, None),
}


@pytest.mark.parametrize(("text", "iso"), DATES.items())
def test_date(text: str, iso: str) -> None:
    assert read_date(text) == PrintedDate(text, DateState.DATE, iso)


@pytest.mark.parametrize(("text", "expected"), OTHERS.items(), ids=[repr(text) for text in OTHERS])
def test_other_cells(text: str | None, expected: tuple[DateState, str | None]) -> None:
    assert read_date(text) == PrintedDate(text, *expected)


@pytest.mark.parametrize("month", range(1, 13), ids=MONTHS)
def test_a_written_date_is_read_back(month: int) -> None:
    day = date(2026, month, 28)
    assert read_date(write_date(day)).iso == day.isoformat()


def test_written_date_has_no_leading_zero() -> None:
    assert write_date(date(2020, 6, 2)) == "2 Juni 2020"
