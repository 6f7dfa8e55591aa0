"""Charts from figures: bars that lie, with a tick for what was wanted; columns for years. Geometry only, no words made.

A bar is whole, hatched (missed) or hollow (nothing to judge it by); what it means stands in words behind it.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from math import ceil
from typing import Literal

from msgspec import Struct

from paraf.laporan.svg import (
    EDGE,
    HUE,
    INK,
    LEADING,
    PAPER,
    WIDTH,
    hatch,
    picture,
    rectangle,
    stroke,
    text_width,
    wrapped,
    written,
)

Look = Literal["penuh", "arsir", "kosong"]
Key = tuple[Look | Literal["tegak", "datar"], str]
"""A line of the legend: a symbol (a bar's look, or the tick as it stands or lies) and what it stands for."""
_BAR, _GAP, _ROOM = 22, 16, 268
"""Height of a bar, space below a row, where the longest bar ends."""
_PORTION = 1200
"""How high a picture grows before its rows go on in another: on paper it is 80 mm wide, and a page then 1,400 high."""
_STRONG = 1.1
"""How much wider strong letters are, in a font that may stand in for ours."""
_COLUMNS, _HEIGHT, _MOST = 56, 190, 8
"""Widest column, height of the plot, how many years at most."""


class Bar(Struct, frozen=True, kw_only=True):
    """One row: its name above, ``words`` behind the bar. ``value`` ``None``: no bar. ``frame`` is drawn around it."""

    name: str
    words: str
    value: Decimal | None
    look: Look = "penuh"
    frame: Decimal | None = None


class Column(Struct, frozen=True, kw_only=True):
    """One year: ``words`` above the column, ``ticks`` across it."""

    name: str
    words: str
    value: Decimal | None
    look: Look = "penuh"
    ticks: tuple[Decimal, ...] = ()


class Scale(Struct, frozen=True):
    """Figures to pixels; what lies outside is drawn at the edge."""

    low: Decimal
    high: Decimal
    start: float
    end: float

    def at(self, value: Decimal) -> float:
        """Where a figure stands."""
        inside = min(max(value, self.low), self.high)
        return self.start + float((inside - self.low) / (self.high - self.low)) * (self.end - self.start)


def portions(rows: Sequence[Bar]) -> list[Sequence[Bar]]:
    """Rows in as few pictures as can be read on a page of paper, about equally high; at least one picture."""
    heights = [len(_names(row)) * LEADING + 2 + _BAR + _GAP for row in rows]
    total = sum(heights)
    count = max(1, ceil(total / _PORTION))
    found: list[list[Bar]] = [[] for _ in range(count)]
    passed = 0
    for row, height in zip(rows, heights, strict=True):
        # A row belongs where its middle falls.
        found[(2 * passed + height) * count // (2 * total)].append(row)
        passed += height
    return [portion for portion in found if portion] or [rows]


def _names(row: Bar) -> list[str]:
    return wrapped(row.name, (WIDTH - 2 * EDGE) / _STRONG)


def bars(
    title: str,
    words: str,
    name: str,
    rows: Sequence[Bar],
    keys: Sequence[Key],
    tick: Decimal | None,
    every: Sequence[Bar] | None = None,
) -> str:
    """Bars below each other. They end at twice the ``tick``, with a gap that says so; the words tell the rest.

    ``every`` are the rows of all pictures of the chart, which share one scale.
    """
    scale = _bar_scale(rows if every is None else every, tick)
    pattern = f"arsir-{name}"
    shapes, y = [hatch(pattern)], _legend_height(keys)
    shapes += _legend(keys, pattern)
    for row in rows:
        names = _names(row)
        shapes.append(written(names, EDGE, y + LEADING - 6, weight="600"))
        y += len(names) * LEADING + 2
        ends = [scale.at(value) for value in (row.value, row.frame, tick) if value is not None]
        x = max(ends, default=EDGE) + 8
        lines = wrapped(row.words, WIDTH - EDGE - x)
        shapes += _bar(row, scale, y, f"url(#{pattern})")
        if tick is not None:
            shapes += _tick(scale.at(tick), y - 3, scale.at(tick), y + _BAR + 3)
        shapes.append(written(lines, x, y + 16.5))
        y += max(_BAR, len(lines) * LEADING) + _GAP
    return picture(y, title, words, shapes)


def _bar_scale(rows: Sequence[Bar], tick: Decimal | None) -> Scale:
    found = [value for row in rows for value in (row.value, row.frame) if value is not None]
    low, high = min([*found, Decimal(0)]), max([*found, tick or Decimal(1)])
    if tick is not None:
        low, high = max(low, -tick), min(high, 2 * tick)
    return Scale(low, high, EDGE, _ROOM)


def _bar(row: Bar, scale: Scale, y: float, pattern: str) -> Iterator[str]:
    base = scale.at(Decimal(0))
    yield stroke(base, y - 3, base, y + _BAR + 3)
    slim = 0 if row.frame is None else 5
    if row.frame is not None:
        edge = scale.at(row.frame)
        yield rectangle(min(base, edge), y, abs(edge - base), _BAR, PAPER, HUE)
    if row.value is None:
        return
    end = scale.at(row.value)
    yield _filled(min(base, end), y + slim, abs(end - base), _BAR - 2 * slim, row.look, pattern)
    if not scale.low <= row.value <= scale.high:
        inward = -16 if row.value > 0 else 10
        for shift in (0, 6):
            yield stroke(end + inward + shift, y + _BAR + 2, end + inward + 6 + shift, y - 2, PAPER, 3)


def _tick(x1: float, y1: float, x2: float, y2: float) -> tuple[str, str]:
    """A line that stands out from bars and paper alike."""
    return stroke(x1, y1, x2, y2, PAPER, 7), stroke(x1, y1, x2, y2, INK, 3)


def _filled(x: float, y: float, width: float, height: float, look: Look, pattern: str) -> str:
    fill = {"penuh": HUE, "arsir": pattern, "kosong": PAPER}[look]
    return rectangle(x, y, width, height, fill, HUE)


def fitting(columns: Sequence[Column]) -> int:
    """How many columns have room side by side: what is written above each decides."""
    widest = max((_widest(column) for column in columns), default=1)
    return max(2, min(_MOST, int((WIDTH - 2 * EDGE) // (widest + 10))))


def _widest(column: Column) -> float:
    return max(text_width(word) for word in [column.name, *column.words.split()])


def columns(title: str, words: str, name: str, found: Sequence[Column], keys: Sequence[Key]) -> str:
    """Columns beside each other, the latest of ``found`` as far as there is room."""
    shown = found[-fitting(found) :]
    pattern = f"arsir-{name}"
    pitch = (WIDTH - 2 * EDGE) / max(len(shown), 1)
    room = pitch - 4
    above = max((len(wrapped(column.words, room)) for column in shown), default=1) * LEADING
    top = _legend_height(keys) + above + 4
    values = [value for column in shown for value in (column.value, *column.ticks) if value is not None]
    low, high = min([*values, Decimal(0)]), max([*values, Decimal(0)])
    scale = Scale(low, high if high > low else low + 1, top + _HEIGHT, top)
    shapes = [hatch(pattern), *_legend(keys, pattern)]
    for index, column in enumerate(shown):
        middle = EDGE + pitch * (index + 0.5)
        shapes += _column(column, scale, middle, pitch, f"url(#{pattern})")
    base = scale.at(Decimal(0))
    shapes.append(stroke(EDGE, base, WIDTH - EDGE, base))
    return picture(top + _HEIGHT + LEADING + 10, title, words, shapes)


def _column(column: Column, scale: Scale, middle: float, pitch: float, pattern: str) -> Iterator[str]:
    half = min(_COLUMNS, pitch * 0.6) / 2
    base, highest = scale.at(Decimal(0)), scale.at(Decimal(0))
    if column.value is not None:
        end = scale.at(column.value)
        yield _filled(middle - half, min(base, end), 2 * half, abs(end - base), column.look, pattern)
        highest = min(highest, end)
    for tick in column.ticks:
        y = scale.at(tick)
        highest = highest if column.value is None else min(highest, y)
        yield from _tick(middle - half - 6, y, middle + half + 6, y)
    lines = wrapped(column.words, pitch - 4)
    yield written(lines, middle, highest - 8 - LEADING * (len(lines) - 1), "middle")
    yield written([column.name], middle, scale.start + LEADING, "middle", weight="600")


def _legend_height(keys: Sequence[Key]) -> int:
    return EDGE + len(keys) * LEADING + (8 if keys else 0)


def _legend(keys: Sequence[Key], pattern: str) -> Iterator[str]:
    for index, (symbol, words) in enumerate(keys):
        y = EDGE + index * LEADING
        if symbol == "tegak":
            yield stroke(EDGE + 12, y, EDGE + 12, y + 14, INK, 3)
        elif symbol == "datar":
            yield stroke(EDGE, y + 7, EDGE + 24, y + 7, INK, 3)
        else:
            yield _filled(EDGE, y, 24, 14, symbol, f"url(#{pattern})")
        yield written(wrapped(words, WIDTH - 3 * EDGE - 24, 1), EDGE + 34, y + 13)
