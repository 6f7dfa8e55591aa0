"""The board of a year: one pinned page, rewritten by the gate, on which nobody has to ask who holds what.

Roles, steps and days only; persons stand on the pages of the pull requests.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from paraf.alur.states import Outcome, State, StepState, Verdict
from paraf.gerbang.effects import BoardEffects, board_mark
from paraf.laporan.binding import grouped
from paraf.sop.forms.papers import Paper
from paraf.views.beyond import beyond_lines
from paraf.views.forge.act import act
from paraf.views.forge.begin import Act, again, begin
from paraf.views.forge.days import day, moment
from paraf.views.forge.desk import Desk
from paraf.views.forge.escape import folded, plain
from paraf.views.forge.lying import since
from paraf.views.forge.noting import noting_words
from paraf.views.forge.steps import step_lines
from paraf.views.forge.turn import Turn, last_act
from paraf.views.limits import limit_of, limit_words

_SAID = 200
_BACK = {State.DIKEMBALIKAN: ", dikembalikan", State.GUGUR: ", gugur karena isi berubah"}
_SHOWN = 10
_OPEN = (Outcome.LULUS, Outcome.MENUNGGU, Outcome.DITOLAK, Outcome.GALAT, Outcome.TERLALU_DINI)


def board(desk: Desk, turns: Sequence[Turn]) -> BoardEffects:
    """The page; the pull requests are those that were looked at."""
    return BoardEffects(desk.year, f"Posisi naskah LAKIP {desk.year}", "\n".join(_lines(desk, turns)) + "\n")


def _lines(desk: Desk, turns: Sequence[Turn]) -> Iterator[str]:
    steps = {one.step: one for one in desk.cycle.steps}
    papers = [(paper, [steps[stage.kode] for stage in paper.langkah]) for paper in desk.policy.papers.naskah]
    yield board_mark(desk.year)
    yield f"**{_summary(desk)}** Halaman ini ditulis ulang setiap kali ada perubahan."
    yield from _limits(desk)
    yield ""
    yield "| Naskah | Sekarang | Berikutnya |"
    yield "|---|---|---|"
    for paper, own in papers:
        yield _row(desk, paper, own, next((one for one in turns if one.steps and one.paper is paper), None))
    yield from _others(desk, turns)
    if desk.cycle.oddities:
        yield ""
        yield "**Kejanggalan** (perlu dijelaskan oleh yang bersangkutan):"
        yield from _some([desk.say(one, _SAID) for one in desk.cycle.oddities])
    if line := noting_words(desk):
        yield from ("", line)
    yield ""
    yield from folded("Semua langkah", _all(desk, papers))
    if desk.cycle.closings:
        yield ""
        yield from folded("Naskah yang selesai, dengan sidik jari digitalnya (SHA-256)", _closings(desk))
    yield from _beyond(desk)


def _summary(desk: Desk) -> str:
    done = sum(one.state is State.SELESAI for one in desk.cycle.steps)
    return f"{done} dari {len(desk.cycle.steps)} langkah selesai."


def _limits(desk: Desk) -> Iterator[str]:
    """The dates from outside, each with its weekday."""
    for one in desk.repo.office.batas_waktu:
        if last := limit_of(one, desk.year):
            yield f"Batas waktu: {plain(one.perihal)}, {limit_words(last)}."


def _row(desk: Desk, paper: Paper, steps: list[StepState], turn: Turn | None) -> str:
    number = next((one.pull for one in steps if one.pull is not None), None)
    name = plain(paper.nama) + (f" ([#{number}]({desk.forge.pull(number)}))" if number is not None else "")
    here = next((one for one in steps if one.state is not State.SELESAI), None)
    if here is None:
        return f"| {name} | selesai {day(steps[-1].deeds[-1].at.date())} | – |"
    return f"| {name} | {_here(desk, here, steps, turn)} | {_act(desk, paper, here, turn)} |"


def _here(desk: Desk, here: StepState, steps: list[StepState], turn: Turn | None) -> str:
    if here.role is None:
        return f"**{here.step}**: {desk.say(here.sentence, _SAID)}"
    began = (since(desk, turn) if turn else None) or last_act(here, steps)
    return f"**{here.step}** di **{plain(desk.role(here.role))}**{_BACK.get(here.state, '')}{_since(began)}"


def _since(began: datetime | None) -> str:
    return f", sejak {day(began.date())}" if began else ""


def _act(desk: Desk, paper: Paper, here: StepState, turn: Turn | None) -> str:
    """What to do about the row; a paper that waits for another one has nothing of its own to do."""
    next_act: Act | None = None
    if here.state is State.MENUNGGU and here.role is None:
        return "–"
    if turn:
        next_act = act(desk, turn)
    elif here.role:
        next_act = begin(desk, paper) if here.pull is None else again(desk, paper, here.role)
    return f"[{plain(next_act.verb)}]({next_act.link})" if next_act and next_act.link else "–"


def _others(desk: Desk, turns: Sequence[Turn]) -> Iterator[str]:
    """Open pull requests that move no paper: pages, rules, what is refused; and what was merged too early."""
    shown = {one.pull.number for one in turns if one.steps}
    rest = [one for one in desk.cycle.verdicts if one.outcome in _OPEN and one.pull not in shown]
    if rest:
        yield ""
        yield "**PR lain:**"
        by_number = {one.pull.number: one for one in turns}
        yield from _some([_other(desk, one, by_number.get(one.pull)) for one in rest])


def _some(lines: list[str]) -> Iterator[str]:
    """The first of many, and how many more there are."""
    yield from (f"- {line}" for line in lines[:_SHOWN])
    if len(lines) > _SHOWN:
        yield f"- dan {len(lines) - _SHOWN} lagi"


def _other(desk: Desk, verdict: Verdict, turn: Turn | None) -> str:
    title = desk.titles.get(verdict.pull, "")
    name = f"[#{verdict.pull}]({desk.forge.pull(verdict.pull)})" + (f" {plain(title, 60)}" if title else "")
    told = " ".join(verdict.reasons) or verdict.next.sentence
    return f"{name}: {desk.say(told, _SAID)}" + (f" {_next(desk, turn)}" if turn else "")


def _next(desk: Desk, turn: Turn) -> str:
    """What comes next as a link; the buttons stand on the page."""
    next_act = act(desk, turn)
    who = f", {plain(next_act.who)}" if next_act.who else ""
    verb = plain(next_act.verb.rstrip("."))
    return f"Berikutnya{who}: {f'[{verb}]({next_act.link})' if next_act.link else verb}."


def _all(desk: Desk, papers: list[tuple[Paper, list[StepState]]]) -> Iterator[str]:
    for paper, steps in papers:
        yield f"- {plain(paper.nama)}"
        yield from (f"  - {line}" for line in step_lines(desk, paper, steps))


def _closings(desk: Desk) -> Iterator[str]:
    for one in desk.cycle.closings:
        paper = desk.paper(one.paper)
        assert paper
        link = f"[#{one.pull}]({desk.forge.pull(one.pull)})"
        yield f"- {plain(desk.named(paper, one.edition))}, {moment(one.at, desk.clock)}, {link}"
        yield f"  `{grouped(one.content)}`"


def _beyond(desk: Desk) -> Iterator[str]:
    """What others ask for once the SOP has ended."""
    lines = [plain(line) for line in beyond_lines(desk.repo, desk.cycle)]
    if lines:
        yield from ("", f"**{lines[0]}**:")
        yield from (f"- {line}" for line in lines[1:])
