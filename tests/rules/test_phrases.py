"""Words of cause, remedy and absence, as offices write them; and words that are none."""

import pytest

from paraf.rules.phrases import CAUSE, NATION, NOTHING, REMEDY


@pytest.mark.parametrize(
    "text",
    [
        "karena satu aplikasi ditunda",
        "Hal itu disebabkan oleh banjir",
        "Akibatnya dua titik tertunda",
        "Kendalanya jaringan listrik",
        "belum  adanya petugas",
        "Penyebabnya keterbatasan anggaran",
        "efisiensi anggaran",
    ],
)
def test_a_cause(text: str) -> None:
    assert CAUSE.said_in(text)


@pytest.mark.parametrize(
    "text",
    ["Solusi yang diambil", "sudah ditindaklanjuti", "Tindak lanjutnya", "jadwal baru", "akan ditambah", "dilatih"],
)
def test_a_remedy(text: str) -> None:
    assert REMEDY.said_in(text)


@pytest.mark.parametrize("text", ["Realisasinya lebih kecil daripada target", "Belum mencapai target", "Takarena", ""])
def test_control_neither(text: str) -> None:
    assert not CAUSE.said_in(text)
    assert not REMEDY.said_in(text)


@pytest.mark.parametrize(
    ("text", "nothing"),
    [
        ("belum ada standar nasional", True),
        ("Standar nasional tidak ditetapkan", True),
        ("Kementerian belum pernah menerbitkan pembandingnya", True),
        ("Pembanding nasional: nihil", True),
        ("lebih tinggi daripada angka nasional", False),
    ],
)
def test_absence_of_a_national_figure(text: str, nothing: bool) -> None:
    assert NATION.said_in(text)
    assert bool(NOTHING.search(text)) is nothing
