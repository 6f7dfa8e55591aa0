"""Messages ready to copy: whoever finishes a step tells the next person what is theirs now (by phone, not by forge)."""

from collections.abc import Iterator

from msgspec import Struct

from paraf.sop.duration import Measured
from paraf.sop.forms.sop import Role
from paraf.sop.model import Sop, Step
from paraf.views.ways import Carriers, asked_in, deciders, judges, onward, others


class Message(Struct, frozen=True):
    """When it is sent, and its lines."""

    occasion: str
    lines: tuple[str, ...]


def messages(sop: Sop, step: Step, carriers: Carriers, guide: str | None = None) -> Iterator[Message]:
    """Everything the people of a step may have to tell somebody else.

    ``guide`` is the address of this site.
    """
    mine = set(step.performers.value.roles)
    paper = carriers.get(step.code)
    link = (f"{paper.nama}: (tulis letak berkasnya, atau tempel tautannya di sini)",) if paper else ()
    asked = asked_in(sop, step, carriers)
    for other in asked:
        for who in (sop.role[role] for role in judges(other)):
            thing = paper.nama if paper else None
            yield Message(f"Meminta persetujuan {who.sebutan}", _ask(other, who, thing, (*link, *_page(guide, other))))
    for following in onward(sop, step):
        for who in others(sop, following, mine):
            yield Message(
                f"Menyerahkan kepada {who.sebutan}", _hand_on(step, following, who, (*link, *_page(guide, following)))
            )
    target = step.on_refusal.value
    if target:
        back = sop.steps[target]
        senders = [sop.role[role].sebutan for role in judges(step)]
        occasion = f"Untuk {' dan '.join(senders)}: mengembalikan kepada" if senders else "Mengembalikan kepada"
        for who in others(sop, back, set(deciders(step))):
            yield Message(f"{occasion} {who.sebutan}", _hand_back(back, who, (*link, *_page(guide, back))))


def _greeting(who: Role) -> str:
    return f"Yth. {' '.join((who.jabatan or who.sebutan).split())},"


def _page(guide: str | None, step: Step) -> tuple[str, ...]:
    return (f"Panduannya: {guide}/{step.slug}/",) if guide else ()


def _ask(step: Step, who: Role, thing: str | None, links: tuple[str, ...]) -> tuple[str, ...]:
    """To somebody who decides inside a step: what to decide about, and to sign it where the print speaks of that."""
    if thing:
        act = "menyetujui dan menandatangani" if _signed(step) else "menyetujui"
        wanted = f"{act} naskah “{thing}” (langkah {step.code})"
    else:
        act = "persetujuan dan tanda tangan" if _signed(step) else "persetujuan"
        wanted = f"{act} pada langkah {step.code}: “{step.kegiatan}”"
    return (_greeting(who), f"Mohon {wanted}.", *links, "Terima kasih.")


def _signed(step: Step) -> bool:
    """Whether the printed row speaks of a signature (*tanda tangan*, *ditandatangani*)."""
    return "tandatangan" in f"{step.kegiatan} {step.output}".lower().replace(" ", "")


def _hand_on(step: Step, following: Step, who: Role, links: tuple[str, ...]) -> tuple[str, ...]:
    limit = f" Paling lama {following.waktu.text}." if isinstance(following.waktu, Measured) else ""
    result = f" Hasilnya: {step.output}." if step.output else ""
    return (
        _greeting(who),
        f"Langkah {step.code} sudah selesai.{result}",
        f"Mohon dilanjutkan dengan langkah {following.code}: “{following.kegiatan}”.{limit}",
        *links,
        "Terima kasih.",
    )


def _hand_back(back: Step, who: Role, links: tuple[str, ...]) -> tuple[str, ...]:
    return (
        _greeting(who),
        "Mohon diperbaiki menurut catatan yang menyertainya.",
        f"Pekerjaan kembali ke langkah {back.code}: “{back.kegiatan}”.",
        *links,
        "Terima kasih.",
    )
