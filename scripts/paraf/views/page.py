"""A page of the site before any builder has touched it."""

import json
import posixpath
from functools import cache
from typing import Literal

from msgspec import Struct

from paraf.door.regex import regex
from paraf.views.html import Html, md, text

_HREF = regex(r'href="([^":#]+)\.md"')
_json = json.JSONEncoder(ensure_ascii=False).encode


Kind = Literal["biasa", "beranda", "langkah", "jabatan", "alur", "sop", "lembar", "poster", "laporan"]
Paper = Literal["a4", "a5", "a3-lanskap", "a4-lanskap", "f4-lanskap"]


class Page(Struct, frozen=True, kw_only=True):
    """``path`` below the staging folder, plain ``title``, Markdown ``body`` below the heading.

    ``doors`` lead to it in the navigation (``None``: reached by links only), ``short`` is its name there,
    and within a door a lower ``order`` stands first.
    ``heading`` stands in for the title where it needs markup, ``summary`` is what a shared link shows of it.
    A ``wide`` page leaves the side columns out; ``kind`` is what widths and print styles hang on,
    ``paper`` what it is printed on. ``words`` weigh most in the search and are shown nowhere; a page that is not
    ``searchable`` is left out of it, one with less ``weight`` than 1 comes after the others, one with more before them.
    ``script`` names scripts below ``aset/`` that this page alone loads, in their order.
    Links in the body name Markdown files relative to the page, in HTML as in Markdown; so do those of the ``foot``.
    What is ``quoted`` stands between the two as it is: nothing in it is taken for a link of ours.
    """

    path: str
    title: str
    body: str
    quoted: str = ""
    foot: str = ""
    doors: tuple[str, ...] | None = None
    short: str | None = None
    heading: Html | None = None
    summary: str | None = None
    wide: bool = False
    kind: Kind = "biasa"
    paper: Paper | None = None
    order: int = 50
    words: tuple[str, ...] = ()
    weight: float = 1
    searchable: bool = True
    script: str | None = None

    @property
    def label(self) -> str:
        """The name in the navigation."""
        return self.short or self.title

    def markdown(self) -> str:
        """The file a builder renders. Its settings are YAML by way of JSON, and HTML because themes print them as they are."""
        settings: dict[str, object] = {
            "title": text(self.title),
            "hide": ["navigation", "toc"] if self.wide else ["toc"],
            "jenis": self.kind,
        }
        if self.paper:
            settings["kertas"] = self.paper
        if self.script:
            settings["skrip"] = self.script
        if self.summary:
            settings["description"] = text(self.summary)
        if self.words:
            settings["tags"] = [text(word) for word in self.words]
        if not self.searchable:
            settings["search"] = {"exclude": True}
        elif self.weight != 1:
            settings["search"] = {"boost": self.weight}
        front = "\n".join(f"{name}: {_json(value)}" for name, value in settings.items())
        return f"---\n{front}\n---\n\n{self.content()}"

    def content(self) -> str:
        """The heading and the body, as the builder reads them."""
        parts = filter(None, (self._resolved(self.body), self.quoted.strip("\n"), self._resolved(self.foot)))
        body = "\n\n".join(parts)
        return f"# {self.heading or md(self.title)}\n\n{body}\n"

    def _resolved(self, body: str) -> str:
        return _HREF.sub(lambda match: f'href="{self._address(match[1] + ".md")}"', body.strip())

    def _address(self, target: str) -> str:
        """Builders resolve links in Markdown only, so links in HTML are resolved here."""
        folders = [*self.path.split("/")[:-1]]
        parts = target.split("/")
        while parts[0] == "..":
            parts, folders = parts[1:], folders[:-1]
        goal = address("/".join([*folders, *parts]))
        here = address(self.path)
        while "/" in here and goal.startswith(here[: here.index("/") + 1]):
            cut = here.index("/") + 1
            here, goal = here[cut:], goal[cut:]
        return "../" * here.count("/") + goal or "./"


def claim(path: str) -> str:
    """The place on the site that a staged file takes, letters folded: some systems do not tell them apart."""
    return (address(path).rstrip("/") if path.endswith(".md") else path).casefold()


def up(path: str) -> str:
    """The way from a page back to the top, as a prefix for links: ``jabatan/x.md`` is one folder down."""
    return "../" * path.count("/")


def built_file(path: str, folders: bool) -> str:
    """The file that a builder makes of a Markdown file: ``b7/index.html``, or ``b7.html`` without ``folders``."""
    return f"{address(path)}index.html" if folders else f"{path.removesuffix('.md')}.html"


@cache
def address(path: str) -> str:
    """The address of a Markdown file below the site's top: ``b7.md`` is ``b7/``, ``index.md`` its folder."""
    stem = path.removesuffix(".md")
    return stem.removesuffix("index") if posixpath.basename(stem) == "index" else stem + "/"
