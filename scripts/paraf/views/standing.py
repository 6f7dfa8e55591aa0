"""What a line of a chapter is part of, for the naskah baca: code, tables, footnotes, and blocks too large for markup.

Fences and footnotes are written anew, so that pandoc finds them where ``laporan.markdown`` does and nowhere else.
"""

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from paraf.door.regex import regex
from paraf.laporan.markdown import Block, Kind
from paraf.views.own_words import LABEL, LONGEST, attribute, columns

MOST_LINKS, MOST_COLUMNS = 150, 60
"""Links of the largest block whose markup is read, columns of the widest table; pandoc takes ever longer."""
MOST_NOTES = 1000
"""Footnotes of a document; the printer takes ever longer to find a place for them."""
DEEPEST = 12
"""Quotations and lists within each other; the printer cannot follow much deeper."""
CODE, TEXT = "kode-kantor", "teks-kantor"
"""The languages of blocks that only this module fences: code, and what is too large for markup (``naskah/saring.lua``)."""

_NOTE = regex(rf"{LABEL}:[ \t]+(?=\S)")
_LEAD = regex(rf"(?:{LABEL}:)?(?P<lead>(?:\s|>|(?:[-*+]|\d{{1,9}}[.)])(?=\s|$))*)")
_LANGUAGE = regex(r"\s{0,3}(?:`{3,}|~{3,})[ \t]*[\w#+.-]*\s*")


class Standing(Struct, frozen=True):
    """What a line is part of. ``before`` and ``after`` go around it; ``raw``: it is shown as it is, or as ``text``.

    ``columns`` are those of its table; ``note`` is the number of its footnote, of which ``lead`` letters are the label.
    """

    kind: Kind = "paragraf"
    columns: int = 0
    note: int = 0
    lead: int = 0
    before: str = ""
    after: str = ""
    raw: bool = False
    text: str | None = None


class Layout(Struct, frozen=True):
    """How the lines of one file stand, and its footnotes by their label."""

    lines: Mapping[int, Standing]
    notes: Mapping[str, int] = field(default_factory=dict)

    def at(self, number: int) -> Standing:
        """How a line stands; one between the blocks like a sentence."""
        return self.lines.get(number, Standing())


def layout(found: Iterable[Block], first_note: int) -> Layout:
    """The blocks of one file line by line; footnotes are counted from ``first_note`` on, through the whole document."""
    lines: dict[int, Standing] = {}
    notes: dict[str, int] = {}
    for block in found:
        if block.kind == "kode":
            lines |= _fenced(block)
        elif _large(block):
            before, after = fenced(block.lines)
            lines |= _around(block, Standing(block.kind, raw=True), f"\n{before}\n", f"\n{after}\n")
        elif block.kind == "tabel":
            # Directly below a sentence pandoc sees no table.
            gap = "\n" if block.line - 1 in lines else ""
            lines |= _around(block, Standing(block.kind, columns=columns(block.lines[1])), gap, "")
        else:
            lines |= _prose(block, notes, first_note)
    return Layout(lines, notes)


def _large(block: Block) -> bool:
    """Whether pandoc would take too long for its markup, or lose itself in the depth."""
    if block.kind == "tabel":
        return max(map(len, block.lines)) > LONGEST or columns(block.lines[1]) > MOST_COLUMNS
    links = sum(line.count("](") for line in block.lines)
    return sum(map(len, block.lines)) > LONGEST or links > MOST_LINKS or any(map(_deep, block.lines))


def _deep(line: str) -> bool:
    """Whether the words may stand too deep: every list takes two letters before them, a quotation one."""
    found = _LEAD.match(line)
    assert found
    lead = found["lead"].expandtabs(4)
    quotes = lead.count(">")
    return quotes + (len(lead) - quotes) // 2 > DEEPEST


def _around(block: Block, here: Standing, before: str, after: str) -> dict[int, Standing]:
    """Every line of a block as it stands, with something before the first and behind the last."""
    last = block.line + len(block.lines) - 1
    lines = dict.fromkeys(range(block.line, last + 1), here)
    lines[block.line] = replace(here, before=before)
    lines[last] = replace(lines[last], after=after)
    return lines


def fenced(lines: Iterable[str]) -> tuple[str, str]:
    """What stands before and behind lines that are shown as words without any markup."""
    fence = _fence(lines)
    return f"{fence} {TEXT}", fence


def _fence(lines: Iterable[str]) -> str:
    """A fence that none of the lines can close."""
    return "~" * (1 + max((len(run) for line in lines for run in re.findall("~{3,}", line)), default=2))


def _fenced(block: Block) -> dict[int, Standing]:
    """Code between fences of ours; what its own opening says beside a language is kept as its first line."""
    opening, *inner = block.lines
    closed = bool(inner) and bool(inner[-1].strip()) and not inner[-1].strip().strip("`~")
    while inner and not inner[-1].strip():
        inner.pop()
    fence, last = _fence(block.lines), block.line + len(inner)
    said = "" if _LANGUAGE.fullmatch(opening) else f"\n{opening.strip().lstrip('`~').strip()}"
    lines = {block.line + at: Standing("kode", raw=True) for at in range(len(inner) + 1)}
    lines[block.line] = Standing("kode", raw=True, text=f"{fence} {CODE}{said}")
    lines[last] = Standing("kode", raw=True, text=fence) if closed else replace(lines[last], after=f"\n{fence}\n")
    return lines


def _prose(block: Block, notes: dict[str, int], first_note: int) -> dict[int, Standing]:
    """The lines of any other block; a paragraph may hold footnotes, each with the lines that follow it."""
    lines: dict[int, Standing] = {}
    here = Standing(block.kind)
    for number, line in enumerate(block.lines, start=block.line):
        begins = _NOTE.match(line) if block.kind == "paragraf" else None
        free = begins and begins["label"] not in notes and first_note + len(notes) <= MOST_NOTES
        if begins and free and (here.note or number == block.line):
            notes[begins["label"]] = first_note + len(notes)
            here = Standing(block.kind, note=notes[begins["label"]])
            marks = f'::: {{.kaki n="{here.note}" label="{attribute(begins["label"])}"}}'
            opened = f"\n:::\n{marks}\n" if lines else f"\n{marks}\n"
            lines[number] = replace(here, lead=begins.end(), before=opened)
        else:
            lines[number] = here
    if here.note:
        lines[number] = replace(lines[number], after="\n:::\n")
    return lines
