"""The text for WhatsApp: whoever acts last tells the next one, by telephone and not by forge."""

from paraf.alur.states import State
from paraf.views.forge.begin import Act
from paraf.views.forge.desk import Desk
from paraf.views.forge.people import acting
from paraf.views.forge.turn import Turn

_AT = {
    State.DIKEMBALIKAN: "dikembalikan ke",
    State.GUGUR: "berubah sesudah diserahkan, jadi kembali ke",
}


def message(desk: Desk, turn: Turn, next_act: Act) -> tuple[str, ...]:
    """The lines, none where nobody is waited for; it names the role, the paper and the page, and no person."""
    if turn.paper is None or turn.step is None or turn.step.role is None:
        return ()
    who = desk.sop.role[turn.step.role]
    return (
        f"Yth. {acting(desk, turn)}{' '.join((who.jabatan or who.sebutan).split())},",
        f"{desk.named(turn.paper, turn.edition)} {_AT.get(turn.step.state, 'sampai di')} langkah {turn.step.step}.",
        next_act.plea,
        f"Halamannya: {desk.forge.pull(turn.pull.number)}",
        "Terima kasih.",
    )
