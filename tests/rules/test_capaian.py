"""Every written capaian gets one verdict, whatever stands beside it."""

import pytest

from paraf.rules.capaian import capaian_doubts
from rules.handmade import drawn, table, with_text

HEAD = ["Kode", "Target", "Realisasi", "Capaian"]
RANGE = ('target: {murni: "4"}', 'target: {murni: "2 - 3"}')
LETTERED = [
    ("satuan: jam", 'satuan: predikat\n        huruf: {A: "90", BB: "80", B: "70"}'),
    ("arah: turun\n        capaian: selisih", "arah: naik"),
    ('kumulatif\n        target: {murni: "40"}', 'nilai akhir\n        target: {murni: "BB"}'),
    ('{tw1: "8", tw2: "9", tw3: "10,5", tw4: "6,5"}', '{tw4: "A"}'),
    ('target: "60", realisasi: "58"', 'target: "B", realisasi: "B"'),
    ('target: "50", realisasi: "45"', 'target: "B", realisasi: "BB"'),
    ('target: "30"', 'target: "A"'),
]


def verdicts(*rows: list[str], head: list[str] = HEAD, before: str = "") -> list[str]:
    return [doubt.verdict.name for doubt in capaian_doubts(2025, table(head, *rows, before=before))]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("IKU-1|82|84,05|102,50", []),
        ("IKU-1|82|84,05|102,51", ["FORMULA"]),
        ("IKU-1|82|84|102,50", []),
        ("IKU-1|||102,50", []),
        ("IKU-1|||101", ["FORMULA"]),
        ("IKU-1|82||102,50", []),
        ("IKU-1|82|84,05|", []),
        ("IKU-1|82|84,05|belum ada", []),
        ("IKU-1|82|84,05|97,50", ["DIRECTION"]),
        ("IKU-1|82|84,05|84,05", ["SWAPPED"]),
        ("IKU-1|82|102,50|102,50", ["SWAPPED"]),
        ("IKU-1|82|belum terukur|100", ["UNMEASURED"]),
        ("IKU-1|82|–|100", ["UNMEASURED"]),
        ("IKU-1|82|8,05|102,50", []),
        ("IKU-1|tercapai|84,05|50", []),
        ("IKU-1|0|84,05|50", []),
        ("IKU-1|82|baik|50", []),
        ("IKU-3|40|34|115", []),
        ("IKU-3|40|34|117,65", ["FORMULA"]),
        ("IKU-3|40|34|85", ["DIRECTION"]),
        ("IKU-3|40|34|90", ["FORMULA"]),
        ("IKU-3|40|34|120", ["FORMULA"]),
        ("Hal lain|40|34|85", []),
        ("Hal lain|40|34|115", []),
        ("Hal lain|40|34|117,6", []),
        ("Hal lain|40|34|90", ["FORMULA"]),
        ("Hal lain|40|34|34", ["SWAPPED"]),
        ("Hal lain|||90", []),
    ],
)
def test_a_row_of_this_year(row: str, expected: list[str]) -> None:
    assert verdicts(row.split("|")) == expected


@pytest.mark.parametrize(
    ("before", "row", "expected"),
    [
        ("Tabel: Capaian tahun 2024", "IKU-1|78|79,1|101,41", []),
        ("Tabel: Capaian tahun 2024", "IKU-1|||101,41", []),
        ("Tabel: Capaian tahun 2024", "IKU-1|||102,41", ["FORMULA"]),
        ("Tabel: Capaian tahun 2019", "IKU-1|||102,41", []),
        ("Tabel: Capaian 2023 dan 2024", "IKU-1|78|79,1|150", []),
    ],
)
def test_a_caption_may_speak_of_another_year(before: str, row: str, expected: list[str]) -> None:
    assert verdicts(row.split("|"), before=before) == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("IKU-2|2 – 3|3|100", []),
        ("IKU-2|2 - 3|3|75", ["FORMULA"]),
        ("IKU-2|dua|3|75", []),
    ],
)
def test_a_target_may_be_a_range(row: str, expected: list[str]) -> None:
    facts = with_text(drawn(HEAD, row.split("|")), kinerja=[RANGE])
    assert [doubt.verdict.name for doubt in facts.doubts] == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("IKU-3|BB|A|112,50", []),
        ("IKU-3|BB|A|100", ["FORMULA"]),
        ("IKU-3|BB|C|100", []),
        ("IKU-3|C|A|100", []),
        ("IKU-3|||112,5", []),
    ],
)
def test_a_predicate_is_reckoned_by_its_numbers(row: str, expected: list[str]) -> None:
    facts = with_text(drawn(HEAD, row.split("|")), kinerja=LETTERED)
    assert facts.report.performance
    assert [doubt.verdict.name for doubt in facts.doubts] == expected


@pytest.mark.parametrize(
    ("mean", "expected"),
    [
        ("88,75", []),
        ("88,8", []),
        ("90", ["FORMULA"]),
        ("", []),
        ("92,50", ["UNMEASURED"]),
        ("59,17", ["UNMEASURED"]),
    ],
)
def test_a_mean_leaves_out_what_is_not_measured(mean: str, expected: list[str]) -> None:
    rows = [["IKU-1", "82", "84,05", "102,50"], ["IKU-2", "4", "3", "75"], ["IKU-3", "40", "n/a", "–"]]
    assert verdicts(*rows, ["Rata-rata", "", "", mean]) == expected


def test_a_success_of_what_is_not_measured_is_no_part_of_a_mean_either() -> None:
    rows = [["IKU-1", "82", "84,05", "102,50"], ["IKU-2", "4", "3", "75"], ["IKU-3", "40", "n/a", "100"]]
    assert verdicts(*rows, ["Rata-rata", "", "", "92,50"]) == ["UNMEASURED", "UNMEASURED"]


def test_a_mean_of_nothing_says_nothing() -> None:
    assert verdicts(["IKU-3", "40", "n/a", "–"], ["Rata-rata", "", "", "100"]) == []
