"""How far a pull request has come at a moment: the longest chain of conditions that hold on the content that stands."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from paraf.alur.acts import versions_of
from paraf.alur.content import digest
from paraf.alur.course import Bound, Course, Mark, Round
from paraf.alur.facts import Review
from paraf.alur.gaps import Refusal
from paraf.alur.slots import Slot, record_of, sheet_of
from paraf.alur.standing import Standing
from paraf.alur.states import Deed
from paraf.sop.forms.papers import AnyCondition, Approve, Evidence, Merge, Submit, Write


class Progress:
    """The state of a walk. While it runs, findings do not count: they concern the content of the end (``over``).

    ``bound`` holds for each condition what was done for it, by the digest it was done on; ``refused`` the last act for it
    that did not count; ``rounds`` the returns by the rank of the step they lead to; ``voided`` whose approvals were taken
    back, up to when; ``unconfirmed`` the reviews that confirmed a signed sheet and were taken back; ``corrected`` for each
    hand-over when, and by whom, the one who is to approve changed the content.
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
        self._nothing = digest(course.main_files, {})
        self._writers = {at: first for at, slot in enumerate(course.slots) if (first := self._first_written(slot))}

    @property
    def settled(self) -> bool:
        """Whether it is known when the last content came to stand."""
        return 0 <= self.standing.now == len(self.standing.versions) - 1

    def chain(self) -> list[Bound]:
        """What serves each condition from the first one on, as far as it goes.

        Of several approvals the one is taken with which the chain gets longest: who approves a later step must not have
        approved an earlier one.
        """
        return self._longest(0, Mark.start(self.course.turn))

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
        if 0 <= self.standing.now < last and self.standing.same(last):
            self.standing.take(last, self.standing.at)

    def overruled(self, at: int, bound: Bound) -> bool:
        """Whether the content of a hand-over was changed later by the one who is to approve it."""
        return at in self.corrected and bound.deed.at <= self.corrected[at][0]

    def serving(self, at: int, chain: Sequence[Bound]) -> Iterator[Bound]:
        """Everything that may serve a condition behind the chain up to it."""
        return self._serving(at, self.course.slots[at], self.mark(chain[:at]))

    def void(self, bound: Bound) -> bool:
        """Whether an approval was taken back, itself or a later one of the same person."""
        deed = bound.deed
        if bound.sheet is not None:
            return deed.review in self.unconfirmed
        return deed.review is not None and deed.by in self.voided and deed.at <= self.voided[deed.by]

    def present(self) -> bool:
        """Whether the paper's files are there."""
        return self.standing.digest(self.course.main_files) != self._nothing

    def findings(self, slot: Slot) -> tuple[str, ...]:
        """The findings that bind at a condition, once the walk is over."""
        name = record_of(slot.step, self.course.edition) if isinstance(slot.condition, Evidence) else slot.step
        return self.course.pull.checks.get(name, ()) if self.over else ()

    # The chain

    def _longest(self, at: int, mark: Mark) -> list[Bound]:
        best: list[Bound] = []
        if at == len(self.course.slots):
            return best
        slot = self.course.slots[at]
        for bound in self._serving(at, slot, mark):
            found = [bound, *self._longest(at + 1, mark.after(slot, bound))]
            best = max(best, found, key=len)
            if len(best) == len(self.course.slots) - at:
                break
        return best

    def _serving(self, at: int, slot: Slot, mark: Mark) -> Iterator[Bound]:
        """Everything that may serve a condition behind a mark."""
        if not isinstance(slot.condition, Merge) and self.findings(slot):
            return
        match slot.condition:
            case Write():
                yield from self._written(at)
            case Submit():
                yield from (one for one in self.valid(at) if _later(one.deed.at, mark.floor))
            case Approve(oleh=role):
                apart = mark.approvers if self.course.papers.rangkap == "tolak" else frozenset()
                for one in self.valid(at):
                    if (
                        _later(one.deed.at, mark.floor)
                        and one.person not in apart
                        and (role, one.person) != mark.handed
                    ):
                        yield one
            case Evidence():
                yield from self._recorded(slot, slot.condition, mark)
            case Merge(oleh=role):
                merged = self.course.pull.merged
                if self.over and merged and _later(merged.at, self.course.turn):
                    yield self._bound("gabung", role, merged.by, merged.at)

    def _written(self, at: int) -> Iterator[Bound]:
        first = self._writers.get(at)
        if first and first.version <= self.standing.now and self.present():
            yield first

    def _first_written(self, slot: Slot) -> Bound | None:
        """The first version with which somebody of the role wrote the paper; opening it is writing, too."""
        role, pull = slot.condition.oleh, self.course.pull
        if not isinstance(slot.condition, Write):
            return None
        opened = pull.spans[0].since
        if self.holds(pull.author, role, opened):
            return Bound(Deed(kind="susun", role=role, by=pull.author, at=opened), 0, pull.author)
        scope = self.course.written
        for number, one in enumerate(self.standing.versions):
            at = one.at or one.seen
            if at and one.by is not None and self.holds(one.by, role, at) and any(map(scope.holds, one.touched)):
                return Bound(Deed(kind="susun", role=role, by=one.by, at=at), number, one.by)
        return None

    def _recorded(self, slot: Slot, wanted: AnyCondition, mark: Mark) -> Iterator[Bound]:
        """Evidence whose last change is the role's own, later than the turn and the last approval before it."""
        path = self.course.path(record_of(slot.step, self.course.edition))
        change = self.standing.changes.get(path)
        if change is None or change.by is None or path not in self.standing.tree:
            return
        if not self.holds(change.by, wanted.oleh, change.at):
            return
        if _later(change.earliest, self.course.turn) and _later(change.earliest, mark.approved):
            yield self._bound("bukti", wanted.oleh, change.by, change.at)

    def _bound(self, kind: str, role: str, by: int, at: datetime) -> Bound:
        deed = Deed(kind="bukti" if kind == "bukti" else "gabung", role=role, by=by, at=at)
        return Bound(deed, self.standing.now, by)

    def _sheet_stands(self, slot: Slot, bound: Bound) -> bool:
        """Whether the record of the signed sheet is still what was confirmed, and valid."""
        if bound.sheet is None:
            return True
        name = sheet_of(slot.step, self.course.edition)
        blob = self.standing.tree.get(self.course.path(name))
        return blob is not None and blob.sha256 == bound.sheet and not (self.over and self.course.pull.checks.get(name))


def _later(moment: datetime, than: datetime | None) -> bool:
    return than is None or moment > than
