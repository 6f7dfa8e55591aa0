"""The site without a server: a page of its own for searching, and the list of words that it searches.

A browser lets no page read another file from a stick, so the list is a script, and only that page loads it.
"""

import html
import json
from collections.abc import Iterable, Iterator
from typing import Any

from paraf.door.regex import regex
from paraf.views.html import el
from paraf.views.page import Page, address

SEARCH = "cari.md"
SCRIPTS = "indeks cari"
"""The list, and what searches it; in this order."""
INDEX = "aset/indeks.js"
_LEFT_OUT = regex(r"<(svg|script|style)\b.*?</\1>")
_TAG = regex(r"<[^>]*>")
_TARGET = regex(r"\]\([^)\n]*\)")
_MARKS = regex(r"[`*#|>\[\]\\!]+|\s+|(?<!\S)[-_]+(?!\S)")


def search_page() -> Page:
    """Where a reader searches; what is found is written below by the script."""
    words = "Langkah, naskah, atau kata"
    field = el(
        "input", name="q", type="search", autocomplete="off", id="cari-kata", placeholder=words, aria_label=words
    )
    form = el("form", field, el("button", "Cari", type="submit"), class_="cari", method="get", role="search")
    silent = "Pencarian ini memerlukan JavaScript. Tanpa itu, pakai menu di atas."  # until the script says otherwise
    told = el("p", silent, id="cari-hasil", role="status", aria_live="polite")
    listed = el("ol", id="cari-daftar", class_="hasil")
    return Page(
        path=SEARCH,
        title="Cari",
        doors=(),
        order=0,
        searchable=False,
        script=SCRIPTS,
        body="\n\n".join([form, told, listed]),
    )


def index_js(pages: Iterable[Page]) -> str:
    """The list of words: for every page its title, address, hidden words, text and weight."""
    rows = [_row(page) for page in pages if page.searchable]
    # A line each, so that a changed page changes a line; `<` could end a script.
    listed = ",\n".join(
        json.dumps(row, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c") for row in rows
    )
    return f"window.PARAF_INDEKS = [\n{listed}\n];\n"


def _row(page: Page) -> list[Any]:
    plain = " ".join(_plain(page.body))
    return [page.title, f"{address(page.path)}index.html", " ".join(page.words), plain, page.weight]


def _plain(body: str) -> Iterator[str]:
    """The words that a page shows."""
    shown = _TARGET.sub("] ", _TAG.sub(" ", _LEFT_OUT.sub(" ", body.replace("\n", " "))))
    yield from _MARKS.sub(" ", html.unescape(shown)).split()
