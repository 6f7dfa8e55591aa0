"""Amounts one slip of the finger away from the data."""

import pytest

from paraf.rules.misprints import misprinted
from paraf.rules.numerals import numerals
from rules.speech import report_with

VALUES = report_with().values


@pytest.mark.parametrize(
    ("text", "call"),
    [
        ("Rp610.850.000,00", "belanja()"),
        ("Rp617.050.000,00", "belanja()"),
        ("Rp61.075.000,00", "belanja()"),
        ("Rp6.107.500.000,00", "belanja()"),
        ("Rp610.750.000,00", None),
        ("Rp620.760.000,00", None),
        ("Rp160.850.000,00", None),
        ("Rp450.000.000,00", None),
        ("Rp610,8 juta", None),
        ("610.850.000", None),
    ],
)
def test_one_slip(text: str, call: str | None) -> None:
    (number,) = numerals(text)
    found = misprinted(number, VALUES)
    assert (found.call if found else None) == call
