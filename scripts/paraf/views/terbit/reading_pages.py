"""The reading view: a page for every chapter and annex, its charts and pictures beside it."""

from collections.abc import Iterator, Sequence

from paraf.views.html import Html, el, joined
from paraf.views.page import Page
from paraf.views.terbit.frame import framed, neighbours
from paraf.views.terbit.inline import plain_words
from paraf.views.terbit.own_markdown import CLOSE, box
from paraf.views.terbit.parts import ASKED, Part
from paraf.views.terbit.shelf import Shelf, Volume

CLASS = "naskah"
"""The box around what was approved."""
LONG = 3
"""Headings from which on a page has contents of its own."""


def reading_pages(shelf: Shelf, volume: Volume) -> Iterator[Page]:
    """The parts in the order in which they are bound."""
    for part in volume.parts.parts:
        yield _page(shelf, volume, part)


def headings_of(volume: Volume, part: Part) -> list[tuple[int, str, str]]:
    """The headings of a part: level, words, and the name of their place on its page."""
    return [(level, plain_words(words), name) for level, words, name in volume.written[part.path].headings]


def _page(shelf: Shelf, volume: Volume, part: Part) -> Page:
    if part.closed:
        return framed(shelf, volume, part.path, part.heading, [ASKED], foot=neighbours(volume, part))
    written = volume.written[part.path]
    return framed(
        shelf,
        volume,
        part.path,
        part.heading,
        [_own_contents(written.headings)],
        quoted="\n\n".join([box(CLASS), written.markdown, CLOSE]),
        foot=neighbours(volume, part),
    )


def _own_contents(found: Sequence[tuple[int, str, str]]) -> Html | None:
    """The headings of a long part; those of the highest level only."""
    top = min((level for level, _, _ in found), default=0)
    main = [(words, name) for level, words, name in found if level == top]
    if len(main) < LONG:
        return None
    items = [el("li", el("a", plain_words(words), href=f"#{name}")) for words, name in main]
    return el(
        "nav",
        el("p", "Di bagian ini"),
        el("ul", joined(items)),
        class_="isi-bagian",
        aria_label="Di bagian ini",
        data_search_exclude="",
    )
