"""The whole mapping: SOP step -> stage of a pull request -> reviewer (one row per step)."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from paraf.sop.forms.papers import AnyCondition, Approve, Paper, PapersFile, Submit
from paraf.sop.model import Sop, Step


class StageRow(Struct, frozen=True):
    """One step with its paper and conditions; ``reviewer`` is the role asked to look next, ``None`` when nobody is."""

    step: Step
    paper: Paper | None
    conditions: tuple[AnyCondition, ...]
    reviewer: str | None


def stage_rows(sop: Sop, papers: PapersFile) -> Iterator[StageRow]:
    """Every step of the SOP in order, also the ones no paper carries."""
    carried = carriers(papers)
    conditions = {stage.kode: stage.syarat for paper in papers.naskah for stage in paper.langkah}
    for step in sop.steps.values():
        acts = conditions.get(step.code, ())
        yield StageRow(step, carried.get(step.code), acts, _reviewer(acts))


def carriers(papers: PapersFile | None) -> Mapping[str, Paper]:
    """The paper that carries each step, by the step's code; empty for a SOP that is only a guide."""
    return {stage.kode: paper for paper in (papers.naskah if papers else ()) for stage in paper.langkah}


def _reviewer(conditions: tuple[AnyCondition, ...]) -> str | None:
    for condition in conditions:
        if isinstance(condition, Approve):
            return condition.oleh
    return next((condition.ke for condition in conditions if isinstance(condition, Submit)), None)
