"""Since when a paper lies with whoever is next: a date that makes somebody look slow has to be right."""

from datetime import datetime

from paraf.alur.content import Covered
from paraf.alur.states import State
from paraf.views.forge.desk import Desk
from paraf.views.forge.people import note_of
from paraf.views.forge.turn import Turn, last_act


def since(desk: Desk, turn: Turn) -> datetime | None:
    """Since the last act that counts; where the paper was sent back or its text was changed later, since then."""
    if turn.step is None or turn.paper is None:
        return None
    began = last_act(turn.step, turn.steps)
    note = note_of(desk, turn)
    returned = note.at if note and began and note.at > began else None
    if returned is None and turn.step.state is not State.GUGUR:
        return began
    own = Covered(desk.year, turn.paper.mencakup)
    changed = [one.at for one in turn.pull.versions if one.at and any(map(own.holds, one.touched))]
    later = [at for at in (began, returned, *changed[-1:]) if at]
    return max(later, default=None)
