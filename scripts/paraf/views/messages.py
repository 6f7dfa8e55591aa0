"""Messages ready to copy: whoever finishes a step tells the next person what is theirs now (by phone, not by forge)."""

from collections.abc import Iterator
from dataclasses import dataclass

from paraf.sop.duration import Measured
from paraf.sop.forms.sop import Role
from paraf.sop.model import Sop, Step
from paraf.views.ways import deciders, onward, others


@dataclass(frozen=True, slots=True)
class Message:
    """When it is sent, and its lines."""

    occasion: str
    lines: tuple[str, ...]


def messages(sop: Sop, step: Step, paper: str | None, guide: str | None = None) -> Iterator[Message]:
    """Everything the people of a step may have to tell somebody else.

    ``paper`` is the name of what they hold, ``guide`` the address of this site.
    """
    mine = set(step.performers.value.roles)
    link = (f"{paper}: (tempel tautannya di sini)",) if paper else ()
    approver = step.approval.value
    if approver and approver not in mine:
        who = sop.role[approver]
        yield Message(
            f"Meminta persetujuan {who.sebutan}",
            (
                _greeting(who),
                f"Mohon persetujuan pada langkah {step.code}: “{step.kegiatan}”.",
                *link,
                *_page(guide, step),
                "Terima kasih.",
            ),
        )
    for following in onward(sop, step):
        for who in others(sop, following, mine):
            yield Message(
                f"Menyerahkan kepada {who.sebutan}", _hand_on(step, following, who, (*link, *_page(guide, following)))
            )
    target = step.on_refusal.value
    if target and (step.decides or approver):
        back = sop.steps[target]
        for who in others(sop, back, set(deciders(step))):
            yield Message(f"Mengembalikan kepada {who.sebutan}", _hand_back(back, who, link, _page(guide, back)))


def _greeting(who: Role) -> str:
    return f"Yth. {' '.join((who.jabatan or who.sebutan).split())},"


def _page(guide: str | None, step: Step) -> tuple[str, ...]:
    return (f"Panduannya: {guide}/{step.slug}/",) if guide else ()


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


def _hand_back(back: Step, who: Role, link: tuple[str, ...], page: tuple[str, ...]) -> tuple[str, ...]:
    return (
        _greeting(who),
        "Mohon diperbaiki; catatannya ada di halaman naskah." if link else "Mohon diperbaiki.",
        f"Pekerjaan kembali ke langkah {back.code}: “{back.kegiatan}”.",
        *link,
        *page,
        "Terima kasih.",
    )
