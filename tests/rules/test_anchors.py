"""Where a relative address leads, and which headings can be jumped to."""

import pytest

from paraf.rules.anchors import anchors, decoded, resolved, slug


@pytest.mark.parametrize(
    ("source", "path", "file"),
    [
        ("80-penutup.md", "data/kinerja.yml", "data/kinerja.yml"),
        ("lampiran/a.md", "../data/b.csv", "data/b.csv"),
        ("lampiran/a.md", "./c%20d.pdf", "lampiran/c d.pdf"),
        ("a.md", "..", None),
        ("a.md", "../2024/b.md", None),
        ("a.md", "lampiran/%2e%2e/../../x", None),
        ("a.md", "/etc/x", None),
        ("a.md", "\\x", None),
    ],
)
def test_an_address_is_seen_from_its_file_and_stays_in_the_year(source: str, path: str, file: str | None) -> None:
    assert resolved(source, path) == file


def test_anchors_are_those_of_the_site() -> None:
    text = "---\njudul: Pendahuluan\n---\n\n## A. Tugas & Fungsi\n\n## Simpulan\n\n## Simpulan\n\n## Simpulan\n"
    assert anchors(text) == {"pendahuluan", "a-tugas-fungsi", "simpulan", "simpulan_1", "simpulan_2"}
    assert slug("Kinerja – Téknis") == "kinerja-teknis"


def test_what_is_encoded_is_read() -> None:
    assert decoded("a%20b%C3%A9%zz") == "a bé%zz"
