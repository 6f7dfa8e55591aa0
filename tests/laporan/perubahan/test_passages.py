"""A report as passages: every word of it, paragraphs numbered as in the naskah baca, rows below the names of their columns."""

import subprocess
from pathlib import Path

import pypandoc
import pytest

from helpers import ROOT, load_case
from laporan.case import base_files
from laporan.perubahan.states import BASE, OUTLINE, chapter, edited, year_of
from paraf.adapters.paper import template
from paraf.adapters.years import load_report
from paraf.laporan.expand import Expansion, expand_report
from paraf.laporan.perubahan.passages import Passage, part_texts
from paraf.views.reading import reading

EVERYTHING = chapter(
    "Kalimat satu.\nKalimat dua.",
    "## Judul bagian",
    "1. Butir bernomor\n2. Butir lain",
    "- Butir\n  yang panjang",
    "Tabel: Judul tabel\n\n| A | B |\n|--|--|\n| satu | {{ jumlah_sasaran() }} |\n| dua |",
    "Tabel: Judul kedua\n| A |\n|--|\n| x |",
    "Sebelum.\n{{ tabel_pk() }}\nSesudah.",
    "![Kata gambar](foto.png)",
    "> Kutipan\n> dua baris",
    "> [tahun lalu] Kalimat lama.",
    "```\nkode {{ nama() }}\n```",
    "* * *",
    "Kalimat bercatatan.[^a]",
    "[^a]: Isi catatan.",
    '{{ grafik_tren("IKU-1") }}',
    'Kalimat ({{ capaian("IKU-1") }}) dan {{ tidak_ada("x") }}.',
)


def passages(text: str) -> list[Passage]:
    return list(part_texts(edited(**{"90-uji.md": text}), None)[-2].passages)


def line(one: Passage) -> tuple[str, int, str]:
    return one.shape, one.paragraph, " | ".join(map(" ".join, one.cells))


def test_every_kind_of_passage_is_there_in_order() -> None:
    found = [one for one in passages(EVERYTHING) if not one.generated]
    first = min(one.paragraph for one in found if one.paragraph)
    assert [(shape, number and number - first + 1, text) for shape, number, text in map(line, found)] == [
        ("paragraf", 1, "Kalimat satu. Kalimat dua."),
        ("judul", 0, "Judul bagian"),
        ("butir", 0, "Butir bernomor"),
        ("butir", 0, "Butir lain"),
        ("butir", 0, "Butir yang panjang"),
        ("keterangan", 0, "Judul tabel"),
        ("baris", 0, "A | B"),
        ("baris", 0, "satu | 2"),
        ("baris", 0, "dua"),
        ("keterangan", 0, "Judul kedua"),
        ("baris", 0, "A"),
        ("baris", 0, "x"),
        ("paragraf", 2, "Sebelum."),
        ("paragraf", 3, "Sesudah."),
        ("gambar", 4, "![Kata gambar](foto.png)"),
        ("kutipan", 0, "> Kutipan > dua baris"),
        ("catatan", 0, "> [tahun lalu] Kalimat lama."),
        ("kode", 0, "``` kode {{ nama() }} ```"),
        ("paragraf", 5, "Kalimat bercatatan.[^a]"),
        ("paragraf", 0, "[^a]: Isi catatan."),
        ("paragraf", 6, 'Kalimat (102,50%) dan {{ tidak_ada("x") }}.'),
    ]


def test_rows_know_their_heads_and_their_table() -> None:
    found = {one.cells[0][:1]: one for one in passages(EVERYTHING) if one.shape == "baris"}
    assert (found["satu",].heads, found["satu",].panel) == (("A", "B"), "Tabel 5")
    assert (found["dua",].heads, found["x",].panel) == (("A",), "Tabel 6")
    made = next(one for one in passages(EVERYTHING) if ("IKU-1",) in one.cells)
    assert (made.generated, made.source, made.heads[1:3]) == (True, "{{ tabel_pk() }}", ("Kode", "Indikator"))


def test_charts_are_told_by_their_figures() -> None:
    found = [one for one in passages(EVERYTHING) if one.panel.startswith("Gambar")]
    assert [one.shape for one in found][:2] == ["keterangan", "baris"]
    assert ("2025", "84,05") in {tuple(" ".join(cell) for cell in one.cells[:2]) for one in found}


def test_parts_are_called_as_they_are_printed() -> None:
    found = part_texts(BASE, OUTLINE)
    assert [(one.id, one.kind, one.title, one.short) for one in found[1:4]] == [
        ("perjanjian", "bab", "Bab II Perjanjian Kinerja", "Bab II Perjanjian Kinerja"),
        ("capaian SS-1", "bab", "SS-1 Layanan informasi", "SS-1"),
        ("capaian SS-2", "bab", "SS-2 Gangguan layanan", "SS-2"),
    ]
    assert found[-1].kind == "lampiran"
    assert (found[-1].id, found[-1].name) == ("perjanjian-kinerja", "Perjanjian Kinerja Tahun 2025")


def test_an_annex_that_is_bound_is_read() -> None:
    listing = "skema: 1\nlampiran:\n  - {id: a, judul: Lampiran uji, tahun: 2025, berkas: a.md}\n"
    found = part_texts(
        edited(**{"lampiran/daftar.yml": listing, "lampiran/a.md": "# Lampiran uji\n\nIsinya.\n"}), None
    )[-1]
    assert (found.file, [line(one)[2] for one in found.passages]) == ("lampiran/a.md", ["Isinya."])
    assert found.passages[0].paragraph > 1


def test_two_of_one_identity_are_told_apart() -> None:
    found = part_texts(edited(**{"81-a.md": chapter("A"), "82-b.md": chapter("B"), "83-c.md": chapter("C")}), None)
    assert [one.id for one in found if one.id.startswith("uji")] == ["uji", "uji 2", "uji 3"]


def numbered(expansion: Expansion, folder: Path) -> int:
    """How many paragraphs the naskah baca numbers: the calls that its template is handed."""
    made = reading(load_case(ROOT), expansion, None, None)
    (folder / "grafik").mkdir()
    for name, svg in made.pictures.items():
        (folder / "grafik" / name).write_text(svg)
    reader = "commonmark+pipe_tables+bracketed_spans+fenced_divs+strikeout-raw_html"
    command = [
        pypandoc.get_pandoc_path(),
        "--from",
        reader,
        "--to",
        "typst",
        "--lua-filter",
        str(template("saring.lua")),
    ]
    done = subprocess.run(command, input=made.source, capture_output=True, text=True, cwd=folder, check=True)
    return done.stdout.count("#paragraf(")


def counted(expansion: Expansion) -> int:
    return max(one.paragraph for part in part_texts(expansion, OUTLINE) for one in part.passages)


@pytest.mark.parametrize("state", ["small", "everything", "2025", "2026"])
def test_paragraphs_have_the_numbers_of_the_naskah_baca(state: str, tmp_path: Path) -> None:
    if state.isdigit():
        expansion = expand_report(load_report(ROOT, int(state)))
    else:
        expansion = BASE if state == "small" else edited(**{"90-uji.md": EVERYTHING})
    assert counted(expansion) == numbered(expansion, tmp_path)


def test_control_a_paragraph_more_is_a_number_more() -> None:
    files = base_files()
    files["lakip/2025/01-pengantar.md"] += "\nSatu alinea lagi.\n"
    assert counted(year_of(files)) == counted(BASE) + 1
