"""A report year keeps the text of every file that people read, its markup, and the size of all files."""

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
