"""Every cell of every generated table equals an independent recomputation, and a changed rounding on either side is seen."""

import ast
import re
from collections.abc import Mapping
from decimal import ROUND_DOWN, ROUND_HALF_EVEN
from fractions import Fraction
from pathlib import Path

import pytest

from helpers import ROOT
from laporan import independent
from laporan.case import FOLDER, base_files
from laporan.changed import BUDGET, PERFORMANCE, changed_files
from paraf.laporan.calls.base import CallError, Chart, Context, Table
from paraf.laporan.calls.catalogue import CALLS
from paraf.laporan.calls.reading import parse_call
from paraf.laporan.numbering import number_panels
from paraf.laporan.panels import panel_markdown, plain
from paraf.laporan.report import read_report

Files = Mapping[str, bytes]
SAMPLE = ROOT / "lakip" / "2025"


def of_case(files: Mapping[str, str]) -> Files:
    below = {path.removeprefix(f"{FOLDER}/"): text for path, text in files.items() if path.startswith(FOLDER)}
    return {path: text.encode() for path, text in below.items()}


def of_folder(folder: Path) -> Files:
    found = (path for path in sorted(folder.rglob("*")) if path.suffix in (".md", ".yml", ".csv"))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


# Halves in every place, nothing measured, no target, a target of nothing, a range, letters, rows of two goals, no pagu.
HARD = changed_files(
    (PERFORMANCE, 'target: {murni: "80", perubahan: "82"}', 'target: {murni: "80", perubahan: "80"}'),
    (PERFORMANCE, 'tw4: "84,05"', 'tw4: "10,1"'),
    (PERFORMANCE, 'target: {murni: "4"}', 'target: {murni: "2 - 8"}'),
    (PERFORMANCE, 'realisasi: {tw1: "1", tw2: "1", tw3: "0", tw4: "1"}', "realisasi: {}"),
    (PERFORMANCE, '{tahun: 2024, target: "3", realisasi: "3"}', '{tahun: 2022, realisasi: "9"}'),
    (PERFORMANCE, 'target: {murni: "40"}', 'target: {murni: "0"}'),
    (PERFORMANCE, 'target: "60", realisasi: "58"', 'target: "16", realisasi: "40,02"'),
    (BUDGET, "2.16.02.01.02;Pengelolaan aplikasi;;", "2.16.02.01.02;Pengelolaan aplikasi;SS-2;"),
    (BUDGET, "301500000", "301500000,5"),
    (BUDGET, ";150000000;150000000;138250000", ";-;;138250000"),
)
YEARLY = "akhir_tahun: {}\n        target: {{murni: {}"
LETTERS = changed_files(
    (PERFORMANCE, "satuan: aplikasi\n", 'satuan: predikat\n        huruf: {A: "80", BB: "70", B: "60", C: "50"}\n'),
    (PERFORMANCE, YEARLY.format("kumulatif", '"4"'), YEARLY.format("nilai akhir", "A")),
    (PERFORMANCE, 'realisasi: {tw1: "1", tw2: "1", tw3: "0", tw4: "1"}', "realisasi: {tw4: BB}"),
    (PERFORMANCE, 'target: "2", realisasi: "2"', "target: b, realisasi: BB"),
    (PERFORMANCE, 'target: "3", realisasi: "3"', "target: BB, realisasi: B"),
    (PERFORMANCE, 'renstra: {tahun: 2026, target: "5"', "renstra: {tahun: 2026, target: A"),
    (PERFORMANCE, YEARLY.format("nilai akhir", '"80"'), YEARLY.format("rata-rata", '"80"')),
    (PERFORMANCE, "capaian: selisih", "capaian: terbalik"),
    (PERFORMANCE, "  perubahan: {nomor: 02/PK/2025, tanggal: 2025-10-20}\n", ""),
    (PERFORMANCE, ', perubahan: "82"}', "}"),
)
REPORTS = {
    "kecil": of_case(base_files()),
    "sulit": of_case(HARD),
    "huruf": of_case(LETTERS),
    **({"contoh": of_folder(SAMPLE)} if SAMPLE.is_dir() else {}),
}


def context_of(files: Files) -> Context:
    report = read_report(2025, files)
    assert report.performance, report.faults
    assert report.budget, report.faults
    return Context(report=report)


def made(context: Context, source: str) -> Table | Chart:
    parsed = parse_call(source)
    assert not isinstance(parsed, CallError)
    panel = parsed.answer(context)
    assert isinstance(panel, Table | Chart)
    return panel


def differences(files: Files, rounding: str = "half_up") -> list[str]:
    """The tables that the two sides do not agree on."""
    context = context_of(files)
    wrong = []
    for source, rows in independent.Report(files, getattr(independent, rounding, down)).tables():
        panel = made(context, source)
        table = panel.table if isinstance(panel, Chart) else panel
        wrong += [] if [list(row) for row in table.rows] == rows else [source]
    return wrong


