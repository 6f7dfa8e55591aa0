"""Lines as a reader sees them, with the calls answered, each letter knowing where it comes from."""

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from paraf.finding import Place
from paraf.laporan.chapter import Chapter
from paraf.laporan.expand import Expansion, Piece
from paraf.rules.lines import LONGEST


class SeenLine(Struct, frozen=True):
    """A line of the expanded text; ``pieces`` in order make up ``text``."""

    chapter: Chapter
    number: int
    text: str
    pieces: tuple[Piece, ...]

    def place(self, offset: int) -> Place:
        """Where a letter was written: in the writer's own words itself, in an answer the call."""
        at = 0
        for piece in self.pieces:
            if offset < at + len(piece.text):
                inside = 0 if piece.made else offset - at
                return self.chapter.place(self.number, piece.column + inside)
            at += len(piece.text)
        return self.chapter.place(self.number)


def seen_lines(expansion: Expansion, sign: str) -> Iterator[SeenLine]:
    """The lines of prose that hold a sign in the writer's own words."""
    for expanded in expansion.chapters:
        wanted = {line.number for line in expanded.chapter.prose if sign in line.bare and len(line.text) <= LONGEST}
        chosen = (piece for piece in expanded.pieces if piece.line in wanted) if wanted else ()
        for number, group in groupby(chosen, key=lambda piece: piece.line):
            pieces = tuple(group)
            text = "".join(piece.text for piece in pieces).rstrip("\n")
            yield SeenLine(expanded.chapter, number, text, pieces)
