"""``paraf situs``: stage the pages, then let the builder render them."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from paraf.adapters import builder
from paraf.adapters.built import prove
from paraf.adapters.clock import build_time, now, office_zone
from paraf.adapters.files import Changes, folder_below, own_folder, read_tree, sync_folder
from paraf.adapters.office import load_repository, report_years
from paraf.adapters.site_folder import MARK, renewed
from paraf.adapters.turn import turn
from paraf.commands.console import narrate, result
from paraf.commands.position import position_here
from paraf.door.text import MAX_BYTES
from paraf.errors import DataError, UsageError
from paraf.laporan.report import Report
from paraf.rules.base import Facts, run
from paraf.rules.catalogue import ALL_RULES
from paraf.rules.of_sop import RULES
from paraf.sop.repository import Repository
from paraf.terbit.edition import LeftOut, Published, Refusal
from paraf.terbit.manifest import manifest
from paraf.terbit.proof import INDEX
from paraf.terbit.withholding import NOTICE, Withheld, drafts_and_public, withheld
from paraf.views.book_words import Clock
from paraf.views.builder_words import not_built
from paraf.views.calls_page import fit_for_examples
from paraf.views.handwritten import PICTURE_BYTES, read_docs
from paraf.views.page import built_file
from paraf.views.site import Site, build_site

if TYPE_CHECKING:
    from paraf.adapters.github.gathering import Forge
    from paraf.views.terbit.published import Shown

MADE = (INDEX, "sitemap.xml", "sitemap.xml.gz", MARK)
"""What the builder computes from the pages, and our own list."""


class Wish(Struct, frozen=True, kw_only=True):
    """What kind of site is asked for: as of which day, whether the forge is asked about the reports, for the PPID, and for a
    folder that no server serves."""

    today: date | None = None
    forge: bool = False
    ppid: bool = False
    usb: bool = False

    @property
    def staging(self) -> str:
        """Where the pages are staged."""
        return "build/sumber-usb" if self.usb else "build/sumber"

    @property
    def target(self) -> str:
        """Where the site stands."""
        return "site-usb" if self.usb else "site"


class Planned(Struct, frozen=True):
    """Every page and file of the site that was wished for, and the moment it is about; nothing is written yet.

    ``kept_back`` are the report years that are not published although their book says so, evidence that nobody vouches for, and
    the pages that hold a draft.
    """

    wish: Wish
    site: Site
    when: datetime
    kept_back: tuple[Refusal | LeftOut | Withheld, ...] = ()


class Staged(Struct, frozen=True):
    """A staging folder that equals what was planned, and what it took to get there."""

    planned: Planned
    folder: Path
    changes: Changes


def plan(root: Path, wish: Wish) -> Planned:
    """Compute every page; raises ``UserError`` before anything is written."""
    try:
        repo = load_repository(root)
    except DataError as error:
        read_docs(_docs(root), (), known=error.faults)
        raise
    when = build_time(root, wish.today)
    docs = _docs(root)
    findings = run(RULES, Facts(repo, when.date()))
    years = report_years(root)
    with _forge(root, wish) as forge:
        position = position_here(root, repo, years, forge)
        shown = _shown(root, repo, wish, forge)
    sample = _sample(shown.published) if shown else None
    drafts = _withheld(root, docs, years, shown.published) if shown else ()
    docs |= {one.path: NOTICE.encode() for one in drafts}
    site = build_site(
        repo, findings, ALL_RULES, when.date(), docs, sample, years, position, _schemas(root), shown, usb=wish.usb
    )
    return Planned(wish, site, when, (*shown.published.refusals, *shown.published.left_out, *drafts) if shown else ())


@contextmanager
def _forge(root: Path, wish: Wish) -> Iterator["Forge | None"]:
    """The forge, read, where the caller wants it to be asked."""
    if not wish.forge:
        yield None
        return
    from paraf.adapters.github.environment import open_forge

    with open_forge(root, now()) as forge:
        forge.read()
        yield forge


def _shown(root: Path, repo: Repository, wish: Wish, forge: "Forge | None") -> "Shown | None":
    """The reports that may be published."""
    if repo.papers is None:
        return None
    from paraf.adapters.published import EVER, load_published  # only a SOP with papers has reports
    from paraf.views.terbit.published import Shown

    clock = Clock(office_zone(repo.office.zona_waktu.nama), repo.office.zona_waktu.singkatan)
    published = load_published(root, repo, (forge.now if forge else EVER).astimezone(clock.zone), forge)
    return Shown(published=published, clock=clock, ppid=wish.ppid)


def _withheld(
    root: Path, docs: Mapping[str, bytes], years: Sequence[int], published: Published
) -> tuple[Withheld, ...]:
    """The pages that hold a sentence of what is not published: a year, or what a published one is to become."""
    from paraf.adapters.published import chapters_here

    here = [text for year in years for text in chapters_here(root, year)]
    return withheld(docs, *drafts_and_public(here, published))


def _sample(published: Published) -> Report | None:
    """The newest published sample that is complete."""
    reports = (edition.source.report for edition in reversed(published.newest) if edition.sample)
    return next(filter(fit_for_examples, reports), None)


def _schemas(root: Path) -> dict[str, str] | None:
    """The schemas as ``selaraskan`` keeps them; making them anew takes longer than all pages."""
    folder = folder_below(root, "sop/skema")
    kept = read_tree(folder, MAX_BYTES) if folder else {}
    return {f"skema/{name}": data.decode() for name, data in kept.items() if name.endswith(".json")} or None


def _docs(root: Path) -> dict[str, bytes]:
    """The hand-written pages and pictures, as they lie there."""
    return read_tree(root / "docs", PICTURE_BYTES) if os.path.lexists(root / "docs") else {}


def stage(root: Path, planned: Planned) -> Staged:
    """Bring the staging folder in line; equal files are not touched. Only in one's turn (``adapters.turn``)."""
    site = planned.site
    files = {path: content.encode() for path, content in site.files.items()} | dict(site.pictures)
    folder = own_folder(root, planned.wish.staging)
    return Staged(planned, folder, sync_folder(folder, files))


