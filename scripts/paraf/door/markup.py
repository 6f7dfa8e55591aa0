"""What Markdown written by people brings along: its links and pictures, and what would run, include or reach elsewhere.

Strict where readers of Markdown differ: code counts as code only when all of them would take it for that.
"""

import html
import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from paraf.door.regex import regex
from paraf.door.text import Spots, echo

Kind = Literal["html", "alamat", "sisipan", "atribut"]
SCHEMES = frozenset(["http", "https", "mailto"])
"""The schemes an address may have; one without a scheme leads to a file or a heading."""

# Anything that browsers or Markdown would take for a tag, a comment or a declaration; addresses in <…> are links.
_TAG = regex(r"<(?!https?://|mailto:)[A-Za-z/!?]")
_TARGET = regex(r"(?:!\[(?P<text>[^\[\]\n]*))?\]\(\s*<?(?P<target>[^)\s>]*)")
_DEFINITION = regex(r"^ {0,3}\[(?!\^)[^\]\n]+\]:\s*<?(?P<target>[^\s>]*)", re.MULTILINE)
_SCHEME = regex(r"([^/?#]*?):")
# Browsers drop these from an address before they look at its scheme.
_DROPPED = regex(r"[\x00-\x20]")
_SNIPPET = regex(r"-{1,4}8<-")
_ATTRIBUTES = regex(r"(?<!\{)\{:?[ \t]*(?:[.#:][A-Za-z]|=[a-z]|[A-Za-z-]{1,40}=)[^{}\n]{0,200}\}(?!\})")
_FENCE = regex(r"(`{3,}|~{3,})[A-Za-z0-9_+#.-]*[ \t]*$")
_FENCE_LIKE = regex(r"\s*(`{3,}|~{3,})")
_TICKS = regex(r"`+")


class Link(Struct, frozen=True):
    """A link (``text`` empty) or a picture with its alternative text; ``target`` as a browser reads it."""

    line: int
    column: int
    target: str
    picture: bool
    text: str = ""

    @property
    def scheme(self) -> str | None:
        """The scheme in lower case; ``None`` where the address is relative."""
        return scheme_of(self.target)


class Foreign(Struct, frozen=True):
    """A tag, an address of an unknown scheme, an included file, or attributes; ``shown`` as a message may repeat it."""

    line: int
    column: int
    kind: Kind
    shown: str


class Markup(Struct, frozen=True):
    """Both, in the order of their places."""

    links: tuple[Link, ...]
    foreign: tuple[Foreign, ...]


def scheme_of(target: str) -> str | None:
    """The scheme of an address as a browser finds it, in lower case; ``None`` where the address is relative."""
    found = _SCHEME.match(_DROPPED.sub("", target))
    return found[1].lower() if found else None


def read_markup(text: str) -> Markup:
    """Look through a whole Markdown file; lines and columns count from 1."""
    bare, spots = without_code(text), Spots("", text)
    links = tuple(_links(bare, spots))
    foreign = [*_found(_TAG, "html", bare, text, spots), *_found(_ATTRIBUTES, "atribut", bare, text, spots)]
    # A file is included before anybody looks for code.
    foreign += _found(_SNIPPET, "sisipan", text, text, spots)
    for link in links:
        if link.scheme is not None and link.scheme not in SCHEMES:
            foreign.append(Foreign(link.line, link.column, "alamat", echo(link.target)))
    return Markup(links, tuple(sorted(foreign, key=lambda one: (one.line, one.column))))


def _links(bare: str, spots: Spots) -> Iterator[Link]:
    for pattern, mark in ((_TARGET, "]("), (_DEFINITION, "]:")):
        for found in pattern.finditer(bare) if mark in bare else ():
            place, alternative = spots.place(found.start("target")), found.groupdict().get("text")
            target = html.unescape(found["target"])
            yield Link(place.line, place.column, target, alternative is not None, alternative or "")


def _found(pattern: re.Pattern[str], kind: Kind, bare: str, text: str, spots: Spots) -> Iterator[Foreign]:
    for found in pattern.finditer(bare):
        place = spots.place(found.start())
        shown = text[found.start() : found.start() + 20].split("\n", 1)[0]
        yield Foreign(place.line, place.column, kind, echo(shown))


def without_code(text: str) -> str:
    """The text with its code blanked out, every character at its place."""
    if "`" not in text and "~~~" not in text:
        return text
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        fenced = _fence_end(lines, at)
        end = fenced or _paragraph_end(lines, at)
        spans = [[(0, len(line))] if fenced else _spans(line) for line in lines[at:end]]
        # A tick that its own line does not answer may pair with one of another line: then nothing is sure.
        if all(found is not None for found in spans):
            lines[at:end] = [_blanked(line, found or []) for line, found in zip(lines[at:end], spans, strict=True)]
        at = end
    return "\n".join(lines)


def _fence_end(lines: list[str], at: int) -> int | None:
    """Behind the closing line of a fence that opens here; ``None`` when it is not one for every reader."""
    opening = _FENCE.match(lines[at])
    if not opening:
        return None
    for number in range(at + 1, len(lines)):
        other = _FENCE_LIKE.match(lines[number])
        if other and other[1][0] == opening[1][0] and len(other[1]) >= len(opening[1]):
            return number + 1 if lines[number].rstrip(" \t") == opening[1] else None
    return None


def _paragraph_end(lines: list[str], at: int) -> int:
    end = at + 1
    while end < len(lines) and lines[end].strip() and not _FENCE_LIKE.match(lines[end]):
        end += 1
    return end


def _spans(line: str) -> list[tuple[int, int]] | None:
    """Where code stands on a line; ``None`` when a run of ticks has no partner, or one is escaped."""
    if "\\`" in line:
        return None
    runs = [(found.start(), found.end()) for found in _TICKS.finditer(line)]
    partner: list[int | None] = []
    latest: dict[int, int] = {}
    for index in range(len(runs) - 1, -1, -1):
        length = runs[index][1] - runs[index][0]
        partner.append(latest.get(length))
        latest[length] = index
    partner.reverse()
    spans, index = [], 0
    while index < len(runs):
        closing = partner[index]
        if closing is None:
            return None
        spans.append((runs[index][0], runs[closing][1]))
        index = closing + 1
    return spans


def _blanked(line: str, spans: list[tuple[int, int]]) -> str:
    pieces, at = [], 0
    for start, end in spans:
        pieces += [line[at:start], " " * (end - start)]
        at = end
    return "".join([*pieces, line[at:]])
