"""Names that are nearly those of the agreement, alone or beside an id; and words that mean something else."""

import pytest

from paraf.rules.names import Names

NAMES = Names(
    {
        "SS-1": "Meningkatnya layanan informasi",
        "IKU-1": "Persentase layanan yang memenuhi standar",
        "IKU-2": "Indeks SPBE",
    }
)


@pytest.mark.parametrize(
    ("text", "ids", "expected"),
    [
        ("Persentase layanan yang memenuhi standard", (), "IKU-1"),
        ("IKU-1: Persentase layanan memenuhi standar", (), "IKU-1"),
        ("IKU-1 Layanan yang memenuhi standar", (), "IKU-1"),
        ("Layanan yang memenuhi standar", ("IKU-1",), "IKU-1"),
        ("Meningkatnya pelayanan informasi", (), "SS-1"),
        ("SS-1. Meningkatnya kualitas informasi", (), "SS-1"),
        ("Persentase layanan yang memenuhi standard (persen)", (), "IKU-1"),
    ],
)
def test_other_words_for_the_same_thing(text: str, ids: tuple[str, ...], expected: str) -> None:
    assert NAMES.renamed(text, ids) == expected


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Persentase layanan yang memenuhi standar", ("IKU-1",)),
        ("PERSENTASE LAYANAN YANG MEMENUHI STANDAR", ()),
        ("IKU-1 – Persentase layanan yang memenuhi standar (persen)", ()),
        ("Meningkatnya layanan informasi", ("IKU-1",)),
        ("Layanan yang memenuhi standar", ()),
        ("IKU-9: Persentase hal lain", ()),
        ("IKU-1 dibanding tahun lalu dan beberapa tahun sebelumnya", ()),
        ("Pelatihan petugas di kecamatan", ("IKU-1",)),
        ("IKU-1", ()),
        ("Indeks SPBA", ()),
        ("layanan " * 100, ()),
    ],
)
def test_right_words_and_other_things(text: str, ids: tuple[str, ...]) -> None:
    assert NAMES.renamed(text, ids) is None
