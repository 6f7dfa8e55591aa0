"""Numbers: written the Indonesian way, read in every spelling an office uses, asked back only when truly ambiguous."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paraf.laporan.numbers import Unclear, read_number, rounded, write_number, write_percent, write_rupiah

AMOUNTS = st.decimals(min_value=-(10**14), max_value=10**14, places=2, allow_nan=False)


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        ("2.345", 2, "2.35"),
        ("-2.345", 2, "-2.35"),
        ("0.5", 0, "1"),
        ("2.5", 0, "3"),
        ("1.005", 2, "1.01"),
        ("7", 2, "7.00"),
    ],
)
def test_halves_go_away_from_zero(value: str, places: int, expected: str) -> None:
    assert str(rounded(Decimal(value), places)) == expected


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        ("1234567.89", None, "1.234.567,89"),
        ("1234567.891", 2, "1.234.567,89"),
        ("1000", None, "1.000"),
        ("100", None, "100"),
        ("1E+3", None, "1.000"),
        ("26.2", 2, "26,20"),
        ("26.20", None, "26,2"),
        ("-1234.5", 2, "-1.234,50"),
        ("-0.001", 2, "0,00"),
        ("0", None, "0"),
    ],
)
def test_a_number_is_written(value: str, places: int | None, expected: str) -> None:
    assert write_number(Decimal(value), places) == expected


def test_rupiah_and_percent() -> None:
    assert write_rupiah(Decimal(1234567)) == "Rp1.234.567,00"
    assert write_rupiah(Decimal("-1234567.5")) == "-Rp1.234.567,50"
    assert write_percent(Decimal("89.654")) == "89,65%"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.234.567,89", "1234567.89"),
        ("1,234,567.89", "1234567.89"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("1234567", "1234567"),
        ("89,65", "89.65"),
        ("89.65", "89.65"),
        ("1234.567", "1234.567"),
        ("0,125", "0.125"),
        ("0.125", "0.125"),
        ("1.234,5", "1234.5"),
        ("89,65%", "89.65"),
        ("89,65 %", "89.65"),
        ("Rp1.234.567,00", "1234567.00"),
        ("Rp. 5.000.000,-", "5000000"),
        (" 12 \u00a0", "12"),
        ("1 234 567,5", "1234567.5"),
        ("-12,5", "-12.5"),
        ("Rp-12,5", "-12.5"),
        ("(1.234.567)", "-1234567"),
    ],
)
def test_a_cell_is_read(text: str, expected: str) -> None:
    assert read_number(text) == Decimal(expected)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("1.234", "“1.234” dapat berarti 1234 atau 1 koma 234; tulis 1234 atau 1,2340"),
        ("12,345", "“12,345” dapat berarti 12345 atau 12 koma 345; tulis 12345 atau 12,3450"),
        ("1.23.456", "titik dan koma pada “1.23.456” tidak seperti angka; tulis misalnya 1.234.567,89"),
        ("1,23.456,7", "titik dan koma pada “1,23.456,7” tidak seperti angka; tulis misalnya 1.234.567,89"),
        (",5", "titik dan koma pada “,5” tidak seperti angka; tulis misalnya 1.234.567,89"),
        ("n/a", "“n/a” bukan angka; tulis angkanya saja, misalnya 1.234.567,89"),
        ("", "“” bukan angka; tulis angkanya saja, misalnya 1.234.567,89"),
        ("=A1+1", "“=A1+1” bukan angka; tulis angkanya saja, misalnya 1.234.567,89"),
        ("12 kali", "“12 kali” bukan angka; tulis angkanya saja, misalnya 1.234.567,89"),
    ],
)
def test_what_is_not_one_number_is_asked_back(text: str, asked: str) -> None:
    assert read_number(text) == Unclear(asked)


@pytest.mark.parametrize("answer", ["1234", "1,2340"])
def test_the_answers_that_are_offered_are_clear(answer: str) -> None:
    assert isinstance(read_number(answer), Decimal)


@given(AMOUNTS)
def test_what_is_written_is_read_again(value: Decimal) -> None:
    assert read_number(write_rupiah(value)) == value


def test_a_number_longer_than_any_office_has_is_asked_back() -> None:
    found = read_number("1" * 25)
    assert isinstance(found, Unclear)
    assert found.question == "“11111111111111111111…” terlalu panjang untuk sebuah angka; tulis paling banyak 24 angka"


def test_the_quotient_of_the_largest_and_the_smallest_number_can_be_written() -> None:
    largest, smallest = read_number("9" * 24), read_number("0," + "0" * 21 + "1")
    assert isinstance(largest, Decimal)
    assert isinstance(smallest, Decimal)
    assert write_number(largest / smallest * 100, 2).endswith(".000,00")
