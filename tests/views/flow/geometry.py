"""The drawing as numbers on one sheet: every row gets a height, every spot a place from the top."""

import math
from dataclasses import dataclass

from paraf.views.flow.layout import Layout, Node, Wire
from paraf.views.flow.pieces import Down, Head, Label, Line, Piece, Style
from paraf.views.flow.route import Pen, gutter_width, middle

ROW = 60.0
Point = tuple[float, float]


@dataclass(frozen=True)
class Sheet:
    """A layout in one style, with the top and height of every row."""

    layout: Layout
    style: Style
    tops: dict[str, tuple[float, float]]

    def y(self, row: str, spot: Down) -> float:
        top, height = self.tops[row]
        return top + spot.share * height + spot.px

    def centre(self, node: Node) -> Point:
        return middle(node, self.style), self.y(node.code, Down(node.share))

    def pieces(self, wire: Wire) -> list[Piece]:
        return [piece for _, piece in Pen(self.layout, self.style, (self.layout.rows,)).wire(wire)]

    def lines(self, wire: Wire) -> list[tuple[Point, Point]]:
        pieces = [piece for piece in self.pieces(wire) if isinstance(piece, Line)]
        return [((p.x1, self.y(p.row, p.y1)), (p.x2, self.y(p.row, p.y2))) for p in pieces]

    def head(self, wire: Wire) -> Point:
        (head,) = [piece for piece in self.pieces(wire) if isinstance(piece, Head)]
        return head.x, self.y(head.row, head.y)

    def labels(self, wire: Wire) -> list[str]:
        return [piece.text for piece in self.pieces(wire) if isinstance(piece, Label)]


def sheet(layout: Layout, style: Style) -> Sheet:
    tops: dict[str, tuple[float, float]] = {}
    top = 0.0
    for code in layout.rows:
        height = ROW * layout.levels(code)
        tops[code] = (top, height)
        top += height
    return Sheet(layout, style, tops)


def on_edge(drawn: Sheet, node: Node, point: Point) -> bool:
    """Whether a spot lies on a symbol's outline, to a hundredth of a pixel."""
    cx, cy = drawn.centre(node)
    dx, dy = abs(point[0] - cx), abs(point[1] - cy)
    w, h = drawn.style.width / 2, drawn.style.height / 2
    if node.shape == "belah-ketupat":
        return abs(dx / w + dy / h - 1) < 0.001
    if node.shape == "kapsul":
        return abs(math.hypot(max(dx - (w - h), 0.0), dy) - h) < 0.01
    at_side, at_foot = abs(dx - w) < 0.01, abs(dy - h) < 0.01
    return (at_side and dy <= h + 0.01) or (at_foot and dx <= w + 0.01)


def amid(drawn: Sheet, node: Node, point: Point) -> bool:
    """Whether a spot is in the middle of a symbol's side, which is a diamond's corner."""
    cx, cy = drawn.centre(node)
    dx, dy = abs(point[0] - cx), abs(point[1] - cy)
    w, h = drawn.style.width / 2, drawn.style.height / 2
    return near((dx, dy), (w, 0)) or near((dx, dy), (0, h))


def both_ways(drawn: Sheet, node: Node) -> bool:
    """Whether arrows reach and leave a symbol on the gutter's side, so that they must stand beside each other."""
    around = [wire for wire in drawn.layout.wires if wire.track is not None]
    return any(wire.source is node for wire in around) and any(wire.target is node for wire in around)


def passes_through(drawn: Sheet, node: Node, line: tuple[Point, Point]) -> bool:
    """Whether a straight line touches the inside of a symbol (its box, a pixel and a half in; of a diamond, its middle)."""
    cx, cy = drawn.centre(node)
    shrink = 0.45 if node.shape == "belah-ketupat" else 1.0
    w, h = drawn.style.width / 2 * shrink - 1.5, drawn.style.height / 2 * shrink - 1.5
    (x1, y1), (x2, y2) = line
    return max(x1, x2) > cx - w and min(x1, x2) < cx + w and max(y1, y2) > cy - h and min(y1, y2) < cy + h


def faults(drawn: Sheet) -> list[str]:
    """Everything wrong with a drawing; empty when it is right."""
    layout, style = drawn.layout, drawn.style
    right = layout.lanes * style.lane + gutter_width(layout, style)
    found: list[str] = []
    for wire in layout.wires:
        name = f"{wire.source.code}/{wire.source.order} -> {wire.target.code}/{wire.target.order}"
        lines = drawn.lines(wire)
        if not on_edge(drawn, wire.target, drawn.head(wire)):
            found.append(f"{name}: the tip is not on the target's edge")
        ends = [end for line in lines for end in line]
        starts = [end for end in ends if on_edge(drawn, wire.source, end)]
        if not starts:
            found.append(f"{name}: does not begin on the source's edge")
        if wire.source.shape == "belah-ketupat" and not any(amid(drawn, wire.source, end) for end in starts):
            found.append(f"{name}: does not begin at a corner of the diamond")
        if not both_ways(drawn, wire.target) and not amid(drawn, wire.target, drawn.head(wire)):
            found.append(f"{name}: the tip is not in the middle of the target's side")
        loose = [end for end in ends if sum(near(end, other) for other in ends) < 2]
        found += [f"{name}: a line ends nowhere at {end}" for end in loose if not _attached(drawn, wire, end)]
        found += [f"{name}: leaves the performer columns" for x, _ in ends if not 0 <= x <= right]
        found += [
            f"{name}: crosses {node.code}/{node.order}"
            for node in layout.nodes
            for line in lines
            if passes_through(drawn, node, line)
        ]
        if drawn.labels(wire) and wire.source.shape != "belah-ketupat":
            found.append(f"{name}: a label without a decision")
    return found


def near(a: Point, b: Point) -> bool:
    return abs(a[0] - b[0]) < 0.01 and abs(a[1] - b[1]) < 0.01


def _attached(drawn: Sheet, wire: Wire, end: Point) -> bool:
    return on_edge(drawn, wire.source, end) or on_edge(drawn, wire.target, end)
