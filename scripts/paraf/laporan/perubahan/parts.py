"""Chapter by chapter: what was changed, came, went or was moved, from the pairs of passages."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from paraf.laporan.perubahan.alignment import Aligned, aligned
from paraf.laporan.perubahan.passages import PartText, Passage
from paraf.laporan.perubahan.records import Angka, Cell, Change, Kind, Part, Piece, Spot, Tag, Way
from paraf.laporan.perubahan.words import pieces
from paraf.laporan.perubahan.written import written_figures


class _Side(Struct, frozen=True):
    """One state of the report: its parts, their passages in one row, which part each belongs to, and where each begins."""

    parts: Sequence[PartText]
    passages: list[Passage]
    part_of: list[PartText]
    ranges: Mapping[tuple[Kind, str], range]
    sources: frozenset[str]

    def spot(self, at: int) -> Spot:
        """Where a passage stands."""
        one, part = self.passages[at], self.part_of[at]
        return Spot(
            part=part.short,
            section=one.section,
            paragraph=one.paragraph,
            panel=one.panel,
            line=one.line if part.kind == "bab" else 0,
        )


def _side(parts: Sequence[PartText]) -> _Side:
    passages: list[Passage] = []
    part_of: list[PartText] = []
    ranges: dict[tuple[Kind, str], range] = {}
    for part in parts:
        ranges[part.kind, part.id] = range(len(passages), len(passages) + len(part.passages))
        passages += part.passages
        part_of += [part] * len(part.passages)
    made = frozenset(one.source for one in passages if one.generated)
    return _Side(parts, passages, part_of, ranges, made)


class Compared(Struct, frozen=True):
    """The parts that are not as they were: first those that are there, in their order, then those that are gone; and the
    figures in them that somebody wrote by hand."""

    parts: tuple[Part, ...]
    written: tuple[Angka, ...]


def compared(before: Sequence[PartText], after: Sequence[PartText]) -> Compared:
    """The parts of two states, passage by passage."""
    one, other = _side(before), _side(after)
    both = [(one.ranges[name], other.ranges[name]) for name in other.ranges if name in one.ranges]
    found = _Comparison(one, other, aligned(one.passages, other.passages, both))
    parts = [found.part(part) for part in after]
    parts += [found.gone(part) for part in before if (part.kind, part.id) not in other.ranges]
    changed = tuple(part for part in parts if part.changes or part.was or part.state != "tetap")
    return Compared(changed, tuple(found.written))


class _Comparison:
    """The two states and the pairs between them."""

    def __init__(self, before: _Side, after: _Side, pairs: Aligned) -> None:
        self.before, self.after = before, after
        self.kept = {to: at for at, to in pairs.kept}
        self.moved = {to: at for at, to in pairs.moved}
        self.found = {at for at, _ in (*pairs.kept, *pairs.moved)}
        self.written: list[Angka] = []

    def part(self, part: PartText) -> Part:
        """A part that is there."""
        name = (part.kind, part.id)
        was = next((one for one in self.before.parts if (one.kind, one.id) == name), None)
        return Part(
            id=part.id,
            kind=part.kind,
            file=part.file,
            title=part.title,
            was=was.title if was and was.name != part.name else "",
            state="tetap" if was else "baru",
            passages=len(part.passages),
            changes=tuple(self.changes(self.before.ranges.get(name, range(0)), self.after.ranges[name])),
        )

    def gone(self, part: PartText) -> Part:
        """A part that is not there any more."""
        here = self.before.ranges[part.kind, part.id]
        return Part(
            id=part.id,
            kind=part.kind,
            file=part.file,
            title=part.title,
            was="",
            state="dihapus",
            passages=len(part.passages),
            changes=tuple(self.changes(here, range(0))),
        )

    def changes(self, here: range, there: range) -> Iterator[Change]:
        """What changed in a part, in the order of reading; what went stands where it stood."""
        start = here.start
        for to in there:
            at = self.kept.get(to)
            if at is None:
                yield self.new(to)
                continue
            yield from self.lost(range(start, at))
            start = at + 1
            one, other = self.before.passages[at], self.after.passages[to]
            if one.key != other.key:
                yield self.pair("diubah", at, to)
        yield from self.lost(range(start, here.stop))

    def pair(self, way: Way, at: int, to: int) -> Change:
        """A passage that is there on both sides, and the figures by hand that are others in it."""
        one, other = self.before.passages[at], self.after.passages[to]
        made = way == "diubah" and one.source == other.source
        change = Change(
            way=way,
            shape=other.shape,
            cells=_compared(one, other),
            before=self.before.spot(at),
            after=self.after.spot(to),
            made=made,
        )
        if not made:
            self.written += written_figures(change, (one.source, other.source))
        return change

    def lost(self, positions: range) -> Iterator[Change]:
        """What is gone."""
        for at in positions:
            if at not in self.found:
                one = self.before.passages[at]
                made = one.generated and one.source in self.after.sources
                cells = _whole(one, "dihapus")
                yield Change(
                    way="dihapus", shape=one.shape, cells=cells, before=self.before.spot(at), after=None, made=made
                )

    def new(self, to: int) -> Change:
        """What is new here, or stood elsewhere."""
        other, after = self.after.passages[to], self.after.spot(to)
        if to in self.moved:
            return self.pair("dipindahkan", self.moved[to], to)
        made = other.generated and other.source in self.before.sources
        cells = _whole(other, "ditambah")
        return Change(way="ditambah", shape=other.shape, cells=cells, before=None, after=after, made=made)


def _compared(one: Passage, other: Passage) -> tuple[Cell, ...]:
    """Cell by cell where there are as many, else as one run of words."""
    if len(one.cells) != len(other.cells):
        return (Cell("", pieces(one.words, other.words)),)
    return tuple(
        Cell(head, pieces(was, now)) for head, was, now in zip(other.heads, one.cells, other.cells, strict=True)
    )


def _whole(one: Passage, tag: Tag) -> tuple[Cell, ...]:
    return tuple(
        Cell(head, (Piece(tag, " ".join(words)),) if words else ())
        for head, words in zip(one.heads, one.cells, strict=True)
    )
