"""Sentences of a chapter with their places: what the rules about claims read."""

from collections.abc import Iterator, Mapping, Sequence
from sys import maxsize

from msgspec import Struct

from paraf.door.regex import regex
from paraf.finding import Place
from paraf.laporan.chapter import Chapter, bare
from paraf.laporan.expand import Expanded
from paraf.laporan.markdown import Block

_PROSE = ("paragraf", "butir", "kutipan")
_END = regex(r"(?<=[.!?])\s+(?=[A-Z{*“\"])")


class Sentence(Struct, frozen=True):
    """``text`` as written; ``bare`` as long, with calls, code and addresses blanked out."""

    text: str
    bare: str
    place: Place


def sentences(chapter: Chapter, blocks: Sequence[Block]) -> Iterator[Sentence]:
    """The sentences of some blocks; headings are none."""
    for block in blocks:
        for number, line in enumerate(block.lines if block.kind in _PROSE else (), start=block.line):
            start = 0
            for end in (*(found.end() for found in _END.finditer(line)), len(line)):
                text = line[start:end]
                yield Sentence(text, bare(text), chapter.place(number, start + 1))
                start = end


def said_lines(expanded: Expanded, first: int = 1, count: int = maxsize) -> Mapping[int, str]:
    """Some lines with their calls answered, by their number; a panel counts to the line of its call."""
    lines = range(first, first + count)
    found: dict[int, list[str]] = {}
    for piece in expanded.pieces:
        if piece.line in lines:
            found.setdefault(piece.line, []).append(piece.text)
    return {line: "".join(texts) for line, texts in found.items()}
