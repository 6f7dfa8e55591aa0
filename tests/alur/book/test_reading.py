"""A book file is read strictly: whatever is not exactly what the program writes is told with file and line."""

import json

import pytest

from alur.book.handmade import BOOKS, YEAR, lines, said, verified
from paraf.alur.book import reading
from paraf.alur.book.line import read_name, written
from paraf.alur.book.problem import CHANGED, RESTORE

FIRST = min(BOOKS)
ROWS = BOOKS[FIRST].splitlines(keepends=True)


def test_a_line_is_the_json_of_the_standard_library() -> None:
    """Whoever wants to verify without this program needs nothing special."""
    for data in BOOKS.values():
        for row in data.splitlines(keepends=True):
            again = json.dumps(json.loads(row), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
            assert again.encode() + b"\n" == row


def with_row(row: bytes, at: int = 0) -> dict[str, bytes]:
    """The book with one row replaced."""
    return BOOKS | {FIRST: b"".join([*ROWS[:at], row, *ROWS[at + 1 :]])}


def changed(old: str, new: str) -> bytes:
    """The first row with one piece replaced."""
    assert ROWS[0].count(old.encode()) >= 1
    return ROWS[0].replace(old.encode(), new.encode(), 1)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (changed('"edisi":1', '"edisi":1,"edisi":1'), "isi berkas: kunci 'edisi' ditulis dua kali"),
        (changed('"edisi":1', '"edisi":NaN'), "edisi: di sini harus bilangan bulat, bukan yang bukan bilangan"),
        (changed('"edisi":1', '"edisi":-Infinity'), "edisi: di sini harus bilangan bulat, bukan yang bukan bilangan"),
        (changed('"edisi":1', '"edisi":1.0'), "edisi: di sini harus bilangan bulat, bukan nilai 1.0"),
        (changed('"edisi":1', '"edisi":"1"'), "edisi: di sini harus bilangan bulat, bukan nilai '1'"),
        (changed('"edisi":1', '"edisi":true'), "edisi: di sini harus bilangan bulat, bukan nilai true"),
        (changed('"edisi":1', '"edisi":0'), "edisi: 0 terlalu kecil"),
        (changed('"edisi":1', '"edisi":100'), "edisi: 100 terlalu besar"),
        (changed('"edisi":1', '"edisi":' + "1" * 5000), "ada bilangan yang terlalu panjang"),
        (changed('"edisi":1', '"edisi": 1'), reading._UNCANONICAL),
        (changed('"edisi":1', '"edisi":1e0'), "edisi: di sini harus bilangan bulat, bukan nilai 1.0"),
        (changed('"skema":1', '"skema":2'), "skema: nilai 2 tidak dikenal"),
        (changed('"edisi":1,', ""), "isi berkas: kunci wajib 'edisi' belum ada"),
        (changed('"edisi":1', '"edisi":1,"edsi":1'), "isi berkas: kunci 'edsi' tidak dikenal"),
        (changed('"jenis":"susun"', '"jenis":"curang"'), "tindakan[0].jenis: nilai 'curang' tidak dikenal"),
        (changed('"sidik":null', '"sidik":"AB"'), "tindakan[0].sidik: bentuk 'AB' tidak sesuai"),
        (changed('"tindakan":[', '"tindakan":[],"x":['), "tindakan: daftar ini masih kosong"),
        (changed('"tindakan":[{', '"tindakan":[[],{'), "tindakan[0]: di sini harus susunan kunci dan isi"),
        (changed('"waktu":"2026-01-08T09:00:00+07:00"', '"waktu":"2026-01-08T09:00:00"'), "bukan waktu yang lengkap"),
        (changed('"waktu":"2026-01-08T09:00:00+07:00"', '"waktu":"2026-02-30T09:00:00+07:00"'), "bukan waktu yang"),
        (changed('"waktu":"2026-01-08T09:00:00+07:00"', '"waktu":"20260108T090000+0700"'), "bukan waktu yang lengkap"),
        (changed('"nama":"K', '"nama":"\\ud800'), "tindakan[0].nama: teks ini memuat setengah karakter"),
        (changed('"nama":"K', '"nama":"\\u004b'), reading._UNCANONICAL),
        (ROWS[0][:-3] + b"\n", "isinya bukan JSON yang utuh"),
        (b"\n", "isinya bukan JSON yang utuh"),
        (b"[" * 40_000 + b"\n", "susunannya bertingkat terlalu dalam"),
        (b'"teks"\n', "isi berkas: di sini harus susunan kunci dan isi"),
        (b"\xff" + ROWS[0], "bita 0xff bukan UTF-8"),
        (ROWS[0].replace(b"\n", b"\r\n"), reading._UNCANONICAL),
        (b" " + ROWS[0], reading._UNCANONICAL),
    ],
)
def test_a_row_that_is_not_exactly_a_line_is_told(row: bytes, told: str) -> None:
    found = verified(with_row(row)).problems
    assert len(found) >= 1
    assert all(one.place.file == f"lakip/{YEAR}/buku/{FIRST}" for one in found)
    assert any("Baris ini tidak dapat dibaca: " in one.said and told in one.said for one in found), found
    assert {(one.means, one.repair) for one in found if "dibaca" in one.said} == {(CHANGED, RESTORE)}


