"""A report as passages: paragraphs, items, rows, captions, in the order of reading, each with its words and where it stands.

Paragraphs are numbered as in the *naskah baca*: through the whole document, annexes included (``naskah/saring.lua``).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from paraf.door.regex import regex
from paraf.laporan.binding import annexes, bound
from paraf.laporan.calls.base import Chart, Figure, Panel, Table
from paraf.laporan.expand import Expansion, Piece
from paraf.laporan.markdown import Block, blocks, cells
from paraf.laporan.perubahan.records import Kind, Shape
from paraf.sop.forms.outline import OutlineFile

_ITEM = regex(r"(?:[-*+]|\d{1,9}[.)])\Z")
_NOTE = regex(r"\s*\[\^[^\]\s]{1,100}\]:")
_NUMBERED = ("paragraf", "gambar")
_SHAPES: Mapping[str, Shape] = {
    "judul": "judul",
    "paragraf": "paragraf",
    "butir": "butir",
    "gambar": "gambar",
    "kode": "kode",
    "kutipan": "kutipan",
    "catatan": "catatan",
}


Words = tuple[str, ...]


class Passage(Struct, frozen=True, kw_only=True, dict=True):
    """``cells`` hold its words (a row has several, below ``heads``); ``source`` is what the file has in its place.

    ``section``, ``paragraph`` and ``panel``: see ``Spot``. ``generated``: no word of it was written into the file.
    """

    shape: Shape
    cells: tuple[Words, ...]
    heads: tuple[str, ...]
    source: str
    line: int
    section: str = ""
    paragraph: int = 0
    panel: str = ""
    generated: bool = False

    @cached_property
    def key(self) -> str:
        """By what it is known again: its words, whatever number its table has for now."""
        return "\x1f".join(map(" ".join, self.cells))

    @cached_property
    def words(self) -> Words:
        """All its words."""
        return self.cells[0] if len(self.cells) == 1 else tuple(chain.from_iterable(self.cells))


class PartText(Struct, frozen=True, kw_only=True):
    """A chapter or annex as passages; ``id`` is its identity, ``title`` its heading, ``name`` that without any number,
    ``short`` what others call it: a chapter about one goal by the goal."""

    id: str
    kind: Kind
    file: str
    title: str
    name: str
    short: str
    passages: tuple[Passage, ...]


def part_texts(expansion: Expansion, outline: OutlineFile | None) -> list[PartText]:
    """Every chapter and annex in the order of reading. Of two with one identity the later is told apart by its place."""
    walker = _Walker()
    found = []
    for one in bound(expansion, outline):
        chapter = one.chapter.chapter
        written = dict(enumerate(chapter.lines, start=chapter.first))
        name = f"{chapter.id} {chapter.goal}" if chapter.goal else chapter.id
        passages = tuple(walker.passages(chapter.blocks, one.chapter.pieces, written))
        found.append(
            PartText(
                id=name,
                kind="bab",
                file=chapter.file.rpartition("/")[2],
                title=f"{chapter.goal} {one.heading}" if chapter.goal else one.heading,
                name=chapter.front.value.judul,
                short=chapter.goal or one.heading,
                passages=passages,
            )
        )
    report = expansion.context.report
    listed = report.annexes.value.lampiran if report.annexes else ()
    for annex, form in zip(annexes(report), listed, strict=True):
        lines = dict(enumerate(annex.lines, start=1))
        pieces = [Piece(f"{line}\n", number, 1) for number, line in lines.items()]
        passages = tuple(walker.passages(blocks(annex.lines, 1), pieces, lines))
        file = f"lampiran/{form.berkas}" if form.berkas else ""
        found.append(
            PartText(
                id=form.id,
                kind="lampiran",
                file=file,
                title=annex.heading,
                name=form.judul,
                short=annex.heading,
                passages=passages,
            )
        )
    return list(_distinct(found))


def _distinct(parts: Iterable[PartText]) -> Iterator[PartText]:
    seen = Counter[tuple[str, str]]()
    for part in parts:
        seen[part.kind, part.id] += 1
        times = seen[part.kind, part.id]
        yield part if times == 1 else replace(part, id=f"{part.id} {times}")


class _Walker:
    """Goes through the whole report and counts its paragraphs."""

    def __init__(self) -> None:
        self.paragraphs = 0

    def passages(
        self, found: Iterable[Block], pieces: Iterable[Piece], written: Mapping[int, str]
    ) -> Iterator[Passage]:
        """The passages of one file."""
        lines: dict[int, list[Piece]] = {}
        for piece in pieces:
            lines.setdefault(piece.line, []).append(piece)
        panel = section = ""
        for block in found:
            section = block.text if block.kind == "judul" else section
            if block.kind == "tabel":
                passages = _written_rows(block, lines, panel)
            else:
                passages = self.block(block, lines, written) if block.kind != "garis" else iter(())
            yield from (replace(one, section=section) for one in passages)
            panel = _caption(lines[block.line + len(block.lines) - 1])

    def block(self, block: Block, lines: Mapping[int, list[Piece]], written: Mapping[int, str]) -> Iterator[Passage]:
        """The passages of a block: a caption, a table or a chart divides the words around it."""
        run: list[int] = []
        for number in range(block.line, block.line + len(block.lines)):
            here = lines[number]
            made = next((one for one in here if isinstance(one.made, Table | Chart)), None)
            if made is None and not _caption(here):
                run.append(number)
                continue
            yield from self.run(block, run, lines, written)
            run = []
            if made and isinstance(made.made, Table | Chart):
                yield from _panel(made.made, made.number or "", written[number].strip(), number)
            else:
                yield _passage(
                    "keterangan", tuple(_text(here[1:]).split()), written[number], number, panel=_caption(here)
                )
        yield from self.run(block, run, lines, written)

    def run(
        self, block: Block, run: Sequence[int], lines: Mapping[int, list[Piece]], written: Mapping[int, str]
    ) -> Iterator[Passage]:
        """The words on some lines of a block as one passage."""
        if not run:
            return
        said = _without_mark(block, tuple(_text([piece for number in run for piece in lines[number]]).split()))
        counted = block.kind in _NUMBERED and not _NOTE.match(written[run[0]])
        self.paragraphs += counted
        source = "\n".join(written[number] for number in run)
        yield _passage(_SHAPES[block.kind], said, source, run[0], paragraph=self.paragraphs if counted else 0)


def _passage(shape: Shape, said: Words, source: str, line: int, *, paragraph: int = 0, panel: str = "") -> Passage:
    return Passage(shape=shape, cells=(said,), heads=("",), source=source, line=line, paragraph=paragraph, panel=panel)


def _caption(pieces: Iterable[Piece]) -> str:
    """The number of a table written by hand whose caption stands on this line."""
    return next((piece.number for piece in pieces if piece.number and piece.made is None), "")


def _text(pieces: Iterable[Piece]) -> str:
    """What stands on a line, figures as they are read."""
    return "".join(str(piece.made) if isinstance(piece.made, Figure) else piece.text for piece in pieces)


def _without_mark(block: Block, said: Words) -> Words:
    """Words without what makes them a heading or an item."""
    first = said[0] if said else ""
    mark = (block.kind == "judul" and not first.strip("#")) or (block.kind == "butir" and _ITEM.match(first))
    return said[1:] if mark else said


def _written_rows(block: Block, lines: Mapping[int, list[Piece]], panel: str) -> Iterator[Passage]:
    """The rows of a table written by hand."""
    heads: Words = ()
    for number, row in block.rows():
        shown = cells(_text(lines[number]).rstrip("\n"))
        said = tuple(tuple(cell.split()) for cell in shown)
        # A row may have more cells than there are heads, or fewer.
        names = (*heads, *("",) * len(said))[: len(said)]
        source = "|".join(row)
        yield Passage(shape="baris", cells=said, heads=names, source=source, line=number, panel=panel)
        heads = heads or tuple(shown)


def _panel(made: Panel, number: str, source: str, line: int) -> Iterator[Passage]:
    """A table or chart that a call made: its title, its rows, its notes; the picture shows the same figures."""
    table = made.table if isinstance(made, Chart) else made
    rows: list[tuple[Shape, Words, Words]] = [("keterangan", (made.title,), ("",))]
    rows.append(("baris", table.heads, ("",) * len(table.heads)))
    rows += [("baris", row, table.heads) for row in table.rows]
    rows += [("keterangan", (note,), ("",)) for note in table.notes]
    for shape, texts, heads in rows:
        said = tuple(tuple(text.split()) for text in texts)
        yield Passage(shape=shape, cells=said, heads=heads, source=source, line=line, panel=number, generated=True)
