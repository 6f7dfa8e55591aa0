"""A letter that travels as a paper: the parts it needs, and those that are known only after it was signed."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from paraf.door.regex import regex
from paraf.laporan.anatomy import words_in
from paraf.laporan.markdown import Block, blocks
from paraf.sop.forms.evidence import Letter

_MARKS = regex(r"[*_`]")


class Lack(Struct, frozen=True):
    """What is wrong with a letter: the line (1 for the whole), what, how to repair it."""

    line: int
    message: str
    repair: str


def letter_lacks(letter: Letter, text: str) -> tuple[Lack, ...]:
    """Everything that ``bukti.yml`` asks of a letter and that this one has not, or has although it should not."""
    found = tuple(blocks(text.split("\n"), 1))
    return (*_head(letter, found), *_columns(letter, found), *_body(letter, text, found), *_guides(found))


def _rows(found: Sequence[Block]) -> Iterator[tuple[int, str, str]]:
    """The rows of all tables as line, first cell, the rest; and lines such as ``Nomor: …``."""
    for block in found:
        if block.kind == "tabel":
            for line, cells in block.rows():
                yield line, _bare(cells[0]), " ".join(cells[1:]).strip(" :")
        elif block.kind in ("paragraf", "butir"):
            for at, text in enumerate(block.lines):
                head, colon, rest = text.partition(":")
                if colon:
                    yield block.line + at, _bare(head), rest.strip()


def _bare(text: str) -> str:
    return _MARKS.sub("", text).strip(" :-").casefold()


def _head(letter: Letter, found: Sequence[Block]) -> Iterator[Lack]:
    rows = {head: (line, rest) for line, head, rest in reversed(list(_rows(found)))}
    for name in letter.kepala:
        line, rest = rows.get(name.casefold(), (1, None))
        if rest is None:
            yield Lack(line, f"Baris {name} belum ada.", f"Tambahkan baris {name} pada kepala surat.")
        elif not rest:
            yield Lack(line, f"Baris {name} masih kosong.", f"Isi baris {name}.")
    for name in letter.tanpa:
        line, rest = rows.get(name.casefold(), (1, None))
        if rest:
            message = f"{name} sudah ditulis di surat, padahal baru ada sesudah ditandatangani."
            repair = f"Kosongkan di sini, lalu catat {name.lower()} pada bukti pelaksanaannya."
            yield Lack(line, message, f"{repair} Menuliskannya kemudian mengubah isi yang sudah disetujui.")


def _columns(letter: Letter, found: Sequence[Block]) -> Iterator[Lack]:
    tables = [list(block.rows()) for block in found if block.kind == "tabel"]
    heads = {_bare(cell) for rows in tables for cell in rows[0][1]}
    lacking = [name for name in letter.kolom if name.casefold() not in heads]
    if lacking:
        yield Lack(1, f"Kolom {', '.join(lacking)} belum ada.", "Lengkapi tabel suratnya.")


def _guides(found: Sequence[Block]) -> Iterator[Lack]:
    for block in found:
        if block.kind == "catatan":
            yield Lack(block.line, "Panduan kerangkanya masih ada.", "Hapus baris itu sesudah suratnya ditulis.")


def _body(letter: Letter, text: str, found: Sequence[Block]) -> Iterator[Lack]:
    for words in letter.memuat:
        if words.casefold() not in text.casefold():
            yield Lack(1, f"“{words}” belum ada di surat.", "Lengkapi suratnya.")
    count = sum(words_in(found))
    if count < letter.kata:
        yield Lack(1, f"Isi suratnya baru {count} kata.", f"Tulis isinya, sedikitnya {letter.kata} kata.")
