"""Building HTML and Markdown without forgetting to escape: plain ``str`` is always escaped, ``Html`` never."""

import html
from collections.abc import Iterable
from functools import lru_cache

from paraf.door.regex import regex


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


# Elements that hold nothing and are never closed.
_VOID = {"br", "col", "img", "input"}


# Cells are told apart by more than their borders: the search joins the words of a page.
_AFTER = dict.fromkeys(("td", "th", "dt", "dd", "summary"), " ")


def text(value: str) -> Html:
    """Escape a piece of text."""
    return value if isinstance(value, Html) else Html(_escaped(value))


def el(tag: str, *children: str | None, **attributes: str | None) -> Html:
    """One element. ``class_`` stands for ``class``, ``aria_label`` for ``aria-label``; ``None`` leaves a part out."""
    pairs = "".join([_pair(name, value) for name, value in attributes.items() if value is not None])
    inner = "".join([child if isinstance(child, Html) else _escaped(child) for child in children if child is not None])
    return Html(f"<{tag}{pairs}>" if tag in _VOID else f"<{tag}{pairs}>{inner}</{tag}>{_AFTER.get(tag, '')}")


# A site says most of its words and nearly all of its attributes many times.
_escaped = lru_cache(maxsize=8192)(html.escape)


@lru_cache(maxsize=8192)
def _pair(name: str, value: str) -> str:
    return f' {name.rstrip("_").replace("_", "-")}="{html.escape(value)}"'


def joined(parts: list[Html], separator: str = "") -> Html:
    """Join pieces of HTML."""
    return Html(separator.join(parts))


def table(heads: Iterable[str], rows: Iterable[Html], class_: str = "tabel", *, searched: bool = True) -> Html:
    """A table with one row of column heads; it carries a class so that the theme leaves it alone.

    One that is not ``searched`` lists what other pages answer better.
    """
    head = el("tr", joined([el("th", name, scope="col") for name in heads]))
    left_out = None if searched else ""
    body = el("tbody", joined(list(rows)))
    return el("table", el("thead", head), body, class_=class_, data_search_exclude=left_out)


def stacked(
    heads: tuple[str, ...], rows: Iterable[tuple[str | None, ...]], class_: str = "tabel", *, searched: bool = True
) -> Html:
    """A table that a phone shows as one card per row: each cell carries its head, the first one is the card's title.

    A cell without anything (``None``) shows a dash, and nothing on a card.
    """
    lines = [
        el(
            "tr",
            el("th", first, scope="row"),
            *(_cell(name, cell) for name, cell in zip(heads[1:], rest, strict=True)),
        )
        for first, *rest in rows
    ]
    return table(heads, lines, class_=f"{class_} susun", searched=searched)


def _cell(head: str, content: str | None) -> Html:
    return el("td", el("div", content), data_kepala=head) if content else el("td", "–", class_="kosong")


def scroll(content: Html, label: str) -> Html:
    """A box that scrolls sideways and can be reached by keyboard, so that no page ever overflows."""
    return el("div", content, class_="gulir", tabindex="0", role="region", aria_label=label)


# What is markup anywhere in a line, and what is markup only at its beginning (a list, a heading, a number).
_MARKDOWN = regex(r"[\\`*_{}\[\]|~^#]|^[-+=:]")
_NUMBERED = regex(r"^(\d+)([.)])")


def md(value: str) -> str:
    """Text for a Markdown line: nothing in it is markup."""
    line = _NUMBERED.sub(lambda match: f"{match[1]}\0{ord(match[2])};", " ".join(value.split()))
    escaped = _MARKDOWN.sub(lambda match: f"\0{ord(match[0])};", line)
    return html.escape(escaped).replace("\0", "&#")


def link(label: str, target: str) -> str:
    """A Markdown link; the builder checks that ``target`` exists."""
    return f"[{md(label)}]({target})"
