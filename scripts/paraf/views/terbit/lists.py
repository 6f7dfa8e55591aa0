"""What leads to the published reports: the list of years, and the place of the last one on the front page."""

from collections.abc import Iterator, Sequence

from paraf.views.html import el, scroll, stacked
from paraf.views.terbit.frame import banner, withdrawn_words
from paraf.views.terbit.shelf import Shelf, Volume
from paraf.views.terbit.telling import telling_cards
from paraf.views.words import SAMPLE

ACROSS = "lakip/antar-tahun.md"


def years_body(shelves: Sequence[Shelf]) -> str:
    """The page of all published years, the newest first."""
    rows = [_row(shelf) for shelf in reversed(shelves)]
    parts: list[str] = [
        "Yang tampil di sini hanya LAKIP yang sudah disetujui dan ditandatangani. Draf tidak pernah tampil.",
        scroll(stacked(("Tahun", "Laporan", "Terbit", "Keadaan"), rows), "LAKIP terbit"),
    ]
    return "\n\n".join(parts)


def _row(shelf: Shelf) -> tuple[str | None, ...]:
    volume = shelf.shown or shelf.newest
    link = el("a", volume.title, href=shelf.entrance)
    said = f"versi {volume.edition.number}" if shelf.shown else withdrawn_words(volume)
    said = f"{said}; {SAMPLE}" if volume.edition.sample else said
    return str(shelf.year), link, shelf.day(volume.edition), said


def last_shown(shelves: Sequence[Shelf]) -> Volume | None:
    """The last year of which there is a version to read; a report of the office before any sample."""
    found = [shelf.shown for shelf in shelves if shelf.shown]
    return max(found, key=lambda one: (not one.edition.sample, one.year), default=None)


def front(shelves: Sequence[Shelf]) -> Iterator[str]:
    """The last approved report on the front page; nothing where there is none."""
    volume = last_shown(shelves)
    if volume is None:
        return
    shelf = next(one for one in shelves if one.year == volume.year)
    if sample := banner(sample=volume.edition.sample):
        yield sample
    yield el("p", el("a", volume.title, href=shelf.entrance), f", terbit {shelf.day(volume.edition)}.")
    if cards := telling_cards(volume.edition.expansion.context):
        yield cards
