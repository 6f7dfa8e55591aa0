"""From arrows to lines inside each row, on one page or on several joined by lettered connectors."""

import math
from collections.abc import Iterator
from typing import NamedTuple

from paraf.views.flow.layout import Layout, Node, Wire
from paraf.views.flow.pieces import FOOT_ROW, HEAD_ROW, Connector, Down, Head, Label, Line, Piece, Style

Rows = tuple[str, ...]

# Arrows leave and reach a symbol in the middle of its side. Where both happen at one symbol, the one that arrives keeps
# this share of the symbol's height above the middle, and the one that leaves as much below it; a diamond's exit stays at
# its corner.
SIDE = 0.2


class Spot(NamedTuple):
    """A spot in a row of a page."""

    page: int
    row: str
    y: Down


def route_pages(layout: Layout, style: Style, pages: tuple[Rows, ...]) -> list[list[Piece]]:
    """Every line, arrowhead and label of a drawing cut into pages, given by the rows on each; one page is a cut too.

    Connectors carry arrows from page to page.
    """
    found: list[list[Piece]] = [[] for _ in pages]
    pen = Pen(layout, style, pages)
    for wire in layout.wires:
        for page, piece in pen.wire(wire):
            found[page].append(piece)
    for page, piece in pen.joints():
        found[page].append(piece)
    return found


def middle(node: Node, style: Style) -> float:
    """Where a symbol's middle stands across."""
    return (node.lane + 0.5) * style.lane


def gutter_left(layout: Layout, style: Style) -> float:
    """Where the gutter begins across."""
    return layout.lanes * style.lane + style.gap


def gutter_width(layout: Layout, style: Style) -> float:
    """What the gutter adds to the last lane; nothing when no arrow needs it."""
    return style.gap + layout.tracks * style.track if layout.tracks else 0


def edge_right(node: Node, style: Style, rise: float) -> float:
    """A symbol's right edge, ``rise`` shares of its height away from its middle."""
    half, height = style.width / 2, style.height
    match node.shape:
        case "belah-ketupat":
            half *= 1 - 2 * rise
        case "kapsul":
            half += height * (math.sqrt(0.25 - rise * rise) - 0.5)
        case _:
            pass
    return middle(node, style) + half


