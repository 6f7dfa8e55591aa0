"""``bukti``: a valid record of the step whose last change is the role's own.

It came later than the turn and than the last approval before it. Evidence is never part of the paper's digest.
"""

from collections.abc import Iterator

from paraf.alur.course import Bound, Mark, later
from paraf.alur.gaps import EarlyRecord, Findings, ForeignRecord, Gap, NoRecord
from paraf.alur.progress import Progress
from paraf.alur.slots import record_of
from paraf.alur.states import Deed


def serving(progress: Progress, at: int, mark: Mark) -> Iterator[Bound]:
    """The record as it stands."""
    path, role = _path(progress, at), progress.course.slots[at].condition.oleh
    change = progress.standing.changes.get(path)
    if change is None or change.by is None or path not in progress.standing.tree:
        return
    if not progress.holds(change.by, role, change.at):
        return
    if later(change.earliest, progress.course.turn) and later(change.earliest, mark.approved):
        yield Bound(Deed(kind="bukti", role=role, by=change.by, at=change.at), progress.standing.now, change.by)


def gap(progress: Progress, at: int) -> Gap:
    """Why it is open."""
    slot = progress.course.slots[at]
    if _path(progress, at) not in progress.standing.tree:
        return NoRecord()
    change = progress.standing.changes.get(_path(progress, at))
    if change is None:
        return EarlyRecord()
    if change.by is None or not progress.holds(change.by, slot.condition.oleh, change.at):
        return ForeignRecord(change.by)
    said = progress.findings(record_of(slot.step, progress.course.edition))
    return Findings(said) if said else EarlyRecord()


def _path(progress: Progress, at: int) -> str:
    return progress.course.path(record_of(progress.course.slots[at].step, progress.course.edition))
