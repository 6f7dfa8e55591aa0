"""What the language rules share: the writer's own words, the cells of a table, and a wording with a better one."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from paraf.door.regex import regex
from paraf.finding import Fix
from paraf.laporan.chapter import Chapter, Line, bare
from paraf.laporan.markdown import Block
from paraf.rules.report_base import Observed

_QUOTED = regex(r"“[^“”]*”|\"[^\"]*\"")
_CELL_EDGE = regex(r"(?<!\\)\|")


class Rewrite(Struct, frozen=True):
    """A wording at an offset of a line, the better one (empty where nobody can tell), and why.

    ``sure``: a machine may exchange them.
    """

    start: int
    old: str
    new: str
    why: str
    sure: bool = True


class Cell(Struct, frozen=True):
    """A cell of a hand-written table: its line, the offset of its text, and the text with calls blanked out."""

    line: int
    start: int
    text: str


def before(text: str, at: int, most: int = 40) -> str:
    """The few letters before an offset; never the whole of a very long line."""
    return text[max(at - most, 0) : at]


def own_words(text: str) -> str:
    """A line with quotations blanked out, as long as before: those words are somebody else's."""
    return _QUOTED.sub(lambda found: " " * len(found[0]), text) if "“" in text or '"' in text else text


def own_prose(chapter: Chapter) -> Iterator[Line]:
    """The lines of prose but quotations; ``bare`` holds no quoted words either."""
    for line in chapter.prose:
        if not line.text.lstrip().startswith(">"):
            yield Line(line.number, line.text, own_words(line.bare))


def tables(chapter: Chapter) -> Iterator[Block]:
    """The tables written by hand."""
    return (block for block in chapter.blocks if block.kind == "tabel")


def table_rows(block: Block) -> list[list[Cell]]:
    """The rows of a table below its head."""
    return [row_cells(number, line) for number, line in enumerate(block.lines[2:], start=block.line + 2)]


def row_cells(number: int, line: str) -> list[Cell]:
    """The cells of one row with where they stand."""
    text = bare(line)
    edges = [-1, *(found.start() for found in _CELL_EDGE.finditer(text)), len(text)]
    cells = []
    for start, end in pairwise(edges):
        inner = text[start + 1 : end]
        cells.append(Cell(number, start + 1 + len(inner) - len(inner.lstrip()), inner.strip()))
    # A row may begin and end with an edge, or not.
    first = 1 if text.lstrip().startswith("|") else 0
    last = len(cells) - 1 if text.rstrip().endswith("|") and not text.rstrip().endswith("\\|") else len(cells)
    return cells[first:last]


def overlaps(one: Rewrite, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a wording shares a letter with one of some stretches of its line."""
    return any(one.start < end and start < one.start + len(one.old) for start, end in spans)


def observed(chapter: Chapter, line: int, one: Rewrite, offset: int = 0) -> Observed:
    """A wording that is written otherwise, at its place."""
    place = chapter.place(line, offset + one.start + 1)
    return Observed(
        place=place,
        subject=f"“{one.old.strip()}”",
        message=one.why,
        repair=_repair(one),
        fix=Fix(place, one.old, one.new) if one.sure else None,
    )


def _repair(one: Rewrite) -> str:
    if not one.new:
        return "Periksa angkanya, lalu tulis seperti 1.234.567,89."
    return f"Tulis “{one.new.strip()}”." if one.sure else f"Bila itu maksudnya, tulis “{one.new.strip()}”."
