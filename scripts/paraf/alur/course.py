"""What a pull request is walked by, and what the walk leaves behind: deeds bound to conditions, rounds, marks."""

from dataclasses import dataclass
from datetime import UTC, datetime

from paraf.alur.content import Covered, below
from paraf.alur.facts import Pull
from paraf.alur.roster import Roster
from paraf.alur.slots import Slot
from paraf.alur.states import Deed
from paraf.sop.forms.papers import Approve, Paper, PapersFile, Write

NEVER = datetime.max.replace(tzinfo=UTC)
"""The turn of a paper that waits for others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """The paper that a pull request carries and its edition, the rules, and when the paper's turn began.

    Without a ``turn`` the paper waits for nothing; it is ``NEVER`` while another paper is not done.
    """

    year: int
    paper: Paper
    edition: int
    slots: tuple[Slot, ...]
    papers: PapersFile
    roster: Roster
    pull: Pull
    turn: datetime | None

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


@dataclass(frozen=True, slots=True)
class Bound:
    """A deed with the version it was done on, and the person whose word it is (an account, or the key of one without).

    ``sheet`` is the digest of the file that records a signed sheet.
    """

    deed: Deed
    version: int
    person: int | str
    sheet: str | None = None


@dataclass(frozen=True, slots=True)
class Round:
    """The latest return to the step of rank ``back``: when, by whom, and the digest of the paper's content then."""

    back: int
    at: datetime
    by: int
    content: str


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a chain has come: what the next act must be later than, the last approval, and who approved."""

    floor: datetime | None
    approved: datetime | None = None
    approvers: frozenset[int | str] = frozenset()

    def after(self, slot: Slot, bound: Bound) -> "Mark":
        """The mark behind one more condition; writing has no order of its own."""
        if isinstance(slot.condition, Write):
            return self
        at = bound.deed.at
        floor = max(at, self.floor) if self.floor else at
        if isinstance(slot.condition, Approve):
            return Mark(floor, at, self.approvers | {bound.person})
        return Mark(floor, self.approved, self.approvers)
