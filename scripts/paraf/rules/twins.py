"""Passages that stand twice in a report, found in time that grows with its length only."""

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from paraf.laporan.chapter import Chapter
from paraf.laporan.markdown import Block

SHORTEST, LONG, ALIKE = 12, 25, 0.95
"""Words of a passage that may not be repeated; from ``LONG`` on a passage ``ALIKE`` another counts, too."""
_RUN = 6
# Of two passages of 25 words that differ in one, one holds 12 words of the other in a row: a whole run of six among them.
_TRIED = 4
_MARKS = str.maketrans(dict.fromkeys("\"'“”‘’(){}[]<>*_`,.;:!?–", " "))


class Twin(Struct, frozen=True):
    """A passage, by chapter and line, and the one before it that it repeats."""

    first: "Spot"
    second: "Spot"
    text: str
    exact: bool

    @property
    def opening(self) -> str:
        """The first words of the passage."""
        return " ".join(self.text[:120].split()[:5])


Spot = tuple[Chapter, int]
Words = tuple[str, ...]


def twins_of(chapters: Sequence[Chapter]) -> Iterator[Twin]:
    """The repeated passages; of a paragraph that is repeated whole only its beginning."""
    finder = _Finder()
    for chapter in chapters:
        # Letters are folded for a whole chapter at once: line by line it takes three times as long.
        lines = chapter.text.translate(_MARKS).casefold().split("\n")
        for block in chapter.blocks:
            if block.kind in ("paragraf", "butir"):
                yield from finder.block(chapter, block, lines)


class _Finder:
    def __init__(self) -> None:
        self.blocks: dict[Words, Spot] = {}
        self.sentences: dict[Words, Spot] = {}
        self.runs: dict[Words, tuple[Spot, Words]] = {}

    def block(self, chapter: Chapter, block: Block, lines: Sequence[str]) -> Iterator[Twin]:
        if len(block.lines) > 1:
            start = (chapter, block.line)
            first = self.blocks.setdefault(block.lines, start)
            if first is not start and len(block.text.split()) >= SHORTEST:
                yield Twin(first, start, block.lines[0], exact=True)
                return
        for number, text in enumerate(block.lines, start=block.line):
            words = tuple(lines[number - 1].split())
            if len(words) >= SHORTEST:
                here = (chapter, number)
                known = self.sentences.setdefault(words, here)
                if known is not here:
                    yield Twin(known, here, text, exact=True)
                elif len(words) >= LONG and (near := self.near(words, here)):
                    yield Twin(near, here, text, exact=False)

    def near(self, words: Words, here: Spot) -> Spot | None:
        """Where nearly the same stands; of the passages that share a run of words a few are compared."""
        tried: dict[Words, Spot] = {}
        for at in range(len(words) - _RUN + 1):
            found = self.runs.get(words[at : at + _RUN])
            if found and len(tried) < _TRIED:
                tried[found[1]] = found[0]
        for at in range(0, len(words) - _RUN + 1, _RUN):
            self.runs[words[at : at + _RUN]] = (here, words)
        return next((spot for other, spot in tried.items() if _alike(words, other)), None)


def _alike(one: Words, other: Words) -> bool:
    longer = max(len(one), len(other))
    if min(len(one), len(other)) < ALIKE * longer:
        return False
    return (Counter(one) & Counter(other)).total() >= ALIKE * longer
