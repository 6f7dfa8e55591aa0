"""The letters and figures of a text, whatever marks it up: to compare what a page shows with what was approved.

Two small readers that share nothing with the ones that make the pages. Blanks and signs of markup are left out on both sides;
signs that change a figure are kept.
"""

import html
import unicodedata

from paraf.door.regex import regex

PIECE = 8
BOX = '<div class="naskah">'
"""The box around the approved part of a page."""
_DIV = regex(r"<(/?)div\b[^>]*>")
_PICTURE = regex(r"<img\b[^>]*?\balt=\"([^\"]*)\"[^>]*>")
_TAG = regex(r"<[^>]*>")
_KEPT = regex(r"[^\w,.%]|_")
_MARKS = regex(r"^\s*(?:>\s?)*\s*(?:\d{1,9}[.)]\s+|#{1,6}\s+)?")
_TARGET = regex(r"\]\(\s*(?:<[^<>]*>|(?:[^()\s]|\([^()\s]*\))*)(?:\s+\"[^\"]*\")?\s*\)")
_DIVIDER = regex(r"\s*\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?\s*)?\|?\s*")
_FENCE = regex(r"\s*(?:```|~~~).*")


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


def words_of_markdown(text: str) -> str:
    """The letters of Markdown: without the addresses of links, the numbers of lists, and what only draws tables."""
    lines = (line for line in text.split("\n") if not _DIVIDER.fullmatch(line) and not _FENCE.fullmatch(line))
    plain = "\n".join(_MARKS.sub("", line, count=1) for line in lines)
    return letters(html.unescape(_TARGET.sub("]", plain)))


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
    """The letters of a piece of HTML."""
    return letters(html.unescape(_TAG.sub("", text)))


def letters(text: str) -> str:
    """Letters, figures and the signs within figures, in order and nothing else."""
    return _KEPT.sub("", unicodedata.normalize("NFC", text))
