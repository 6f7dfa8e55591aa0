"""One pull request walked from its first act to its last: which act serves which condition.

An act is bound at the moment it happens, to the first open condition of its kind and role, with the digest of the content
of that moment; so no act serves two steps, and the same bytes again revive what a change made lapse (DESIGN section 5).
"""

from paraf.alur.acts import Act, acts
from paraf.alur.chain import chain_of
from paraf.alur.conditions import ajukan, setujui
from paraf.alur.course import Course
from paraf.alur.progress import Progress


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
            ajukan.take(progress, act, chain_of(progress))
        case "setuju":
            setujui.take(progress, act, chain_of(progress))
        case _:
            setujui.take_return(progress, act, chain_of(progress))
