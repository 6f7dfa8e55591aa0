"""Cells of the agreement: numbers, ranges and letters, read and printed."""

from decimal import Decimal

import pytest

from paraf.laporan.amounts import Unit
from paraf.laporan.formulas import Target
from paraf.laporan.numbers import Unclear

PERCENT = Unit("Persen", 2, {})
LETTERS = Unit("predikat", 0, {"AA": Decimal(100), "A": Decimal(90), "BB": Decimal(80), "D": Decimal(30)})


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("82", "82", "82"),
        ("80 - 90", "80", "90"),
        ("80–90", "80", "90"),
        ("80-90", "80", "90"),
        ("80 sampai 90,5", "80", "90.5"),
        ("1.000 s.d. 2.000,5", None, None),
        ("-5", "-5", "-5"),
        ("7 - 7", "7", "7"),
    ],
)
def test_a_target_is_a_number_or_a_range(text: str, low: str | None, high: str | None) -> None:
    found = PERCENT.read_target(text)
    assert isinstance(found, Unclear) if low is None or high is None else found == Target(Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("90 - 80", "batas bawah “90 - 80” lebih besar dari batas atasnya; tukar letaknya"),
        ("≥ 80", "“≥ 80” bukan angka; tulis angkanya saja, misalnya 1.234.567,89"),
        ("80 - x", "“x” bukan angka; tulis angkanya saja, misalnya 1.234.567,89"),
    ],
)
def test_what_is_no_target_is_asked_back(text: str, asked: str) -> None:
    assert PERCENT.read_target(text) == Unclear(asked)


def test_letters_stand_for_numbers() -> None:
    assert LETTERS.read(" bb ") == Decimal(80)
    assert LETTERS.read_target("BB - A") == Target(Decimal(80), Decimal(90))
    assert LETTERS.read("CCC") == Unclear("“CCC” bukan huruf yang dikenal; tulis salah satu: AA, A, BB, D")


@pytest.mark.parametrize(("value", "letter"), [("100", "AA"), ("99", "A"), ("80", "BB"), ("30", "D"), ("10", "D")])
def test_a_letter_is_the_highest_that_is_reached(value: str, letter: str) -> None:
    assert LETTERS.write(Decimal(value)) == letter
    assert LETTERS.exact(Decimal(value)) == letter


def test_figures_are_printed_with_their_decimals_and_carried_on_as_they_were_published() -> None:
    assert PERCENT.write(Decimal("84.054")) == "84,05"
    assert PERCENT.exact(Decimal("1234.5670")) == "1234,57"
    assert PERCENT.write_target(Target(Decimal(80), Decimal(90))) == "80,00 – 90,00"
    assert PERCENT.write_target(Target(Decimal(80), Decimal(80))) == "80,00"


def test_units_know_how_a_sentence_has_them() -> None:
    assert PERCENT.suffixed("84,05") == "84,05%"
    assert Unit("jam", 0, {}).suffixed("34") == "34"
    assert Unit(" Indeks ", 2, {}).plain
    assert not PERCENT.plain
    assert not Unit("jam", 0, {}).percent
