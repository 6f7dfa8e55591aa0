"""Which indicator a line speaks of: ids and exact names, in calls and in words, and how far what is said reaches."""

import time

import pytest

from laporan.case import FOLDER, base_files, facts
from paraf.laporan.anatomy import Region, regions_of
from paraf.laporan.chapter import read_chapter
from paraf.laporan.performance import Performance
from paraf.rules.indicators import Naming, lines_of, rows_twice, stretches


def performance(text: str | None = None) -> Performance:
    files = base_files()
    path = f"{FOLDER}/data/kinerja.yml"
    files[path] = text or files[path]
    found = facts(files).report.performance
    assert found
    return found


def region(body: str) -> Region:
    chapter, faults = read_chapter("lakip/2025/31-x.md", f"---\nid: x\njudul: X\n---\n## Sebab\n\n{body}".encode())
    assert chapter, faults
    return regions_of(chapter, ())[1]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ('{{ capaian("IKU-2") }} lalu IKU-1 lalu IKU-2', ["IKU-2", "IKU-1"]),
        ("persentase layanan yang MEMENUHI standar naik", ["IKU-1"]),
        ("IKU-10, IKU-1a, PIKU-1, dan IKU-1-2", []),
        ("Jumlah aplikasi", []),
        ("", []),
    ],
)
def test_an_indicator_is_named_by_its_id_or_its_exact_name(text: str, ids: list[str]) -> None:
    assert [measure.id for measure in Naming(performance()).named(text)] == ids


def test_a_pointer_names_only_where_pointers_count() -> None:
    naming, text = Naming(performance()), 'Lihat {{ lihat("grafik_tren", "IKU-1") }} dan {{ capaian("IKU-2") }}.'
    assert [measure.id for measure in naming.named(text)] == ["IKU-1", "IKU-2"]
    assert [measure.id for measure in naming.named(text, pointers=False)] == ["IKU-2"]
    assert naming.without("Lama gangguan layanan turun") == " turun"


def test_without_indicators_nothing_is_named() -> None:
    text = base_files()[f"{FOLDER}/data/kinerja.yml"]
    naming = Naming(performance(text[: text.index("sasaran:")] + "sasaran:\n  - {id: SS-1, nama: Kosong}\n"))
    assert naming.named("IKU-1") == []
    assert naming.without("IKU-1") == "iku-1"


def said(body: str) -> dict[str, tuple[int, str]]:
    known = performance()
    return stretches(region(body), Naming(known), known.goals["SS-1"].measures)


def test_what_is_said_reaches_from_a_name_to_the_next() -> None:
    found = said("Pembuka.\nIKU-1 naik.\nsebabnya a.\nIKU-2 turun.\n\nSebabnya B.\n")
    assert found == {
        "IKU-1": (8, "pembuka.\n naik.\nsebabnya a."),
        "IKU-2": (10, " turun.\nsebabnya b."),
    }


def test_below_a_heading_without_a_name_all_are_meant_that_were_named() -> None:
    found = said("### IKU-1\n\nSatu.\n\n### Solusi\n\nDua.\n\n```\nIKU-2\n```\n")
    assert found == {"IKU-1": (7, "### \nsatu.\n### solusi\ndua.")}


def test_a_row_is_read_with_the_head_of_its_table() -> None:
    found = said("| Indikator | Solusi |\n|---|---|\n| IKU-2 | x |\n")
    assert found == {"IKU-2": (9, "| indikator | solusi |  | x")}
    assert [number for number, *_ in lines_of(region("| a |\n|---|\n| b |\n"))] == [7, 9]


@pytest.mark.parametrize(
    ("head", "rows", "twice"),
    [
        ("Indikator | Target | Realisasi", ["IKU-1 | 1 | 2", "IKU-2 | 1 | 2", "IKU-1 | 1 | 2"], [(11, "IKU-1")]),
        ("Indikator | Target | Capaian", ["IKU-1 | 1 | 2", "IKU-1 | 1 | 2"], [(10, "IKU-1")]),
        ("Indikator | Triwulan | Target | Realisasi", ["IKU-1 | 1 | 2 | 3", "IKU-1 | 1 | 2 | 3"], []),
        ("Indikator | Bidang", ["IKU-1 | A", "IKU-1 | B"], []),
        ("Uraian | Target | Realisasi", ["a | b | IKU-1", "a | b | c | IKU-1"], []),
    ],
)
def test_a_row_is_a_repetition_only_in_a_table_of_achievement(
    head: str, rows: list[str], twice: list[tuple[int, str]]
) -> None:
    divider = "|".join("---" for _ in head.split("|"))
    body = "\n".join(f"| {line} |" for line in (head, divider, *rows))
    blocks = [*region("Kata.\n").blocks, *region(body).blocks]
    found = rows_twice(blocks, Naming(performance()), set())
    assert [(number, measure.id) for number, measure in found] == twice


def test_of_names_that_hold_each_other_the_longest_is_meant() -> None:
    text = base_files()[f"{FOLDER}/data/kinerja.yml"]
    text = text.replace("Jumlah aplikasi yang dikelola", "Lama gangguan layanan publik")
    naming = Naming(performance(text))
    assert [m.id for m in naming.named("Lama gangguan layanan publik, lalu lama gangguan layanan.")] == [
        "IKU-2",
        "IKU-3",
    ]
    assert [m.id for m in naming.named("Lama gangguan layanan-layanan, selama gangguan layanan")] == []


def test_a_long_line_of_names_is_read_once() -> None:
    begun = time.perf_counter()
    naming = Naming(performance())
    text = "lama gangguan layanan " * 40_000
    assert len(naming.named(text)) == 1
    assert naming.without(text).strip() == ""
    assert time.perf_counter() - begun < 3
