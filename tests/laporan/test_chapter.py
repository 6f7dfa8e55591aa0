"""Chapters: what can be read and what is refused, sections, prose, and what is not prose in a line."""

from collections.abc import Iterator
from typing import Any

import pytest

from paraf.laporan.chapter import MAX_LINES, Chapter, bare, read_chapter, read_chapters
from paraf.laporan.markdown import Block

FILE = "lakip/2025/31-capaian.md"
FRONT = "---\nid: capaian\njudul: Capaian\nsasaran: SS-1\n---\n"


def chapter(body: str) -> Chapter:
    found, faults = read_chapter(FILE, (FRONT + body).encode())
    assert found is not None, faults
    return found


def test_a_chapter_knows_what_it_is_and_where_its_body_begins() -> None:
    found = chapter("\nSatu.\n")
    assert (found.id, found.goal, found.number, found.first) == ("capaian", "SS-1", "31", 6)
    assert found.lines == ["", "Satu.", ""]
    assert str(found.top) == f"{FILE}:1:1"
    assert str(found.place(7)) == f"{FILE}:7:1"
    assert str(found.spots.place(found.text.index("Satu"))) == f"{FILE}:7:1"


def test_a_body_may_follow_at_once_or_be_missing() -> None:
    assert chapter("").lines == [""]
    assert read_chapter(FILE, FRONT.rstrip().encode())[0] is not None


def test_windows_line_ends_and_tabs_are_no_trouble() -> None:
    found, faults = read_chapter(FILE, (FRONT + "\tSatu.\n").replace("\n", "\r\n").encode())
    assert (found is not None, faults) == (True, [])


@pytest.mark.parametrize(
    ("data", "message", "line"),
    [
        (b"\xff\xfe", "berkas ini tersimpan sebagai UTF-16", 1),
        (b"Satu.\n", "bab ini belum berkepala: id dan judulnya tidak ada", 1),
        (b"---\nid: capaian\n", "bab ini belum berkepala: id dan judulnya tidak ada", 1),
        (b"---\nid: capaian\njudul: Capaian\nlain: x\n---\n", "lain", 4),
        (b"---\nid: capaian\njudul: Capaian\n---\nSatu\xe2\x80\xae.\n", "karakter yang tidak terlihat", 5),
    ],
)
def test_what_cannot_be_read_is_said_with_its_line(data: bytes, message: str, line: int) -> None:
    found, faults = read_chapter(FILE, data)
    assert found is None
    assert any(message in fault.message and fault.place.line == line for fault in faults), faults


def test_sections_reach_to_the_next_heading_of_their_level() -> None:
    found = chapter("# A\nSatu.\n## B\nDua.\n# C\n")
    below = [(s.heading.text, [block.text for block in s.blocks]) for s in found.sections]
    assert below == [("A", ["Satu.", "B", "Dua."]), ("B", ["Dua."]), ("C", [])]


class Counted(tuple[Block, ...]):
    """Blocks that count how often one of them is handed out, one by one or in a slice."""

    handed = 0

    def __iter__(self) -> Iterator[Block]:
        for block in tuple.__iter__(self):
            self.handed += 1
            yield block

    def __getitem__(self, key: Any) -> Any:
        found = tuple.__getitem__(self, key)
        self.handed += len(found) if isinstance(key, slice) else 1
        return found


@pytest.mark.parametrize("unit", ["# \n", "# a\n", "## a\n\nkata\n", "# a\n## b\n### c\n"])
def test_sections_look_at_every_block_once_however_many_there_are(unit: str) -> None:
    def handed(times: int) -> int:
        found = chapter(unit * times)
        found.__dict__["blocks"] = counted = Counted(found.blocks)
        assert len(found.sections) == (unit * times).count("# ")
        return counted.handed

    assert handed(400) == 2 * handed(200) == 400 * handed(1)


def test_control_slices_of_the_blocks_are_counted() -> None:
    blocks = Counted(chapter("# a\n" * 10).blocks)
    assert sum(len(blocks[index + 1 :]) for index in range(10)) == blocks.handed == 45


@pytest.mark.parametrize("unit", ["# \n", ",\n", "1\n", "\n"])
def test_a_chapter_of_too_many_lines_is_refused_at_its_line(unit: str) -> None:
    head = "---\nid: penutup\njudul: Penutup\n---\n"
    found, faults = read_chapter("lakip/2025/80-a.md", f"{head}{unit * MAX_LINES}".encode())
    assert found is None
    assert [(fault.place.line, fault.message) for fault in faults] == [
        (20_001, "bab ini 20.004 baris; paling banyak 20.000")
    ]
    assert read_chapter("lakip/2025/80-a.md", f"{head}{unit * (MAX_LINES - 4)}".encode())[1] == []


def test_prose_is_every_line_but_tables_pictures_and_code() -> None:
    found = chapter("# A\nSatu.\n- dua\n> tiga\n\n| a |\n|--|\n\n```\nx\n```\n![](a.png)\n\n***\n")
    assert [(line.number, line.text) for line in found.prose] == [(6, "# A"), (7, "Satu."), (8, "- dua"), (9, "> tiga")]


def test_what_is_carried_over_or_guidance_is_no_prose_until_somebody_confirms_it() -> None:
    found = chapter("Satu.\n> [tahun lalu] Dua.\n> [panduan] Tiga.\n\nTanda [tahun lalu] empat.\n")
    assert [line.text for line in found.prose] == ["Satu.", "Tanda [tahun lalu] empat."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Satu dua.", "Satu dua."),
        ('Nilai {{ realisasi("IKU-1") }} naik.', "Nilai {} naik.".format(" " * 24)),
        ("a {{ b {{ c }} d", "a {{ b         d"),
        ("a {{ b", "a {{ b"),
        ("pakai `kode` ini", "pakai        ini"),
        ("pakai ``kode ` ini`` saja", "pakai                saja"),
        ("satu ` saja", "satu ` saja"),
        ("`a` dan ``b", "    dan ``b"),
        ("[kata](alamat.md) lain", "[kata]            lain"),
        ("lihat <https://a.id> ya", "lihat                ya"),
        ("lihat https://a.id/b ya", "lihat                ya"),
        ("3 < 4", "3 < 4"),
    ],
)
def test_what_is_not_prose_is_blanked_out(text: str, expected: str) -> None:
    assert bare(text) == expected
    assert len(bare(text)) == len(text)


@pytest.mark.parametrize(
    "text", ["{{ " * 100_000, "](" * 100_000, "<a" * 100_000, "".join("`" * count + "a" for count in range(1, 600))]
)
def test_a_line_of_openings_is_read_once(text: str) -> None:
    assert bare(text) == text


def test_the_chapters_of_a_year_come_in_the_order_of_their_numbers() -> None:
    files = {"20-b.md": FRONT.encode(), "10-a.md": b"", "nota-dinas.md": b"", "lampiran/10-a.md": b""}
    assert [(found is None, bool(faults)) for found, faults in read_chapters("lakip/2025", files)] == [
        (True, True),
        (False, False),
    ]


def test_the_vocabulary_is_every_word_of_the_file_in_small_letters() -> None:
    assert {"judul", "satu", "dua"} <= chapter("Satu, DUA.\n").vocabulary
    assert "tiga" not in chapter("Satu, DUA.\n").vocabulary
