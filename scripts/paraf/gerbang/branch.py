"""What came to stand in a pull request, in order: pushes to its branch and movements of main, by the forge's own clock.

Only the forge's record of movements says who pushed what when; the dates inside commits are their authors' word and are
not used (DESIGN section 5, threats T02, T03, T23).
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from msgspec import Struct

from paraf.gerbang.answers import GHOST, Activity, PullAnswer

NULL = "0" * 40
_CREATION = "branch_creation"


class Stand(Struct, frozen=True, kw_only=True):
    """From ``at`` on the head and main were these; ``None``: the forge does not tell since when.

    ``by`` is who pushed the head; ``None``: main moved, or, where ``unknown``, the forge does not tell who it was.
    """

    at: datetime | None
    by: int | None
    head: str
    base: str
    unknown: bool = False


class Main(Struct, frozen=True):
    """The movements of main, oldest first, and its tip now."""

    moves: tuple[Activity, ...]
    tip: str

    def at(self, moment: datetime) -> str:
        """What main was at a moment, as far as it is told; before everything that is told, what that began from."""
        found = next((one.after for one in reversed(self.moves) if one.timestamp <= moment), None)
        if found is not None:
            return found
        first = self.moves[0].before if self.moves else NULL
        return first if first != NULL else (self.moves[0].after if self.moves else self.tip)


def stands(pull: PullAnswer, activity: Sequence[Activity], main: Main) -> tuple[Stand, ...]:
    """Every stand up to the merge, or to now, oldest first; the movements of the branch are given newest first."""
    pushed = list(_pushed(pull, list(_moves(pull, activity)), main))
    return tuple(_with_main(pull, pushed, main))


def _moves(pull: PullAnswer, activity: Sequence[Activity]) -> Iterator[Activity]:
    """The movements of the branch that belong to this pull request; an earlier branch of the same name does not."""
    ordered = list(reversed(activity))
    if (
        pull.merged_at
    ):  # what was pushed behind the head that was merged, be it in the same second, came after the merge
        heads = [at for at, one in enumerate(ordered) if one.after == pull.head.sha and one.timestamp <= pull.merged_at]
        ordered = ordered[: heads[-1] + 1] if heads else ordered
    born = [one.timestamp for one in ordered if one.activity_type == _CREATION and one.timestamp <= pull.created_at]
    for one in ordered:
        early = bool(born) and one.timestamp < born[-1]
        late = pull.merged_at is not None and one.timestamp > pull.merged_at
        if not early and not late and one.after != NULL:
            yield one


def _pushed(pull: PullAnswer, moves: list[Activity], main: Main) -> Iterator[Stand]:
    """Every head; where a movement is not told, what it led to stands with nobody's name and no time."""
    last = ""
    for one in moves:
        if last and one.before not in (last, NULL):
            yield Stand(at=None, by=None, head=one.before, base=main.at(one.timestamp), unknown=True)
        actor = one.actor.id if one.actor else GHOST
        yield Stand(at=one.timestamp, by=actor, head=one.after, base=main.at(one.timestamp))
        last = one.after
    if last != pull.head.sha:
        base = main.at(pull.merged_at) if pull.merged_at else main.tip
        yield Stand(at=None, by=None, head=pull.head.sha, base=base, unknown=True)


def _with_main(pull: PullAnswer, pushed: list[Stand], main: Main) -> Iterator[Stand]:
    """The same with what main did in between; what it did when this pull request was merged comes after it."""
    own = next((at for at, one in enumerate(main.moves) if one.after == pull.merge_commit_sha), len(main.moves))
    moves = [one for one in main.moves[: own if pull.merged_at else None] if one.after != NULL]
    begun = next((one.at for one in pushed if one.at), None)
    pending = [one for one in moves if begun and one.timestamp > begun]
    for stand, following in zip(pushed, [*pushed[1:], None], strict=True):
        yield stand
        until = following.at if following else pull.merged_at
        if following and until is None:
            continue  # nobody knows when the next one came: what main did is told after it
        while pending and (until is None or pending[0].timestamp < until):
            moved = pending.pop(0)
            yield Stand(at=moved.timestamp, by=None, head=stand.head, base=moved.after)
    told = moves[-1].after if moves else ""
    if pull.merged_at is None and pushed and told != main.tip:
        yield Stand(at=None, by=None, head=pushed[-1].head, base=main.tip)
