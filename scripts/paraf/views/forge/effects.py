"""Everything the gate shows on the forge for a year: the same facts make the same bytes, so only changes are written."""

from collections.abc import Iterable
from datetime import datetime

from msgspec.structs import replace

from paraf.alur.facts import Facts, Policy
from paraf.alur.states import Cycle
from paraf.gerbang.effects import BoardEffects, Meta, PullEffects
from paraf.sop.repository import Repository
from paraf.views.forge.board import board
from paraf.views.forge.comment import comment
from paraf.views.forge.desk import Desk, desk_of
from paraf.views.forge.labelling import pull_labels
from paraf.views.forge.people import asked
from paraf.views.forge.status import WORST, description, state
from paraf.views.forge.title import title
from paraf.views.forge.turn import Turn, turn_of


def effects(
    cycle: Cycle,
    facts: Facts,
    policy: Policy,
    repo: Repository,
    metas: Iterable[Meta],
    now: datetime,
    address: str,
) -> tuple[tuple[PullEffects, ...], BoardEffects]:
    """What every pull request of ``metas`` and the year's board shall show; ``address`` is ``https://github.com/o/r``.

    One of which the year's facts say nothing gets nothing: it belongs to no year that was looked at. Where several open
    ones have the same head, they share its status, and it is the worst of theirs.
    """
    ordered = sorted(metas, key=lambda one: one.number)
    desk = desk_of(cycle, facts, policy, repo, ordered, now, address)
    verdicts = {one.pull: one for one in cycle.verdicts}
    turns = [
        turn_of(desk, meta, verdicts[meta.number], pull)
        for meta in ordered
        if meta.number in verdicts and (pull := desk.pull(meta.number))
    ]
    return _shared(turns, tuple(_of(desk, turn) for turn in turns)), board(desk, turns)


def _of(desk: Desk, turn: Turn) -> PullEffects:
    person = asked(desk, turn)
    return PullEffects(
        number=turn.pull.number,
        head=turn.meta.head,
        state=state(turn),
        description=description(desk, turn),
        title=title(desk, turn),
        labels=pull_labels(desk, turn),
        comment=comment(desk, turn),
        request=frozenset() if person is None else frozenset({person}),
    )


def _shared(turns: list[Turn], found: tuple[PullEffects, ...]) -> tuple[PullEffects, ...]:
    """A status belongs to a commit: of all open pull requests on it the worst one decides (threats T44)."""
    open_ = [one for turn, one in zip(turns, found, strict=True) if turn.pull.open]
    worst: dict[str, PullEffects] = {}
    for one in sorted(open_, key=lambda one: (WORST.index(one.state), one.number)):
        worst.setdefault(one.head, one)
    return tuple(
        replace(one, state=worst[one.head].state, description=worst[one.head].description) if one.head in worst else one
        for one in found
    )
