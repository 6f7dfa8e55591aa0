"""The position of the running year for everybody: steps, roles and dates, never a person or a number of the forge."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from msgspec import Struct

from paraf.alur.facts import Policy
from paraf.alur.states import Cycle, State, StepState
from paraf.sop.dates import write_date
from paraf.sop.model import Sop
from paraf.views.html import Html, el, joined
from paraf.views.status import Status, icon, mark
from paraf.views.words import SAMPLE, listed


class Spot(Struct, frozen=True):
    """A step with its state; ``holder`` is the role that is waited for, as the SOP calls it, since when (``since``).

    ``done`` is when it was done.
    """

    code: str
    status: Status
    holder: str | None = None
    since: datetime | None = None
    done: datetime | None = None


class Position(Struct, frozen=True):
    """A year's papers with their steps; ``when`` says of which moment.

    ``versions`` are the next ones of papers that are done and worked on again: what was published stays so.
    """

    year: int
    when: str
    sample: bool
    papers: tuple[tuple[str, tuple[Spot, ...]], ...]
    versions: Mapping[str, int] = {}

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Every step, paper by paper."""
        return tuple(spot for _, spots in self.papers for spot in spots)


def position_of(cycle: Cycle, policy: Policy, when: str, sample: bool) -> Position:
    """What the public may know of a year."""
    steps = {step.step: step for step in cycle.steps}
    papers = tuple(
        (paper.nama, tuple(_spot(policy.sop, steps[stage.kode]) for stage in paper.langkah))
        for paper in policy.papers.naskah
    )
    names = {paper.id: paper.nama for paper in policy.papers.naskah}
    done = {names[one.paper]: one.edition for one in sorted(cycle.closings, key=lambda one: one.edition)}
    again = {
        name: done[name] + 1
        for name, spots in papers
        if name in done and any(spot.status is not Status.SELESAI for spot in spots)
    }
    return Position(cycle.year, when, sample, papers, again)


def _spot(sop: Sop, step: StepState) -> Spot:
    done = step.deeds[-1].at if step.state is State.SELESAI else None
    holder = sop.role[step.role].sebutan if step.role else None
    return Spot(step.step, Status[step.state.name], holder, step.since if holder else None, done)


def sentence(position: Position) -> str:
    """The latest step that was done, and where the papers are now."""
    done = max((spot for spot in position.spots if spot.done), key=lambda spot: str(spot.done), default=None)
    now = [_held(spot) for spot in position.spots if spot.holder]
    parts = [f"LAKIP {position.year}:"]
    if done and done.done:
        parts.append(f"langkah {done.code} selesai pada {write_date(done.done.date())}.")
    if now:
        parts.append(f"Sekarang {listed(now)}.")
    elif all(spot.status is Status.SELESAI for spot in position.spots):
        parts.append("Semua langkah sudah selesai.")
    elif any(spot.status is Status.TIDAK_DAPAT_DIPERIKSA for spot in position.spots):
        parts.append("Langkah yang lain sedang tidak dapat diperiksa.")
    else:
        parts.append("Tidak ada langkah yang sedang ditunggu.")
    return " ".join(parts)


def _held(spot: Spot) -> str:
    since = f" sejak {write_date(spot.since.date())}" if spot.since else ""
    return f"{spot.code} di {spot.holder}{since}"


def strip(position: Position) -> Html:
    """Every step as a shape with its word, one group for each paper."""
    groups = [
        el(
            "li",
            el("b", _titled(position, name)),
            el("span", joined([_tick(spot) for spot in spots]), class_="langkah"),
        )
        for name, spots in position.papers
    ]
    return el("ol", joined(groups), class_="posisi", aria_label=f"Posisi naskah LAKIP {position.year}")


def _titled(position: Position, name: str) -> str:
    return f"{name}, versi {position.versions[name]}" if name in position.versions else name


def _tick(spot: Spot) -> Html:
    word = spot.status.value.word
    told = el("span", f"{spot.code} {word}. ", class_="terdengar")
    kind = f"tanda tanda-{word.replace(' ', '-')}"
    return el("span", icon(spot.status), told, class_=kind, title=f"{spot.code}: {word}")


def lines(position: Position) -> Sequence[tuple[str, Html]]:
    """For every paper the step it is at, as shape and word, with the role."""
    return [(name, _line(spots)) for name, spots in position.papers]


def _line(spots: tuple[Spot, ...]) -> Html:
    open_ = [spot for spot in spots if spot.status is not Status.SELESAI]
    spot = open_[0] if open_ else spots[-1]
    holder = f" di {spot.holder}" if spot.holder else ""
    return el("span", mark(spot.status), f" {spot.code}{holder}")


def told(position: Position) -> Sequence[Html | str]:
    """Strip, sentence and moment, as the front page and the page of the year begin."""
    sample = [el("p", el("strong", SAMPLE))] if position.sample else []
    return [*sample, strip(position), el("p", sentence(position), " ", el("small", f"Keadaan per {position.when}."))]
