"""A small forge in memory: pull requests, pushes, reviews and merges happen in it; what it attests are ``Facts``.

It knows nothing about papers or approvals: it only keeps what a forge keeps. Files are short strings; a path is below the
folder of the year unless it begins with ``/``.
"""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta, timezone
from functools import cache

from msgspec import Struct, field
from msgspec.structs import replace

from paraf.alur.content import Covered, digest
from paraf.alur.facts import (
    Appointment,
    Blob,
    Comment,
    Facts,
    Merged,
    Naming,
    Pull,
    Ready,
    Review,
    ReviewState,
    Span,
    Tree,
    Version,
)
from paraf.sop.forms.officials import OfficialsFile

WIB = timezone(timedelta(hours=7))
START = datetime(2026, 1, 5, 8, 0, tzinfo=WIB)
ORDINARY_YEAR = 2025
ROOT_OF_TRUST = Appointment("a" * 40, datetime(2025, 1, 2, 8, 0, tzinfo=WIB))
STANDING = (
    "/README.md",
    "/docs/index.md",
    "/sop/naskah.yml",
    "/sop/petugas.yml",
    "/sop/sop-lakip.yml",
    "/scripts/gerbang.py",
)
"""Files that main holds from the beginning, besides those of the year."""


class Change(Struct, frozen=True):
    """One file of a push: its path, and what it holds from now on (``None``: it is gone)."""

    path: str
    blob: Blob | None


@cache
def blob(content: str, mode: str = "100644", size: int | None = None) -> Blob:
    """A file with these words in it."""
    data = content.encode()
    return Blob(mode, hashlib.sha256(data).hexdigest(), len(data) if size is None else size)


class Branch(Struct):
    """A pull request while the story runs; ``head`` is what its branch changes, ``own`` what only its merge result holds."""

    number: int
    year: int
    author: int = 0
    base: str = "main"
    fork: bool = False
    draft: bool = False
    head: dict[str, Blob | None] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)
    versions: list[Version] = field(default_factory=list)
    reviews: list[Review] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    namings: list[Naming] = field(default_factory=list)
    readies: list[Ready] = field(default_factory=list)
    merged: Merged | None = None
    paths: frozenset[str] = frozenset()
    officials: OfficialsFile | None = None
    proposed: OfficialsFile | None = None
    checks: dict[str, tuple[str, ...]] = field(default_factory=dict)
    sheets: dict[str, str] = field(default_factory=dict)
    unlike_scaffold: tuple[str, ...] | None = None
    leaks: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    forged: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()

    @property
    def live(self) -> bool:
        """Whether it is open."""
        return bool(self.spans) and self.merged is None and self.spans[-1].until is None

    def copy(self) -> "Branch":
        """The same branch again."""
        return replace(
            self,
            head=dict(self.head),
            spans=list(self.spans),
            versions=list(self.versions),
            reviews=list(self.reviews),
            comments=list(self.comments),
            namings=list(self.namings),
            readies=list(self.readies),
            checks=dict(self.checks),
            sheets=dict(self.sheets),
        )

    def pull(self, main: Tree) -> Pull:
        """What the forge attests about it now."""
        tree = self.versions[-1].tree
        return Pull(
            number=self.number,
            author=self.author,
            spans=tuple(self.spans),
            versions=tuple(self.versions),
            paths=self.paths if self.merged else different(main, tree),
            base=self.base,
            draft=self.draft,
            fork=self.fork,
            reviews=tuple(self.reviews),
            comments=tuple(self.comments),
            namings=tuple(self.namings),
            readies=tuple(self.readies),
            merged=self.merged,
            checks=dict(self.checks),
            sheets=dict(self.sheets),
            expanded=hashlib.sha256(b"naskah baca" + digest(Covered(self.year, ("",)), tree).encode()).hexdigest(),
            rules="c" * 64,
            officials=self.officials,
            proposed=self.proposed,
            unlike_scaffold=self.unlike_scaffold,
            leaks=self.leaks,
            missing=self.missing,
            forged=self.forged,
            conflicts=self.conflicts,
        )