class Pen:
    """Draws arrows one by one; it remembers how many connector letters it has used."""

    def __init__(self, layout: Layout, style: Style, pages: tuple[Rows, ...]) -> None:
        self.layout = layout
        self.style = style
        self.rows = [(HEAD_ROW, *rows, FOOT_ROW) for rows in pages]
        self.page = {code: number for number, rows in enumerate(pages) for code in rows}
        self.letters = 0
        around = [wire for wire in layout.wires if wire.track is not None]
        self.crowded = {wire.source for wire in around} & {wire.target for wire in around}

    def wire(self, wire: Wire) -> Iterator[tuple[int, Piece]]:
        """One arrow as pieces, each with the number of its page."""
        yield from self._down(wire) if wire.track is None else self._around(wire, wire.track)

    def joints(self) -> Iterator[tuple[int, Piece]]:
        """The dashed line between the symbols of a joint step."""
        half = self.style.width / 2
        for left, right in self.layout.joints:
            y = Down(left.share)
            ends = (middle(left, self.style) + half, middle(right, self.style) - half)
            yield self.page[left.code], Line(left.code, ends[0], y, ends[1], y, dashed=True)

    def _at(self, node: Node, y: Down) -> Spot:
        return Spot(self.page[node.code], node.code, y)

    def _down(self, wire: Wire) -> Iterator[tuple[int, Piece]]:
        source, target, style = wire.source, wire.target, self.style
        here, there = middle(source, style), middle(target, style)
        start = self._at(source, Down(source.share, style.height / 2))
        turn = self._at(target, Down(target.share - target.depth / 2, style.inlet))
        tip = self._at(target, Down(target.share, -style.height / 2))
        yield from self._run(here, start, tip if here == there else turn)
        if here != there:
            yield turn.page, Line(turn.row, here, turn.y, there, turn.y)
            yield from self._run(there, turn, tip)
        yield tip.page, Head(tip.row, there, tip.y, "down")
        if wire.label:
            yield start.page, Label(start.row, here + 3, Down(source.share, style.height / 2 + 8), wire.label)

    def _around(self, wire: Wire, track: int) -> Iterator[tuple[int, Piece]]:
        source, target, style = wire.source, wire.target, self.style
        gutter = gutter_left(self.layout, style) + (track + 0.5) * style.track
        if source.alone:
            below = SIDE if source in self.crowded and source.shape != "belah-ketupat" else 0
            leave = self._at(source, Down(source.share, below * style.height))
            start = edge_right(source, style, below)
        else:
            leave = self._at(source, Down(source.share + source.depth / 2, -style.inlet))
            start = middle(source, style)
            yield from self._run(start, self._at(source, Down(source.share, style.height / 2)), leave)
        yield leave.page, Line(leave.row, start, leave.y, gutter, leave.y)
        arrive = self._entrance(target)
        yield from self._run(gutter, leave, arrive)
        yield from self._enter(target, gutter, arrive)
        if wire.label:
            # Above the line, where a diamond has already made room; beside the line that comes out below it.
            x, y = (start - 2, -4) if source.alone else (edge_right(source, style, 0) + 3, 11)
            yield leave.page, Label(leave.row, x, Down(leave.y.share, leave.y.px + y), wire.label)

    def _above(self, target: Node) -> float:
        return SIDE if target in self.crowded else 0

    def _entrance(self, target: Node) -> Spot:
        """Where an arrow that ends at a symbol leaves the gutter."""
        if target.alone:
            return self._at(target, Down(target.share, -self._above(target) * self.style.height))
        return self._at(target, Down(target.share - target.depth / 2, self.style.inlet / 2))

    def _enter(self, target: Node, gutter: float, arrive: Spot) -> Iterator[tuple[int, Piece]]:
        """From the gutter to the symbol's side, or, where others stand beside it, to its top."""
        x = edge_right(target, self.style, self._above(target)) if target.alone else middle(target, self.style)
        yield arrive.page, Line(arrive.row, gutter, arrive.y, x, arrive.y)
        if target.alone:
            yield arrive.page, Head(arrive.row, x, arrive.y, "left")
            return
        tip = self._at(target, Down(target.share, -self.style.height / 2))
        yield from self._run(x, arrive, tip)
        yield tip.page, Head(tip.row, x, tip.y, "down")

    def _run(self, x: float, start: Spot, end: Spot) -> Iterator[tuple[int, Piece]]:
        """A vertical line; from page to page it jumps through a pair of connectors."""
        if start.page == end.page:
            yield from self._column(x, start, end)
            return
        downwards, half = end.page > start.page, self.style.connector / 2
        out, into = (FOOT_ROW, HEAD_ROW) if downwards else (HEAD_ROW, FOOT_ROW)
        before, after = (Down(0.5, -half), Down(0.5, half)) if downwards else (Down(0.5, half), Down(0.5, -half))
        letter = self._letter()
        yield from self._column(x, start, Spot(start.page, out, before))
        yield start.page, Connector(out, x, letter, "down" if downwards else "up")
        yield end.page, Connector(into, x, letter, "down" if downwards else "up")
        yield from self._column(x, Spot(end.page, into, after), end)

    def _column(self, x: float, start: Spot, end: Spot) -> Iterator[tuple[int, Piece]]:
        """A vertical line within a page, row by row."""
        rows = self.rows[start.page]
        first, last = rows.index(start.row), rows.index(end.row)
        if first == last:
            yield start.page, Line(start.row, x, start.y, x, end.y)
            return
        leaving, entering = (Down(1.0), Down(0.0)) if last > first else (Down(0.0), Down(1.0))
        yield start.page, Line(start.row, x, start.y, x, leaving)
        for code in rows[min(first, last) + 1 : max(first, last)]:
            yield start.page, Line(code, x, Down(0.0), x, Down(1.0))
        yield start.page, Line(end.row, x, entering, x, end.y)

    def _letter(self) -> str:
        """A, B … Z, AA, AB …"""
        self.letters += 1
        number, word = self.letters, ""
        while number:
            number, rest = divmod(number - 1, 26)
            word = chr(ord("A") + rest) + word
        return word
