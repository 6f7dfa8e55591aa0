"""Editions to show: the sample year as it is judged, later versions of it, other years like it."""

from collections.abc import Mapping
from datetime import timedelta
from functools import cache
from typing import Any

from msgspec.structs import replace

from alur.world import WIB
from helpers import ROOT, load_case, load_files
from paraf.laporan.expand import expand_report
from paraf.sop.repository import Repository
from paraf.terbit.edition import Edition, Published
from paraf.terbit.judging import judge
from paraf.views.book_words import Clock
from paraf.views.page import Page
from paraf.views.terbit.published import PublishedPages, published_site
from paraf.views.terbit.shelf import Shelf, shelves
from terbit.years import NOW, here, state

REPO = load_case(ROOT)
CLOCK = Clock(WIB, "WIB")
TEXTS = {f"sop/{path.name}": path.read_text(encoding="utf-8") for path in (ROOT / "sop").glob("*.yml")}


@cache
def first() -> Edition:
    """The sample's edition."""
    editions, refusal = judge(here(), NOW)
    assert refusal is None
    (edition,) = editions
    return edition


def with_files(changed: Mapping[str, bytes], edition: Edition | None = None, **changes: Any) -> Edition:
    """An edition whose files are other ones; what was approved of it is not asked."""
    source = state(changed)
    return replace(edition or first(), source=source, expansion=expand_report(source.report), **changes)


def later(number: int, changed: Mapping[str, bytes] | None = None) -> Edition:
    """A later version, published so many months after the first."""
    one = first()
    closing = replace(one.closing, edition=number, at=one.closing.at + timedelta(days=60 * (number - 1)))
    return with_files(changed or {}, number=number, closing=closing, closings=(*one.closings, closing))


def year_of(year: int, edition: Edition | None = None) -> Edition:
    """The edition as one of another year."""
    return replace(edition or first(), year=year)


def office(**files: str) -> Repository:
    """The office with other files: the name of each without its ending."""
    return load_files({**TEXTS, **{f"sop/{name}.yml": text for name, text in files.items()}})


def closing_annex(*names: str) -> Repository:
    """The office that keeps annexes back from the PPID's build."""
    return office(
        instansi=TEXTS["sop/instansi.yml"].replace("lampiran_tertutup: []", f"lampiran_tertutup: [{', '.join(names)}]")
    )


def withdrawing(*rows: str) -> Repository:
    """The office that withdrew versions."""
    return office(penarikan="skema: 1\npenarikan:\n" + "".join(f"  - {{{row}}}\n" for row in rows))


def shelf_of(*editions: Edition, repo: Repository = REPO, ppid: bool = False) -> Shelf:
    """The one year of some editions."""
    (shelf,) = shelves(repo, Published(editions), CLOCK, ppid=ppid)
    return shelf


def shown(*editions: Edition, repo: Repository = REPO, ppid: bool = False) -> PublishedPages:
    """The pages of some editions."""
    return published_site(repo, Published(editions), CLOCK, ppid=ppid)


@cache
def sample() -> PublishedPages:
    """The pages of the sample."""
    return shown(first())


def pages(found: PublishedPages) -> dict[str, Page]:
    """The pages by their path, of which no two are the same."""
    by_path = {page.path: page for page in found.pages}
    assert len(by_path) == len(found.pages)
    return by_path
