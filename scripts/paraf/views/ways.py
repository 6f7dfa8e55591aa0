"""Where a step comes from and where it leads, in the words of somebody who stands in it."""

from collections.abc import Iterator, Mapping

from paraf.sop.forms.papers import Paper, Submit
from paraf.sop.forms.sop import Role
from paraf.sop.model import Sop, Step

Carriers = Mapping[str, Paper]

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


def judges(step: Step) -> tuple[str, ...]:
    """Who decides inside a step that others perform."""
    return tuple(role for role in deciders(step) if role not in step.performers.value.roles)


def asked_at(sop: Sop, step: Step, carriers: Carriers) -> Step:
    """Where those who decide inside a step are asked to: the step that hands them its paper, else the step itself."""
    paper, asked = carriers.get(step.code), step.code
    for stage in paper.langkah if paper else ():
        if any(isinstance(act, Submit) and act.ke in judges(step) for act in stage.syarat):
            asked = stage.kode
        if stage.kode == step.code:
            break
    return sop.steps[asked]


def asked_in(sop: Sop, step: Step, carriers: Carriers) -> list[Step]:
    """The steps whose decision somebody outside is asked for in this one."""
    return [other for other in sop.steps.values() if judges(other) and asked_at(sop, other, carriers) is step]


def others(sop: Sop, step: Step, mine: set[str]) -> list[Role]:
    """A step's performers that are not among ``mine``."""
    return [sop.role[role] for role in step.performers.value.roles if role not in mine]


def next_of(sop: Sop, step: Step) -> Iterator[tuple[Role, Step | None]]:
    """For each of the step's roles the next step in which it has a part; ``None`` after its last."""
    codes = list(sop.steps)
    for role in sop.roles:
        if role.id in step.acting:
            later = codes[codes.index(step.code) + 1 :]
            yield role, next((sop.steps[code] for code in later if role.id in sop.steps[code].acting), None)
