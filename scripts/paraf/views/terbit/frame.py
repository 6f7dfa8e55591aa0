"""What stands around every page of a published report: that it is a sample, that a later version replaced it, its contents."""

import posixpath
from collections.abc import Iterable, Iterator

from paraf.sop.dates import write_date
from paraf.views.html import Html, el, joined, md
from paraf.views.page import Page
from paraf.views.terbit.parts import Part
from paraf.views.terbit.shelf import Shelf, Volume
from paraf.views.words import SAMPLE

CHARTS, SHEET, CHANGES, COURSE = "grafik.md", "pengesahan.md", "perubahan.md", "riwayat.md"
"""Pages beside the chapters, below the folder of the edition; the course belongs to the year."""
NAMES = {CHARTS: "Grafik", SHEET: "Lembar pengesahan", CHANGES: "Lembar perubahan", COURSE: "Riwayat persetujuan"}


def to(page: str, target: str) -> str:
    """The way from one page to another, both below the staging folder."""
    return posixpath.relpath(target, posixpath.dirname(page) or ".")


def banner(*, sample: bool) -> Html | None:
    """What every page of a sample says first."""
    return el("p", el("strong", SAMPLE), class_="pita-contoh", role="note") if sample else None


def replaced(shelf: Shelf, volume: Volume, path: str) -> Html | None:
    """On the pages of an older version: which one replaced it, since when."""
    shown = shelf.shown
    if volume.after is None or shown is None or shown is volume:
        return None
    said = f"Versi {volume.after.number} menggantikan versi ini sejak {shelf.day(volume.after)}. "
    return el("p", said, el("a", "Baca versi yang berlaku", href=to(path, shelf.entrance)), ".", class_="maklumat")


def framed(
    shelf: Shelf,
    volume: Volume,
    path: str,
    title: str,
    body: Iterable[str | None],
    *,
    quoted: str = "",
    foot: str = "",
) -> Page:
    """A page of an edition; one where it begins is its own contents.

    The search of the site is loaded whole with the first page, so of a report it has the entrance only, which names every
    part and heading.
    """
    begins = path in (shelf.entrance, f"{volume.folder}index.md")
    aside = None if begins else contents(shelf, volume, path)
    head = (banner(sample=volume.edition.sample), replaced(shelf, volume, path), aside)
    return Page(
        path=path,
        title=f"{title} · {volume.short}",
        heading=Html(md(title)),
        body="\n\n".join(filter(None, (*head, *body))),
        quoted=quoted,
        foot=foot,
        wide=True,
        kind="laporan",
        paper="a4",
        searchable=path == shelf.entrance,
    )


def contents(shelf: Shelf, volume: Volume, path: str) -> Html:
    """The contents of the report beside the page; a narrow screen shows the way to them only."""
    lead = el("a", f"Isi {volume.short}", href=to(path, entrance_of(shelf, volume)))
    lists = [
        el("ol", joined([_entry(part, path) for part in volume.parts.parts if not part.annex])),
        el("ol", joined([_entry(part, path) for part in volume.parts.parts if part.annex])),
        el("ul", joined([_link(NAMES[posixpath.basename(page)], page, path) for page in beside(shelf, volume)])),
    ]
    shown = [one for one in lists if "<li" in one]
    return el(
        "nav",
        el("div", el("p", lead), el("div", joined(shown), class_="isi-daftar"), class_="isi-lekat"),
        class_="isi-laporan",
        aria_label="Isi laporan",
        data_search_exclude="",
    )


def entrance_of(shelf: Shelf, volume: Volume) -> str:
    """Where an edition begins: the year's entrance for the one that is shown there."""
    return shelf.entrance if volume is shelf.shown else f"{volume.folder}index.md"


def beside(shelf: Shelf, volume: Volume) -> Iterator[str]:
    """The pages of an edition that are no part of the report."""
    if volume.parts.charts:
        yield f"{volume.folder}{CHARTS}"
    yield f"{volume.folder}{SHEET}"
    if shelf.compared(volume):
        yield f"{volume.folder}{CHANGES}"
    yield shelf.course


def _entry(part: Part, path: str) -> Html:
    return _link(part.heading, part.path, path, "dalam" if part.level > 1 else None)


def _link(label: str, target: str, path: str, class_: str | None = None) -> Html:
    """A line of the contents; the page itself is marked."""
    here = "page" if target == path else None
    return el("li", el("a", label, href=to(path, target), aria_current=here), class_=class_)


def neighbours(volume: Volume, part: Part) -> Html:
    """Links to the part before and after."""
    parts = volume.parts.parts
    at = parts.index(part)
    around = (
        ("prev", "Sebelumnya: ", parts[at - 1] if at else None),
        ("next", "Berikutnya: ", next(iter(parts[at + 1 :]), None)),
    )
    links = [
        el("a", word, other.heading, href=to(part.path, other.path), rel=rel) for rel, word, other in around if other
    ]
    return el("nav", joined(links), class_="tetangga", aria_label="Bagian lain", data_search_exclude="")


def withdrawn_words(volume: Volume) -> str:
    """What is said of a withdrawn version."""
    assert volume.withdrawn
    reason = volume.withdrawn.alasan.strip()
    return f"Versi {volume.edition.number} ditarik pada {write_date(volume.withdrawn.tanggal)}. Alasannya: {reason.rstrip('.')}."
