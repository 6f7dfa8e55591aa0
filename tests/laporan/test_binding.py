"""The bound report: headings of the outline, levels that sink, one text that a digest stands for."""

import pytest

from laporan.case import FOLDER, base_files, facts
from paraf.door.text import MAX_BYTES
from paraf.laporan.binding import BoundAnnex, annexes, bound, digest, expanded_text, grouped, sunk

FACTS = facts(base_files())


def test_chapters_stand_under_the_outlines_headings_and_levels() -> None:
    found = [(one.heading, one.level, one.sink) for one in bound(FACTS.expansion, FACTS.outline)]
    assert found == [
        ("Pengantar", 1, 0),
        ("Bab II Perjanjian Kinerja", 1, 0),
        ("Layanan informasi", 2, 1),
        ("Gangguan layanan", 2, 1),
        ("Realisasi Anggaran", 1, 0),
        ("Penutup", 1, 0),
    ]


def test_without_an_outline_every_chapter_is_one_of_its_own() -> None:
    assert {one.level for one in bound(FACTS.expansion, None)} == {1}
    assert "# Perjanjian Kinerja\n" in expanded_text(FACTS.expansion, None)


@pytest.mark.parametrize(
    ("line", "levels", "expected"),
    [
        ("## Judul", 1, "### Judul"),
        ("## Judul", 0, "## Judul"),
        ("###### Judul", 2, "###### Judul"),
        ("#tanpa spasi", 1, "#tanpa spasi"),
        ("Kalimat # biasa", 1, "Kalimat # biasa"),
        ("", 1, ""),
    ],
)
def test_only_headings_sink(line: str, levels: int, expected: str) -> None:
    assert sunk(line, levels) == expected


def test_the_text_is_ordinary_markdown_without_a_call() -> None:
    text = expanded_text(FACTS.expansion, FACTS.outline)
    assert "{{" not in text
    assert "### Target dan realisasi\n" in text
    assert "Capaian rata-ratanya 88,75%." in text
    assert (
        "| IKU-1 | Persentase layanan yang memenuhi standar | persen | 82,00 | 84,05 | 102,50% | Sangat Tinggi |"
        in text
    )


def test_a_digest_stands_for_one_text_and_is_printed_in_groups() -> None:
    text = expanded_text(FACTS.expansion, FACTS.outline)
    assert digest(text) == digest(expanded_text(facts(base_files()).expansion, FACTS.outline))
    assert digest(text) != digest(text + " ")
    assert grouped(digest("")) == "e3b0 c442 98fc 1c14 9afb f4c8 996f b924 27ae 41e4 649b 934c a495 991b 7852 b855"


def bound_annexes(listed: str, **files: str) -> list[BoundAnnex]:
    """The annexes of a list with files beside it; ``x_md`` stands for ``x.md``."""
    found = base_files() | {f"{FOLDER}/lampiran/{name.replace('_', '.')}": text for name, text in files.items()}
    found[f"{FOLDER}/lampiran/daftar.yml"] = f"skema: 1\nlampiran:\n  - {listed}\n"
    return list(annexes(facts(found).expansion.context.report))


def test_an_annex_that_is_paper_only_says_where_it_lies() -> None:
    (one,) = annexes(FACTS.expansion.context.report)
    assert one == BoundAnnex(
        "Lampiran 1. Perjanjian Kinerja Tahun 2025",
        ("Lampiran ini tidak dijilid di sini. Tempat arsipnya: Map PK 2025, lemari 2.",),
        elsewhere=True,
    )


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ("{id: a, judul: A, tahun: 2025}", "Lampiran ini tidak dijilid di sini."),
        ("{id: a, judul: A, tahun: 2025, berkas: b.md}", "Berkas lampiran/b.md belum ada."),
        (
            "{id: a, judul: A, tahun: 2025, berkas: a.pdf, arsip: Map satu}",
            "Lampiran ini berkas tersendiri, dibaca bersama naskah ini: lampiran/a.pdf. Tempat arsipnya: Map satu.",
        ),
    ],
)
def test_what_cannot_be_bound_is_told(listed: str, expected: str) -> None:
    (one,) = bound_annexes(listed, a_pdf="%PDF")
    assert (one.lines, one.elsewhere) == ((expected,), True)


def test_a_text_is_bound_without_its_title_and_its_pictures_are_found() -> None:
    text = "# Surat\n\nIsi.\n\n# Lain\n\n## Bagian\n\n![a](a.png) ![b](https://contoh.go.id/b.png) ![c](/c.png)\n"
    (one,) = bound_annexes("{id: a, judul: surat, tahun: 2025, berkas: a.md}", a_md=text)
    assert not one.elsewhere
    assert one.lines == (
        *("Isi.", "", "## Lain", "", "## Bagian", ""),
        "![a](lampiran/a.png) ![b](https://contoh.go.id/b.png) ![c](/c.png)",
    )


def test_a_title_of_its_own_stays_and_an_empty_file_is_bound_empty() -> None:
    (one,) = bound_annexes("{id: a, judul: Surat, tahun: 2025, berkas: a.md}", a_md="# Surat lain\nIsi.")
    assert one.lines == ("## Surat lain", "Isi.")
    (empty,) = bound_annexes("{id: a, judul: Surat, tahun: 2025, berkas: a.md}", a_md="\n")
    assert empty.lines == ("",)


def test_a_picture_is_shown_and_a_text_too_large_to_be_read_whole_is_not_bound() -> None:
    (one,) = bound_annexes("{id: a, judul: Surat *asli*, tahun: 2025, berkas: a.jpg}", a_jpg="")
    assert (one.heading, one.lines) == ("Lampiran 1. Surat \\*asli\\*", ("![Surat \\*asli\\*](lampiran/a.jpg)",))
    (large,) = bound_annexes("{id: a, judul: A, tahun: 2025, berkas: a.md}", a_md="a" * (MAX_BYTES + 1))
    assert large.elsewhere


def test_without_a_list_there_are_no_annexes() -> None:
    files = base_files()
    del files[f"{FOLDER}/lampiran/daftar.yml"]
    assert list(annexes(facts(files).expansion.context.report)) == []


def test_a_word_changed_in_an_annex_changes_the_digest() -> None:
    files = base_files()
    files[f"{FOLDER}/lampiran/daftar.yml"] = (
        "skema: 1\nlampiran:\n  - {id: a, judul: Surat, tahun: 2025, berkas: a.md}\n"
    )

    def text(content: str) -> str:
        return expanded_text(facts(files | {f"{FOLDER}/lampiran/a.md": content}).expansion, FACTS.outline)

    assert text("Isi.").endswith("\n# Lampiran 1. Surat\n\nIsi.\n")
    assert digest(text("Isi.")) != digest(text("Isi!"))
