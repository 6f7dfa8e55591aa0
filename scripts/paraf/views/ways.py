"""Where a step comes from and where it leads, in the words of somebody who stands in it."""

from collections.abc import Iterator

from paraf.sop.forms.sop import Role
from paraf.sop.model import Sop, Step

REFUSED = "Tidak"


def onward(sop: Sop, step: Step) -> list[Step]:
    """The steps that follow when nothing is refused."""
    targets = [edge.target for edge in step.edges if edge.label != REFUSED and edge.target != step.code]
    return [sop.steps[code] for code in dict.fromkeys(targets)]


def before(sop: Sop, step: Step) -> list[Step]:
    """The steps this one follows when nothing is refused."""
    return [other for other in sop.steps.values() if step in onward(sop, other)]


def refused_into(sop: Sop, step: Step) -> list[Step]:
    """The steps whose refusal leads here."""
    return [other for other in sop.steps.values() if other.on_refusal.value == step.code]


def deciders(step: Step) -> tuple[str, ...]:
    """Who may refuse in a step: the role that approves inside it, else its diamonds' columns, else its performers."""
    if step.approval.value:
        return (step.approval.value,)
    diamonds = [role for role, symbol in step.placed if role and symbol.bentuk == "belah-ketupat"]
    return tuple(dict.fromkeys(diamonds)) or step.performers.value.roles


def others(sop: Sop, step: Step, mine: set[str]) -> list[Role]:
    """A step's performers that are not among ``mine``."""
    return [sop.role[role] for role in step.performers.value.roles if role not in mine]


def next_of(sop: Sop, step: Step) -> Iterator[tuple[str, Step]]:
    """For each of the step's roles the next step in which it has a part."""
    codes = list(sop.steps)
    for role in sop.roles:
        if role.id in step.acting:
            later = codes[codes.index(step.code) + 1 :]
            found = next((sop.steps[code] for code in later if role.id in sop.steps[code].acting), None)
            if found:
                yield role.sebutan, found
