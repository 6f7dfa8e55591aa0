"""The quarter a sentence speaks of: one only, in any writing, and only where the number is plainly said of it."""

import pytest

from paraf.rules.assertions import assertion_of
from paraf.rules.quarters import quarter_of
from rules.speech import report_with

ORDINALS = ("pertama", "kedua", "ketiga", "keempat")
FOURTH = ("triwulan IV", "TW4", "TW 4", "tribulan keempat", "triwulan ke-4")


def quarter(text: str) -> int | None:
    facts = report_with(text)
    sentence = next(one for one in reversed(facts.sentences) if one.text == text)
    number = next(one for one in sentence.numbers if one.figure)
    claim = assertion_of(sentence, number, facts.report.performance)
    assert claim
    return quarter_of(sentence, number, claim)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *((f"Realisasi IKU-1 pada triwulan {word} adalah 83%.", at) for at, word in enumerate(ORDINALS, 1)),
        *((f"Realisasi IKU-1 {word} sebesar 83%.", 4) for word in FOURTH),
        ("Pada triwulan kedua, realisasi IKU-1 83%.", 2),
        ("Pada triwulan kedua, realisasi IKU-1 83% dari 90 layanan.", None),
        ("Realisasi IKU-1 83% sejak triwulan kedua.", None),
        ("Realisasi IKU-1 triwulan kedua triwulan ketiga 83%.", None),
        ("Realisasi IKU-1 sampai triwulan kedua 83%.", None),
        ("Realisasi IKU-1 83%.", None),
    ],
)  # fmt: skip
def test_a_quarter(text: str, expected: int | None) -> None:
    assert quarter(text) == expected
