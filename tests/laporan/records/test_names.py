"""Names of evidence files: read, written, and refused where a person could read them two ways."""

import pytest

from paraf.laporan.records.names import EvidenceName, read_name, record_of_file

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


@pytest.mark.parametrize(
    ("path", "record"),
    [
        ("bukti/a6.pdf", "bukti/a6.yml"),
        ("bukti/b12-lakip.pdf", "bukti/b12.yml"),
        ("bukti/b12-lakip-2025.png", "bukti/b12.yml"),
        ("bukti/b12-2-bertanda-tangan.pdf", "bukti/b12-2.yml"),
        ("bukti/b12-2.jpg", "bukti/b12-2.yml"),
        ("bukti/b12-v2-lakip.pdf", "bukti/b12-v2.yml"),
        ("bukti/b12-v2-3-lakip.jpeg", "bukti/b12-v2-3.yml"),
        ("bukti/b12-v2.pdf", "bukti/b12-v2.yml"),
        ("bukti/b10-kertas-halaman-satu.pdf", "bukti/b10-kertas.yml"),
    ],
)
def test_a_file_belongs_to_one_record_by_its_name(path: str, record: str) -> None:
    found = record_of_file(path)
    assert found
    assert found.path == record


@pytest.mark.parametrize(
    "path",
    [
        *("bukti/lakip.pdf", "b12-lakip.pdf", "bukti/B12-lakip.pdf", "bukti/b12-Lakip.pdf", "bukti/b12 lakip.pdf"),
        *("bukti/b12-lakip.docx", "bukti/b12-v1.pdf", "bukti/b12-1-lakip.pdf", "bukti/lain/b12.pdf", "bukti/b12.yml"),
        *("bukti/b12-.pdf", f"bukti/b12-{'a' * 42}.pdf", "bukti/b12-lakip.PDF"),
    ],
)
def test_any_other_file_belongs_to_none(path: str) -> None:
    assert record_of_file(path) is None
