"""``ajukan``: somebody of the role hands the paper to another role.

By the command, by naming a holder of that role, or by marking the pull request as ready. A hand-over binds the content that
the approval it asks for covers.
"""

from collections.abc import Iterator

from paraf.alur.acts import Act
from paraf.alur.course import Bound, Mark, later
from paraf.alur.gaps import TooEarly, Uncertain
from paraf.alur.progress import Progress
from paraf.alur.slots import Slot
from paraf.alur.states import Deed
from paraf.sop.forms.papers import Approve, Submit


def serving(progress: Progress, at: int, mark: Mark) -> Iterator[Bound]:
    """Every hand-over of what stands, later than what it follows."""
    return (one for one in progress.valid(at) if later(one.deed.at, mark.floor))


def take(progress: Progress, act: Act, chain: list[Bound]) -> None:
    """A hand-over serves the first open one of the person's role, if everything before it holds.

    While the approval it asks for is open, another person of the role may hand over, too: the approver then answers either.
    """
    slots, reached = progress.course.slots, len(chain)
    # Before the first condition there is none: the last one, which stands there then, is a merge.
    if isinstance(slots[reached].condition, Approve) and _may(progress, act, slots[reached - 1]):
        if all(one.person != act.by for one in serving(progress, reached - 1, progress.mark(chain[:-1]))):
            _bind(progress, act, reached - 1)
        return
    at = next((at for at in range(reached, len(slots)) if _may(progress, act, slots[at])), None)
    if at == reached:
        _bind(progress, act, at)
    elif at is not None:
        progress.refused[at] = TooEarly(act.by, act.at)


def _may(progress: Progress, act: Act, slot: Slot) -> bool:
    """Whether an act is a hand-over by this role and, where it names somebody, to that role."""
    one = slot.condition
    if not isinstance(one, Submit) or not progress.holds(act.by, one.oleh, act.at):
        return False
    return act.whom is None or progress.holds(act.whom, one.ke, act.at)


def _bind(progress: Progress, act: Act, at: int) -> None:
    slot = progress.course.slots[at]
    if slot.binds and not progress.standing.certain(slot.binds):
        progress.refused[at] = Uncertain(act.by, act.at)
        return
    deed = Deed(kind="ajukan", role=slot.condition.oleh, by=act.by, at=act.at, content=progress.key(slot) or None)
    progress.bind(at, Bound(deed, progress.standing.now, act.by))
