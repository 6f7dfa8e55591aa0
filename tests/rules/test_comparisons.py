"""Comparisons: how they are read, with whom, and whether they are true."""

from decimal import Decimal

import pytest

from paraf.laporan.formulas import Target
from paraf.rules.comparisons import Relation, Sides, comparisons, holds, sides_of, single_subject, speaks_of_partner
from rules.speech import report_with, sentence

ONE = "32-capaian-ss-2.md"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("IKU-1 melampaui target.", [("melampaui", "target")]),
        ("IKU-1 belum melampaui target.", [("belum tercapai", "target")]),
        ("IKU-1 tidak di bawah target.", []),
        ("IKU-1 lebih tinggi dari target nasional.", [("di atas", "nasional")]),
        ("IKU-1 mencapai target akhir.", [("tercapai", "Renstra")]),
        ("IKU-1 di bawah target murni.", [("di bawah", "murni")]),
        ('IKU-1 di bawah target {{ target("IKU-1", "murni") }}.', [("di bawah", "murni")]),
        ('IKU-1 mencapai target {{ target_renstra("IKU-1") }}.', [("tercapai", "Renstra")]),
        ('IKU-1 mencapai target {{ nama("IKU-2") }}.', [("tercapai", "target")]),
        ('IKU-1 mencapai target karena ada {{ nama("IKU-2") }}.', [("tercapai", "target")]),
        ("IKU-1 melampaui target pelatihan.", []),
        ("IKU-1 tidak tercapai.", [("belum tercapai", "target")]),
        ("Target akhir Renstra terlampaui.", [("melampaui", "Renstra")]),
        ("IKU-1 naik dari tahun lalu.", [("naik", 2024)]),
        ("IKU-1 naik 5 poin dibandingkan dengan tahun 2023.", [("naik", 2023)]),
        ("IKU-1 naik tajam dari tahun lalu.", []),
        ("IKU-1 tidak naik dari tahun lalu.", []),
        ("IKU-1 membaik dari tahun sebelumnya.", [("membaik", 2024)]),
    ],
)
def test_what_is_compared(text: str, expected: list[tuple[str, object]]) -> None:
    assert [(found.relation, found.partner) for found in comparisons(sentence(text), 2025)] == expected
    assert speaks_of_partner(text)


@pytest.mark.parametrize(
    ("relation", "upwards", "value", "expected"),
    [
        ("melampaui", True, 9, True),
        ("melampaui", True, 5, False),
        ("melampaui", False, 9, None),
        ("melampaui", False, 1, True),
        ("membaik", False, 1, True),
        ("memburuk", True, 1, True),
        ("di atas", True, 9, True),
        ("di bawah", True, 9, False),
        ("naik", False, 9, True),
        ("turun", False, 9, False),
        ("tetap", True, 5, True),
        ("tetap", True, 9, False),
    ],
)
def test_what_is_true(relation: Relation, upwards: bool, value: int, expected: bool | None) -> None:
    sides = Sides(
        name="IKU-1",
        value=Decimal(value),
        against=Target(Decimal(5), Decimal(5)),
        upwards=upwards,
        reached=None,
        said="",
    )
    assert holds(relation, sides) is expected


@pytest.mark.parametrize(
    ("relation", "reached", "expected"),
    [
        ("tercapai", True, True),
        ("tercapai", None, None),
        ("belum tercapai", True, False),
        ("belum tercapai", None, None),
    ],
)
def test_reached_is_by_the_formula(relation: Relation, reached: bool | None, expected: bool | None) -> None:
    nothing = Target(Decimal(0), Decimal(0))
    sides = Sides(name="", value=Decimal(0), against=nothing, upwards=True, reached=reached, said="")
    assert holds(relation, sides) is expected


@pytest.mark.parametrize(
    ("text", "chapter", "before", "expected"),
    [
        ("IKU-1 melampaui target.", "80-penutup.md", (), "realisasinya 84,05% dan target 82,00%"),
        (
            "Realisasi IKU-2 belum mencapai target murni.",
            "80-penutup.md",
            (),
            "realisasinya 3 aplikasi dan target murni 4 aplikasi",
        ),
        (
            "Realisasi IKU-1 melampaui angka nasional.",
            "80-penutup.md",
            (),
            "realisasinya 84,05% dan angka nasional 80,40%",
        ),
        ("IKU-2 melampaui target nasional.", "80-penutup.md", (), None),
        ("IKU-3 mencapai target Renstra.", "80-penutup.md", (), "realisasinya 34,00 jam dan target Renstra 30,00 jam"),
        ("Capaian IKU-1 naik dari tahun lalu.", "80-penutup.md", (), "capaiannya 102,50% dan tahun 2024 101,41%"),
        ("IKU-1 naik dari tahun 2019.", "80-penutup.md", (), None),
        ("Targetnya tercapai.", ONE, (), "realisasinya 34,00 jam dan target 40,00 jam"),
        ("Targetnya tercapai.", ONE, ("Pelatihan diadakan.",), None),
        ("Targetnya tercapai.", ONE, ("Tentang IKU-3.",), "realisasinya 34,00 jam dan target 40,00 jam"),
        ("Sudah tercapai.", ONE, (), None),
        ("IKU-1 akan melampaui target.", "80-penutup.md", (), None),
        ("IKU-1 tercapai bila cukup.", "80-penutup.md", (), None),
        ("Tahun 2024 IKU-1 melampaui target.", "80-penutup.md", (), None),
        ("Seperti sebelumnya IKU-1 melampaui target.", "80-penutup.md", (), None),
        ('Sebesar {{ realisasi("IKU-1", "TW1") }}, melampaui target.', "80-penutup.md", (), None),
        ("Petugas IKU-1 melampaui target.", "80-penutup.md", (), None),
        ("IKU-1, petugasnya melampaui target.", "80-penutup.md", (), None),
        ("IKU-1 dan IKU-2 melampaui target.", "80-penutup.md", (), None),
    ],
)
def test_the_two_sides(text: str, chapter: str, before: tuple[str, ...], expected: str | None) -> None:
    performance = report_with().report.performance
    assert performance is not None
    said = sentence(text, chapter, before)
    (found,) = comparisons(said, 2025)
    measure = single_subject(said, performance)
    sides = sides_of(said, measure, found, 2025) if measure else None
    assert (sides.said if sides else None) == expected


@pytest.mark.parametrize(
    ("swaps", "text"),
    [
        ({'{tw1:_"71",_tw2:_"76",_tw3:_"81,5",_tw4:_"84,05"}': "{}"}, "IKU-1 melampaui target."),
        ({'target:_"78",_': ""}, "Capaian IKU-1 naik dari tahun lalu."),
    ],
)
def test_without_a_figure_there_are_no_sides(swaps: dict[str, str], text: str) -> None:
    found = report_with(text, **swaps)
    said = found.sentences[-1]
    assert found.report.performance is not None
    measure = found.report.performance.measures["IKU-1"]
    (comparison,) = comparisons(said, 2025)
    assert sides_of(said, measure, comparison, 2025) is None
