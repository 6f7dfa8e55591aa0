"""What changed since a revision, line by line: marked where it stands now, and what was said before in a list of its own.

A line is a sentence, an item, a heading or a row: that is how chapters are written.
"""

import re

from paraf.door.regex import regex
from paraf.laporan.markdown import Kind, cells

BLOCK, MARK = "{.ubah}", "]{.ubah}"
"""What marks a block, and how the mark of words ends; ``naskah/saring.lua`` knows the class."""
# What stands before the words of a line: a heading, a quotation, items, a footnote.
_LEAD = regex(r"\s*(?:>\s*|(?:#{1,6}|[-*+]|\d{1,9}[.)]|\[\^[^\]\s]{1,100}\]:)\s+)*")
_CAPTION = regex(r"\*\*\w+ \d+\.\*\* ")
_TARGET = regex(r"\[(?!\^)[^\]\s]{1,100}\]:\s")
_BORDER = regex(r"(?<!\\)\|")
_ESCAPED = regex(r"\\.")
_WORD = regex(r"\w")
_EDGES = regex(r"(\s*)(\S(?:.*\S)?)(\s*)", re.DOTALL)


def key(line: str) -> str:
    """By what a line is known again: not by its level, nor by the number that a caption has for now."""
    return _CAPTION.sub("", line.strip().lstrip("#").strip())


def keys(text: str) -> frozenset[str]:
    """Every line of a text."""
    return frozenset(map(key, text.split("\n")))


def marked(line: str, kind: Kind = "paragraf") -> str:
    """A line of a block of that kind as pandoc's Markdown with its words marked; code stays as it is."""
    if kind == "gambar":
        return f"[{MARK}{line.lstrip()}"
    if kind in ("kode", "garis") or not _WORD.search(line) or _TARGET.match(line):
        return line
    if kind == "tabel":
        return "|".join(_wrapped(cell) for cell in _BORDER.split(line))
    lead = _LEAD.match(line)
    assert lead
    return lead[0] + _wrapped(line[lead.end() :])


def _wrapped(words: str) -> str:
    """Words in a mark, the spaces around them outside; brackets without their like get a mark before them."""
    if not _WORD.search(words):
        return words
    found = _EDGES.fullmatch(words)
    assert found
    before, inner, after = found.groups()
    return f"{before}[{inner}{MARK}{after}" if _paired(inner) else f"{before}[{MARK}{inner}{after}"


def _paired(text: str) -> bool:
    """Whether a bracket before and behind the text would be each other's like."""
    if (len(text) - len(text.rstrip("\\"))) % 2:
        return False
    depth = 0
    for letter in _ESCAPED.sub("", text):
        depth += (letter == "[") - (letter == "]")
        if depth < 0:
            return False
    return not depth and text.count("`") % 2 == 0


def gone(before: str, now: str) -> dict[str, list[str]]:
    """The lines of a text that the other has no longer, below the heading under which they stood."""
    left, place = keys(now), ""
    found: dict[str, list[str]] = {}
    for line in before.split("\n"):
        if line.startswith(("# ", "## ")):
            place = key(line)
        said = "" if key(line) in left else _said(line)
        if said:
            found.setdefault(place, []).append(said)
    return found


def _said(line: str) -> str:
    """A line without what made it an item or a row; nothing of a picture or a rule."""
    stripped = line.strip()
    if stripped.startswith("![") or not _WORD.search(stripped):
        return ""
    if stripped.startswith("|"):
        return " · ".join(cell for cell in cells(stripped) if cell)
    lead = _LEAD.match(stripped)
    assert lead
    return stripped[lead.end() :]
