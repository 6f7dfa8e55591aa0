"""What a printed figure may stand for, and which column and year it belongs to."""

from decimal import Decimal

import pytest

from paraf.rules.reckoning import Doubt, Verdict, beside, fits, fits_mean, label, reckoned, spread, year_of
from rules.handmade import cell, table


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("102,5", "102.549", True),
        ("102,5", "102.45", True),
        ("102,5", "102.56", False),
        ("102", "102.49", True),
        ("100,0", "100", True),
        ("115", "114.4", False),
    ],
)
def test_a_printed_figure_fits_what_it_rounds(text: str, value: str, expected: bool) -> None:
    assert fits(cell(text), Decimal(value)) is expected


def test_a_printed_figure_fits_bounds() -> None:
    assert fits(cell("75"), Decimal("75.4"), Decimal(80))
    assert not fits(cell("75"), Decimal(76), Decimal(80))


def test_decimals_leave_something_open_and_whole_numbers_nothing() -> None:
    assert spread(cell("84,1")) == (Decimal("84.05"), Decimal("84.15"))
    assert spread(cell("84")) == (Decimal(84), Decimal(84))
    assert spread(cell("84"), Decimal("84.05")) == (Decimal(84), Decimal("84.05"))
    assert spread(cell("90"), Decimal("84.05")) == (Decimal(90), Decimal(90))
    assert spread(cell("5 juta")) == (Decimal(4_500_000), Decimal(5_500_000))


def test_a_mean_is_told_as_far_as_decimals_go() -> None:
    assert fits_mean(cell("88,75"), [cell("102,50"), cell("75,00")])
    assert fits_mean(cell("88,8"), [cell("102,5"), cell("75,0")])
    assert not fits_mean(cell("90"), [cell("102,50"), cell("75,00")])
    assert not fits_mean(cell("90"), [])


def test_a_row_is_called_by_its_indicator_or_its_words_or_its_line() -> None:
    found = table(["Indikator", "Target"], ["IKU-1", "82"], ["Hal lain", "3"], ["5", "3"])
    assert [label(row) for row in found.rows] == ["IKU-1", "Hal lain", f"baris {found.line + 4}"]


def test_the_year_of_a_column() -> None:
    plain = table(["Indikator", "Target", "Target 2024"], ["IKU-1", "82", "78"])
    assert [year_of(plain, column, 2025) for column in (1, 2)] == [2025, 2024]
    captioned = table(["Indikator", "Target"], ["IKU-1", "78"], before="Tabel: Capaian tahun 2024")
    assert year_of(captioned, 1, 2025) == 2024
    several = table(["Indikator", "Target"], ["IKU-1", "78"], before="Tabel: Capaian 2023 dan 2024")
    assert year_of(several, 1, 2025) is None
    ours = table(["Indikator", "Target"], ["IKU-1", "78"], before="Tabel: Capaian 2024 dan 2025")
    assert year_of(ours, 1, 2025) == 2025


def test_the_column_that_belongs_to_another() -> None:
    heads = ["Indikator", "Target 2024", "Target 2025", "Capaian 2024", "Capaian"]
    found = table(heads, ["IKU-1", "78", "82", "101", "102"])
    assert beside(found, "target", 3) == 1
    assert beside(found, "target", 4) is None
    twice = table(["Indikator", "Target", "Target", "Capaian"], ["IKU-1", "1", "2", "3"])
    assert beside(twice, "target", 3) is None


def test_only_what_was_reckoned_has_an_expected_value() -> None:
    doubts = [Doubt(Verdict.FORMULA, cell("5"), "x", Decimal(6)), Doubt(Verdict.FORMULA, cell("5"), "y")]
    assert [doubt.subject for doubt, _ in reckoned(doubts, Verdict.FORMULA)] == ["x"]
    assert list(reckoned(doubts, Verdict.AVERAGE)) == []
