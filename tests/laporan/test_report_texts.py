"""A report year keeps the text of every file that people read, its markup, and the size of all files."""

import pytest

from paraf.door.text import MAX_BYTES
from paraf.laporan.report import is_text, read_report

FILES = {
    "nota-dinas.md": b"Lihat [lampiran](lampiran/a.pdf).\r\n",
    "data/catatan.TXT": b"\xef\xbb\xbfsatu",
    "lampiran/a.pdf": b"",
}


def test_texts_are_those_people_read_and_sizes_those_of_the_disk() -> None:
    report = read_report(2025, FILES, {"lampiran/a.pdf": 2_000_000})
    assert dict(report.texts) == {"nota-dinas.md": "Lihat [lampiran](lampiran/a.pdf).\n", "data/catatan.TXT": "satu"}
    assert dict(report.sizes) == {"nota-dinas.md": 35, "data/catatan.TXT": 7, "lampiran/a.pdf": 2_000_000}
    assert [link.target for link in report.markup["nota-dinas.md"].links] == ["lampiran/a.pdf"]


def test_a_picture_is_no_text() -> None:
    assert [name for name in ("a.md", "b.png", "buku/001-x.jsonl", "c.pdf") if is_text(name)] == [
        "a.md",
        "buku/001-x.jsonl",
    ]


@pytest.mark.parametrize("name", ["80-penutup.md", "laporan.yml", "data/anggaran.csv"])
def test_a_file_read_only_as_far_as_its_limit_is_told_with_its_true_size(name: str) -> None:
    head = b"a" * (MAX_BYTES + 1)
    messages = {
        size: [f.message for f in read_report(2025, {name: head}, {name: size}).faults] for size in (2 * 10**7, 0)
    }
    assert messages[20_000_000] == ["berkas ini 20,0 MB; paling besar 1 MB"]
    assert messages[0] == ["berkas ini 1,1 MB; paling besar 1 MB"]
    assert [f.message for f in read_report(2025, {name: head}).faults] == messages[0]
