"""Everything that the site shows of published reports, as pages and files below the staging folder."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from paraf.sop.repository import Repository
from paraf.terbit.edition import Edition, Published
from paraf.views.book_words import Clock
from paraf.views.page import Page

DOOR = "LAKIP terbit"


class PublishedPages(Struct, frozen=True):
    """``files`` and ``pictures`` by their path below the staging folder."""

    pages: tuple[Page, ...] = ()
    files: Mapping[str, str] = {}
    pictures: Mapping[str, bytes] = {}


class Shown(Struct, frozen=True, kw_only=True):
    """What the site is told of the reports: ``ppid`` leaves out the annexes that the office keeps back."""

    published: Published
    clock: Clock
    ppid: bool = False


def published_site(repo: Repository, published: Published, clock: Clock, *, ppid: bool = False) -> PublishedPages:
    """The pages of every published edition; nothing at all where nothing is published.

    With ``ppid`` the annexes that the office keeps back are replaced by the sentence how to ask for them.
    """
    return PublishedPages(pages=tuple(_entrances(published)))


def _entrances(published: Published) -> Iterator[Page]:
    for edition in published.newest:
        yield Page(
            path=f"lakip/{edition.year}/index.md",
            title=_title(edition),
            short=str(edition.year),
            doors=(DOOR,),
            body="",
        )


def _title(edition: Edition) -> str:
    identity = edition.source.report.identity
    return f"{identity.value.judul if identity else 'Laporan'} Tahun {edition.year}"


def approved_text(edition: Edition, page_path: str) -> str:
    """The approved Markdown that a page shows, without what stands around it; empty where it shows none."""
    return ""
