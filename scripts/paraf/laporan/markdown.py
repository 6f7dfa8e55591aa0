"""Markdown as chapters use it, to blocks that know their lines: what the checks look at, not a renderer.

Lines are as in the file, so that a finding can point; ``{{ calls }}`` are text here (see ``laporan.expand``).
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from msgspec import Struct

from paraf.door.regex import regex

Kind = Literal["judul", "paragraf", "butir", "tabel", "gambar", "kode", "kutipan", "catatan", "garis"]
"""``catatan``: lines that are not this year's text yet, carried over or guidance; no rule about prose reads them."""

CARRIED = "> [tahun lalu] "
"""Before a sentence of last year's report that nobody has confirmed yet."""
AS_IT_WAS = " di bawah ini dibawa apa adanya. Perbarui isinya, lalu hapus baris ini."
"""Ends the carried note above a table, a picture or code, which cannot be marked line by line."""
GUIDE = "> [panduan] "
"""Before a sentence that says what to write here; it is taken out once it is written."""

_HEADING = regex(r"(#{1,6})\s+(.*)")
_FENCE = regex(r" {0,3}(`{3,}(?!.*`)|~{3,})")
_ITEM = regex(r"\s*(?:[-*+]|\d{1,3}[.)])\s+")
_IMAGE = regex(r"\s*!\[[^\]]*\]\([^)]*\)\s*$")
_RULE = regex(r" {0,3}([-*_])(\s*\1){2,}\s*$")
_NOTES = (CARRIED.strip(), GUIDE.strip())
_DASHES = regex(r":?-+:?")


class Block(Struct, frozen=True):
    """A block: its lines as written, the number of the first, and for a heading its level (1 to 6)."""

    kind: Kind
    line: int
    lines: tuple[str, ...]
    level: int = 0

    @property
    def text(self) -> str:
        """A heading without its marks; anything else as written."""
        found = _HEADING.match(self.lines[0]) if self.kind == "judul" else None
        return found[2].rstrip().rstrip("#").rstrip() if found else "\n".join(self.lines)

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """A table's rows without the divider, each with its line number; the head first."""
        for number, line in enumerate(self.lines):
            if number != 1:
                yield self.line + number, cells(line)


def cells(line: str) -> list[str]:
    """The cells of a table row."""
    inner = line.strip().removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", inner)]


def blocks(lines: Sequence[str], first: int) -> Iterator[Block]:
    """Split lines into blocks; ``first`` is the number of the first line."""
    at = 0
    while at < len(lines):
        line = lines[at]
        if not line.strip():
            at += 1
            continue
        kind, length = _next(lines, at)
        heading = _HEADING.match(line) if kind == "judul" else None
        yield Block(kind, first + at, tuple(lines[at : at + length]), len(heading[1]) if heading else 0)
        at += length


def _next(lines: Sequence[str], at: int) -> tuple[Kind, int]:
    line = lines[at]
    fence = _FENCE.match(line)
    if fence:
        end = next((n for n in range(at + 1, len(lines)) if _closes(lines[n], fence[1])), len(lines) - 1)
        return "kode", end - at + 1
    if _HEADING.match(line):
        return "judul", 1
    if _is_table(lines, at):
        return "tabel", _while(lines, at, lambda text: "|" in text)
    if _RULE.match(line):
        return "garis", 1
    if _IMAGE.match(line):
        return "gambar", 1
    if _is_note(line):
        return "catatan", _while(lines, at, _is_note)
    if line.lstrip().startswith(">"):
        return "kutipan", _while(lines, at, lambda text: bool(text.strip()) and not _is_note(text))
    if _ITEM.match(line):
        return "butir", 1 + _while(lines, at + 1, lambda text: not _starts(text))
    return "paragraf", 1 + _while(lines, at + 1, lambda text: not _starts(text), table=True)


def _closes(line: str, fence: str) -> bool:
    """Whether a line ends the code that a fence began: as many of the same mark or more, and no word."""
    marks = line.strip()
    return marks.startswith(fence) and not marks.strip(fence[0])


def _is_table(lines: Sequence[str], at: int) -> bool:
    below = lines[at + 1] if "|" in lines[at] and at + 1 < len(lines) else ""
    return "|" in below and "-" in below and all(map(_DASHES.fullmatch, cells(below)))


def _is_note(line: str) -> bool:
    return line.lstrip().startswith(_NOTES)


def _starts(line: str) -> bool:
    """Whether a line begins a block of its own."""
    return (
        not line.strip()
        or _is_note(line)
        or bool(_HEADING.match(line) or _FENCE.match(line) or _ITEM.match(line) or _IMAGE.match(line))
    )


def _while(lines: Sequence[str], at: int, goes_on: Callable[[str], bool], table: bool = False) -> int:
    count = 0
    while at + count < len(lines) and goes_on(lines[at + count]) and not (table and _is_table(lines, at + count)):
        count += 1
    return count
