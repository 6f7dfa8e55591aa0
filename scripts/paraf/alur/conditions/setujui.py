"""``setujui``: somebody of the role approved this very content, by a review or on paper; and the return of a paper."""

from collections.abc import Iterator

from paraf.alur.acts import Act
from paraf.alur.admission import confirmation, refusal
from paraf.alur.course import Bound, Mark, Round, later
from paraf.alur.gaps import TooEarly
from paraf.alur.progress import Progress
from paraf.alur.states import Deed
from paraf.sop.forms.papers import Approve


def serving(progress: Progress, at: int, mark: Mark) -> Iterator[Bound]:
    """Every approval of what stands by a person who neither handed it over nor approved another step of the paper."""
    role = progress.course.slots[at].condition.oleh
    apart = mark.approvers if progress.course.papers.rangkap == "tolak" else frozenset()
    for one in progress.valid(at):
        if later(one.deed.at, mark.floor) and one.person not in apart and (role, one.person) != mark.handed:
            yield one


def take(progress: Progress, act: Act, chain: list[Bound]) -> None:
    """An approval serves the open condition of the person's role, else stands by for the last one that is served.

    A review that confirms a sheet signed on paper approves no step itself.
    """
    confirmed = confirmation(progress, act, chain)
    own = [len(chain)] if confirmed else _approving(progress, act)
    reached = [at for at in own if at <= len(chain)]
    if not reached:
        progress.refused |= {at: TooEarly(act.by, act.at) for at in own[:1]}
        return
    at, person = reached[-1], confirmed.person if confirmed else act.by
    why = refusal(progress, act, at, chain, person)
    if why:
        progress.refused[at] = why
    elif all(again.person != person for again in serving(progress, at, progress.mark(chain[:at]))):
        slot = progress.course.slots[at]
        deed = Deed(
            kind="setujui",
            role=slot.condition.oleh,
            by=act.by,
            at=act.at,
            content=progress.key(slot),
            review=act.review,
            on_paper=confirmed is not None,
        )
        progress.bind(at, Bound(deed, progress.standing.now, person, confirmed.sheet if confirmed else None))


def take_return(progress: Progress, act: Act, chain: list[Bound]) -> None:
    """Changes requested by whoever approves on this paper open a new round, taken back later or not."""
    own = _approving(progress, act)
    if own:
        at = next((at for at in own if at >= len(chain)), own[-1])
        back = progress.course.slots[at].back
        progress.rounds[back] = Round(back, act.at, act.by, progress.standing.digest(progress.course.covered))


def _approving(progress: Progress, act: Act) -> list[int]:
    """The approvals for which a person holds the role at the moment of an act."""
    return [
        at
        for at, slot in enumerate(progress.course.slots)
        if isinstance(slot.condition, Approve) and progress.holds(act.by, slot.condition.oleh, act.at)
    ]
