"""The gate's labels of a pull request; those that people give are left alone."""

from paraf.alur.states import Outcome, State
from paraf.views.forge.desk import Desk
from paraf.views.forge.labels import READY, REFUSED, RETURNED, UNKNOWN, paper_label, turn_label, year_label
from paraf.views.forge.turn import Turn

_BY_OUTCOME = {Outcome.LULUS: READY, Outcome.DITOLAK: REFUSED, Outcome.GALAT: UNKNOWN}


def pull_labels(desk: Desk, turn: Turn) -> tuple[str, ...]:
    """Which paper of which year, whose turn it is, and what became of it."""
    found = [paper_label(turn.paper), year_label(desk.year)] if turn.paper else []
    found += [turn_label(desk.sop, turn.step.role)] if turn.step and turn.step.role else []
    found += [RETURNED] if turn.step and turn.step.state is State.DIKEMBALIKAN else []
    found += [_BY_OUTCOME[turn.verdict.outcome]] if turn.verdict.outcome in _BY_OUTCOME else []
    return tuple(label.name for label in found)
