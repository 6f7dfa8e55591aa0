"""Tables written by hand: cells read as an Indonesian reads them, rows that know what they are about."""

from decimal import Decimal

import pytest

from paraf.rules.tables import at, figure, folded, read_cell, read_digits, unmeasured
from rules.handmade import PLACE, cell, drawn, table, with_text


@pytest.mark.parametrize(
    ("text", "value", "step", "percent"),
    [
        ("84,05", "84.05", "0.01", False),
        ("84.05", "84.05", "0.01", False),
        ("1.234", "1234", "1", False),
        ("0.125", "0.125", "0.001", False),
        ("1.234.567,50", "1234567.50", "0.01", False),
        ("1,234,567.5", "1234567.5", "0.1", False),
        ("**102,50%**", "102.50", "0.01", True),
        ("84,05 persen", "84.05", "0.01", True),
        ("3 aplikasi", "3", "1", False),
        ("Rp1.500.000,00", "1500000", "0.01", False),
        ("Rp. 5.000,-", "5000", "1", False),
        ("1,5 miliar", "1500000000", "100000000", False),
        ("300 juta rupiah", "300000000", "1000000", False),
        ("-4,5%", "-4.5", "0.1", True),
        ("− 4", "-4", "1", False),
        ("(1.250)", "-1250", "1", False),
        ("12[^1]", "12", "1", False),
        ("`7`", "7", "1", False),
    ],
)
def test_a_cell_is_one_figure(text: str, value: str, step: str, percent: bool) -> None:
    found = cell(text)
    assert (found.value, found.step, found.percent) == (Decimal(value), Decimal(step), percent)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "–",
        "n/a",
        "BB",
        "12 Januari 2025",
        "1.23.456",
        "80 – 90",
        "9" * 25,
        "Program 5",
        "2.16.02.01",
        "²",
        "12 (dua belas)",
    ],
)
def test_what_is_no_single_figure_has_no_value(text: str) -> None:
    assert cell(text).value is None


def test_a_head_multiplies_and_the_cells_own_word_counts_first() -> None:
    million = Decimal(1_000_000)
    assert read_cell("320,5", PLACE, million).value == Decimal(320_500_000)
    assert read_cell("320,5", PLACE, million).step == Decimal(100_000)
    assert read_cell("2 miliar", PLACE, million).value == Decimal(2_000_000_000)


def test_digits_that_are_no_number() -> None:
    assert read_digits("1.23.456") is None
    assert read_digits("1" * 25) is None


@pytest.mark.parametrize(
    "text",
    ["n/a", "N/A", "NA", "-", "–", "belum terukur", "Belum dirilis.", "menunggu hasil survei", "tidak dapat dihitung"],
)
def test_a_cell_says_that_there_is_no_figure(text: str) -> None:
    assert unmeasured(cell(text))


@pytest.mark.parametrize("text", ["", "0", "BB", "tercapai", "nasional"])
def test_control_other_cells_do_not(text: str) -> None:
    assert not unmeasured(cell(text))


def test_rows_know_what_they_name() -> None:
    found = table(
        ["No.", "Indikator", "Target"],
        ["(1)", "(2)", "(3)"],
        ["1", "IKU-1 Persentase layanan", "82"],
        ["2", "**Jumlah aplikasi  yang dikelola**", "4"],
        ["3", "Lama gangguan layanan (jam)", "40"],
        ["4", "SS-1. Meningkatnya layanan informasi", ""],
        ["5", "2.16.03.01.01", ""],
        ["", "Hal lain", ""],
        ["", "Jumlah seluruhnya", "126"],
        ["", "Rata-rata capaian", "42"],
    )
    assert [row.measure.id if row.measure else None for row in found.rows] == ["IKU-1", "IKU-2", "IKU-3", *[None] * 5]
    assert [row.aim.id if row.aim else None for row in found.rows][3] == "SS-1"
    assert [row.item.name if row.item else None for row in found.rows][4] == "Pemantauan jaringan"
    assert [row.kind for row in found.rows] == [*["isi"] * 6, "jumlah", "rata-rata"]
    assert len(found.body) == 6


def test_an_indicator_may_begin_like_a_total_or_a_mean() -> None:
    name = "Rata-rata capaian"
    report = with_text(
        drawn(["Indikator", "Target"], [name, "4"], ["Jumlah aplikasi yang dikelola", "4"]),
        kinerja=[("Lama gangguan layanan", name)],
    )
    assert [row.kind for row in report.tables[0].rows] == ["isi", "isi"]


def test_two_rows_of_the_budget_with_one_name_name_neither() -> None:
    report = with_text(
        drawn(["Kegiatan", "Pagu"], ["Layanan pengaduan", "5"]),
        anggaran=[("Pengelolaan aplikasi", "Layanan pengaduan")],
    )
    assert report.tables[0].rows[0].item is None


def test_calls_in_cells_are_answered_and_places_are_those_of_the_file() -> None:
    found = table(["Indikator", "Target", "Realisasi"], ["IKU-1", '{{ target("IKU-1") }}', "84,05"])
    row = found.rows[0]
    assert [cell.value for cell in row.cells] == [None, Decimal("82.00"), Decimal("84.05")]
    assert [cell.place.column for cell in row.cells] == [3, 11, 35]
    assert row.cells[0].place.line == row.line == found.line + 2


def test_a_call_that_cannot_be_answered_is_no_figure() -> None:
    assert table(["Indikator", "Target"], ["IKU-1", '{{ target("IKU-9") }}']).rows[0].cells[1].value is None


def test_the_line_before_a_table_is_its_context() -> None:
    captioned = table(["Indikator", "Target 2024"], ["IKU-1", "78"], before="Tabel: Target murni tahun 2024")
    assert captioned.years == {2024}
    assert captioned.edition(1) == "murni"
    assert (
        table(["Indikator", "Target perubahan"], ["IKU-1", "82"], before="Tabel: Target murni").edition(1)
        == "perubahan"
    )


def test_a_row_may_be_shorter_or_longer_than_its_head() -> None:
    found = table(["Indikator", "Target"], ["IKU-1"], ["IKU-2", "4", "lebih", "5"])
    short, long = found.rows
    assert (at(short, 1), figure(short, 1), at(short, None)) == (None, None, None)
    assert figure(long, 3) == Decimal(5)


def test_without_data_a_table_is_still_read() -> None:
    assert folded(" A  b ") == "a b"
    report = with_text(
        drawn(["Indikator", "Target"], ["IKU-1", "4"]), kinerja=[("skema: 1", "skema: x")], anggaran=[("kode;", "kod;")]
    )
    assert report.report.performance is None
    assert report.report.budget is None
    assert report.tables[0].rows[0].measure is None
