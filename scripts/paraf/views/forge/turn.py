"""Where a pull request stands: the paper it carries, its steps, the condition that is open, and who may act on it next."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct

from paraf.alur.facts import Pull, Tree
from paraf.alur.states import Closing, Deed, Outcome, State, StepState, Verdict
from paraf.gerbang.effects import Meta
from paraf.sop.forms.papers import AnyCondition, Approve, Paper, Submit
from paraf.views.forge.desk import Desk

_MENDED = (State.BERJALAN, State.DIKEMBALIKAN)
"""The states in which whoever writes goes on, although an approval is open."""


class Turn(Struct, frozen=True, kw_only=True):
    """A pull request on the desk.

    ``paper`` is ``None`` for what is no paper. ``steps`` are those of the paper while this pull request carries it;
    ``step`` the one it has come to, ``condition`` what is open there (both ``None`` where nothing is waited for here).
    """

    meta: Meta
    verdict: Verdict
    pull: Pull
    paper: Paper | None = None
    edition: int = 1
    steps: tuple[StepState, ...] = ()
    step: StepState | None = None
    condition: AnyCondition | None = None
    closing: Closing | None = None

    @property
    def deeds(self) -> tuple[Deed, ...]:
        """What was done so far, in order."""
        return tuple(deed for step in self.steps for deed in step.deeds)

    @property
    def tree(self) -> Tree:
        """The files that it holds now, or that main held right after its merge."""
        if self.pull.merged:
            return self.pull.merged.tree
        return self.pull.versions[-1].tree if self.pull.versions else {}

    @property
    def mends(self) -> bool:
        """Whether the paper itself is to be mended before its condition can be met."""
        return self.step is not None and self.condition is not None and _mends(self.step, self.condition)

    @property
    def approver(self) -> bool:
        """Whether an approval is open that somebody may give now."""
        return isinstance(self.condition, Approve) and not self.mends


def turn_of(desk: Desk, meta: Meta, verdict: Verdict, pull: Pull) -> Turn:
    """Where a pull request stands."""
    paper, closing = desk.paper(verdict.carries), desk.closing(pull.number)
    if paper is None:
        return Turn(meta=meta, verdict=verdict, pull=pull)
    done = max((one.edition for one in desk.cycle.closings if one.paper == paper.id), default=0)
    edition = closing.edition if closing else done + 1
    codes = {stage.kode for stage in paper.langkah}
    steps = tuple(one for one in desk.cycle.steps if one.step in codes and one.pull == pull.number and pull.open)
    step, condition = _open(paper, steps) if verdict.outcome in (Outcome.LULUS, Outcome.MENUNGGU) else (None, None)
    return Turn(
        meta=meta,
        verdict=verdict,
        pull=pull,
        paper=paper,
        edition=edition,
        steps=steps,
        step=step,
        condition=condition,
        closing=closing,
    )


def _open(paper: Paper, steps: tuple[StepState, ...]) -> tuple[StepState | None, AnyCondition | None]:
    """The step that is waited for, and its condition: the first one behind all that was done."""
    step = next((one for one in steps if one.role is not None), None)
    conditions = [one for stage in paper.langkah for one in stage.syarat]
    done = sum(len(one.deeds) for one in steps)
    return (step, conditions[done]) if step else (None, None)


def last_act(step: StepState, steps: Sequence[StepState]) -> datetime | None:
    """When the last act was done that counts; writing is one, although no order is asked of it."""
    acts = [deed.at for one in steps for deed in one.deeds]
    return max([*acts, *([step.since] if step.since else [])], default=None)


def _mends(step: StepState, condition: AnyCondition) -> bool:
    return isinstance(condition, (Submit, Approve)) and step.state in _MENDED
