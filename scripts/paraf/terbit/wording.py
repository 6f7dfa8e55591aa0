"""The letters and figures of a text, whatever marks it up: to compare what a page shows with what was approved.

Two small readers that share nothing with the ones that make the pages. Blanks and signs of markup are left out on both sides;
signs that change a figure are kept.
"""

import html
import unicodedata
from collections.abc import Iterator

from paraf.door.regex import regex

PIECE = 8
BOX = '<div class="naskah">'
"""The box around the approved part of a page."""
_DIV = regex(r"<(/?)div\b[^>]*>")
_PICTURE = regex(r"<img\b[^>]*?\balt=\"([^\"]*)\"[^>]*>")
_TAG = regex(r"<[^>]*>")
_KEPT = regex(r"[^\w,.%]|_")
_TIGHT = r"\-\u2010-\u2015\u2212+/:("
_LOOSE = r"<>=\u2260\u2248\u2264\u2265\u00b1\u00d7\u00f7$\u20ac\u00a3\u00a5"
_MARKUP = regex(rf"[^\w\s,.%{_TIGHT}{_LOOSE}]|_")
_DROPPED = regex(rf"[{_TIGHT}](?!\d)|[{_LOOSE}](?![^\S\n]*\d)|\s")
"""Blanks, and signs that belong to no figure. ``-5`` is another figure than ``5``, ``< 90`` than ``> 90``; ``- 5`` is a list."""
_MARK = regex(r"\s*(?:(?P<shown>>|\d{1,9}[.)](?=\s|$))|[-*+](?=\s|$)|#{1,6}(?=\s|$))")
_DIFFERS = regex(
    r"(?P<entity>&(?:[A-Za-z][A-Za-z0-9]{1,30}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});)|"
    r"\]\(\s*(?:<[^<>]*>|(?:[^()\s]|\([^()\s]*\))*)(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
)
_DIVIDER = regex(r"\s*\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?\s*)?\|?\s*")
_FENCE = regex(r"\s*(?:`{3,}(?!.*`)|~{3,}).*")
_AUTO = regex(r"(?<!\\)<(?:mailto:|(?=https?://))([^\s<>]+)>")
Piece = tuple[str, ...]
"""Letters that have to be shown; where readers of Markdown differ, each way in which one may show them."""


def words_of_html(text: str) -> str | None:
    """The letters of the approved part of a page; ``None`` where it has no such part."""
    start = text.find(BOX)
    if start < 0:
        return None
    depth = 0
    for found in _DIV.finditer(text, start):
        depth += -1 if found[1] else 1
        if depth == 0:
            inside = _PICTURE.sub(lambda picture: f" {picture[1]} ", text[start : found.start()])
            return letters(html.unescape(_TAG.sub("", inside)))
    return None


def words_of_markdown(text: str) -> tuple[Piece, ...]:
    """The letters of Markdown in order. What readers differ about may be missing on a page: the numbers of lists, the
    addresses of links, words behind a fence. What only draws tables is left out."""
    lines = (line for line in text.split("\n") if not _DIVIDER.fullmatch(line))
    return tuple(piece for line in lines for piece in _pieces(line) if any(piece))


def unlike(shown: str, approved: tuple[Piece, ...]) -> tuple[int, str] | None:
    """From where on the letters of a page are not the approved ones, and which ought to stand there; ``None``: they are."""
    ways = {0}
    for piece in approved:
        on = {at + len(words) for at in ways for words in piece if shown.startswith(words, at)}
        if not on:
            return max(ways), piece[0]
        ways = on
    return None if len(shown) in ways else (max(ways), "")


def words_of_page(text: str) -> str:
    """The letters of everything that a page shows between its head and its foot."""
    return plain(text[text.find("<article") : text.find("</article>")])


def made_of(text: str, whole: str) -> bool:
    """Whether letters are pieces of others, each of them long enough to be no chance; what lay between them was left out."""
    at = 0
    while at < len(text):
        size = min(PIECE, len(text) - at)
        if text[at : at + size] not in whole:
            return False
        step = size
        while step:
            while at + size + step <= len(text) and text[at : at + size + step] in whole:
                size += step
            step //= 2
        at += size
    return True


def plain(text: str) -> str:
    """The letters of a piece of HTML, without the signs of figures: the search joins lines that a page shows apart."""
    return _KEPT.sub("", unicodedata.normalize("NFC", html.unescape(_TAG.sub("", text))))


def letters(text: str) -> str:
    """Letters, figures and the signs within figures, in order and nothing else."""
    rows = unicodedata.normalize("NFC", text).replace("|", "\n")
    return _DROPPED.sub("", _MARKUP.sub("", rows))


def _pieces(line: str) -> Iterator[Piece]:
    """The stretches of one line."""
    if _FENCE.fullmatch(line):
        yield letters(html.unescape(line)), letters(line), ""
        return
    at = 0
    while found := _MARK.match(line, at):
        at = found.end()
        if mark := found["shown"]:
            yield mark if mark == ">" else letters(mark), ""
    words = _AUTO.sub(r"\1", line[at:])
    at = 0
    for found in _DIFFERS.finditer(words):
        yield _before(words[at : found.start()])
        yield _entity(found[0]) if found["entity"] else (letters(found[0]), "")
        at = found.end()
    yield (letters(words[at:]),)


def _entity(written: str) -> Piece:
    """The character; where it is code, or has a backslash before it, the name that stands there."""
    return *_before(html.unescape(written)), letters(written)


def _before(words: str) -> Piece:
    """Letters with the signs at their end, which may stand before a figure of what follows, and without."""
    return tuple(dict.fromkeys((letters(words), letters(f"{words}0")[:-1])))
