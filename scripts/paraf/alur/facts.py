"""What a forge attests about the pull requests of one report year; nothing here is believed without a time and an account.

Moments carry the office's own time zone, so that the day of a moment is the day in the office. Accounts are the forge's
numeric ids: a name can be given up and taken by another person (threats T10).
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from msgspec import Struct, field

from paraf.sop.forms.officials import OfficialsFile
from paraf.sop.forms.papers import PapersFile
from paraf.sop.model import Sop

ReviewState = Literal["approved", "changes_requested", "commented"]


class Blob(Struct, frozen=True):
    """A file of a tree: its mode as Git writes it, the SHA-256 of its bytes, its size in bytes."""

    mode: str
    sha256: str
    size: int


Tree = Mapping[str, Blob]
"""Every file of the repository by its path."""


class Version(Struct, frozen=True, kw_only=True):
    """What the merge of head into base held from a moment on.

    ``at`` is the forge's own time of the push (``None``: it does not tell), ``seen`` the gate's first status on that
    commit: by then it stood. ``by`` is the account that pushed (``None``: the base moved); ``touched`` the paths in which
    it differs from what stood before; ``co_authors`` the accounts that trailers of its commits name.
    """

    at: datetime | None
    by: int | None
    tree: Tree
    touched: frozenset[str]
    seen: datetime | None = None
    co_authors: frozenset[int] = frozenset()


class Review(Struct, frozen=True, kw_only=True):
    """A formal review. ``state`` is what it was before any dismissal; ``edited`` when its text was last changed."""

    id: int
    by: int
    state: ReviewState
    at: datetime
    text: str = ""
    edited: datetime | None = None
    dismissed: datetime | None = None
    bot: bool = False


class Comment(Struct, frozen=True, kw_only=True):
    """A comment on the pull request's own page."""

    id: int
    by: int
    at: datetime
    text: str
    edited: datetime | None = None
    bot: bool = False


class Naming(Struct, frozen=True, kw_only=True):
    """A review request or an assignment: ``by`` named ``whom``."""

    by: int
    whom: int
    at: datetime
    bot: bool = False


class Ready(Struct, frozen=True, kw_only=True):
    """A draft was marked as ready."""

    by: int
    at: datetime
    bot: bool = False


class Merged(Struct, frozen=True, kw_only=True):
    """The merge: when, by whom, and what the base held right after it."""

    at: datetime
    by: int
    tree: Tree


class Span(Struct, frozen=True):
    """A time in which the pull request was open; ``until`` is ``None`` while it is."""

    since: datetime
    until: datetime | None = None


class Pull(Struct, frozen=True, kw_only=True):
    """One pull request. Its last version is what it holds now; of a merged one ``merged.tree`` is.

    ``paths`` are all paths in which the merge result differs from the base. ``checks`` holds the binding findings of its
    content, by step code (at that step's strictness) and by the name of an evidence file below the year's folder;
    ``sheets`` the digest that each signed sheet (``bukti/<langkah>-kertas.yml``) names, by that name. ``expanded`` is the
    digest of the text a person reads, ``rules`` of the rules in force. ``officials`` are those of a merged one's first
    parent (``None``: those of the base tip hold). ``proposed`` are the officials it would bring, where it changes them.
    ``unlike_scaffold`` names where it differs from the scaffold of its year (``None``: its base has the year already).
    ``leaks`` are sentences of pages that it takes from a chapter not approved; ``missing`` says which facts could not be
    read, ``forged`` what its Git objects hide (a merge commit that holds more than its parents), ``conflicts`` the files in
    which it contradicts what main has come to hold.
    """

    number: int
    author: int
    spans: tuple[Span, ...]
    versions: tuple[Version, ...]
    paths: frozenset[str]
    base: str = "main"
    draft: bool = False
    fork: bool = False
    reviews: tuple[Review, ...] = ()
    comments: tuple[Comment, ...] = ()
    namings: tuple[Naming, ...] = ()
    readies: tuple[Ready, ...] = ()
    merged: Merged | None = None
    checks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sheets: Mapping[str, str] = field(default_factory=dict)
    expanded: str | None = None
    rules: str | None = None
    officials: OfficialsFile | None = None
    proposed: OfficialsFile | None = None
    unlike_scaffold: tuple[str, ...] | None = None
    leaks: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    forged: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()

    def span_at(self, moment: datetime) -> Span | None:
        """The time in which it was open at a moment."""
        return next(
            (one for one in self.spans if one.since <= moment and (one.until is None or moment <= one.until)), None
        )

    @property
    def opened(self) -> datetime:
        """Since when it has been open without a break."""
        return self.spans[-1].since

    @property
    def open(self) -> bool:
        """Whether it is open now."""
        return self.merged is None and self.spans[-1].until is None


class Appointment(Struct, frozen=True):
    """A commit on main that changed who holds which role; ``pull`` is the pull request it came by, if any.

    ``officials`` is the whole list as that commit left it (``None``: it cannot be read).
    """

    commit: str
    at: datetime
    pull: int | None = None
    officials: OfficialsFile | None = None


class Facts(Struct, frozen=True, kw_only=True):
    """Everything about one year: its pull requests and what main holds now.

    ``past`` are the files that main has of the books of other years. ``texts`` are the bytes of small files (the books) by their
    SHA-256. ``appointments`` begin with the root of trust.
    ``live`` tells whether the forge itself was read, so that a pull request not in ``pulls`` does not exist.
    """

    year: int
    pulls: tuple[Pull, ...]
    main: Tree
    texts: Mapping[str, bytes] = field(default_factory=dict)
    appointments: tuple[Appointment, ...] = ()
    live: bool = True
    past: Tree = field(default_factory=dict)


class Policy(Struct, frozen=True):
    """The office's own rules as the base tip has them; never a pull request's (invariant 4)."""

    sop: Sop
    papers: PapersFile
    officials: OfficialsFile
