"""What the gate shows while a story runs: every event, then the effects of the facts as they stand."""

from collections.abc import Iterator
from datetime import timedelta
from functools import cache

from msgspec import Struct

from alur.story import Reader
from helpers import ROOT, load_case
from paraf.alur.cycle import evaluate_cycle
from paraf.alur.facts import Facts, Policy
from paraf.gerbang.effects import BoardEffects, Meta, PullEffects
from paraf.views.forge.effects import effects

ADDRESS = "https://github.com/kantor/lakip"


class Shown(Struct, frozen=True):
    """After an event: the effects of every pull request by its number, and the board."""

    event: str
    pulls: dict[int, PullEffects]
    board: BoardEffects


def meta_of(number: int, year: int) -> Meta:
    """A pull request as the forge shows it."""
    return Meta(number=number, head=f"{number:040x}", branch=f"naskah/{year}/pr-{number}", title=f"Judul {number}")


def shown_of(policy: Policy, facts: Facts, reader: Reader, event: str = "") -> Shown:
    """The effects of facts, a minute after they came to be."""
    now = reader.teller.world.clock + timedelta(minutes=1)
    metas = [meta_of(pull.number, facts.year) for pull in facts.pulls]
    found, board = effects(
        evaluate_cycle(policy, facts, now), facts, policy, load_case(ROOT), reversed(metas), now, f"{ADDRESS}/"
    )
    return Shown(event, {one.number: one for one in found}, board)


def tell(text: str) -> Iterator[Shown]:
    """Play a story in the language of the cases; questions in it are passed over."""
    reader = Reader("cerita")
    for line in text.splitlines():
        if line.strip() and not line.startswith(("#", "?")):
            reader.line(line.strip())
            facts = reader.teller.world.facts()
            if facts.pulls:
                yield shown_of(reader.teller.now(), facts, reader, line.strip())


@cache
def told(text: str) -> Shown:
    """What stands at the end of a story."""
    return list(tell(text))[-1]
