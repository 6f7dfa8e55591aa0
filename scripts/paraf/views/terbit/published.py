"""Everything that the site shows of published reports, as pages and files below the staging folder."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from paraf.errors import DataError, Fault
from paraf.sop.repository import Repository
from paraf.terbit.edition import Published
from paraf.views.book_words import Clock
from paraf.views.page import Page
from paraf.views.terbit import parts
from paraf.views.terbit.across import across
from paraf.views.terbit.approval_page import approval_page
from paraf.views.terbit.authenticity import keaslian_page
from paraf.views.terbit.changes_page import changes_page
from paraf.views.terbit.charts_page import charts_page
from paraf.views.terbit.course_page import course_page
from paraf.views.terbit.downloads import FOLDER as DOWNLOADS
from paraf.views.terbit.downloads import stored
from paraf.views.terbit.entrance import entrance, version_page
from paraf.views.terbit.figures_csv import figures_csv
from paraf.views.terbit.lakip_api import PATH as API
from paraf.views.terbit.lakip_api import lakip_json
from paraf.views.terbit.lists import front, years_body
from paraf.views.terbit.reading_pages import reading_pages
from paraf.views.terbit.shelf import Shelf, Volume, sheet_path, shelves


class PublishedPages(Struct, frozen=True):
    """``files`` and ``pictures`` by their path below the staging folder; ``years`` is the body of the list of years,
    ``front`` what the front page shows of the last report, ``approved`` the Markdown that pages must show word for word."""

    pages: tuple[Page, ...] = ()
    files: Mapping[str, str] = {}
    pictures: Mapping[str, bytes] = {}
    years: str = ""
    front: tuple[str, ...] = ()
    approved: Mapping[str, str] = {}


class Shown(Struct, frozen=True, kw_only=True):
    """What the site is told of the reports: ``ppid`` leaves out the annexes that the office keeps back."""

    published: Published
    clock: Clock
    ppid: bool = False


def published_site(repo: Repository, published: Published, clock: Clock, *, ppid: bool = False) -> PublishedPages:
    """The pages of every published edition.

    With ``ppid`` the annexes that the office keeps back are replaced by the sentence how to ask for them; raises ``DataError``
    where one of these is in no report, because a mistyped name would open what it ought to close.
    """
    found = shelves(repo, published, clock, ppid=ppid)
    if ppid and (faults := list(_unknown(repo, published))):
        raise DataError(faults)
    pages: list[Page] = []
    files, pictures = {API: lakip_json(repo, found)}, dict[str, bytes]()
    for shelf in found:
        pages += [entrance(repo, shelf), *course_page(repo, shelf)]
        for volume in shelf.volumes:
            pages += _pages(repo, shelf, volume)
            if volume.withdrawn is None:
                files |= _files(volume)
                pictures |= _pictures(repo, shelf, volume)
    if compared := across(found):
        pages.append(compared.page)
        files |= compared.files
    pages += filter(None, [keaslian_page(repo, published, clock)])
    return PublishedPages(
        pages=tuple(pages),
        files=files,
        pictures=pictures,
        years=years_body(found),
        front=tuple(front(found)),
        approved={
            part.path: text
            for shelf in found
            for volume in shelf.volumes
            if volume.withdrawn is None
            for part in volume.parts.parts
            if (text := parts.approved_text(volume.parts, part.path))
        },
    )


def _unknown(repo: Repository, published: Published) -> Iterator[Fault]:
    """Annexes to be kept back that no report has."""
    listed = [edition.source.report.annexes for edition in published.editions]
    known = {annex.id for source in listed if source for annex in source.value.lampiran}
    for index, name in enumerate(repo.office.lampiran_tertutup):
        if name not in known:
            place = repo.office_source.place("lampiran_tertutup", index)
            message = f"lampiran '{name}' tidak ada di laporan mana pun, jadi tidak ada yang tertutup"
            yield Fault(place, message, "samakan dengan id-nya di lampiran/daftar.yml")


def _pages(repo: Repository, shelf: Shelf, volume: Volume) -> Sequence[Page]:
    """The pages below the folder of one edition."""
    first = version_page(repo, shelf, volume)
    if volume.withdrawn:
        return [first]
    reading = reading_pages(shelf, volume)
    beside = (*charts_page(shelf, volume), approval_page(repo, shelf, volume), *changes_page(repo, shelf, volume))
    return [first, *reading, *beside]


def _files(volume: Volume) -> dict[str, str]:
    sheets = figures_csv(volume.edition.source.report)
    return {sheet_path(volume, name): text for name, text in sheets.items()} | {
        f"{volume.folder}{name}": svg for name, svg in volume.parts.charts.items()
    }


def _pictures(repo: Repository, shelf: Shelf, volume: Volume) -> dict[str, bytes]:
    """Photos and PDFs. A PDF cannot be masked, so a build for the PPID has none."""
    pdfs = () if shelf.ppid else stored(repo, volume)
    return {f"{volume.folder}{name}": data for name, data in volume.parts.photos.items()} | {
        f"{volume.folder}{DOWNLOADS}/{one.name}": one.data for one in pdfs
    }