def different(one: Tree, other: Tree) -> frozenset[str]:
    """The paths in which two trees differ."""
    return frozenset(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


class World:
    """The forge. Every act happens at ``clock``; ids of reviews and comments are counted up."""

    def __init__(self, officials: OfficialsFile) -> None:
        self.year = ORDINARY_YEAR
        self.clock = START
        self.officials = officials
        self.main: dict[str, Blob] = {path[1:]: blob(path) for path in STANDING}
        self.branches: dict[int, Branch] = {}
        self.appointments = [ROOT_OF_TRUST]
        self.live = True
        self.texts: dict[str, bytes] = {}
        self.last_id = 0

    def facts(self) -> Facts:
        """Everything the forge attests now."""
        pulls = tuple(branch.pull(self.main) for branch in self.branches.values() if branch.spans)
        return Facts(
            year=self.year,
            pulls=pulls,
            main=dict(self.main),
            appointments=tuple(self.appointments),
            live=self.live,
            texts=dict(self.texts),
        )

    def copy(self) -> "World":
        """The same forge again, to go on differently."""
        other = World(self.officials)
        other.year, other.clock, other.live, other.last_id = self.year, self.clock, self.live, self.last_id
        other.main, other.appointments = dict(self.main), list(self.appointments)
        other.texts = dict(self.texts)
        other.branches = {number: branch.copy() for number, branch in self.branches.items()}
        return other

    def full(self, path: str) -> str:
        """A path of the story as the tree names it."""
        return path[1:] if path.startswith("/") else f"lakip/{self.year}/{path}"

    def new_id(self) -> int:
        """The next number."""
        self.last_id += 1
        return self.last_id

    def tree(self, branch: Branch) -> dict[str, Blob]:
        """What the merge of a branch into main would hold."""
        merged = dict(self.main)
        for path, held in branch.head.items():
            if held is None:
                merged.pop(path, None)
            else:
                merged[path] = held
        return merged

    def stand(
        self,
        branch: Branch,
        by: int | None,
        *,
        at: datetime | None,
        seen: datetime | None = None,
        together: Iterable[int] = (),
    ) -> None:
        """The merge result changes: a version more."""
        tree = self.tree(branch)
        before: Tree = branch.versions[-1].tree if branch.versions else self.main
        touched = different(before, tree)
        if touched or by is not None:
            version = Version(at=at, by=by, tree=tree, touched=touched, seen=seen, co_authors=frozenset(together))
            branch.versions.append(version)

    def push(
        self,
        number: int,
        by: int,
        changes: Iterable[Change],
        *,
        timed: bool = True,
        seen: datetime | None = None,
        together: Iterable[int] = (),
    ) -> None:
        """Somebody pushes to the branch; it is made where it is new."""
        branch = self.branches.setdefault(number, Branch(number, self.year))
        branch.head |= {self.full(change.path): change.blob for change in changes}
        self.stand(branch, by, at=self.clock if timed else None, seen=seen, together=together)

    def open(self, number: int, by: int, changes: Iterable[Change], *, draft: bool, fork: bool, base: str) -> None:
        """The pull request is opened, with a push where files are named."""
        changed = list(changes)
        branch = self.branches.setdefault(number, Branch(number, self.year))
        branch.author, branch.draft, branch.fork, branch.base = by, draft, fork, base
        branch.spans.append(Span(self.clock))
        if changed or not branch.versions:
            self.push(number, by, changed)
        else:
            self.stand(branch, None, at=self.clock)

    def move(self, changes: Iterable[Change]) -> None:
        """Main moves; every open pull request holds it too, unless its branch says otherwise."""
        for change in changes:
            if change.blob is None:
                self.main.pop(self.full(change.path), None)
            else:
                self.main[self.full(change.path)] = change.blob
        for branch in self.branches.values():
            if branch.live:
                self.stand(branch, None, at=self.clock)

    def note(self, files: Mapping[str, bytes]) -> None:
        """Main takes files of which the forge attests the bytes, too."""
        read = {path: hashlib.sha256(data).hexdigest() for path, data in files.items()}
        self.texts |= {read[path]: data for path, data in files.items()}
        self.move(Change(path, Blob("100644", read[path], len(data))) for path, data in files.items())

    def mix(self, number: int, changes: Iterable[Change]) -> None:
        """Main moves in files that the branch changed as well: only the merge result becomes another one."""
        branch = self.branches[number]
        branch.head |= {self.full(change.path): change.blob for change in changes}
        self.stand(branch, None, at=self.clock)

    def close(self, number: int) -> None:
        """Closed without a merge."""
        spans = self.branches[number].spans
        spans[-1] = replace(spans[-1], until=self.clock)

    def reopen(self, number: int) -> None:
        """Open again; what main did meanwhile is seen now."""
        branch = self.branches[number]
        branch.spans.append(Span(self.clock))
        self.stand(branch, None, at=self.clock)

    def merge(self, number: int, by: int, changes: Iterable[Change] = ()) -> None:
        """Joined to main; ``changes`` are what the merge commit holds beyond its parents."""
        branch = self.branches[number]
        branch.head |= {self.full(change.path): change.blob for change in changes}
        tree = self.tree(branch)
        branch.paths = different(self.main, tree)
        branch.merged = Merged(at=self.clock, by=by, tree=tree)
        branch.officials = self.officials
        branch.draft = False
        spans = branch.spans
        spans[-1] = replace(spans[-1], until=self.clock)
        if branch.proposed is not None and "sop/petugas.yml" in branch.paths:
            self.officials = branch.proposed
            self.appointments.append(Appointment(f"{number:040x}", self.clock, number, branch.proposed))
        self.main = dict(tree)
        for other in self.branches.values():
            if other.live:
                self.stand(other, None, at=self.clock)

    def review(self, number: int, by: int, state: ReviewState, text: str = "", *, bot: bool = False) -> None:
        """A formal review."""
        self.branches[number].reviews.append(
            Review(id=self.new_id(), by=by, state=state, at=self.clock, text=text, bot=bot)
        )

    def comment(self, number: int, by: int, text: str, *, bot: bool = False) -> None:
        """A comment on the page."""
        self.branches[number].comments.append(Comment(id=self.new_id(), by=by, at=self.clock, text=text, bot=bot))

    def name(self, number: int, by: int, whom: int, *, bot: bool = False) -> None:
        """A review request or an assignment."""
        self.branches[number].namings.append(Naming(by=by, whom=whom, at=self.clock, bot=bot))

    def ready(self, number: int, by: int, *, bot: bool = False) -> None:
        """A draft becomes ready."""
        branch = self.branches[number]
        branch.draft = False
        branch.readies.append(Ready(by=by, at=self.clock, bot=bot))

    def edit(self, number: int, by: int) -> bool:
        """The latest review or comment of a person is edited; ``False``: there is none."""
        branch = self.branches[number]
        written = [one.id for one in branch.reviews if one.by == by] + [
            one.id for one in branch.comments if one.by == by
        ]
        latest = max(written, default=None)
        branch.reviews = [replace(one, edited=self.clock) if one.id == latest else one for one in branch.reviews]
        branch.comments = [replace(one, edited=self.clock) if one.id == latest else one for one in branch.comments]
        return latest is not None

    def dismiss(self, number: int, by: int, *, first: bool = False) -> bool:
        """The latest review of a person, or the first one, is dismissed; ``False``: there is none."""
        branch = self.branches[number]
        words = [one for one in branch.reviews if one.by == by and one.state != "commented" and not one.dismissed]
        latest = (min if first else max)((one.id for one in words), default=None)
        branch.reviews = [replace(one, dismissed=self.clock) if one.id == latest else one for one in branch.reviews]
        return latest is not None

    def digest(self, number: int, patterns: Iterable[str]) -> str:
        """The digest of what a pull request covers now."""
        return digest(Covered(self.year, tuple(patterns)), self.branches[number].versions[-1].tree)


def accounts(officials: OfficialsFile) -> Mapping[str, int]:
    """The accounts by the short name of their person: ``contoh-`` is left out."""
    return {person.kunci.removeprefix("contoh-"): person.id for person in officials.orang if person.id is not None}
