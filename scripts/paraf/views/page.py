"""A page of the site before any builder has touched it."""

import json
import posixpath
import re
from dataclasses import dataclass

from paraf.views.html import md, text

_HREF = re.compile(r'href="([^":#]+)\.md"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """``path`` below the staging folder, plain ``title``, Markdown ``body`` below the heading.

    ``doors`` lead to it in the navigation (``None``: reached by links only), ``short`` is its name there.
    A ``wide`` page leaves the side columns out.
    Links in the body name Markdown files relative to the page, in HTML as in Markdown.
    """

    path: str
    title: str
    body: str
    doors: tuple[str, ...] | None = None
    short: str | None = None
    wide: bool = False

    @property
    def label(self) -> str:
        """The name in the navigation."""
        return self.short or self.title

    def markdown(self) -> str:
        """The file a builder renders. The title is YAML by way of JSON, and HTML because themes print it unescaped."""
        body = _HREF.sub(lambda match: f'href="{self._address(match[1] + ".md")}"', self.body.strip())
        hide = "hide: [navigation, toc]\n" if self.wide else ""
        return f"---\n{hide}title: {json.dumps(text(self.title), ensure_ascii=False)}\n---\n\n# {md(self.title)}\n\n{body}\n"

    def _address(self, target: str) -> str:
        """Builders resolve links in Markdown only, so links in HTML are resolved here."""
        path = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), target))
        return posixpath.relpath("/" + address(path), "/" + address(self.path)) + "/"


def claim(path: str) -> str:
    """The place on the site that a staged file takes, letters folded: some systems do not tell them apart."""
    return (address(path).rstrip("/") if path.endswith(".md") else path).casefold()


def up(path: str) -> str:
    """The way from a page back to the top, as a prefix for links: ``jabatan/x.md`` is one folder down."""
    return "../" * path.count("/")


def address(path: str) -> str:
    """The address of a Markdown file below the site's top: ``b7.md`` is ``b7/``, ``index.md`` its folder."""
    stem = path.removesuffix(".md")
    return stem.removesuffix("index") if posixpath.basename(stem) == "index" else stem + "/"
