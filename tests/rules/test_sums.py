"""Totals in tables written by hand: nested rows and sums on the way count once, and what is no whole needs no total."""

from decimal import Decimal

import pytest

from paraf.rules.sums import body_sum, missing_total, wrong_sums
from rules.handmade import table


def wrong(*rows: list[str], head: str = "Kode|Uraian|Jumlah") -> list[tuple[str, str]]:
    return [(cell.text, str(expected)) for cell, _, expected in wrong_sums(table(head.split("|"), *rows))]


@pytest.mark.parametrize(
    "rows",
    [
        "1|A|4;2|B|5;|Jumlah|9",
        "1|A|4;1.1|a|4;2|B|5;2.1|b|5;|Jumlah|9",
        "1.1|a|4;1.2|b|5;|Jumlah|9",
        "1|A|9;1.1|a|4;1.2|b|5;|Jumlah|9",
        "A|Bidang A|9;1|a|4;2|b|5;B|Bidang B|1;1|c|1;|Jumlah|10",
        "|BIDANG A|9;|a|4;|b|5;|BIDANG B|1;|c|1;|Jumlah|10",
        "|**Bidang A**|**9**;|a|4;|b|5;|Jumlah|9",
        "1|A|4;2|B|–;|Jumlah|4",
        "1|A|4,33;2|B|5,33;|Jumlah|9,67",
        "1|A|4;2|B|5;|Subjumlah|9;3|C|1;4|D|2;|Subjumlah|3;|Jumlah|12",
        "1|A|4;2|B|5;|Jumlah|",
        "1|A|4;|Jumlah|5",
        "1|A|40%;2|B|50%;|Jumlah|45%",
        "1|A|4;2|B|6;|Rata-rata|5",
    ],
)
def test_totals_that_add_up_one_way_or_another(rows: str) -> None:
    assert wrong(*[row.split("|") for row in rows.split(";")]) == []


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("1|A|4;2|B|5;|Jumlah|10", [("10", "9")]),
        ("1|A|9;1.1|a|4;1.2|b|5;|Jumlah|18,5", [("18,5", "9")]),
        ("1|A|4;2|B|5;|Subjumlah|8;3|C|1;4|D|2;|Jumlah|12", [("8", "9")]),
        ("1|A|4;2|B|5;|Subjumlah|9;3|C|1;4|D|2;|Subjumlah|3;|Jumlah|13", [("13", "12")]),
    ],
)
def test_totals_that_do_not(rows: str, expected: list[tuple[str, str]]) -> None:
    found = wrong(*[row.split("|") for row in rows.split(";")])
    assert [cell for cell, _ in found] == [cell for cell, _ in expected]


def test_columns_that_nobody_adds_up() -> None:
    head = "No|Kode|Tahun|Satuan|Capaian|Serapan (%)"
    rows = [
        ["1", "1.1", "2024", "5", "90", "80"],
        ["2", "1.2", "2025", "5", "90", "80"],
        ["3", "Jumlah", "1", "1", "1", "1"],
    ]
    assert wrong(*rows, head=head) == []


def test_the_lowest_rows_of_a_column() -> None:
    assert body_sum(table(["Kode", "Jumlah"], ["1", "9"], ["1.1", "4"], ["1.2", "5"], ["Jumlah", "9"]), 1) == Decimal(
        18
    )
    assert body_sum(table(["Kode", "Jumlah"], ["1.1", "9"], ["1.1.1", "4"], ["1.1.2", "5"]), 1) == Decimal(9)


@pytest.mark.parametrize(
    ("head", "rows", "expected"),
    [
        ("Program|Pagu|Belanja", "A|5|4;B|6|5", "Pagu"),
        ("Program|Belanja", "A|5;B|6", "Belanja"),
        ("Program|Pagu", "A|5;B|6;Jumlah|11", None),
        ("Program|Pagu", "A|5", None),
        ("Program|Pagu", "Seluruhnya|11;A|5;B|6", None),
        ("Tahun|Pagu", "2024|5;2025|6", None),
        ("Uraian|Pagu", "Tahun 2024|5;Tahun 2025|6", None),
        ("Periode|Pagu", "TW I|5;TW II|6", None),
        ("Bulan|Belanja", "Januari|5;Februari|6", None),
        ("Uraian|Pagu", "Pagu murni|5;Pagu perubahan|6", None),
        ("Indikator|Target", "A|5;B|6", None),
    ],
)
def test_a_table_of_amounts_has_a_total(head: str, rows: str, expected: str | None) -> None:
    assert missing_total(table(head.split("|"), *[row.split("|") for row in rows.split(";")])) == expected
