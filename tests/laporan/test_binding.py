"""The bound report: headings of the outline, levels that sink, one text that a digest stands for."""

import pytest

from laporan.case import base_files, facts
from paraf.laporan.binding import bound, digest, expanded_text, grouped, sunk

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
