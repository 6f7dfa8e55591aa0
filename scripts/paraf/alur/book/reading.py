"""The files of a book to lines: form and chain. What the lines say is judged in ``checking``."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec
from msgspec import Struct

from paraf.alur.book.line import FOLDER, MOST_FILES, Line, beginning, read_name, seal, written
from paraf.alur.book.problem import CHANGED, RESTORE, Problem
from paraf.alur.states import Closing, Deed
from paraf.door.jsons import load_json
from paraf.door.regex import regex
from paraf.door.text import echo
from paraf.finding import Place

MOST_BYTES = 1_000_000
LONGEST_LINE = 50_000
"""Bytes of a file and of a line; the longest real line has about two thousand."""
_DECODER = msgspec.json.Decoder(Line)
_BOOK = regex(rf"lakip/(20[0-9]{{2}})/{FOLDER}/")


class Entry(Struct, frozen=True):
    """A line with its place and its own SHA-256."""

    place: Place
    line: Line
    seal: str


class Volume(Struct, frozen=True):
    """A file of the book that could be read: its number, the paper of its name, its lines."""

    file: str
    number: int
    paper: str
    entries: tuple[Entry, ...]

    @property
    def first(self) -> Line:
        """The first line, which speaks for all in what they share."""
        return self.entries[0].line

    def closing(self) -> Closing:
        """What the file records, as the engine says it."""
        line = self.first
        return Closing(
            paper=line.naskah,
            edition=line.edisi,
            at=line.selesai,
            pull=line.pr,
            content=line.sidik_isi,
            expanded=line.sidik_teks,
            rules=line.sidik_aturan,
            deeds=tuple((entry.line.langkah, _deeds(entry.line)) for entry in self.entries),
        )


def _deeds(line: Line) -> tuple[Deed, ...]:
    return tuple(
        Deed(
            kind=deed.jenis,
            role=deed.peran,
            by=deed.akun,
            at=deed.waktu,
            content=deed.sidik,
            review=deed.tinjauan,
            on_paper=deed.di_atas_kertas is not None,
        )
        for deed in line.tindakan
    )


def folder(year: int) -> str:
    """Where the book of a year lies, with its slash."""
    return f"lakip/{year}/{FOLDER}/"


def year_of(path: str) -> int | None:
    """Of which year's book a file is; ``None`` where it is of none."""
    found = _BOOK.match(path)
    return int(found[1]) if found else None


def read_books(books: Mapping[str, bytes], year: int) -> tuple[list[Volume], list[Problem]]:
    """Every file that could be read, in order, and every problem of names, form and chain.

    ``books`` are the files of the book's folder by their name in it.
    """
    volumes: list[Volume] = []
    unread: dict[int, str] = {}
    problems = list(_name_problems(books, year))
    for name in sorted(books):
        if told := read_name(name):
            entries, found = _entries(folder(year) + name, books[name])
            problems += found
            if entries:
                volumes.append(Volume(folder(year) + name, *told, tuple(entries)))
            else:
                unread[told[0]] = seal(b"".join(books[name].splitlines(keepends=True)[-1:]))
    problems += _chain_problems(volumes, unread, year)
    return volumes, problems


def _name_problems(books: Mapping[str, bytes], year: int) -> Iterator[Problem]:
    """Names are ``nnn-<naskah>.jsonl``, numbered from 001 without a gap."""
    expected = 1
    for name in sorted(books):
        place = Place(folder(year) + echo(name), 1, 1)
        told = read_name(name)
        if told is None:
            said = "Nama berkas ini bukan nama berkas buku (tiga angka, nama naskah, lalu .jsonl)."
            yield Problem(place, said, "Artinya berkas ini tidak ditulis oleh program.", "Pindahkan dari folder buku.")
            continue
        if told[0] < expected:
            said = f"Nomor {told[0]:03d} dipakai dua berkas."
            means = "Artinya ada berkas yang disisipkan atau namanya diganti."
            yield Problem(place, said, means, RESTORE)
        elif told[0] > expected:
            gap = f"{expected:03d}" if told[0] == expected + 1 else f"{expected:03d} sampai {told[0] - 1:03d}"
            said = f"Berkas buku nomor {gap} tidak ada, padahal nomor {told[0]:03d} ada."
            means = "Artinya sebagian buku hilang, sehingga urutan persetujuannya tidak dapat dibuktikan."
            yield Problem(place, said, means, RESTORE)
        expected = max(expected, told[0] + 1)
    if len(books) > MOST_FILES:
        said = f"Buku ini memuat {len(books)} berkas; paling banyak {MOST_FILES}."
        yield Problem(Place(folder(year), 1, 1), said, "Artinya ada berkas yang bukan buku.", RESTORE)


