"""The form cut into printed sheets: which rows stand on which, and how wide every column is, in millimetres.

A browser breaks a table where it likes; an arrow that goes on behind the break needs its lettered connector there
(PermenPAN-RB 35/2012), so the breaks are set here, from a cautious estimate of how tall every row becomes.
"""

from collections.abc import Iterator, Mapping
from itertools import count
from textwrap import wrap
from typing import Literal

from msgspec import Struct

from paraf.sop.model import Section, Step
from paraf.views.flow.layout import Layout
from paraf.views.flow.pieces import Style
from paraf.views.flow.route import Rows, gutter_width

MM = 96 / 25.4
"""Pixels in a millimetre, as browsers count them."""

# Eight-point type: a line's height, a letter's width (a wide one, so that no row is taller than thought), a cell's padding.
_LINE, _LETTER, _PADDING = 3.55, 1.6, 2.2
SYMBOL_ROW, CONNECTOR_ROW = 11.0, 7.0
"""The least height of a row with symbols, and the height of one with connectors."""
_HEADS = 24.0


class Paper(Struct, frozen=True, kw_only=True):
    """A sheet on its side: what is printable, and the usual column widths (site.md section 4), all in millimetres."""

    id: str
    name: str
    sheet: Literal["a4-lanskap", "f4-lanskap"]
    width: float
    height: float
    number: float
    lane: float
    needed: float
    time: float
    output: float
    remark: float


PAPER_A4 = Paper(
    id="a4",
    name="kertas A4",
    sheet="a4-lanskap",
    width=267,
    height=176,
    number=8,
    lane=18,
    needed=38,
    time=18,
    output=40,
    remark=25,
)
PAPER_F4 = Paper(
    id="f4",
    name="kertas F4 (folio)",
    sheet="f4-lanskap",
    width=294,
    height=176,
    number=8,
    lane=20,
    needed=42,
    time=20,
    output=42,
    remark=24,
)
PAPERS = (PAPER_A4, PAPER_F4)

_SMALLEST_LANE, _SMALLEST_TEXT, _EXTRA = 11.0, 48.0, 16.0


class Columns(Struct, frozen=True):
    """Widths in millimetres; the gutter for arrows that go back is part of the last performer's column."""

    number: float
    text: float
    lanes: tuple[float, ...]
    needed: float
    time: float
    output: float
    extra: tuple[float, ...]
    remark: float

    @property
    def all(self) -> tuple[float, ...]:
        """From left to right."""
        return (self.number, self.text, *self.lanes, self.needed, self.time, self.output, *self.extra, self.remark)


def print_style(paper: Paper, section: Section) -> Style:
    """Lanes as wide as the paper says, narrower where many performers would leave no room for the text."""
    lane = paper.lane
    while lane > _SMALLEST_LANE and _room(paper, section, lane) < _SMALLEST_TEXT:
        lane -= 1
    width = min(44.0, lane * MM * 0.62)
    return Style(lane=lane * MM, gap=16, track=14, width=width, height=width / 2)


def _room(paper: Paper, section: Section, lane: float) -> float:
    fixed = paper.number + paper.needed + paper.time + paper.output + paper.remark
    return paper.width - fixed - _EXTRA * len(section.extra) - lane * len(section.columns)


def columns(paper: Paper, section: Section, layout: Layout, style: Style) -> Columns:
    """The text gets what is left; under a readable minimum the table rather grows wider than the paper."""
    lane, gutter = style.lane / MM, gutter_width(layout, style) / MM
    text = max(_room(paper, section, lane) - gutter, _SMALLEST_TEXT / 2)
    lanes = [lane] * len(section.columns)
    lanes[-1] += gutter
    return Columns(
        paper.number,
        text,
        tuple(lanes),
        paper.needed,
        paper.time,
        paper.output,
        (_EXTRA,) * len(section.extra),
        paper.remark,
    )


def cut(paper: Paper, section: Section, layout: Layout, wide: Columns) -> tuple[Rows, ...]:
    """The codes of the rows on every sheet: as few sheets as the paper allows, about equally full.

    A row taller than a sheet has one of its own.
    """
    tall = {step.code: row_height(step, layout, wide) for step in section.steps}
    whole = paper.height - _HEADS
    if sum(tall.values()) <= whole:
        return (tuple(tall),)
    room = whole - 2 * CONNECTOR_ROW
    sheets = _fill(tall, room)
    even = sum(tall.values()) / len(sheets)
    return next(filled for extra in count() if len(filled := _fill(tall, min(even + extra, room))) <= len(sheets))


def _fill(tall: Mapping[str, float], room: float) -> tuple[Rows, ...]:
    """Row after row on the same sheet as long as there is room."""
    sheets: list[list[str]] = [[]]
    used = 0.0
    for code, height in tall.items():
        if sheets[-1] and used + height > room:
            sheets.append([])
            used = 0.0
        sheets[-1].append(code)
        used += height
    return tuple(tuple(codes) for codes in sheets)


def row_height(step: Step, layout: Layout, wide: Columns) -> float:
    """How tall a row becomes at most, in millimetres."""
    return max(
        SYMBOL_ROW * layout.levels(step.code),
        *(_text_height(text, width) for text, width in _texts(step, wide)),
    )


def _texts(step: Step, wide: Columns) -> Iterator[tuple[str, float]]:
    yield step.printed_number, wide.number
    yield step.kegiatan, wide.text
    yield step.kelengkapan or "", wide.needed
    yield step.waktu.text or "", wide.time
    yield step.output or "", wide.output
    yield step.ket or "", wide.remark
    for text in step.tambahan.values():
        yield text or "", _EXTRA


def _text_height(text: str, width: float) -> float:
    letters = max(int((width - _PADDING) / _LETTER), 1)
    lines = sum(len(wrap(line, letters)) for line in text.splitlines())
    return lines * _LINE + _PADDING
