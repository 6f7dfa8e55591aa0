"""The steps of a paper on a phone: what is done, where it is now, what comes later; a line each."""

from collections.abc import Iterable, Iterator, Sequence

from paraf.alur.states import State, StepState
from paraf.sop.forms.papers import Paper
from paraf.views.forge.days import short
from paraf.views.forge.desk import Desk
from paraf.views.forge.escape import plain


def step_lines(desk: Desk, paper: Paper, steps: Sequence[StepState]) -> Iterator[str]:
    """``Selesai: …``, ``Sekarang: …``, ``Nanti: …``; a line that would be empty is left out."""
    roles = {stage.kode: dict.fromkeys(one.oleh for one in stage.syarat) for stage in paper.langkah}
    done = [one for one in steps if one.state is State.SELESAI]
    rest = [one for one in steps if one.state is not State.SELESAI]
    if done:
        yield f"Selesai: {', '.join(f'{one.step} ({short(one.deeds[-1].at.date())})' for one in done)}"
    if rest:
        here = rest[0]
        who = f" ({plain(desk.role(here.role))})" if here.role else ""
        yield f"Sekarang: **{here.step}**{who}"
    if rest[1:]:
        yield f"Nanti: {', '.join(f'{one.step} ({_later(desk, one, roles[one.step])})' for one in rest[1:])}"


def _later(desk: Desk, step: StepState, roles: Iterable[str]) -> str:
    names = ", ".join(plain(desk.role(role)) for role in roles)
    return f"{names}; gugur" if step.state is State.GUGUR else names
