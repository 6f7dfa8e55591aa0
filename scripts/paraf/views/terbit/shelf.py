"""An edition among the others of its year: which one is newest, which one replaced it, which one was withdrawn."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from msgspec import Struct

from paraf.sop.dates import write_date
from paraf.sop.forms.withdrawals import Withdrawal
from paraf.sop.repository import Repository
from paraf.terbit.edition import Edition, Published
from paraf.views.book_words import Clock
from paraf.views.terbit.figures_csv import FOLDER as DATA
from paraf.views.terbit.figures_csv import file_name
from paraf.views.terbit.own_markdown import Headings, site_markdown
from paraf.views.terbit.parts import Part, Parts, parts_of


class Written(Struct, frozen=True):
    """A part as the site writes it, and its headings: level, words, the name of their place."""

    markdown: str
    headings: tuple[tuple[int, str, str], ...]


class Volume(Struct, frozen=True, kw_only=True, dict=True):
    """An edition with its parts. ``withdrawn`` is the notice of its withdrawal, ``after`` the next edition of its year."""

    parts: Parts
    withdrawn: Withdrawal | None = None
    after: Edition | None = None

    @cached_property
    def written(self) -> Mapping[str, Written]:
        """Every part by its page: three pages show its headings, one its text."""
        return {part.path: self._written(part) for part in self.parts.parts}

    def _written(self, part: Part) -> Written:
        headings = Headings()
        markdown = site_markdown(part.lines, lambda target: self.parts.address(part, target), headings)
        return Written(markdown, tuple(headings.found))

    @property
    def edition(self) -> Edition:
        """The edition itself."""
        return self.parts.edition

    @property
    def year(self) -> int:
        """Its report year."""
        return self.edition.year

    @property
    def folder(self) -> str:
        """Where its pages lie."""
        return self.edition.folder

    @property
    def title(self) -> str:
        """What the report calls itself, with its year."""
        identity = self.edition.source.report.identity
        return f"{identity.value.judul if identity else 'Laporan Kinerja'} Tahun {self.year}"

    @property
    def short(self) -> str:
        """The short name with the year: ``LAKIP 2025``."""
        identity = self.edition.source.report.identity
        return f"{identity.value.singkatan if identity else 'Laporan'} {self.year}"


def sheet_path(volume: Volume, name: str) -> str:
    """Where a sheet of figures of a version lies."""
    return f"{volume.folder}{DATA}/{file_name(name, sample=volume.edition.sample)}"


class Shelf(Struct, frozen=True, kw_only=True, dict=True):
    """One year: its editions, the oldest first. ``ppid``: annexes are kept back, and files that hold them whole."""

    year: int
    volumes: tuple[Volume, ...]
    clock: Clock
    ppid: bool = False

    @cached_property
    def shown(self) -> Volume | None:
        """The newest edition that was not withdrawn; ``None`` where every one was."""
        return next((volume for volume in reversed(self.volumes) if volume.withdrawn is None), None)

    @property
    def newest(self) -> Volume:
        """The newest edition, withdrawn or not."""
        return self.volumes[-1]

    @property
    def entrance(self) -> str:
        """The page that always shows what is to be read."""
        return f"lakip/{self.year}/index.md"

    @property
    def course(self) -> str:
        """The page that tells how the year went."""
        return f"lakip/{self.year}/riwayat.md"

    def compared(self, volume: Volume) -> Volume | None:
        """The version that another is compared with: the one before it, unless it was withdrawn or an annex is closed.

        What was withdrawn or is kept back must not come out again as what stood there before.
        """
        at = self.volumes.index(volume)
        before = self.volumes[at - 1] if at else None
        closed = any(part.closed for one in (before, volume) if one for part in one.parts.parts)
        return None if before is None or before.withdrawn or closed else before

    def day(self, edition: Edition) -> str:
        """The day since when an edition is published."""
        return write_date(edition.closing.at.astimezone(self.clock.zone).date())


def shelves(repo: Repository, published: Published, clock: Clock, *, ppid: bool = False) -> tuple[Shelf, ...]:
    """Every published year, the oldest first."""
    rows = repo.withdrawals.value.penarikan if repo.withdrawals else ()
    gone = {(one.tahun, one.versi): one for one in rows}
    years: dict[int, list[Edition]] = {}
    for edition in published.editions:
        years.setdefault(edition.year, []).append(edition)
    return tuple(
        Shelf(year=year, volumes=tuple(_volumes(repo, years[year], gone, ppid=ppid)), clock=clock, ppid=ppid)
        for year in sorted(years)
    )


def _volumes(
    repo: Repository, editions: list[Edition], gone: Mapping[tuple[int, int], Withdrawal], *, ppid: bool
) -> Iterable[Volume]:
    for edition, after in zip(editions, [*editions[1:], None], strict=True):
        yield Volume(
            parts=parts_of(edition, repo, ppid=ppid),
            withdrawn=gone.get((edition.year, edition.number)),
            after=after,
        )
