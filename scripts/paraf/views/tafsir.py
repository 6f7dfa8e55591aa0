"""Our readings of a step, each beside its reason; the routine ones told from those the office must decide about."""

from collections.abc import Iterator

from msgspec import Struct

from paraf.rules.words import opening_name
from paraf.sop.model import Origin, Sop, Step
from paraf.views.words import role_names


class Reading(Struct, frozen=True):
    """One value that is ours and not the print's: what it is, how we read it, why.

    ``routine`` when the printed sentence itself says so, or when nothing in the step hangs on it.
    """

    subject: str
    value: str
    reason: str
    routine: bool


def readings(sop: Sop, step: Step) -> Iterator[Reading]:
    """Every reading of a step, in the order of its page."""
    if step.performers.origin is Origin.READ:
        yield Reading("Pelaksana", role_names(sop, step), step.performers.reason or "", _named_first(sop, step))
    if step.symbols.origin is Origin.READ:
        shapes = ", ".join(symbol.bentuk.replace("-", " ") for symbol in step.symbols.value)
        ends = {symbol.bentuk for symbol in step.symbols.value} == {"kapsul"}
        silent = not (step.decides or step.on_refusal.value or step.approval.value)
        yield Reading("Simbol", shapes, step.symbols.reason or "", ends or silent)
    if step.on_refusal.origin is Origin.READ:
        back = f"kembali ke {step.on_refusal.value}"
        yield Reading("Bila dikembalikan", back, step.on_refusal.reason or "", routine=False)
    if step.approval.value:
        approver = sop.role[step.approval.value].sebutan
        yield Reading("Persetujuan", approver, step.approval.reason or "", routine=False)


def _named_first(sop: Sop, step: Step) -> bool:
    """Whether the sentence opens with the one who performs it."""
    roles = step.performers.value.roles
    return len(roles) == 1 and opening_name(sop.role[roles[0]], step.kegiatan) is not None
