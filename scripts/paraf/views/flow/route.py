"""From arrows to lines inside each row, in one style of drawing.

Across, everything is in pixels; down, a spot is a share of the row's height plus pixels, because rows grow with their text.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from paraf.views.flow.layout import Layout, Node, Wire


@dataclass(frozen=True, slots=True)
class Style:
    """Sizes in pixels: a lane, the room for a word before the gutter, a gutter track, a symbol.

    ``inlet`` is how far below a level's top lines turn.
    """

    lane: int
    gap: int
    track: int
    width: int
    height: int
    inlet: int = 7


SHEET = Style(lane=76, gap=12, track=12, width=46, height=24)
PHONE = Style(lane=30, gap=16, track=9, width=22, height=16, inlet=6)


class Down(NamedTuple):
    """A spot down a row: share of its height, then pixels."""

    share: float
    px: float = 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line inside one row; across when both ends have the same ``Down``. ``dashed`` joins a joint step."""

    row: str
    x1: float
    y1: Down
    x2: float
    y2: Down
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """An arrowhead whose tip is at the spot, pointing ``down`` or ``left``."""

    row: str
    x: float
    y: Down
    pointing: str


@dataclass(frozen=True, slots=True)
class Label:
    """Ya or Tidak, its left end at the spot."""

    row: str
    x: float
    y: Down
    text: str


Piece = Line | Head | Label

# A side exit leaves, and a side entry arrives, this share of the symbol's height from its middle.
SIDE = 0.2


def route(layout: Layout, style: Style) -> list[Piece]:
    """Every line, arrowhead and label of a drawing."""
    pen = _Pen(layout, style)
    return [piece for wire in layout.wires for piece in pen.wire(wire)] + list(pen.joints())


def middle(node: Node, style: Style) -> float:
    """Where a symbol's middle stands across."""
    return (node.lane + 0.5) * style.lane


def gutter_left(layout: Layout, style: Style) -> float:
    """Where the gutter begins across."""
    return layout.lanes * style.lane + style.gap


def gutter_width(layout: Layout, style: Style) -> int:
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


class _Pen:
    def __init__(self, layout: Layout, style: Style) -> None:
        self.layout = layout
        self.style = style
        self.rank = {code: rank for rank, code in enumerate(layout.rows)}

    def wire(self, wire: Wire) -> Iterator[Piece]:
        if wire.track is None:
            yield from self._down(wire)
        else:
            yield from self._around(wire, gutter_left(self.layout, self.style) + (wire.track + 0.5) * self.style.track)

    def joints(self) -> Iterator[Piece]:
        """The dashed line between the symbols of a joint step."""
        half = self.style.width / 2
        for left, right in self.layout.joints:
            y = Down(left.share)
            yield Line(left.code, middle(left, self.style) + half, y, middle(right, self.style) - half, y, dashed=True)

    def _down(self, wire: Wire) -> Iterator[Piece]:
        source, target, style = wire.source, wire.target, self.style
        here, there = middle(source, style), middle(target, style)
        foot = Down(source.share, style.height / 2)
        yield Line(source.code, here, foot, here, Down(source.share + source.depth / 2))
        # Rows without a symbol (nobody performs them, or in no column) may lie between.
        for code in self.layout.rows[self.rank[source.code] + 1 : self.rank[target.code]]:
            yield Line(code, here, Down(0.0), here, Down(1.0))
        top = target.share - target.depth / 2
        turn = Down(top, style.inlet)
        if here != there:
            yield Line(target.code, here, Down(top), here, turn)
            yield Line(target.code, here, turn, there, turn)
        yield from self._enter_from_above(target, Down(top) if here == there else turn)
        if wire.label:
            yield Label(source.code, here + 3, Down(source.share, style.height / 2 + 9), wire.label)

    def _enter_from_above(self, target: Node, start: Down) -> Iterator[Piece]:
        x, tip = middle(target, self.style), Down(target.share, -self.style.height / 2)
        yield Line(target.code, x, start, x, tip)
        yield Head(target.code, x, tip, "down")

    def _around(self, wire: Wire, gutter: float) -> Iterator[Piece]:
        source, target, style = wire.source, wire.target, self.style
        if source.alone:
            leave = Down(source.share, SIDE * style.height)
            start = edge_right(source, style, SIDE)
        else:
            leave = Down(source.share + source.depth / 2, -style.inlet)
            start = middle(source, style)
            yield Line(source.code, start, Down(source.share, style.height / 2), start, leave)
        yield Line(source.code, start, leave, gutter, leave)
        if target.alone:
            arrive = Down(target.share, -SIDE * style.height)
            tip = edge_right(target, style, SIDE)
            yield Line(target.code, gutter, arrive, tip, arrive)
            yield Head(target.code, tip, arrive, "left")
        else:
            arrive = Down(target.share - target.depth / 2, style.inlet / 2)
            yield Line(target.code, gutter, arrive, middle(target, style), arrive)
            yield from self._enter_from_above(target, arrive)
        yield from self._along_the_gutter(wire, gutter, leave, arrive)
        if wire.label:
            above = Down(leave.share, leave.px - 3) if source.alone else Down(leave.share, leave.px + 9)
            yield Label(source.code, max(start, edge_right(source, style, 0)) + 3, above, wire.label)

    def _along_the_gutter(self, wire: Wire, x: float, leave: Down, arrive: Down) -> Iterator[Piece]:
        first, last = self.rank[wire.source.code], self.rank[wire.target.code]
        if first == last:
            yield Line(wire.source.code, x, leave, x, arrive)
            return
        downwards = last > first
        yield Line(wire.source.code, x, leave, x, Down(1.0 if downwards else 0.0))
        for code in self.layout.rows[min(first, last) + 1 : max(first, last)]:
            yield Line(code, x, Down(0.0), x, Down(1.0))
        yield Line(wire.target.code, x, Down(0.0 if downwards else 1.0), x, arrive)
