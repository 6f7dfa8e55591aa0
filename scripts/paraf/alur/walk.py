"""One pull request walked from its first act to its last: which act serves which condition.

An act is bound at the moment it happens, to the first open condition of its kind and role, with the digest of the content
of that moment; so no act serves two steps, and the same bytes again revive what a change made lapse (DESIGN section 5).
"""

from paraf.alur.acts import Act, acts
from paraf.alur.admission import confirmation, refusal
from paraf.alur.course import Bound, Course, Round
from paraf.alur.gaps import TooEarly, Uncertain
from paraf.alur.progress import Progress
from paraf.alur.slots import Slot
from paraf.alur.states import Deed
from paraf.sop.forms.papers import Approve, Submit

Chain = list[Bound]


def walk(course: Course) -> Progress:
    """How far a pull request has come, with every act taken in turn."""
    progress = Progress(course)
    for act in acts(course.pull, progress.standing.versions):
        _take(progress, act)
    progress.settle()
    return progress


def _take(progress: Progress, act: Act) -> None:
    turn = progress.course.turn
    match act.kind:
        case "isi":
            progress.take(act.version, act.at)
        case "kabur":
            progress.standing.blur(act.version)
        case "cabut":
            progress.withdraw(next(one for one in progress.course.pull.reviews if one.id == act.review))
        case _ if progress.standing.now < 0 or (turn is not None and act.at <= turn):
            return
        case "serah":
            _hand(progress, act, progress.chain())
        case "setuju":
            _approve(progress, act, progress.chain())
        case "kembali":
            _return(progress, act, progress.chain())


def _hand(progress: Progress, act: Act, chain: Chain) -> None:
    """A hand-over serves the first open one of the person's role, if everything before it holds.

    While the approval it asks for is open, another person of the role may hand over, too: the approver then answers either.
    """
    before = len(chain) - 1
    last = progress.course.slots[before] if 0 <= before < len(progress.course.slots) else None
    if last and isinstance(last.condition, Submit) and _hands(progress, act, last.condition):
        if all(one.person != act.by for one in progress.serving(before, chain)):
            _hand_over(progress, act, before, last)
        return
    for at, slot in enumerate(progress.course.slots[len(chain) :], len(chain)):
        one = slot.condition
        if not isinstance(one, Submit) or not _hands(progress, act, one):
            continue
        if at > len(chain):
            progress.refused[at] = TooEarly(act.by, act.at)
        else:
            _hand_over(progress, act, at, slot)
        return


def _hands(progress: Progress, act: Act, one: Submit) -> bool:
    """Whether an act is a hand-over by this role and, where it names somebody, to that role."""
    names = act.whom is None or progress.holds(act.whom, one.ke, act.at)
    return names and progress.holds(act.by, one.oleh, act.at)


def _hand_over(progress: Progress, act: Act, at: int, slot: Slot) -> None:
    if slot.binds and not progress.standing.certain(slot.binds):
        progress.refused[at] = Uncertain(act.by, act.at)
        return
    role = slot.condition.oleh
    deed = Deed(kind="ajukan", role=role, by=act.by, at=act.at, content=progress.key(slot) or None)
    _bind(progress, at, Bound(deed, progress.standing.now, act.by))


def _approve(progress: Progress, act: Act, chain: Chain) -> None:
    """An approval serves the open condition of the person's role, else stands by for the last one that is served.

    A review that confirms a sheet signed on paper approves no step itself.
    """
    confirmed = confirmation(progress, act, chain)
    if confirmed:
        at, sheet, person = len(chain), confirmed.sheet, confirmed.person
    else:
        own = _approving(progress, act)
        reached = [at for at in own if at <= len(chain)]
        if not reached:
            progress.refused |= {at: TooEarly(act.by, act.at) for at in own[:1]}
            return
        at, sheet, person = reached[-1], None, act.by
    slot = progress.course.slots[at]
    why = refusal(progress, act, at, chain, person)
    if why:
        progress.refused[at] = why
    elif all(again.person != person for again in progress.serving(at, chain)):
        deed = Deed(
            kind="setujui",
            role=slot.condition.oleh,
            by=act.by,
            at=act.at,
            content=progress.key(slot),
            review=act.review,
            on_paper=sheet is not None,
        )
        _bind(progress, at, Bound(deed, progress.standing.now, person, sheet))


def _return(progress: Progress, act: Act, chain: Chain) -> None:
    """Changes requested by whoever approves on this paper open a new round, taken back later or not."""
    own = _approving(progress, act)
    if own:
        at = next((at for at in own if at >= len(chain)), own[-1])
        content = progress.standing.digest(progress.course.covered)
        back = progress.course.slots[at].back
        progress.rounds[back] = Round(back, act.at, act.by, content)


def _approving(progress: Progress, act: Act) -> list[int]:
    """The approvals for which a person holds the role at the moment of an act."""
    return [
        at
        for at, slot in enumerate(progress.course.slots)
        if isinstance(slot.condition, Approve) and progress.holds(act.by, slot.condition.oleh, act.at)
    ]


def _bind(progress: Progress, at: int, bound: Bound) -> None:
    progress.bound[at].setdefault(bound.deed.content or "", []).append(bound)
