"""The text for WhatsApp: whoever acts last tells the next one, by telephone and not by forge."""

from paraf.views.forge.act import Act
from paraf.views.forge.desk import Desk
from paraf.views.forge.turn import Turn

_ASKED = {True: "Mohon dibaca, lalu disetujui atau dikembalikan.", False: "Mohon dilanjutkan."}


def message(desk: Desk, turn: Turn, next_act: Act) -> tuple[str, ...]:
    """The lines, none where nobody is waited for; it names the role, the paper and the page, and no person."""
    if turn.paper is None or turn.step is None or turn.step.role is None:
        return ()
    who = desk.sop.role[turn.step.role]
    return (
        f"Yth. {' '.join((who.jabatan or who.sebutan).split())},",
        f"{desk.named(turn.paper, turn.edition)} sampai di langkah {turn.step.step}.",
        f"Mohon: {next_act.verb[0].lower()}{next_act.verb[1:]}.",
        f"Halamannya: {desk.forge.pull(turn.pull.number)}",
        "Terima kasih.",
    )
