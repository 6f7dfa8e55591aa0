"""Numbers in words: said, and read back."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paraf.terbilang import LARGEST, LONGEST, from_words, in_words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("0", "nol"),
        ("11", "sebelas"),
        ("12", "dua belas"),
        ("20", "dua puluh"),
        ("99", "sembilan puluh sembilan"),
        ("100", "seratus"),
        ("202", "dua ratus dua"),
        ("1000", "seribu"),
        ("1100", "seribu seratus"),
        ("2001", "dua ribu satu"),
        ("100000", "seratus ribu"),
        ("1234567", "satu juta dua ratus tiga puluh empat ribu lima ratus enam puluh tujuh"),
        ("1000000000", "satu miliar"),
        ("3000000000000", "tiga triliun"),
        ("1000000001001", "satu triliun seribu satu"),
        ("89.65", "delapan puluh sembilan koma enam lima"),
        ("7.50", "tujuh koma lima"),
        ("-3", "minus tiga"),
    ],
)
def test_a_number_is_said(number: str, words: str) -> None:
    assert in_words(Decimal(number)) == words


def test_what_nobody_can_say_is_refused() -> None:
    with pytest.raises(ValueError, match="too large"):
        in_words(Decimal(LARGEST))


@given(st.decimals(min_value=-(10**14), max_value=10**14, places=3, allow_nan=False))
def test_what_is_said_is_read_back(value: Decimal) -> None:
    assert from_words(in_words(value)) == value


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("dua ratus sembilan", 209),
        ("Dua Ratus Dua aplikasi", 202),
        ("satu juta dua ratus lima puluh ribu rupiah", 1250000),
        ("duapuluh lima", 25),
        ("duaratus", 200),
        ("delapanbelas", 18),
        ("seribu", 1000),
        ("sejuta", 1000000),
        ("satu milyar", 10**9),
        ("satu koma dua lima miliar rupiah", 1250000000),
        ("nol", 0),
        ("sepuluh ribu", 10000),
        ("sebelas", 11),
        ("minus tiga", -3),
        ("dua\npuluh", 20),
    ],
)
def test_words_are_read_as_people_write_them(words: str, expected: int) -> None:
    assert from_words(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "",
        "minus",
        "tahun lalu",
        "sembilan puluh sepuluh",
        "dua ratus tiga ratus",
        "nol ratus",
        "sepuluh puluh",
        "dua belas tiga",
        "dua tiga",
        "ribu",
        "dua ribu tiga juta",
        "dua ribu seribu",
        "koma lima",
        "dua koma",
        "dua koma sepuluh",
        "dua ratu sembilan",
        "puluh dua",
        "seratus dua tiga",
        "satu " * LONGEST,
    ],
)
def test_words_that_are_no_certain_number_are_left_alone(words: str) -> None:
    assert from_words(words) is None
