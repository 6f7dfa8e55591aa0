"""The board of a year: one pinned page, rewritten by the gate, on which nobody has to ask who holds what."""

from collections.abc import Iterator, Sequence

from paraf.alur.states import State, StepState
from paraf.gerbang.effects import BoardEffects, board_mark
from paraf.sop.forms.papers import Paper
from paraf.views.forge.act import act, begin
from paraf.views.forge.days import day, short
from paraf.views.forge.desk import Desk
from paraf.views.forge.escape import plain
from paraf.views.forge.turn import Turn


def board(desk: Desk, turns: Sequence[Turn]) -> BoardEffects:
    """The page; the pull requests are those that were looked at."""
    return BoardEffects(desk.year, f"Posisi naskah LAKIP {desk.year}", "\n".join(_lines(desk, turns)) + "\n")


def _lines(desk: Desk, turns: Sequence[Turn]) -> Iterator[str]:
    yield board_mark(desk.year)
    yield "| Naskah | Posisi | Berikutnya |"
    yield "|---|---|---|"
    steps = {one.step: one for one in desk.cycle.steps}
    for paper in desk.policy.papers.naskah:
        own = [steps[stage.kode] for stage in paper.langkah]
        yield _row(desk, paper, own, next((one for one in turns if one.steps and one.paper is paper), None))
    if desk.cycle.oddities:
        yield ""
        yield "Kejanggalan:"
        yield from (f"- {plain(one, 600)}" for one in desk.cycle.oddities)


def _row(desk: Desk, paper: Paper, steps: list[StepState], turn: Turn | None) -> str:
    number = next((one.pull for one in steps if one.pull is not None), None)
    name = f"[{plain(paper.nama)}]({desk.forge.pull(number)})" if number is not None else plain(paper.nama)
    here = next((one for one in steps if one.state is not State.SELESAI), None)
    if here is None:
        at = steps[-1].deeds[-1].at.date()
        return f"| {name} | selesai {short(at)} | – |"
    who = f" di {desk.role(here.role)}" if here.role else ""
    since = f", sejak {day(here.since.date())}" if here.since else ""
    next_act = act(desk, turn) if turn else begin(desk, paper.id) if here.role and number is None else None
    link = f"[{next_act.verb}]({next_act.link})" if next_act and next_act.link else "–"
    return f"| {name} | **{here.step}**{who}{since} | {link} |"
