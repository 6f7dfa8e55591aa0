"""Bands of a scale in every spelling, and the values they leave out or count twice."""

from decimal import Decimal

import pytest

from paraf.rules.bands import Band, faults_of, read_band, scale_rows
from rules.handmade import cell, table


def band(text: str) -> tuple[str | None, str | None, bool, bool] | None:
    found = read_band(cell(text))
    if found is None:
        return None
    low, high = (None if bound is None else str(bound) for bound in (found.low, found.high))
    return low, high, found.low_open, found.high_open


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("76 – 90", ("76", "90", False, False)),
        ("75,01 s.d. 90,00%", ("75.01", "90.00", False, False)),
        ("> 75 – 90", ("75", "90", True, False)),
        (">75% - <90%", ("75", "90", True, True)),
        ("91 ≤ 100", ("91", "100", False, False)),
        ("90 sampai dengan 76", ("76", "90", False, False)),
        ("75 < x ≤ 90", ("75", "90", True, False)),
        ("75 <= nilai < 90", ("75", "90", False, True)),
        ("> 90", ("90", None, True, False)),
        ("≥ 91", ("91", None, False, False)),
        ("lebih dari 90", ("90", None, True, False)),
        ("91 ke atas", ("91", None, False, False)),
        ("≤ 50", (None, "50", False, False)),
        ("< 50", (None, "50", False, True)),
        ("50 ke bawah", (None, "50", False, False)),
        ("kurang dari 50%", (None, "50", False, True)),
        ("90", None),
        ("1234567", None),
        ("76 90", None),
        ("Tinggi", None),
        ("", None),
    ],
)
def test_a_band_is_read(text: str, expected: tuple[str | None, str | None, bool, bool] | None) -> None:
    assert band(text) == expected


def faults(*texts: str, open_above: bool = True) -> list[tuple[str, str]]:
    bands: list[Band] = [found for text in texts if (found := read_band(cell(text)))]
    assert len(bands) == len(texts)
    return [(cell.text, message) for cell, message in faults_of(bands, open_above=open_above)]


def test_a_scale_without_gaps_has_no_fault() -> None:
    assert faults("> 90", "> 75 – 90", "> 50 – 75", "≤ 50") == []
    assert faults("≤ 50", "50,01 – 75", "75,01 – 90", "90,01 ke atas") == []
    assert faults("91 – 100", "81 – 90", open_above=False) == [
        ("91 – 100", "Nilai 90,5 tidak jatuh pada pita mana pun.")
    ]
    assert faults() == []


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("> 90", "76 – 90", "0 – 75"), [("76 – 90", "Nilai 75,5 tidak jatuh pada pita mana pun.")]),
        (
            ("> 90", "75 – 90", "0 – 75"),
            [("75 – 90", "Nilai 75 jatuh pada dua pita; tulis batas mana yang “lebih dari”.")],
        ),
        (("> 90", "> 70 – 90", "0 – 75"), [("> 70 – 90", "Nilai 72,5 jatuh pada dua pita.")]),
        (("> 90", "> 80", "≤ 80"), [("> 90", "Pita ini bertumpuk dengan pita lain.")]),
        (("> 90 – 100", "≤ 90"), [("> 90 – 100", "Capaian di atas 100 tidak mempunyai pita.")]),
        (("> 90", "> 50 – 90"), [("> 50 – 90", "Nilai di bawah 50 tidak jatuh pada pita mana pun.")]),
    ],
)
def test_values_without_a_band_or_with_two(texts: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert sorted(faults(*texts)) == sorted(expected)


def test_a_table_is_a_scale_when_its_words_judge() -> None:
    rows = [["> 90", "Sangat Baik"], ["> 75 – 90", "Baik"], ["≤ 75", "Kurang"]]
    assert len(scale_rows(table(["Interval", "Sebutan"], *rows))) == 3
    assert scale_rows(table(["Usia", "Jumlah"], ["21 – 30", "4"], ["31 – 40", "6"], ["41 – 50", "5"])) == ()
    assert scale_rows(table(["Interval", "Sebutan"], *rows[:2])) == ()
    assert scale_rows(table(["Interval", "Sebutan"], *rows, ["lain", "Buruk"])) == ()
    assert scale_rows(table(["Sebutan", "Interval"], *[row[::-1] for row in rows]))[0].low == Decimal(90)
