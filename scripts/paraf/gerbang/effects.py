"""What the gate does on the forge for a pull request, and for the board of a year; the words are made in ``views.forge``."""

from typing import Literal

from msgspec import Struct

from paraf.laporan.perubahan.records import Piece

MARK = "<!-- paraf:gerbang -->"
"""The first line of the gate's one comment, by which it is found again."""
STATUS = "paraf / gerbang"
"""The name of the gate's status; the rules of the repository ask for it by this name."""
LONGEST = 140
"""Characters that a forge shows of a status."""


def board_mark(year: int) -> str:
    """The first line of the board of a year."""
    return f"<!-- paraf:papan {year} -->"


class ChangedText(Struct, frozen=True):
    """A sentence, row or figure that was changed: where, what it was, what it became (``""``: it was not, or is not there).

    ``pieces`` tell the words of both that differ, where they were compared word by word.
    """

    place: str
    before: str
    after: str
    pieces: tuple[Piece, ...] = ()


class Meta(Struct, frozen=True, kw_only=True):
    """What a forge shows of a pull request and the flow does not ask: its head, branch, title, labels, who is asked.

    ``asked`` are the accounts that are requested now, ``by_gate`` those of them that the gate itself asked. ``reading`` is
    the address of the naskah baca; ``changes`` what was changed since the next reader last looked.
    """

    number: int
    head: str
    branch: str
    title: str
    labels: tuple[str, ...] = ()
    asked: frozenset[int] = frozenset()
    by_gate: frozenset[int] = frozenset()
    reading: str | None = None
    changes: tuple[ChangedText, ...] = ()


class PullEffects(Struct, frozen=True, kw_only=True):
    """What a pull request shall show: its status, title, the gate's labels and comment, and who is requested."""

    number: int
    head: str
    state: Literal["success", "pending", "failure", "error"]
    description: str
    title: str
    labels: tuple[str, ...]
    comment: str
    request: frozenset[int] = frozenset()


class LabelEffects(Struct, frozen=True):
    """A label of the gate's own: ``color`` without ``#``."""

    name: str
    color: str
    description: str


class BoardEffects(Struct, frozen=True):
    """The pinned page of a year."""

    year: int
    title: str
    body: str
