"""The gate's status of a pull request: only an explicit pass is one (invariant 4)."""

from typing import Literal

from paraf.alur.states import Outcome
from paraf.door.text import visible
from paraf.gerbang.effects import LONGEST
from paraf.views.forge.desk import Desk
from paraf.views.forge.escape import shortened
from paraf.views.forge.turn import Turn

State = Literal["success", "pending", "failure", "error"]
_STATES: dict[Outcome, State] = {
    Outcome.LULUS: "success",
    Outcome.MENUNGGU: "pending",
    Outcome.DITOLAK: "failure",
    Outcome.GALAT: "error",
    Outcome.SELESAI: "pending",
    Outcome.TERLALU_DINI: "failure",
    Outcome.DITUTUP: "pending",
}
WORST: tuple[State, ...] = ("error", "failure", "pending", "success")


def state(turn: Turn) -> State:
    """What the forge's own word is."""
    return _STATES[turn.verdict.outcome]


def description(desk: Desk, turn: Turn) -> str:
    """Why, in at most 140 characters of plain text; it begins with the step where there is one."""
    said = turn.step.sentence if turn.step else (*turn.verdict.reasons, turn.verdict.outcome.value)[0]
    if turn.verdict.outcome is Outcome.LULUS and turn.step and turn.step.role:
        said = f"semua syarat terpenuhi; {desk.role(turn.step.role)} dapat menyatukannya."
    return shortened(visible(f"{turn.step.step}: {said}" if turn.step else said), LONGEST)
