"""Which symbol stands in which lane and level, and which way each arrow goes (PermenPAN-RB 35/2012, five symbols).

A row of the table has one level, or one per symbol where the symbols follow each other. An arrow to the very next level
goes down; every other arrow goes through the gutter right of the lanes, on a track that no overlapping arrow uses.
"""

from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from paraf.sop.forms.sop import Shape
from paraf.sop.model import Edge, Origin, Section, Step


class Node(Struct, frozen=True):
    """One symbol: the n-th (from 1) of a step, its lane (from 0), its level within the whole drawing and within the row.

    ``read`` when it is our reading; ``alone`` when no other symbol stands in its level.
    """

    code: str
    order: int
    shape: Shape
    lane: int
    level: int
    share: float
    depth: float
    read: bool
    alone: bool


class Wire(Struct, frozen=True):
    """An arrow between two symbols; ``track`` is its gutter track, ``None`` when it goes straight down."""

    source: Node
    target: Node
    label: str | None
    track: int | None


class Layout(Struct, frozen=True):
    """A drawing: symbols in order, arrows, symbols of a joint step, the number of gutter tracks, what could not be drawn."""

    rows: tuple[str, ...]
    lanes: int
    nodes: tuple[Node, ...]
    wires: tuple[Wire, ...]
    joints: tuple[tuple[Node, Node], ...]
    tracks: int
    missing: tuple[str, ...]

    def levels(self, code: str) -> int:
        """How many symbols stand below each other in a row; one at least, so that a row has a height."""
        return max((round(1 / node.depth) for node in self.nodes if node.code == code), default=1)


def lay_out(section: Section) -> Layout:
    """Place every symbol and every arrow of a procedure."""
    nodes = tuple(_nodes(section))
    by_name = {(node.code, node.order): node for node in nodes}
    pairs = [
        (by_name[source], by_name[target], edge.label)
        for edge in _edges(section)
        if (source := (edge.source, edge.source_symbol)) in by_name
        and (target := (edge.target, edge.target_symbol)) in by_name
    ]
    wires = _tracked(pairs)
    drawn = {node.code for node in nodes}
    return Layout(
        rows=tuple(step.code for step in section.steps),
        lanes=len(section.columns),
        nodes=nodes,
        wires=wires,
        joints=tuple(_joints(nodes)),
        tracks=max((wire.track + 1 for wire in wires if wire.track is not None), default=0),
        missing=tuple(step.code for step in section.steps if step.code not in drawn),
    )


def _nodes(section: Section) -> Iterator[Node]:
    lane = {role: index for index, role in enumerate(section.columns)}
    level = 0
    for step in section.steps:
        placed = [
            (order, lane[role], symbol.bentuk)
            for order, (role, symbol) in enumerate(step.placed, start=1)
            if role in lane
        ]
        joint = step.performers.value.together == "bersama"
        levels = min(len(placed), 1) if joint else len(placed)
        for index, (order, column, shape) in enumerate(placed):
            depth = 0 if joint else index
            yield Node(
                code=step.code,
                order=order,
                shape=shape,
                lane=column,
                level=level + depth,
                share=(depth + 0.5) / levels,
                depth=1 / levels,
                read=step.symbols.origin is Origin.READ,
                alone=not joint or len(placed) == 1,
            )
        level += levels


def _edges(section: Section) -> Iterator[Edge]:
    for step in section.steps:
        yield from _inside(step)
        yield from step.edges


def _inside(step: Step) -> Iterator[Edge]:
    """The links between symbols that follow each other in one row, unless the print draws them itself."""
    if step.performers.value.together == "bersama":
        return
    drawn = {edge.source_symbol for edge in step.edges if edge.target == step.code}
    for order in range(1, len(step.placed)):
        if order not in drawn:
            yield Edge(step.code, order, step.code, order + 1, None, Origin.READ)


def _tracked(pairs: list[tuple[Node, Node, str | None]]) -> tuple[Wire, ...]:
    """Give every arrow that cannot go straight down the innermost track that is free over its whole length."""
    wires: list[Wire] = []
    taken: list[list[tuple[int, int]]] = []
    for source, target, label in pairs:
        said = label if source.shape == "belah-ketupat" else None
        if target.level == source.level + 1:
            wires.append(Wire(source, target, said, None))
            continue
        low, high = sorted((source.level, target.level))
        track = next((n for n, used in enumerate(taken) if all(high < a or b < low for a, b in used)), len(taken))
        if track == len(taken):
            taken.append([])
        taken[track].append((low, high))
        wires.append(Wire(source, target, said, track))
    return tuple(wires)


def _joints(nodes: tuple[Node, ...]) -> Iterator[tuple[Node, Node]]:
    """Neighbouring symbols of a joint step, left to right."""
    together = sorted((node for node in nodes if not node.alone), key=lambda node: (node.level, node.lane))
    for left, right in pairwise(together):
        if left.level == right.level:
            yield left, right
