"""Numbers in words."""

from decimal import Decimal

import pytest

from paraf.terbilang import LARGEST, in_words


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
