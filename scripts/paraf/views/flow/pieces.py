"""What a drawing is made of, inside one row of the table, in one style.

Across, everything is in pixels; down, a spot is a share of the row's height plus pixels, because rows grow with their text.
"""

from typing import Literal, NamedTuple

from msgspec import Struct

# The rows that page connectors stand in, before the first and after the last step of a page; no step code looks like this.
HEAD_ROW, FOOT_ROW = "kepala", "kaki"


class Style(Struct, frozen=True):
    """Sizes in pixels: a lane, the room for a word before the gutter, a gutter track, a symbol.

    ``inlet`` is how far below a level's top lines turn; ``connector`` the side of a page connector.
    """

    lane: float
    gap: float
    track: float
    width: float
    height: float
    inlet: float = 7
    connector: float = 12


SHEET = Style(lane=76, gap=16, track=12, width=46, height=24)
PHONE = Style(lane=30, gap=20, track=9, width=22, height=16, inlet=6)


class Down(NamedTuple):
    """A spot down a row: share of its height, then pixels."""

    share: float
    px: float = 0.0


class Line(Struct, frozen=True):
    """A straight line inside one row; across when both ends have the same ``Down``. ``dashed`` joins a joint step."""

    row: str
    x1: float
    y1: Down
    x2: float
    y2: Down
    dashed: bool = False


class Head(Struct, frozen=True):
    """An arrowhead whose tip is at the spot."""

    row: str
    x: float
    y: Down
    pointing: Literal["down", "left"]


class Label(Struct, frozen=True):
    """Ya or Tidak, its left end at the spot."""

    row: str
    x: float
    y: Down
    text: str


class Connector(Struct, frozen=True):
    """The fifth symbol, a pentagon with a letter: the arrow goes on at the same letter of another page."""

    row: str
    x: float
    letter: str
    pointing: Literal["down", "up"]


Piece = Line | Head | Label | Connector
