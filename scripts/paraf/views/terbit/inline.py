"""The approved words of a line as the site's Markdown: emphasis stays markup, links and pictures are made here, all else is text.

Readers of Markdown differ. What the site's reader would take for more than the approving person saw (tags, definitions, code,
headings, escapes it does not know) is written as characters by their numbers, so every word is shown and nothing runs.
"""

import html
import re
from collections.abc import Callable

from paraf.door.markup import SCHEMES, scheme_of
from paraf.door.regex import regex
from paraf.laporan.chapter import code_spans

Resolve = Callable[[str], str | None]
"""The address, from the page, of what a chapter's own address leads to; ``None`` where the site does not have it."""

_ENTITY = r"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});"
_TARGET = r"\(\s*(?:<(?P<pointed>[^<>\n]{0,500})>|(?P<target>[^()\s]{0,500}))(?:\s+(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'))?\s*\)"
_PART = regex(
    rf"\\(?P<escaped>[!-/:-@\[-`{{-~])|(?P<auto><(?:https?://|mailto:)[^\s<>]{{1,500}}>)|(?P<entity>{_ENTITY})"
    rf"|(?P<mark>!?)\[(?P<words>(?:[^\[\]\\]|\\.){{0,1000}})\]{_TARGET}|(?P<sign>[`<>&\[\]|~\\{{}}])"
)
_BEGINS = regex(r"#|(?:[*_-]\s*)+$|=+\s*$|\d+(?=[.)]\s)")
_ESCAPED = regex(r"\\(?P<letter>[!-/:-@\[-`{-~])|(?P<mark>[*`]+|\b_+|_+\b)")
_PLAIN = regex(r"[^\w ,./:;%-]")
_UNDERSCORE = regex(r"_")


def inline(text: str, resolve: Resolve) -> str:
    """A stretch of one line."""
    # Where a tick is escaped, readers differ about what is code.
    code = {} if "\\`" in text else dict(code_spans(text))
    parts, at = [], 0
    while found := _PART.search(text, at):
        parts.append(text[at : found.start()])
        at = code.get(found.start(), found.end())
        parts.append(_code(text[found.start() : at]) if found.start() in code else _part(found, resolve))
    return "".join((*parts, text[at:]))


def begun(text: str) -> str:
    """A line that begins a paragraph or goes on in one: nothing at its beginning makes it a heading, a list or a line."""
    found = _BEGINS.match(text)
    if not found:
        return text
    # Of a number it is the mark behind it that would begin a list.
    at = found.end() if found[0][0].isdigit() else 0
    return f"{text[:at]}{number(text[at])}{text[at + 1 :]}"


def number(letter: str) -> str:
    """A character by its number."""
    return f"&#{ord(letter)};"


def safe(text: str) -> str:
    """Text in which nothing but letters, digits and spaces stands for itself: for attributes, and for code."""
    return _UNDERSCORE.sub("&#95;", _PLAIN.sub(lambda found: number(found[0]), text))


def _code(text: str) -> str:
    ticks = len(text) - len(text.lstrip("`"))
    return f"<code>{safe(text[ticks:-ticks].strip())}</code>"


def _part(found: re.Match[str], resolve: Resolve) -> str:
    if found["escaped"]:
        return number(found["escaped"])
    if found["entity"]:
        letter = html.unescape(found["entity"])
        return found["entity"] if letter.isprintable() or letter.isspace() else f"&amp;{found['entity'][1:]}"
    if found["auto"]:
        address = found["auto"][1:-1]
        return anchor(safe(address.removeprefix("mailto:")), address)
    if found["sign"]:
        return number(found["sign"])
    target = html.unescape(found["pointed"] if found["pointed"] is not None else found["target"])
    return _reference(found, target.replace("%20", " "), resolve)


def _reference(found: re.Match[str], target: str, resolve: Resolve) -> str:
    """A link or a picture; where it would lead out of what is published only its words stay."""
    scheme = scheme_of(target)
    words = inline(found["words"], lambda _: None)
    if found["mark"]:
        address = None if scheme else resolve(target)
        shown = plain_words(found["words"])
        return f'<img alt="{safe(shown)}" src="{safe(address)}" loading="lazy">' if address else words
    address = (target if scheme in SCHEMES else None) if scheme else resolve(target)
    return anchor(words, address) if address else words


def plain_words(text: str) -> str:
    """The words of a line without its marks: what a picture is called aloud, a heading in a list."""
    return _ESCAPED.sub(lambda found: found["letter"] or "", html.unescape(text))


def anchor(words: str, address: str) -> str:
    """A link; one that leads elsewhere tells the other side nothing."""
    away = ' rel="noopener noreferrer"' if scheme_of(address) else ""
    return f'<a href="{safe(address)}"{away}>{words}</a>'