def down(value: Fraction, places: int) -> int:
    """A wrong rounding: what lies beyond the last place is cut off."""
    return int(value * 10**places)


@pytest.mark.parametrize("name", REPORTS)
def test_every_cell_of_every_table_equals_the_recomputation(name: str) -> None:
    context = context_of(REPORTS[name])
    for source, rows in independent.Report(REPORTS[name]).tables():
        panel = made(context, source)
        table = panel.table if isinstance(panel, Chart) else panel
        assert [list(row) for row in table.rows] == rows, source


@pytest.mark.parametrize("name", REPORTS)
def test_every_call_for_a_table_or_chart_is_recomputed(name: str) -> None:
    sources = [source for source, _ in independent.Report(REPORTS[name]).tables()]
    assert len(sources) == len(set(sources))
    names = {source.partition("(")[0] for source in sources}
    assert names == {call.name for call in CALLS if call.kind in ("tabel", "grafik")}


@pytest.mark.parametrize("name", REPORTS)
def test_every_table_that_a_chapter_shows_is_among_them(name: str) -> None:
    report = read_report(2025, REPORTS[name])
    known = {source for source, _ in independent.Report(REPORTS[name]).tables()}
    used = {
        f"{call}({', '.join(f'{chr(34)}{word}{chr(34)}' for word in words)})"
        for call, words in number_panels(report.chapters).keys
        if call
    }
    assert used
    assert used <= known


@pytest.mark.parametrize("name", REPORTS)
def test_years_stand_in_the_heads(name: str) -> None:
    context = context_of(REPORTS[name])
    for goal in independent.Report(REPORTS[name]).goals:
        years = sorted({int(p["tahun"]) for i in goal["indikator"] for p in i.get("riwayat", [])} | {2025})
        heads = [*(f"Realisasi {year}" for year in years), *(f"Capaian {year}" for year in years)]
        table = made(context, f'tabel_antar_tahun("{goal["id"]}")')
        assert isinstance(table, Table)
        assert list(table.heads) == ["Kode", "Indikator", *heads]


@pytest.mark.parametrize("name", REPORTS)
def test_what_is_printed_are_these_cells(name: str) -> None:
    context = context_of(REPORTS[name])
    for source, rows in independent.Report(REPORTS[name]).tables():
        lines = panel_markdown(made(context, source), "Tabel 1").split("\n")
        begin = next(at for at, line in enumerate(lines) if re.fullmatch(r"\|[:|-]+\|", line)) + 1
        printed = [line.replace("**", "") for line in lines[begin : begin + len(rows)]]
        assert printed == [f"| {' | '.join(plain(cell) for cell in row)} |" for row in rows]


@pytest.mark.parametrize("name", REPORTS)
def test_a_chart_says_every_figure_of_its_table(name: str) -> None:
    context = context_of(REPORTS[name])
    for source, rows in independent.Report(REPORTS[name]).tables():
        chart = made(context, source)
        if isinstance(chart, Chart):
            cells = [cell for row in rows for cell in (row[1:] if source == "grafik_serapan()" else row)]
            figures = [cell for cell in cells if any(map(str.isdigit, cell))]
            said = " ".join(picture.words for picture in chart.pictures)
            assert [figure for figure in figures if figure not in said] == [], source


# Controls.


def test_control_the_two_sides_share_no_import() -> None:
    tree = ast.parse(Path(independent.__file__).read_text(encoding="utf-8"))
    names = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    assert {name.split(".")[0] for name in names} == {"collections", "csv", "fractions", "io", "re", "typing", "yaml"}


@pytest.mark.parametrize("name", REPORTS)
def test_control_both_agree_before_a_rule_is_changed(name: str) -> None:
    assert differences(REPORTS[name]) == []


@pytest.mark.parametrize("name", REPORTS)
def test_control_a_changed_rounding_in_the_recomputation_is_seen(name: str) -> None:
    assert "tabel_anggaran()" in differences(REPORTS[name], rounding="down")


@pytest.mark.parametrize("name", REPORTS)
def test_control_a_changed_rounding_in_the_package_is_seen(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("paraf.laporan.numbers.ROUND_HALF_UP", ROUND_DOWN)
    assert "tabel_anggaran()" in differences(REPORTS[name])


def test_control_halves_to_even_are_seen_where_there_are_halves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("paraf.laporan.numbers.ROUND_HALF_UP", ROUND_HALF_EVEN)
    assert {'tabel_capaian("SS-1")', 'tabel_antar_tahun("SS-2")', "tabel_anggaran()"} <= set(
        differences(REPORTS["sulit"])
    )
