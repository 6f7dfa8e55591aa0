"""What ``mencakup`` covers: folders, numbered chapters, single files, and nothing beside them."""

import pytest

from paraf.sop.covering import covers

PATTERNS = ("NN-*.md", "lampiran/", "data/", "laporan.yml")


@pytest.mark.parametrize(
    ("name", "covered"),
    [
        ("31-capaian-ss-1.md", True),
        ("lampiran/pk/murni.pdf", True),
        ("data/kinerja.yml", True),
        ("laporan.yml", True),
        ("NN-bab.md", False),
        ("3-bab.md", False),
        ("lampiran/31-bab.md", True),
        ("bukti/31-bab.md", False),
        ("data", False),
        ("data/", False),
        ("laporan.yml.bak", False),
        ("laporanXyml", False),
    ],
)
def test_a_paper_covers_what_it_names(name: str, covered: bool) -> None:
    assert covers(PATTERNS, name) is covered


def test_two_letters_inside_a_name_are_letters() -> None:
    assert covers(["ANN-*.md"], "ANN-satu.md")
    assert not covers(["ANN-*.md"], "A31-satu.md")
