"""What is lacking at the first condition that nothing serves: the last thing that happened there, as a reason."""

from collections.abc import Iterator

from paraf.alur.conditions import bukti, susun
from paraf.alur.content import differing
from paraf.alur.course import Bound, Mark
from paraf.alur.gaps import (
    Corrected,
    Findings,
    Gap,
    Lapsed,
    Overtaken,
    Returned,
    SamePerson,
    Waiting,
    Withdrawn,
)
from paraf.alur.progress import Progress
from paraf.sop.forms.papers import Evidence, Merge, Write


def lacking(progress: Progress, chain: list[Bound]) -> Gap:
    """Why the condition behind a chain is open; there must be one."""
    at = len(chain)
    slot = progress.course.slots[at]
    match slot.condition:
        case Write():
            return susun.gap(progress, at)
        case Evidence():
            return bukti.gap(progress, at)
        case Merge():
            return Waiting()
    said = progress.findings(slot.step)
    return Findings(said) if said else _act(progress, at, progress.mark(chain))


def lapsed(progress: Progress, at: int) -> Lapsed | None:
    """What made the latest act for a condition lapse, if that was a change of its content in this round."""
    slot = progress.course.slots[at]
    if slot.binds is None or progress.bound[at].get(progress.key(slot)):
        return None
    done = [bound for bound in _done(progress, at) if not progress.void(bound)]
    if not done:
        return None
    last = max(done, key=lambda bound: bound.deed.at)
    then = progress.standing.versions[last.version].tree
    folder = progress.course.path("")
    files = differing(slot.binds, then, progress.standing.tree)
    return Lapsed(tuple(file.removeprefix(folder) for file in files), last.deed.by)


def _act(progress: Progress, at: int, mark: Mark) -> Gap:
    """Why no hand-over or approval serves: the latest of what happened decides."""
    slot = progress.course.slots[at]
    begun, refused = progress.round(slot), progress.refused.get(at)
    done = max(_done(progress, at), key=lambda bound: bound.deed.at, default=None)
    if refused and (begun is None or refused.at > begun.at) and (done is None or refused.at > done.deed.at):
        return refused
    if done is None:
        fresh = begun and (mark.acted is None or begun.at > mark.acted)
        if begun and fresh and begun.content == progress.standing.digest(progress.course.covered):
            return Returned(begun.by, begun.at, begun.back)
        return Waiting()
    if progress.void(done):
        return Withdrawn(done.deed.by)
    if change := lapsed(progress, at):
        return change
    if progress.overruled(at, done):
        return Corrected(progress.corrected[at][1])
    if mark.floor and done.deed.at <= mark.floor:
        return Overtaken(done.deed.by)
    return SamePerson(done.deed.by, done.deed.at)


def _done(progress: Progress, at: int) -> Iterator[Bound]:
    """Whatever was done for a condition in this round, on any content."""
    begun = progress.round(progress.course.slots[at])
    for bounds in progress.bound[at].values():
        yield from (bound for bound in bounds if begun is None or bound.deed.at > begun.at)
