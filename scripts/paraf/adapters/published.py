"""What of the report years may be published, read from the disk, from Git for older editions, and from the forge."""

import hashlib
import stat
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from paraf.adapters.files import folder_below, head, walk
from paraf.adapters.flow_year import load_book, load_policy
from paraf.adapters.git import commits_of, whole_folder
from paraf.adapters.github.gathering import Forge
from paraf.adapters.github.judged import judged_year
from paraf.adapters.office import report_years
from paraf.alur.content import LARGEST_FILE, REGULAR, below
from paraf.alur.facts import Blob
from paraf.door.text import MAX_BYTES
from paraf.errors import UserError
from paraf.laporan.report import Report, is_text, read_report
from paraf.sop.repository import Repository
from paraf.terbit.edition import Edition, Published, Refusal, Source, YearHere
from paraf.terbit.judging import judge

_LINK = "120000"
EVER = datetime(2100, 1, 1, tzinfo=UTC)
"""For a build that asks nobody: it tells what was approved, not whether a time has come, so no clock decides about it."""
Entries = Mapping[str, tuple[str, bytes]]
"""Files by path below the year's folder: mode and bytes; a link's bytes are nobody's business."""


def load_published(root: Path, repo: Repository, now: datetime, forge: Forge | None = None) -> Published:
    """Every edition that may stand on the site; ``now`` carries the office's time zone.

    With a ``forge`` that was read, years of the office are believed only as far as it confirms them.
    """
    editions: list[Edition] = []
    refusals: list[Refusal] = []
    folder = _Folder(root)
    for year in report_years(root) if repo.papers else []:
        found = _year(root, repo, year, folder, forge)
        if isinstance(found, Refusal):
            refusals.append(found)
        elif found:
            allowed, refused = judge(found, now)
            editions += allowed
            refusals += [refused] if refused else []
    return Published(tuple(editions), tuple(refusals))


def _year(root: Path, repo: Repository, year: int, folder: "_Folder", forge: Forge | None) -> YearHere | Refusal | None:
    """Everything that decides about a year; ``None`` where it has no book, and no forge is asked."""
    try:
        books = load_book(root, year)
        if not books and forge is None:
            return None
        own, policy = load_policy(root, year, repo)
    except UserError as error:
        return Refusal(year, below(year), f"buku atau aturan tahun ini tidak dapat dibaca. {error}")
    live = judged_year(forge, year)[1] if forge else None
    return YearHere(
        year=year,
        sample=str(year) in repo.office.tahun_contoh,
        repo=own,
        policy=policy,
        books=books,
        here=folder.source(year),
        earlier=_History(root, year),
        live=live,
    )


def _source(year: int, named: str, entries: Entries, previous: Report | None) -> Source:
    return Source(
        named=named,
        files={path: data for path, (mode, data) in entries.items() if mode == REGULAR},
        tree={f"{below(year)}{path}": _blob(*entry) for path, entry in entries.items()},
        report=_report(year, entries),
        previous=previous,
    )


def _blob(mode: str, data: bytes) -> Blob:
    return Blob(mode, hashlib.sha256(data).hexdigest(), len(data))


def _report(year: int, entries: Entries) -> Report:
    regular = {path: data for path, (mode, data) in entries.items() if mode == REGULAR}
    read = {path: data[: MAX_BYTES + 1] if is_text(path) else b"" for path, data in regular.items()}
    return read_report(year, read, {path: len(data) for path, data in regular.items()})


class _Folder:
    """The years as they lie in the folder, each read once."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.entries = cache(self._entries)
        self.report = cache(self._report)

    def source(self, year: int) -> Source:
        return _source(year, "folder ini", self.entries(year), self.report(year - 1))

    def _report(self, year: int) -> Report | None:
        entries = self.entries(year)
        return _report(year, entries) if entries else None

    def _entries(self, year: int) -> Entries:
        folder = folder_below(self.root, below(year).rstrip("/"))
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
        folders = [below(year).rstrip("/") for year in (self.year, self.year - 1)]
        yield from filter(None, map(self.state, commits_of(self.root, *folders)))

    def _state(self, commit: str) -> Source | None:
        entries, before = (
            whole_folder(self.root, commit, below(year).rstrip("/")) for year in (self.year, self.year - 1)
        )
        if entries is None or before is None:
            return None
        return _source(self.year, f"commit {commit[:12]}", entries, _report(self.year - 1, before) if before else None)
