"""The parts of an edition that have a page each: its chapters and annexes, their addresses, and what each shows.

What stands on such a page below its heading is exactly what was approved; a later step of publication compares the two.
"""

import posixpath
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from paraf.door.markup import read_markup
from paraf.laporan.binding import PICTURES, annexes, bound
from paraf.laporan.panels import FOLDER as CHARTS
from paraf.sop.covering import covers
from paraf.sop.repository import Repository
from paraf.terbit.edition import Edition

ANNEXES = "lampiran"
ASKED = "Lampiran ini tidak diterbitkan di situs ini. Mintalah kepada PPID kantor."
"""What stands in the place of an annex that the office keeps back."""
Pictures = Mapping[str, bytes]


class Part(Struct, frozen=True, kw_only=True):
    """A chapter or an annex. ``path`` is its page; ``level`` 2 belongs to the chapter before it.

    ``lines`` are its approved Markdown without the heading, ``folder`` is where the addresses in it start, below the year's
    folder. A ``closed`` one is kept back, so nothing of it is shown.
    """

    path: str
    heading: str
    level: int
    lines: tuple[str, ...]
    folder: str = ""
    annex: bool = False
    closed: bool = False

    @property
    def text(self) -> str:
        """The approved Markdown as one text."""
        return "\n".join(self.lines).strip("\n") + "\n"


class Parts(Struct, frozen=True, kw_only=True, dict=True):
    """All parts of an edition in the order in which they are bound. ``kept_back`` are files that nothing may show."""

    edition: Edition
    parts: tuple[Part, ...]
    kept_back: frozenset[str] = frozenset()

    @cached_property
    def by_path(self) -> Mapping[str, Part]:
        """Every part by its page."""
        return {part.path: part for part in self.parts}

    @cached_property
    def charts(self) -> Mapping[str, str]:
        """The pictures of charts by their name below the edition's folder."""
        return {
            f"{CHARTS}/{picture.name}.svg": picture.svg
            for one in self.edition.expansion.chapters
            for chart in one.charts
            for picture in chart.pictures
        }

    @cached_property
    def photos(self) -> Pictures:
        """The year's own pictures that a shown part shows, by name; only what was approved, and is not kept back."""
        shown = {
            link.target.replace("%20", " ")
            for part in self.parts
            if not part.closed
            for link in read_markup(part.text).links
            if link.picture
        }
        files = self.edition.source.files
        return {name: files[name] for name in sorted(shown) if self.publishable(name)}

    def publishable(self, name: str) -> bool:
        """Whether a picture below the year's folder was approved with the report and may be shown."""
        approved = name in self.edition.source.files and covers(self.edition.paper.mencakup, name)
        return approved and name.endswith(PICTURES) and name not in self.kept_back

    def address(self, part: Part, target: str) -> str | None:
        """The address, from a part's page, of what its own address leads to; ``None`` where the site does not have it."""
        name = posixpath.normpath(target.partition("#")[0])
        if name in self.charts or name in self.photos:
            return self._from(part, name)
        for one in (posixpath.normpath(posixpath.join(part.folder, name)), name):
            if f"{self.edition.folder}{one}" in self.by_path:
                return f"{self._from(part, one.removesuffix('.md'))}/"
        return None

    def _from(self, part: Part, name: str) -> str:
        """A name below the edition's folder as the address of a part's page, which is a folder of its own."""
        return "../" * (part.path.removeprefix(self.edition.folder).count("/") + 1) + name


def parts_of(edition: Edition, repo: Repository, *, ppid: bool = False) -> Parts:
    """The parts; with ``ppid`` the annexes that the office keeps back are closed."""
    rules = edition.repo or repo
    outline = rules.outline.value if rules.outline else None
    chapters = [
        Part(
            path=f"{edition.folder}{posixpath.basename(one.chapter.chapter.file)}",
            heading=one.heading,
            level=one.level,
            lines=tuple(one.chapter.markdown.strip("\n").split("\n")),
        )
        for one in bound(edition.expansion, outline)
    ]
    back = repo.office.lampiran_tertutup if ppid else ()
    report = edition.source.report
    listed = report.annexes.value.lampiran if report.annexes else ()
    kept = frozenset(f"{ANNEXES}/{annex.berkas}" for annex in listed if annex.id in back and annex.berkas)
    return Parts(edition=edition, parts=(*chapters, *_annexes(edition, back, kept)), kept_back=kept)


def _annexes(edition: Edition, back: Collection[str], kept: Collection[str]) -> Iterator[Part]:
    """Every annex under the name of its file, where it has a text, else under its id; no two under one name.

    One that shows the file of a closed one under another id is closed, too.
    """
    report = edition.source.report
    taken: set[str] = set()
    for annex, one in zip(report.annexes.value.lampiran if report.annexes else (), annexes(report), strict=True):
        own = annex.berkas.removesuffix(".md") if annex.berkas and annex.berkas.endswith(".md") else annex.id
        name, count = own, 2
        while name.casefold() in taken or posixpath.basename(name) == "index":
            name, count = f"{own}-{count}", count + 1
        taken.add(name.casefold())
        closed = annex.id in back or f"{ANNEXES}/{annex.berkas}" in kept
        yield Part(
            path=f"{edition.folder}{ANNEXES}/{name}.md",
            heading=one.heading,
            level=1,
            lines=() if closed else one.lines,
            folder=posixpath.dirname(f"{ANNEXES}/{annex.berkas or ''}"),
            annex=True,
            closed=closed,
        )


def approved_text(parts: Parts, path: str) -> str:
    """The approved Markdown that a page shows below its heading; empty for a page that shows none."""
    part = parts.by_path.get(path)
    return part.text if part and not part.closed else ""
