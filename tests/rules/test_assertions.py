"""What a sentence says a number is; what is not plainly said is left alone."""

import pytest

from paraf.rules.assertions import assertion_of
from rules.speech import report_with, sentence

GOAL, ONE = "31-capaian-ss-1.md", "32-capaian-ss-2.md"


@pytest.mark.parametrize(
    ("text", "chapter", "role", "owner", "sure"),
    [
        ("Realisasi IKU-1 sebesar 83%.", "80-penutup.md", "realisasi", "IKU-1", True),
        ("IKU-1 mencapai 83%.", "80-penutup.md", "", "IKU-1", True),
        ("Realisasinya 35 jam.", ONE, "realisasi", "IKU-3", False),
        ("Target 7 aplikasi.", GOAL, "target", "IKU-2", False),
        ("Target 7 buah.", GOAL, "target", None, False),
        ("Pagu anggaran sebesar Rp5 juta.", "80-penutup.md", "pagu", None, False),
        ("Anggaran sebesar Rp5 juta.", "80-penutup.md", "anggaran", None, False),
        ("Capaian IKU-1 turun dari 5%.", "80-penutup.md", "capaian", "IKU-1", True),
        ('Target IKU-1 berubah dari {{ target("IKU-1") }} menjadi 5%.', "80-penutup.md", "target", "IKU-1", True),
        ('Anggaran {{ belanja("SS-1") }} atau 5%.', "80-penutup.md", "serapan", "SS-1", True),
        ("Ada 9 buah dari target IKU-2.", "80-penutup.md", "realisasi", "IKU-2", True),
        ("Rata-rata capaian 5%.", "80-penutup.md", "capaian", None, False),
    ],
)
def test_what_is_said(text: str, chapter: str, role: str, owner: str | None, sure: bool) -> None:
    said = sentence(text, chapter)
    performance = report_with().report.performance
    number = [number for number in said.numbers if number.figure][-1]
    found = assertion_of(said, number, performance)
    assert found is not None
    assert (found.role, found.owner, found.sure) == (role, owner, sure)


@pytest.mark.parametrize(
    "text",
    [
        "Kami melatih 45 orang.",
        "Realisasi pelatihan sebesar 45 orang.",
        "Realisasi IKU-1 lebih dari 80%.",
        "Capaian IKU-1 turun 5%.",
        "Dari 3 atau 5%.",
        'Menurut {{ tanggal("2025-01-01") }} atau 5%.',
        "Ada 9 dari target lain.",
        "Realisasi " + "ini " * 60 + "5%.",
        "Nilai {{ sisa() }} atau 5%.",
    ],
)
def test_what_is_not_plainly_said(text: str) -> None:
    said = sentence(text)
    number = [number for number in said.numbers if number.figure][-1]
    assert assertion_of(said, number, report_with().report.performance) is None


def test_without_data_only_budgets_are_spoken_of() -> None:
    said = sentence("Realisasi IKU-1 5% dan pagu Rp5 juta.")
    first, second = (assertion_of(said, number, None) for number in said.numbers if number.figure)
    assert first is not None
    assert (first.role, first.owner) == ("realisasi", "IKU-1")
    assert second is not None
    assert (second.role, second.owner) == ("pagu", None)
