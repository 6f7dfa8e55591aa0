"""The whole mapping: SOP step -> stage of a pull request -> reviewer (one row per step)."""

from collections.abc import Iterator
from dataclasses import dataclass

from paraf.sop.forms.papers import AnyCondition, Approve, Paper, PapersFile, Submit
from paraf.sop.model import Sop, Step


@dataclass(frozen=True, slots=True)
class StageRow:
    """One step with its paper and conditions; ``reviewer`` is the role asked to look next, ``None`` when nobody is."""

    step: Step
    paper: Paper | None
    conditions: tuple[AnyCondition, ...]
    reviewer: str | None


def stage_rows(sop: Sop, papers: PapersFile) -> Iterator[StageRow]:
    """Every step of the SOP in order, also the ones no paper carries."""
    carried = {stage.kode: (paper, stage.syarat) for paper in papers.naskah for stage in paper.langkah}
    for step in sop.steps.values():
        paper, conditions = carried.get(step.code, (None, ()))
        yield StageRow(step, paper, conditions, _reviewer(conditions))


def _reviewer(conditions: tuple[AnyCondition, ...]) -> str | None:
    for condition in conditions:
        if isinstance(condition, Approve):
            return condition.oleh
    return next((condition.ke for condition in conditions if isinstance(condition, Submit)), None)
