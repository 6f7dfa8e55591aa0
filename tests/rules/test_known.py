"""Figures of a table beside the figures of the data that they repeat."""

from decimal import Decimal

import pytest

from paraf.rules.known import repeated
from rules.handmade import drawn, with_text


def found(
    head: str, *rows: str, before: str = "", **changes: object
) -> list[tuple[str, str, dict[str | None, str], bool]]:
    facts = with_text(drawn(head.split("|"), *[row.split("|") for row in rows], before=before), **changes)  # type: ignore[arg-type]
    return [
        (one.cell.text, one.kind, {edition: str(value) for edition, value in one.data.items()}, one.right)
        for table in facts.tables
        for one in repeated(facts.report, table)
    ]


def test_figures_of_indicators() -> None:
    assert found("Kode|Target|Realisasi|Capaian", "IKU-1|82|84|102", "IKU-2|5|3|75") == [
        ("82", "target", {"murni": "80", "perubahan": "82"}, True),
        ("5", "target", {"murni": "4"}, False),
        ("84", "realisasi", {None: "84.05"}, True),
        ("3", "realisasi", {None: "3"}, True),
    ]


def test_figures_of_earlier_years() -> None:
    assert found("Kode|Target 2024|Realisasi 2024|Realisasi 2019", "IKU-1|78|79,2|70") == [
        ("78", "target", {None: "78"}, True),
        ("79,2", "realisasi", {None: "79.1"}, False),
    ]
    no_target = [('{tahun: 2024, target: "78", realisasi', "{tahun: 2024, realisasi")]
    assert found("Kode|Target 2024|Pagu 2024", "IKU-1|78|5", "2.16.03|5|6", kinerja=no_target) == []


def test_figures_of_money() -> None:
    assert found(
        "Kode|Pagu|Realisasi", "2.16.02.01.01|320.000.000|301.500.000", "SS-2|150.000.000|1", "Jumlah|650.000.000|5"
    ) == [
        ("320.000.000", "pagu", {"murni": "300000000", "perubahan": "320000000"}, True),
        ("150.000.000", "pagu", {"murni": "150000000", "perubahan": "150000000"}, True),
        ("650.000.000", "pagu", {"murni": "650000000", "perubahan": "650000000"}, True),
        ("301.500.000", "belanja", {None: "301500000"}, True),
        ("1", "belanja", {None: "138250000"}, False),
        ("5", "belanja", {None: "610750000"}, False),
    ]


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("Kode|Target TW1", "IKU-1|70"),
        ("Kode|Target", "IKU-1|belum ada"),
        ("Kode|Target", "Hal lain|5"),
        ("Kode|Pagu", "Hal lain|5"),
        ("Kode|Satuan", "IKU-1|5"),
    ],
)
def test_what_the_data_do_not_know(head: str, row: str) -> None:
    assert found(head, row) == []
    assert found("Kode|Target", "IKU-1|78", before="Tabel: Tahun 2023 dan 2024") == []


def test_what_is_not_measured_or_a_range_or_a_letter_has_no_figure() -> None:
    unknown = [('{tw1: "1", tw2: "1", tw3: "0", tw4: "1"}', "{}"), ('target: {murni: "4"}', 'target: {murni: "3 - 5"}')]
    assert found("Kode|Target|Realisasi", "IKU-2|4|3", kinerja=unknown) == []
    letters = [
        ("satuan: persen", 'satuan: predikat\n        huruf: {A: "90"}'),
        ('{murni: "80", perubahan: "82"}', '{murni: "A"}'),
        ('{tw1: "70", tw2: "75", tw3: "80", tw4: "82"}', "{}"),
        ('{tw1: "71", tw2: "76", tw3: "81,5", tw4: "84,05"}', '{tw4: "A"}'),
        ('target: "75", realisasi: "74,2"', 'realisasi: "A"'),
        ('target: "78", realisasi: "79,1"', 'realisasi: "A"'),
        ('target: "85"', 'target: "A"'),
        ('nilai: "80,4"', 'nilai: "A"'),
    ]
    assert found("Kode|Target", "IKU-1|90", kinerja=letters) == []


def test_a_printed_figure_is_itself() -> None:
    facts = with_text(drawn(["Kode", "Target"], ["IKU-2", "5"]))
    (one,) = repeated(facts.report, facts.tables[0])
    assert one.value == Decimal(5)
