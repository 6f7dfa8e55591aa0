"""The writer's words as pandoc's Markdown: emphasis, links, lists, tables and code are markup, all else is text.

What pandoc would take for more is escaped: HTML, attributes, blocks of ours, definitions that are never shown, fences and
ticks without their like, underlines of headings, cells beyond the last column. So nothing of a chapter runs, and none of
its words is left out.
"""

import html
import re
from collections.abc import Mapping

from paraf.door.regex import regex
from paraf.door.text import INVISIBLE
from paraf.laporan.chapter import code_spans

LONGEST = 6000
"""Letters of the longest text whose markup is read; pandoc takes ever longer."""
LABEL = r"\[\^(?P<label>[^\]\[\s`{}|<&\\]{1,100})\]"
"""A reference to a footnote."""

_BORDER = regex(r"(?<!\\)\|")
_ENTITY = r"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});"
_LINK = r"<(?:https?://|mailto:)[^\s<>`\\{}|\[\]]{1,500}>|(?<=\]\()<[^<>`\\{}|\[\]]{1,500}>"
_PART = regex(
    rf"\\[!-/:-@\[-`{{-~]|{_LINK}|(?P<entity>{_ENTITY})|(?P<ticks>`+)|(?P<note>{LABEL})"
    r"|(?P<bracket>\])(?=[{:])|(?P<sign>:(?=::)|[<&|])"
)
# What would begin code at the beginning of a line, or make the line above it a heading.
_BEGINS = regex(r"(?:(?:[\s>*+-]|\d{1,9}[.)])*(?=~~~)|[\s>]*(?=(?:=+|-+)\s*$))")
_RISKY = regex(r"[\"%&<>\[\\\]`{|}]")


def own(text: str, notes: Mapping[str, int], *, table: bool = False, more: bool = False) -> str:
    """A stretch of the writer's words on a line, with the ``notes`` it may refer to; ``more``: a figure follows."""
    if table:
        shown = "|".join(_words(cell, notes) for cell in _BORDER.split(text))
    else:
        shown = _words(text, notes)
        begins = _BEGINS.match(shown)
        shown = f"{begins[0]}\\{shown[begins.end() :]}" if begins else shown
    # A backslash before a figure would escape its mark.
    return f"{shown}\\" if more and (len(shown) - len(shown.rstrip("\\"))) % 2 else shown


def _words(text: str, notes: Mapping[str, int]) -> str:
    # Where a tick is escaped, readers differ about what is code.
    code = {} if "\\`" in text else dict(code_spans(text))
    parts, at = [], 0
    while found := _PART.search(text, at):
        parts.append(text[at : found.start()])
        at = code.get(found.start(), found.end())
        parts.append(text[found.start() : at] if found.start() in code else _part(found, notes))
    return "".join((*parts, text[at:]))


def _part(found: re.Match[str], notes: Mapping[str, int]) -> str:
    """One of the pieces that pandoc might read as more than words."""
    said, label = found[0], found["label"]
    if label:
        return f'[\\^{label}]{{.rujuk n="{notes[label]}"}}' if label in notes else f"\\[^{label}\\]"
    if found["ticks"]:
        return said.replace("`", "\\`")
    if found["bracket"]:
        return f"{said}\\"
    if found["sign"] or (found["entity"] and not _visible(html.unescape(said))):
        return f"\\{said}"
    return said


def _visible(text: str) -> bool:
    """Whether what an entity stands for is a character that a reader can see."""
    return len(text) == 1 and (text.isprintable() or text == "\N{NO-BREAK SPACE}") and not INVISIBLE.search(text)


def attribute(text: str) -> str:
    """A text inside the quotes of an attribute; what could end it there is written as in an address."""
    return _RISKY.sub(lambda found: f"%{ord(found[0]):02X}", " ".join(text.split()))


def row(shown: str, wide: int) -> str:
    """A row with its last cells in one, where it has more of them than its table is ``wide``."""
    found = _cells(shown)
    if len(found) <= wide:
        return shown
    last = r" \| ".join(found[wide - 1 :])
    return f"| {' | '.join([*found[: wide - 1], last])} |"


def columns(line: str) -> int:
    """How many cells a row has."""
    return len(_cells(line))


def _cells(line: str) -> list[str]:
    """The cells of a row as they are written, without the borders at its ends."""
    inner = line.strip().removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return [cell.strip() for cell in _BORDER.split(inner)]
