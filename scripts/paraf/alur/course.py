"""What a pull request is walked by, and what the walk leaves behind: deeds bound to conditions, rounds, marks."""

from collections.abc import Mapping
from datetime import UTC, datetime

from msgspec import Struct, field
from msgspec.structs import replace

from paraf.alur.content import Covered, below
from paraf.alur.facts import Blob, Pull
from paraf.alur.roster import Roster
from paraf.alur.slots import Slot
from paraf.alur.standing import Change
from paraf.alur.states import Deed
from paraf.sop.forms.papers import Approve, Evidence, Paper, PapersFile, Submit

NEVER = datetime.max.replace(tzinfo=UTC)
"""The turn of a paper that waits for others."""


class Filed(Struct, frozen=True):
    """A file that an earlier pull request left on main: what it held then, and its last change there."""

    blob: Blob
    change: Change


class Course(Struct, frozen=True, kw_only=True):
    """The paper that a pull request carries and its edition, the rules, and when the paper's turn began.

    Without a ``turn`` the paper waits for nothing; it is ``NEVER`` while another paper is not done. ``filed`` are the files that
    came to main by pull requests of this paper that were merged too early, each with who last changed it there.
    """

    year: int
    paper: Paper
    edition: int
    slots: tuple[Slot, ...]
    papers: PapersFile
    roster: Roster
    pull: Pull
    turn: datetime | None
    filed: Mapping[str, Filed] = field(default_factory=dict)

    @property
    def until(self) -> datetime | None:
        """Where facts stop counting: at the merge."""
        return self.pull.merged.at if self.pull.merged else None

    @property
    def covered(self) -> Covered:
        """The files of the paper."""
        return Covered(self.year, self.paper.mencakup)

    @property
    def main_files(self) -> Covered:
        """The files without which there is no paper: those that it names first."""
        return Covered(self.year, self.paper.mencakup[:1])

    @property
    def written(self) -> Covered:
        """What somebody who writes the paper changes: its files, or the reason of another round."""
        return Covered(self.year, (*self.paper.mencakup, f"putaran/{self.paper.id}-*.yml"))

    def path(self, name: str) -> str:
        """The path of a file of the year."""
        return below(self.year) + name


class Bound(Struct, frozen=True):
    """A deed with the version it was done on, and the person whose word it is (an account, or the key of one without).

    ``sheet`` is the digest of the file that records a signed sheet.
    """

    deed: Deed
    version: int
    person: int | str
    sheet: str | None = None


class Round(Struct, frozen=True):
    """The latest return to the step of rank ``back``: when, by whom, and the digest of the paper's content then."""

    back: int
    at: datetime
    by: int
    content: str


class Mark(Struct, frozen=True):
    """How far a chain has come.

    The next act must be later than ``floor``: the last act (``acted``), and evidence that comes directly before it.
    ``approved`` is when the last approval was given, ``approvers`` by whom all; ``handed`` who handed over last, and to which
    role.
    """

    floor: datetime | None
    acted: datetime | None
    approved: datetime | None = None
    approvers: frozenset[int | str] = frozenset()
    handed: tuple[str, int | str] = ("", "")

    @classmethod
    def start(cls, turn: datetime | None) -> "Mark":
        """Before the first condition everything must be later than the turn."""
        return cls(turn, turn)

    def after(self, slot: Slot, bound: Bound) -> "Mark":
        """The mark behind one more condition; writing has no order of its own."""
        at = bound.deed.at
        match slot.condition:
            case Submit(ke=to):
                return replace(self, floor=at, acted=at, handed=(to, bound.person))
            case Approve():
                return replace(self, floor=at, acted=at, approved=at, approvers=self.approvers | {bound.person})
            case Evidence():
                return replace(self, floor=max(at, self.acted) if self.acted else at)
        return replace(self, floor=self.acted)


def later(moment: datetime, than: datetime | None) -> bool:
    """Whether a moment is strictly later than another; than nothing every moment is."""
    return than is None or moment > than