def test_a_problem_is_one_readable_paragraph() -> None:
    (found,) = verified(with_row(changed('"edisi":1', '"edisi": 1'))).problems
    assert str(found) == (
        "lakip/2025/buku/001-nota-dinas.jsonl, baris 1: Baris ini tidak dapat dibaca: cara menulisnya bukan bentuk baku"
        " (urutan kunci, spasi, atau cara menulis isinya). Artinya baris ini pernah diubah sesudah dicatat, atau tidak"
        " ditulis oleh program. Kembalikan berkas ini seperti semula dari riwayat repositori (halaman berkas, History),"
        " lalu verifikasi lagi; baris buku tidak pernah disunting."
    )


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "1 Berkas buku ini kosong."),
        (b"x" * 1_000_001, "1 Berkas buku ini 1000001 bita; paling besar 1000000."),
        (b"x" * 60_000 + b"\n", "1 Baris ini 60001 bita; paling panjang 50000."),
        (BOOKS[FIRST][:-1], "6 Baris terakhir tidak diakhiri tanda ganti baris."),
        (BOOKS[FIRST][:-20], "6 Baris terakhir tidak diakhiri tanda ganti baris."),
        (BOOKS[FIRST] + b"\n", "7 Baris ini tidak dapat dibaca: isinya bukan JSON yang utuh."),
    ],
    ids=["empty", "huge", "long", "no end", "cut", "blank line"],
)
def test_a_file_that_cannot_be_a_book_file_is_told(data: bytes, told: str) -> None:
    assert f"{FIRST}:{told}" in said(BOOKS | {FIRST: data})


@pytest.mark.parametrize(
    ("data", "told"),
    [(b"x" * 1_000_000, "paling besar"), (b"x" * 49_999 + b"\n", "paling panjang")],
    ids=["file", "line"],
)
def test_the_largest_file_and_the_longest_line_are_read(data: bytes, told: str) -> None:
    found = [one for one in said(BOOKS | {FIRST: data}) if one.startswith(FIRST)]
    assert found
    assert not any(told in one for one in found)


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("001-nota-dinas.jsonl", (1, "nota-dinas")),
        ("999-a.jsonl", (999, "a")),
        ("1-a.jsonl", None),
        ("001-A.jsonl", None),
        ("001-a.json", None),
        ("001-.jsonl", None),
        ("001-a.jsonl ", None),
        ("x/001-a.jsonl", None),
        ("００1-a.jsonl", None),
    ],
)
def test_the_name_of_a_file_tells_its_number_and_paper(name: str, known: tuple[int, str] | None) -> None:
    assert read_name(name) == known
    if known is None:
        told = "Nama berkas ini bukan nama berkas buku"
        assert any(told in one for one in said(BOOKS | {name: BOOKS[FIRST]}))


def test_a_gap_of_several_files_is_told_at_once() -> None:
    rest = {name: data for name, data in BOOKS.items() if name[:3] not in ("002", "003")}
    assert any("Berkas buku nomor 002 sampai 003 tidak ada, padahal nomor 004 ada." in one for one in said(rest))


def test_more_files_than_there_are_numbers_are_told() -> None:
    many = {f"{number:03d}-a{letter}.jsonl": b"" for number in range(1, 1000) for letter in "ab"}
    assert any("Buku ini memuat 1998 berkas; paling banyak 999." in one for one in said(many))
    most = {f"{number:03d}-a.jsonl": b"" for number in range(1, 1000)}
    assert not any("paling banyak 999" in one for one in said(most))


def test_behind_an_unreadable_file_the_chain_goes_on() -> None:
    """One fault is told once: the file after it continues the bytes that are there."""
    found = said(with_row(ROWS[-1].replace(b'"edisi":1', b'"edisi": 1'), at=len(ROWS) - 1))
    assert [one.partition(" ")[0] for one in found] == [f"{FIRST}:6", f"{sorted(BOOKS)[1]}:1"]


def test_lines_read_are_lines_written() -> None:
    for data in BOOKS.values():
        assert b"".join(map(written, lines(data))) == data


def test_an_empty_book_is_sound_and_says_nothing() -> None:
    found = verified({})
    assert (found.problems, found.volumes, found.seal) == ((), (), "tahun-2025")
