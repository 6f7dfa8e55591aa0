"""The title of a pull request: the step, who holds the paper, and the paper; the forge's list of them is the in-tray."""

from paraf.alur.states import Outcome
from paraf.views.forge.desk import Desk
from paraf.views.forge.escape import shortened
from paraf.views.forge.turn import Turn

LONGEST = 250
_HEADS = {
    Outcome.SELESAI: "Selesai",
    Outcome.TERLALU_DINI: "Disatukan terlalu dini",
    Outcome.DITOLAK: "Ditolak",
    Outcome.MENUNGGU: "Menunggu giliran",
}


def title(desk: Desk, turn: Turn) -> str:
    """The title; what is no paper keeps its own, and so does one of which nothing can be said."""
    head = _head(desk, turn)
    if turn.paper is None or head is None:
        return turn.meta.title
    return shortened(f"[{head}] {desk.named(turn.paper, turn.edition)}", LONGEST)


def _head(desk: Desk, turn: Turn) -> str | None:
    if turn.step and turn.step.role:
        return f"{turn.step.step} · di {desk.role(turn.step.role)}"
    if turn.verdict.outcome is Outcome.DITOLAK and turn.verdict.next.pull is not None:
        return f"Ganda, lanjutkan di #{turn.verdict.next.pull}"
    return _HEADS.get(turn.verdict.outcome)