def _entries(file: str, data: bytes) -> tuple[list[Entry], list[Problem]]:
    start = Place(file, 1, 1)
    if not data:
        return [], [Problem(start, "Berkas buku ini kosong.", "Artinya catatan satu naskah hilang.", RESTORE)]
    if len(data) > MOST_BYTES:
        said = f"Berkas buku ini {len(data)} bita; paling besar {MOST_BYTES}."
        return [], [Problem(start, said, "Artinya berkas ini bukan berkas buku.", RESTORE)]
    entries: list[Entry] = []
    problems: list[Problem] = []
    rows = data.split(b"\n")
    for number, row in enumerate(rows[:-1], start=1):
        entry, found = _entry(Place(file, number, 1), row + b"\n")
        entries += [entry] if entry else []
        problems += found
    if rows[-1]:
        said = "Baris terakhir tidak diakhiri tanda ganti baris."
        problems.append(Problem(Place(file, len(rows), 1), said, "Artinya ujung berkas ini terpotong.", RESTORE))
    return ([] if problems else entries), problems


def _entry(place: Place, row: bytes) -> tuple[Entry | None, list[Problem]]:
    if len(row) > LONGEST_LINE:
        said = f"Baris ini {len(row)} bita; paling panjang {LONGEST_LINE}."
        return None, [Problem(place, said, "Artinya isinya bukan baris buku.", RESTORE)]
    try:
        line = _DECODER.decode(row)
        if written(line) == row:
            return Entry(place, line, seal(row)), []
    except (ValueError, RecursionError):
        pass  # what is wrong is told below, in words
    faults = load_json(Line, place.file, row, LONGEST_LINE, place.line)[1]
    told = [fault.message for fault in faults] or [_UNCANONICAL]
    return None, [Problem(place, f"Baris ini tidak dapat dibaca: {why}.", CHANGED, RESTORE) for why in told]


_UNCANONICAL = "cara menulisnya bukan bentuk baku (urutan kunci, spasi, atau cara menulis isinya)"


def _chain_problems(volumes: Sequence[Volume], unread: Mapping[int, str], year: int) -> Iterator[Problem]:
    """Every line repeats the digest of the one before it; ``unread`` are the last seals of files that are faulty anyway."""
    before = beginning(year)
    for number, volume in sorted(
        [(one.number, one) for one in volumes] + [(at, None) for at in unread], key=_by_number
    ):
        if volume is None:
            before = unread[number]
            continue
        for entry in volume.entries:
            if entry.line.sebelum != before:
                yield _broken(entry, before, year)
            before = entry.seal


def _by_number(numbered: tuple[int, Volume | None]) -> int:
    return numbered[0]


def _broken(entry: Entry, before: str, year: int) -> Problem:
    if before == beginning(year):
        said = f"Baris pertama buku ini harus menyambung '{before}', tetapi yang tertulis '{entry.line.sebelum[:12]}'."
        means = "Artinya awal buku hilang, atau baris ini dari buku tahun lain."
    else:
        said = "Rantai terputus di sini: baris ini tidak menyambung baris sebelumnya."
        means = "Artinya di antara keduanya ada baris yang diubah, dihapus, disisipkan, atau ditukar."
    return Problem(entry.place, said, means, RESTORE)
