"""The text for WhatsApp: whoever acts last tells the next one, by telephone and not by forge."""

from paraf.alur.states import State
from paraf.views.forge.begin import Act
from paraf.views.forge.desk import Desk
from paraf.views.forge.turn import Turn


def message(desk: Desk, turn: Turn, next_act: Act) -> tuple[str, ...]:
    """The lines, none where nobody is waited for; it names the role, the paper and the page, and no person."""
    if turn.paper is None or turn.step is None or turn.step.role is None:
        return ()
    who = desk.sop.role[turn.step.role]
    at = "dikembalikan ke" if turn.step.state is State.DIKEMBALIKAN else "sampai di"
    return (
        f"Yth. {' '.join((who.jabatan or who.sebutan).split())},",
        f"{desk.named(turn.paper, turn.edition)} {at} langkah {turn.step.step}.",
        next_act.plea,
        f"Halamannya: {desk.forge.pull(turn.pull.number)}",
        "Terima kasih.",
    )
