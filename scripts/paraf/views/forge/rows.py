"""Rows of a comment: what was changed since the next reader last looked, and what must be repaired."""

from collections.abc import Iterator

from paraf.gerbang.effects import ChangedText
from paraf.laporan.perubahan.records import Tag
from paraf.views.forge.desk import Desk
from paraf.views.forge.escape import plain
from paraf.views.forge.links import of_year
from paraf.views.forge.missing import Missing
from paraf.views.forge.turn import Turn

CELL, LINE = 120, 240
"""Characters of a cell and of a line."""
MARKED, SHORT = 240, 20
"""Characters of a cell whose words were compared, and the least that is shown of any of its pieces."""


def changed_rows(desk: Desk, turn: Turn, changes: tuple[ChangedText, ...], most: int) -> Iterator[str]:
    """*Semula | Menjadi*: what is new since somebody of the role that is next last judged it."""
    if not changes:
        return
    who = plain(desk.role(turn.step.role)) if turn.step and turn.step.role else ""
    yield ""
    yield f"Yang berubah sejak {who} terakhir menilai:"
    yield ""
    yield "| Di | Semula | Menjadi |"
    yield "|---|---|---|"
    for one in changes[:most]:
        before, after = _side(one, "dihapus") or "(belum ada)", _side(one, "ditambah") or "(dihapus)"
        yield f"| {plain(one.place, CELL)} | {before} | {after} |"
    if len(changes) > most:
        yield ""
        yield f"dan {len(changes) - most} perubahan lain."


def _side(one: ChangedText, tag: Tag) -> str:
    """The words of one side; those that the other does not have are bold."""
    if not one.pieces:
        return plain(one.before if tag == "dihapus" else one.after, CELL)
    parts: list[str] = []
    room = MARKED
    for piece in one.pieces:
        if piece.tag in ("sama", tag) and room > 0:
            said = plain(piece.text, max(room, SHORT))
            parts.append(said if piece.tag == "sama" else f"**{said}**")
            room -= len(piece.text)
    return " ".join(parts)


def file_link(desk: Desk, turn: Turn, found: Missing) -> str:
    """The line of a finding in the editor; a file that is not there yet begins there."""
    path = of_year(desk.year, found.name)
    if path in turn.tree:
        return desk.forge.edit(turn.meta.branch, path, found.line)
    return desk.forge.new(turn.meta.branch, path)


def missing_rows(desk: Desk, turn: Turn, found: tuple[Missing, ...], most: int) -> Iterator[str]:
    """The findings, each with a link to its line in the editor."""
    if not found:
        return
    yield ""
    yield "Yang wajib diperbaiki:"
    for one in found[:most]:
        said = plain(one.said, LINE)
        place = plain(f"{one.name} baris {one.line}" if one.line > 1 else one.name)
        link = file_link(desk, turn, one)
        yield f"- [{place}]({link}): {said}" if one.name else f"- {said}"
    if len(found) > most:
        yield f"- dan {len(found) - most} lagi"
