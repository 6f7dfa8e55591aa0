"""The longest chain of conditions that hold on the content that stands, from the first one on."""

from collections.abc import Iterator

from paraf.alur.conditions import ajukan, bukti, gabung, setujui, susun
from paraf.alur.course import Bound, Mark
from paraf.alur.progress import Progress
from paraf.alur.slots import record_of
from paraf.sop.forms.papers import Evidence, Merge, Submit, Write


def chain_of(progress: Progress) -> list[Bound]:
    """What serves each condition, as far as it goes: each later than the one before it.

    Of several hand-overs or approvals the one is taken with which the chain gets longest: who approves a later step must
    not have approved an earlier one.
    """
    return _longest(progress, 0, Mark.start(progress.course.turn))


def _longest(progress: Progress, at: int, mark: Mark) -> list[Bound]:
    best: list[Bound] = []
    slots = progress.course.slots
    if at == len(slots):
        return best
    for bound in _serving(progress, at, mark):
        found = [bound, *_longest(progress, at + 1, mark.after(slots[at], bound))]
        best = max(best, found, key=len)
        if len(best) == len(slots) - at:
            break
    return best


def _serving(progress: Progress, at: int, mark: Mark) -> Iterator[Bound]:
    """Everything that may serve a condition behind a mark."""
    slot = progress.course.slots[at]
    match slot.condition:
        case Merge():
            return gabung.serving(progress, at)
        case Evidence():
            found = bukti.serving(progress, at, mark)
            return iter(()) if progress.findings(record_of(slot.step, progress.course.edition)) else found
        case Write():
            found = susun.serving(progress, at)
        case Submit():
            found = ajukan.serving(progress, at, mark)
        case _:
            found = setujui.serving(progress, at, mark)
    return iter(()) if progress.findings(slot.step) else found
