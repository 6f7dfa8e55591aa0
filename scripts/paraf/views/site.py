"""The whole site as values: every generated page, every machine-readable file, the navigation.

``build_site`` is a pure function of the repository, its findings and a date; a builder (MkDocs, ProperDocs) only renders
what stands here. Whatever the office masks is masked in this one place.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from paraf.door.regex import regex
from paraf.errors import Fault
from paraf.finding import Finding
from paraf.laporan.report import Report
from paraf.rules.base import AnyRule
from paraf.sop.dates import write_date
from paraf.sop.repository import Repository
from paraf.views import home, notes, print_foot, roles, rule_pages, sheet, sheet_print, stages, steps
from paraf.views.api import sop_json
from paraf.views.beyond import beyond_page
from paraf.views.calls_page import calls_page
from paraf.views.handwritten import Written, read_docs
from paraf.views.html import text
from paraf.views.navigation import Entry, NavItem, navigation
from paraf.views.outline_page import outline_page
from paraf.views.overview import overview_page, phone_drawings, poster_page, section_pages
from paraf.views.page import address
from paraf.views.schemas import schema_files
from paraf.views.usb import INDEX, SEARCH, index_js, search_page
from paraf.views.year import year_pages

if TYPE_CHECKING:
    from paraf.views.position import Position
    from paraf.views.terbit.published import PublishedPages, Shown

# 18 digits: birth date, appointment, sex, serial; offices print it with or without spaces. Looking back after the first two
# digits, not before them, lets the search jump from one candidate to the next: five times as fast over a whole site.
_NIP = regex(r"(?:19|20)(?<!\w..)\d{6} ?\d{6} ?\d ?\d{3}\b")
MASKED = "(disamarkan)"


class Site(Struct, frozen=True):
    """``files`` and ``pictures`` by path below the staging folder, and the builder's settings by name.

    Themes print settings unescaped, so their texts are HTML here already. ``written`` is what somebody wrote by hand of a
    file; the others are our own HTML. ``approved`` is the Markdown that a file's page must show word for word.
    """

    files: Mapping[str, str]
    pictures: Mapping[str, bytes]
    written: Mapping[str, Written]
    settings: Mapping[str, "str | list[NavItem]"]
    approved: Mapping[str, str] = {}

    def refused(self, path: str, made: str) -> list[Fault]:
        """What must not stand in the HTML that the builder made of a file."""
        return list(self.written[path].refused(made)) if path in self.written else []


def build_site(
    repo: Repository,
    findings: list[Finding],
    rules: tuple[AnyRule, ...],
    today: date,
    docs: Mapping[str, bytes],
    sample: Report | None = None,
    years: Sequence[int] = (),
    position: "Position | None" = None,
    schemas: Mapping[str, str] | None = None,
    shown: "Shown | None" = None,
    *,
    usb: bool = False,
) -> Site:
    """Every page and file, generated or from ``docs``; raises ``DataError`` for a page of ``docs`` that cannot be one.

    ``sample`` is a year that is only a sample: the calls of a report are shown with its figures. ``years`` are those that
    have been opened, samples among them; ``position`` is where the running one is, as far as facts tell it;
    ``schemas`` are those of the files by their name, where they were made before; ``shown`` are the published reports.
    ``usb`` is for a folder that no server serves.
    """
    drawn = phone_drawings(repo.sop)
    calls = calls_page(sample) if repo.outline else None
    reports = _reports(repo, shown)
    guide = [
        overview_page(repo),
        *section_pages(repo, drawn),
        *steps.step_pages(repo, docs),
        *roles.role_pages(repo, drawn, docs),
        sheet.sheet_page(repo),
        *sheet_print.print_pages(repo),
        poster_page(repo, drawn),
        notes.notes_page(repo, findings),
        *([stages.stages_page(repo, rules)] if repo.papers else []),
        *([outline_page(repo.outline.value)] if repo.outline else []),
        *([calls.page] if calls else []),
        *rule_pages.rule_pages(rules),
        *year_pages(repo, years, position, reports.years if reports else ""),
        *beyond_page(repo, years, today),
    ]
    guide += reports.pages if reports else ()
    by_hand = read_docs(docs, ["index.md", SEARCH, *(page.path for page in guide)], _emblem(repo, docs))
    pages = [
        home.home_page(
            repo, by_hand.teasers, years, position, reports.front if reports else (), address(SEARCH) if usb else None
        ),
        *([search_page()] if usb else []),
        *guide,
        *by_hand.pages,
    ]
    files = {page.path: page.markdown() for page in pages}
    files |= {INDEX: index_js(pages)} if usb else {}
    ordered = sorted(pages, key=lambda page: page.order)
    entries = [Entry(page.doors, page.label, page.path) for page in ordered if page.doors is not None]
    files |= calls.pictures if calls else {}
    files |= reports.files if reports else {}
    approved = dict(reports.approved) if reports else {}
    files[print_foot.PATH] = print_foot.foot_css(repo, today)
    files["api/sop.json"] = sop_json(repo.sop)
    files |= _status(position)
    files |= {f"api/{path}": content for path, content in (schemas or schema_files(repo)).items()}
    if "nip" in repo.office.samarkan or (shown and shown.ppid):
        files = {path: mask_nip(content) for path, content in files.items()}
        approved = {path: mask_nip(content) for path, content in approved.items()}
    top = {"site_url": f"{repo.office.situs}/"} if repo.office.situs and not usb else {}
    return Site(
        files=files,
        pictures={**by_hand.pictures, **(reports.pictures if reports else {})},
        written=by_hand.written,
        settings={
            **top,
            "site_name": text(repo.office.nama_pendek),
            "nav": navigation(entries),
            "copyright": text(f"{repo.office.nama} · {repo.sop.identity.nomor} · keadaan per {write_date(today)}"),
        },
        approved=approved,
    )


def _status(position: "Position | None") -> dict[str, str]:
    """The position for machines, where there is one."""
    if position is None:
        return {}
    from paraf.views.status_api import PATH, status_json

    return {PATH: status_json(position)}


def _reports(repo: Repository, shown: "Shown | None") -> "PublishedPages | None":
    """The pages of published reports; only where there are any is their part of the program loaded."""
    if shown is None or not shown.published.editions:
        return None
    from paraf.views.terbit.published import published_site

    return published_site(repo, shown.published, shown.clock, ppid=shown.ppid)


def _emblem(repo: Repository, docs: Collection[str]) -> Iterator[Fault]:
    """The office's own emblem must be there."""
    if repo.office.lambang and repo.office.lambang not in docs:
        place = repo.office_source.place("lambang")
        yield Fault(place, f"gambar docs/{repo.office.lambang} tidak ada", "simpan gambarnya di situ")


def mask_nip(content: str) -> str:
    """Replace every civil-servant number by a word that says so."""
    return _NIP.sub(MASKED, content)
