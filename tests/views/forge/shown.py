"""What the gate shows while a story runs: every event, then the effects of the facts as they stand."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from alur.story import Reader
from helpers import ROOT, load_case
from paraf.alur.cycle import evaluate_cycle
from paraf.alur.facts import Facts, Policy
from paraf.gerbang.effects import BoardEffects, Meta, PullEffects
from paraf.views.forge.desk import Desk, desk_of
from paraf.views.forge.effects import effects
from paraf.views.forge.turn import Turn, turn_of

ADDRESS = "https://github.com/kantor/lakip"
READING = f"{ADDRESS}/actions/runs/7"


class Moment(Struct, frozen=True):
    """The facts behind an event of a story, with the rules and the clock of then."""

    event: str
    policy: Policy
    facts: Facts
    now: datetime


class Shown(Struct, frozen=True):
    """The effects of every pull request by its number, and the board."""

    event: str
    pulls: dict[int, PullEffects]
    board: BoardEffects


def metas_of(facts: Facts, *own: Meta) -> list[Meta]:
    """The pull requests as the forge shows them; ``own`` are told in another way."""
    named = {one.number: one for one in own}
    return [
        named.get(one.number)
        or Meta(
            number=one.number,
            head=f"{one.number:040x}",
            branch=f"naskah/{facts.year}/pr-{one.number}",
            title=f"Judul {one.number}",
            reading=READING,
        )
        for one in facts.pulls
    ]


def show(moment: Moment, metas: Iterable[Meta] | None = None) -> Shown:
    """The effects of facts."""
    found, board = effects(
        evaluate_cycle(moment.policy, moment.facts, moment.now),
        moment.facts,
        moment.policy,
        load_case(ROOT),
        metas_of(moment.facts) if metas is None else metas,
        moment.now,
        f"{ADDRESS}/",
    )
    return Shown(moment.event, {one.number: one for one in found}, board)


def moments(text: str) -> Iterator[Moment]:
    """Play a story in the language of the cases, a minute after every event; questions in it are passed over."""
    reader = Reader("cerita")
    for line in text.splitlines():
        if line.strip() and not line.startswith(("#", "?")):
            reader.line(line.strip())
            world = reader.teller.world
            if any(branch.spans for branch in world.branches.values()):
                now = world.clock + timedelta(minutes=1)
                yield Moment(line.strip(), reader.teller.now(), world.facts(), now)


@cache
def last(text: str) -> Moment:
    """The end of a story."""
    return list(moments(text))[-1]


@cache
def told(text: str) -> Shown:
    """What stands at the end of a story."""
    return show(last(text))


def comment(text: str, number: int = 1) -> str:
    """The comment at the end of a story."""
    return told(text).pulls[number].comment


def desk(moment: Moment, metas: Iterable[Meta] = ()) -> Desk:
    """The desk of a moment."""
    cycle = evaluate_cycle(moment.policy, moment.facts, moment.now)
    return desk_of(cycle, moment.facts, moment.policy, load_case(ROOT), metas, moment.now, ADDRESS)


def turn(moment: Moment, number: int = 1, **changed: object) -> Turn:
    """Where a pull request stands at a moment, with parts of what the forge shows of it changed."""
    here = desk(moment)
    meta = replace(next(one for one in metas_of(moment.facts) if one.number == number), **changed)
    verdict = next(one for one in here.cycle.verdicts if one.pull == number)
    pull = here.pull(number)
    assert pull
    return turn_of(here, meta, verdict, pull)


def with_pull(moment: Moment, number: int = 1, **changed: object) -> Moment:
    """A moment in which the forge attests something else of one pull request."""
    pulls = (replace(one, **changed) if one.number == number else one for one in moment.facts.pulls)
    return replace(moment, facts=replace(moment.facts, pulls=tuple(pulls)))
