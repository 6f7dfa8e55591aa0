"""What a walk knows at a moment: the content that stands, what was done for each condition, rounds, what was taken back."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from paraf.alur.acts import versions_of
from paraf.alur.course import Bound, Course, Mark, Round
from paraf.alur.facts import Review
from paraf.alur.gaps import Refusal
from paraf.alur.slots import Slot, sheet_of
from paraf.alur.standing import Standing
from paraf.sop.forms.papers import Submit


class Progress:
    """The state of a walk. While it runs, findings do not count: they concern the content of the end (``over``).

    ``bound`` holds for each condition what was done for it, by the digest it was done on; ``refused`` the last act for it
    that did not count; ``rounds`` the returns by the rank of the step they lead to; ``voided`` whose approvals were taken
    back, up to when; ``unconfirmed`` the reviews that confirmed a signed sheet and were taken back; ``corrected`` for each
    hand-over when, and by whom, the one who is to approve changed the content; ``writers`` who first wrote, once asked.
    """

    def __init__(self, course: Course) -> None:
        self.course = course
        bound = [slot.binds for slot in course.slots if slot.binds]
        self.standing = Standing(versions_of(course.pull), dict.fromkeys([course.covered, course.main_files, *bound]))
        self.bound: list[dict[str, list[Bound]]] = [{} for _ in course.slots]
        self.refused: dict[int, Refusal] = {}
        self.rounds: dict[int, Round] = {}
        self.voided: dict[int, datetime] = {}
        self.unconfirmed: set[int | None] = set()
        self.corrected: dict[int, tuple[datetime, int]] = {}
        self.over = False
        self.writers: dict[int, Bound | None] = {}

    @property
    def settled(self) -> bool:
        """Whether it is known when the last content came to stand."""
        return 0 <= self.standing.now == len(self.standing.versions) - 1

    def mark(self, chain: Sequence[Bound]) -> Mark:
        """The mark behind a chain."""
        mark = Mark.start(self.course.turn)
        for slot, bound in zip(self.course.slots, chain, strict=False):
            mark = mark.after(slot, bound)
        return mark

    def holds(self, account: int, role: str, moment: datetime) -> bool:
        """Whether an account holds a role at a moment."""
        return self.course.roster.holds(account, role, moment)

    def key(self, slot: Slot) -> str:
        """What an act for this condition binds now."""
        return self.standing.digest(slot.binds) if slot.binds else ""

    def round(self, slot: Slot) -> Round | None:
        """The latest return that asks for this condition again."""
        return max(
            (one for rank, one in self.rounds.items() if rank <= slot.rank), key=lambda one: one.at, default=None
        )

    def valid(self, at: int) -> Iterator[Bound]:
        """What was done for a condition on this content, in this round, and was not taken back."""
        slot = self.course.slots[at]
        begun = self.round(slot)
        for bound in self.bound[at].get(self.key(slot), ()):
            fresh = begun is None or bound.deed.at > begun.at
            if fresh and not self.void(bound) and not self.overruled(at, bound) and self._sheet_stands(slot, bound):
                yield bound

    def take(self, version: int, at: datetime) -> None:
        """A version stands; what an approver changed himself must be handed over again, by somebody else."""
        before = [self.key(slot) for slot in self.course.slots]
        self.standing.take(version, at)
        by = self.standing.versions[version].by
        for number, slot in enumerate(self.course.slots):
            one = slot.condition
            if (
                isinstance(one, Submit)
                and by is not None
                and self.key(slot) != before[number]
                and self.holds(by, one.ke, at)
            ):
                self.corrected[number] = (at, by)

    def withdraw(self, review: Review) -> None:
        """An approval was taken back, and with it the person's earlier ones; what only confirmed a sheet stands alone."""
        sheets = {one.deed.review for bound in self.bound for bounds in bound.values() for one in bounds if one.sheet}
        if review.id in sheets:
            self.unconfirmed.add(review.id)
        else:
            self.voided[review.by] = max(review.at, self.voided.get(review.by, review.at))

    def settle(self) -> None:
        """The end: what came last stands, even if nobody knows when it came, as long as it changed nothing that binds."""
        self.over = True
        last = len(self.standing.versions) - 1
        if self.standing.same(last):
            self.standing.take(last, self.standing.at)

    def overruled(self, at: int, bound: Bound) -> bool:
        """Whether the content of a hand-over was changed later by the one who is to approve it."""
        return at in self.corrected and bound.deed.at <= self.corrected[at][0]

    def void(self, bound: Bound) -> bool:
        """Whether an approval was taken back, itself or a later one of the same person."""
        deed = bound.deed
        if bound.sheet is not None:
            return deed.review in self.unconfirmed
        return deed.review is not None and deed.by in self.voided and deed.at <= self.voided[deed.by]

    def findings(self, name: str) -> tuple[str, ...]:
        """The findings that bind at a step, or of an evidence file, once the walk is over."""
        return self.course.pull.checks.get(name, ()) if self.over else ()

    def bind(self, at: int, bound: Bound) -> None:
        """An act was done for a condition, on this content."""
        self.bound[at].setdefault(bound.deed.content or "", []).append(bound)

    def _sheet_stands(self, slot: Slot, bound: Bound) -> bool:
        """Whether the record of the signed sheet is still what was confirmed, and valid."""
        if bound.sheet is None:
            return True
        name = sheet_of(slot.step, self.course.edition)
        blob = self.standing.tree.get(self.course.path(name))
        return blob is not None and blob.sha256 == bound.sheet and not self.findings(name)
