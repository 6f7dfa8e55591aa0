"""``bukti``: a valid record of the step whose last change is the role's own.

It came later than the turn and than the last approval before it. Evidence is never part of the paper's digest.

Where the paper was merged too early and is brought again, evidence that came with the early merge and was not touched since
has its last change there: what was done is not done twice (DESIGN section 5: "nothing is reverted"). The rule is the same: what
stands behind an approval is to be filed again, because the approval is given again.

The deed binds the record, and the files that belong to it, as they stand: at the end that is what was merged.
"""

from collections.abc import Iterator

from paraf.alur.course import Bound, Mark, later
from paraf.alur.gaps import EarlyRecord, Findings, ForeignRecord, Gap, NoRecord
from paraf.alur.progress import Progress
from paraf.alur.slots import proof_of, record_of
from paraf.alur.standing import Change
from paraf.alur.states import Deed


def serving(progress: Progress, at: int, mark: Mark) -> Iterator[Bound]:
    """The record as it stands."""
    path, role = _path(progress, at), progress.course.slots[at].condition.oleh
    change = _last(progress, path)
    if change is None or change.by is None or path not in progress.standing.tree:
        return
    if not progress.holds(change.by, role, change.at):
        return
    if later(change.earliest, progress.course.turn) and later(change.earliest, mark.approved):
        content = progress.standing.digest(
            proof_of(progress.course.year, progress.course.slots[at].step, progress.course.edition)
        )
        deed = Deed(kind="bukti", role=role, by=change.by, at=change.at, content=content)
        yield Bound(deed, progress.standing.now, change.by)


def gap(progress: Progress, at: int) -> Gap:
    """Why it is open."""
    slot = progress.course.slots[at]
    if _path(progress, at) not in progress.standing.tree:
        return NoRecord()
    change = _last(progress, _path(progress, at))
    if change is None:
        return EarlyRecord()
    if change.by is None or not progress.holds(change.by, slot.condition.oleh, change.at):
        return ForeignRecord(change.by)
    said = progress.findings(record_of(slot.step, progress.course.edition))
    return Findings(said) if said else EarlyRecord()


def _last(progress: Progress, path: str) -> Change | None:
    """The last change of a record: here, else in a pull request of this paper that was merged too early."""
    filed = progress.course.filed.get(path)
    if path in progress.standing.changes or filed is None or filed.blob != progress.standing.tree.get(path):
        return progress.standing.changes.get(path)
    return filed.change


def _path(progress: Progress, at: int) -> str:
    return progress.course.path(record_of(progress.course.slots[at].step, progress.course.edition))
