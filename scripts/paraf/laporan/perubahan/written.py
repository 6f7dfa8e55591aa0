"""Figures that somebody wrote into a sentence or a table and that are others now: digits, and numbers in words.

Only what stands in the file counts: a figure that a call made is told as a figure of the data.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from paraf.door.regex import regex
from paraf.laporan.perubahan.records import Angka, Cell, Change, Piece, Spot
from paraf.terbilang import LONGEST as MOST_LETTERS
from paraf.terbilang import from_words

_NUMBER = regex(r"(?:Rp ?)?[0-9]+(?:[.,][0-9]+)*%?")
_WORD = regex(r"[^\W\d_]+")
CONTEXT, LONGEST = 4, 80
"""Words before and behind a figure that say what it is; letters of the longest of them."""


def written_figures(change: Change, source: tuple[str, str]) -> Iterator[Angka]:
    """The figures of a rewritten or moved passage; ``source`` is what the file had and has in its place."""
    spot = change.after
    assert spot
    files = _file(source[0]), _file(source[1])
    for cell in change.cells:
        for at, (one, other) in enumerate(pairwise(cell.pieces)):
            if (one.tag, other.tag) != ("dihapus", "ditambah"):
                continue
            was, now = _numbers(one.text, files[0]), _numbers(other.text, files[1])
            if len(was) == len(now):
                for before, after in zip(was, now, strict=True):
                    if before != after:
                        yield _angka(change, spot, cell, at, (before, after))


class _File(Struct, frozen=True):
    """What the file has in the place of a passage: its words, and the numbers among them."""

    text: str
    numbers: frozenset[str]


def _file(source: str) -> _File:
    return _File(" ".join(source.split()), frozenset(_NUMBER.findall(source)))


def _numbers(text: str, file: _File) -> list[str]:
    """The figures among some words that the file has as they are; of words alone the number that they say."""
    found = _NUMBER.findall(text)
    if found:
        return [number for number in found if number in file.numbers]
    said = " ".join(_WORD.findall(text[: MOST_LETTERS + 1]))
    return [said] if from_words(said) is not None and said in file.text else []


def _angka(change: Change, spot: Spot, cell: Cell, at: int, figures: tuple[str, str]) -> Angka:
    return Angka(
        subject=_place(spot),
        what=_column(change, cell) if cell.head else _around(cell.pieces, at),
        before=figures[0],
        after=figures[1],
        origin="tulisan",
        shown=(spot.part,),
    )


def _place(spot: Spot) -> str:
    return spot.panel or (
        f"Paragraf {spot.paragraph}" if spot.paragraph else f"Di bawah “{_short(spot.section or spot.part)}”"
    )


def _column(change: Change, cell: Cell) -> str:
    """The row and the column of a cell."""
    row = next((one.after for one in change.cells if one.after), "")
    return f"{cell.head}, baris “{_short(row)}”"


def _around(pieces: Sequence[Piece], at: int) -> str:
    """The words before and behind a figure, with a gap in its place."""
    before = pieces[at - 1].text.split()[-CONTEXT:] if at and pieces[at - 1].tag == "sama" else []
    after = pieces[at + 2].text.split()[:CONTEXT] if at + 2 < len(pieces) and pieces[at + 2].tag == "sama" else []
    return f"“{_short(' '.join([*before, '…', *after]))}”"


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}…"
