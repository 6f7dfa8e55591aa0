"""What of the report years may be published, read from the disk, from Git for older editions, and from the forge."""

import stat
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from paraf.adapters.files import folder_below, head, walk
from paraf.adapters.flow_year import load_book, load_policy
from paraf.adapters.git import commits_of, whole_folder
from paraf.adapters.office import report_years
from paraf.alur.book.against import unlike_forge
from paraf.alur.book.problem import Problem
from paraf.alur.book.reading import read_books
from paraf.alur.content import LARGEST_FILE, REGULAR, below
from paraf.errors import UserError
from paraf.sop.repository import Repository
from paraf.terbit.edition import Edition, LeftOut, Published, Refusal, Source, YearHere
from paraf.terbit.filed_later import confirmed, unconfirmed
from paraf.terbit.judging import judge
from paraf.terbit.states import Entries, source_of

if TYPE_CHECKING:
    from paraf.adapters.github.gathering import Forge, Gathered
    from paraf.alur.states import Cycle

_LINK = "120000"
EVER = datetime(2100, 1, 1, tzinfo=UTC)
"""For a build that asks nobody: it tells what was approved, not whether a time has come, so no clock decides about it."""


def load_published(root: Path, repo: Repository, now: datetime, forge: "Forge | None" = None) -> Published:
    """Every edition that may stand on the site; ``now`` carries the office's time zone.

    With a ``forge`` that was read, years of the office are believed only as far as it confirms them.
    """
    editions: list[Edition] = []
    refusals: list[Refusal] = []
    left_out: list[LeftOut] = []
    for year in report_years(root) if repo.papers else []:
        found = _year(root, repo, year, forge)
        if isinstance(found, Refusal):
            refusals.append(found)
        elif found:
            allowed, refused = judge(found, now)
            left_out += (LeftOut(below(year) + path) for path in found.unconfirmed if allowed)
            editions += allowed
            refusals += [refused] if refused else []
    return Published(tuple(editions), tuple(refusals), tuple(left_out))


def _year(root: Path, repo: Repository, year: int, forge: "Forge | None") -> YearHere | Refusal | None:
    """Everything that decides about a year; ``None`` where it has no book, and no forge is asked."""
    try:
        books = load_book(root, year)
        if not books and forge is None:
            return None
        own, policy = load_policy(root, year, repo)
    except UserError as error:
        return Refusal(year, below(year), f"buku atau aturan tahun ini tidak dapat dibaca. {error}")
    sample = str(year) in repo.office.tahun_contoh
    gathered, live = _asked(forge, year) if forge else (None, None)
    here = year_here(root, year)
    return YearHere(
        year=year,
        sample=sample,
        repo=own,
        policy=policy,
        books=books,
        here=here,
        earlier=_History(root, year),
        live=live,
        unlike_forge=tuple(_unlike(books, gathered, year)) if gathered and not sample else (),
        unconfirmed=tuple(_unconfirmed(here, gathered, live, year)) if gathered and live and not sample else (),
    )


def _asked(forge: "Forge", year: int) -> "tuple[Gathered, Cycle]":
    """What the forge tells of a year; only a build that asks it loads what can."""
    from paraf.adapters.github.judged import judged_year

    return judged_year(forge, year)


def _unlike(books: Mapping[str, bytes], gathered: "Gathered", year: int) -> Iterator[Problem]:
    """What of the recorded lines the forge does not confirm; a book that cannot be read is refused before."""
    volumes, problems = read_books(books, year)
    if not problems:
        yield from unlike_forge(volumes, {pull.number: pull for pull in gathered.facts.pulls}, gathered.policy, year)


def _unconfirmed(here: Source, gathered: "Gathered", live: "Cycle", year: int) -> Iterator[str]:
    """Later evidence that came by no pull request that passed."""
    known = confirmed(year, gathered.facts.pulls, live.verdicts)
    yield from (path.removeprefix(below(year)) for path in unconfirmed(year, here.tree, known))


def chapters_here(root: Path, year: int) -> Iterator[str]:
    """The texts of a year as they lie in the folder, whatever state it is in."""
    entries = _entries(root, year)
    yield from (data.decode(errors="replace") for path, (_, data) in entries.items() if path.endswith(".md"))


def year_here(root: Path, year: int) -> Source:
    """The year as it lies in the folder; what is no regular file is there without content."""
    return source_of(year, "folder ini", _entries(root, year))


def _entries(root: Path, year: int) -> Entries:
    folder = folder_below(root, below(year).rstrip("/"))
    return {path.relative_to(folder).as_posix(): _entry(path) for path in walk(folder)} if folder else {}


def _entry(path: Path) -> tuple[str, bytes]:
    """Whether a file may be run is not asked of the disk: many disks say so of every file."""
    return (REGULAR, head(path, LARGEST_FILE)) if stat.S_ISREG(path.lstat().st_mode) else (_LINK, b"")


class _History:
    """The earlier states of a year on HEAD's own line, newest first, read as they are asked for."""

    def __init__(self, root: Path, year: int) -> None:
        self.root, self.year = root, year
        self.state = cache(self._state)

    def __iter__(self) -> Iterator[Source]:
        yield from filter(None, map(self.state, commits_of(self.root, below(self.year).rstrip("/"))))

    def _state(self, commit: str) -> Source | None:
        entries = whole_folder(self.root, commit, below(self.year).rstrip("/"))
        return source_of(self.year, f"commit {commit[:12]}", entries) if entries else None
