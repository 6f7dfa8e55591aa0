"""Figures as CSV: what Indonesian Excel opens by a double click, from the model, and never a formula."""

import csv
from decimal import Decimal

import pytest
from msgspec.structs import replace

from paraf.laporan.sheet import read_sheet
from paraf.views.terbit.figures_csv import NAMES, decimal, figures_csv, sheet
from views.terbit.editions import first, with_files

REPORT = first().source.report


def rows(name: str) -> list[list[str]]:
    text = figures_csv(REPORT)[name]
    assert text.startswith("\ufeff")
    assert text.count("\n") == text.count("\r\n")
    return list(csv.reader(text.removeprefix("\ufeff").splitlines(), delimiter=";"))


def test_every_sheet_has_a_name_and_a_head() -> None:
    assert list(figures_csv(REPORT)) == list(NAMES)
    for name in NAMES:
        head, *found = rows(name)
        assert found
        assert all(len(row) == len(head) for row in found)


def test_the_figures_are_those_of_the_model() -> None:
    head, *found = rows("capaian.csv")
    one = dict(zip(head, found[0], strict=True))
    assert (one["kode"], one["target"], one["realisasi"], one["capaian (%)"], one["tercapai"]) == (
        *("IKU-1", "3,6", "3,68", "102,22", "ya"),
    )
    assert {row[head.index("tercapai")] for row in found} == {"ya", "tidak"}
    assert [row[3] for row in rows("tren.csv")[1:5]] == ["2022", "2023", "2024", "2025"]
    assert rows("anggaran.csv")[1][0] == "2.16.01"


def test_our_own_reader_of_sheets_reads_them() -> None:
    found, faults = read_sheet("x.csv", figures_csv(REPORT)["anggaran.csv"].encode(), None)
    assert faults == []
    assert len(found) == len(rows("anggaran.csv")) - 1


@pytest.mark.parametrize("cell", ["=1+1", "+6281", "-x", "@a", "\t=1"])
def test_words_are_never_a_formula(cell: str) -> None:
    assert sheet([[cell]]) == f"\ufeff'{cell.strip()}\r\n"


@pytest.mark.parametrize(("cell", "written"), [("-5,25", "-5,25"), ('a;"b"', '"a;""b"""'), ("a\nb", "a b"), ("", "")])
def test_cells_are_quoted_where_they_have_to_be(cell: str, written: str) -> None:
    assert sheet([[cell, "x"]]) == f"\ufeff{written};x\r\n"


def test_numbers_have_a_comma_and_nothing_where_nothing_is_known() -> None:
    assert [decimal(None), decimal(Decimal("1234.50")), decimal(Decimal(2) / 3, 2)] == ["", "1234,5", "0,67"]


def test_data_that_cannot_be_read_have_no_sheet() -> None:
    assert figures_csv(replace(REPORT, performance=None, budget=None)) == {}


def test_what_is_not_measured_and_ranges_are_written_as_they_are() -> None:
    data = REPORT.texts["data/kinerja.yml"]
    data = data.replace('target: {murni: "3,55", perubahan: "3,60"}', 'target: {murni: "3,50", perubahan: "3,5 - 3,7"}')
    data = data.replace('realisasi: {tw1: "62,50", tw2: "68,75", tw3: "75", tw4: "81,25"}', "realisasi: {}")
    data = data.replace('- {tahun: 2022, target: "2,80", realisasi: "2,84"}', '- {tahun: 2022, realisasi: "2,84"}')
    report = with_files({"data/kinerja.yml": data.encode()}).source.report
    assert report.performance, report.faults
    text = figures_csv(report)
    assert "3,5 – 3,7" in text["capaian.csv"]
    assert ";2022;;2,84;" in text["tren.csv"]
    head, *found = list(csv.reader(text["capaian.csv"].splitlines(), delimiter=";"))
    assert [found[1][head.index(name)] for name in ("realisasi", "capaian (%)", "tercapai")] == ["", "", ""]
