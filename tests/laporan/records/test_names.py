"""Names of evidence files: read, written, and refused where a person could read them two ways."""

import pytest

from paraf.laporan.records.names import EvidenceName, read_name

NAMES = {
    "bukti/a6.yml": EvidenceName("A6"),
    "bukti/b12-v2.yml": EvidenceName("B12", edition=2),
    "bukti/b17-2.yml": EvidenceName("B17", number=2),
    "bukti/b17-v2-3.yml": EvidenceName("B17", edition=2, number=3),
    "bukti/b10-kertas.yml": EvidenceName("B10", on_paper=True),
    "bukti/b10-v11-kertas.yml": EvidenceName("B10", edition=11, on_paper=True),
}


@pytest.mark.parametrize(("path", "name"), NAMES.items(), ids=list(NAMES))
def test_a_name_is_read_and_written_the_same_way(path: str, name: EvidenceName) -> None:
    assert read_name(path) == name
    assert name.path == path


@pytest.mark.parametrize(
    "path",
    [
        "a6.yml",
        "bukti/A6.yml",
        "bukti/a6.yaml",
        "bukti/a6-1.yml",
        "bukti/a6-v1.yml",
        "bukti/a6-02.yml",
        "bukti/a6-kertas-2.yml",
        "bukti/a6-2-v2.yml",
        "bukti/lain/a6.yml",
        "bukti/a6.yml\n",
        "bukti/a٦.yml",
        "bukti/.yml",
    ],
)
def test_any_other_name_is_none(path: str) -> None:
    assert read_name(path) is None