def render(root: Path, staged: Staged, target: Path) -> None:
    """Let the builder make the site of a staging folder; what it has to say is told in our words."""
    site, when = staged.planned.site, staged.planned.when
    look = builder.Look(site.refused, usb=staged.planned.wish.usb)
    try:
        builder.build(root, site.settings, staged.folder, target, when, look)
    except builder.RefusedError as error:
        by_hand = (root / "docs").joinpath
        raise UsageError(not_built(error.messages, lambda path: by_hand(path).is_file(), error.faults)) from error
    prove_built(staged, look, target)


def prove_built(staged: Staged, look: builder.Look, target: Path) -> None:
    """Hold the built site against what was staged; raises ``UsageError`` with whatever was not meant."""
    site = staged.planned.site
    pages = {path: content for path, content in site.files.items() if path.endswith(".md")}
    others = {path: content.encode() for path, content in site.files.items() if path not in pages} | dict(site.pictures)
    address = site.settings.get("site_url")
    prove(
        target,
        manifest(
            pages={built_file(path, look.folders): content for path, content in pages.items()},
            files=others,
            theme=look.theme,
            made=MADE,
            approved={built_file(path, look.folders): content for path, content in site.approved.items()},
            top=address if isinstance(address, str) else "",
            guarded=not look.usb,
        ),
    )


def situs(root: Path, wish: Wish, only_stage: bool) -> int:
    """Stage and build; prints where the site lies. 1 where a year was refused: the site stands without it."""
    planned = plan(root, wish)
    target = folder_below(root, wish.target) or root / wish.target
    with turn(root, narrate):
        staged = stage(root, planned)
        changes = staged.changes
        narrate(f"Halaman disiapkan: {changes.written} ditulis, {changes.removed} dihapus, {changes.unchanged} tetap.")
        if only_stage:
            result(str(staged.folder))
            return told(planned)
        narrate("Membangun situs …")
        with renewed(target, own_folder(root, "build")) as fresh:
            render(root, staged, fresh)
    result(str(root / wish.target))
    return told(planned)


def told(planned: Planned) -> int:
    """Say what is not shown, and why."""
    for one in planned.kept_back:
        narrate(str(one))
    return 1 if planned.kept_back else 0
