"""What the rules about the flow share: what the engine said of steps and pull requests, where it is told, who acts next.

The engine itself is loaded only by who asks for the flow, so its states are told apart by their word on screen.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from paraf.finding import Place, Severity
from paraf.laporan.report import IDENTITY
from paraf.rules.report_base import Observed, ReportFacts
from paraf.sop.covering import covers
from paraf.sop.forms.papers import Paper

if TYPE_CHECKING:
    from paraf.alur.states import StepState, Verdict


def steps_in(facts: ReportFacts, state: str) -> "Iterator[StepState]":
    """The steps in a state; none where the flow was not asked for."""
    return (step for step in (facts.cycle.steps if facts.cycle else ()) if step.state.value == state)


def pulls_with(facts: ReportFacts, outcome: str) -> "Iterator[Verdict]":
    """The pull requests with an outcome; none where the flow was not asked for."""
    return (one for one in (facts.cycle.verdicts if facts.cycle else ()) if one.outcome.value == outcome)


def step_seen(facts: ReportFacts, step: "StepState") -> Observed:
    """What is said of a step; what is done about it stands with its pull request."""
    assert facts.cycle
    paper = next((one for one in _papers(facts) if any(stage.kode == step.step for stage in one.langkah)), None)
    return Observed(
        place=place_of(facts, paper),
        subject=f"Langkah {step.step} (PR #{step.pull})",
        message=step.sentence,
        repair=next(one.next.sentence for one in facts.cycle.verdicts if one.pull == step.pull),
    )


def pull_seen(facts: ReportFacts, verdict: "Verdict", severity: Severity | None = None) -> Observed:
    """What is said of a pull request."""
    paper = paper_of(facts, verdict)
    return Observed(
        place=place_of(facts, paper),
        subject=f"PR #{verdict.pull}" + (f" ({paper.nama})" if paper else ""),
        message=" ".join(verdict.reasons),
        repair=verdict.next.sentence,
        severity=severity,
    )


def paper_of(facts: ReportFacts, verdict: "Verdict") -> Paper | None:
    """The paper that a pull request carries."""
    return next((one for one in _papers(facts) if one.id == verdict.carries), None)


def place_of(facts: ReportFacts, paper: Paper | None = None) -> Place:
    """The first file of a paper that the year has, in the order in which the paper names them; else the year's own file."""
    names = sorted(facts.report.files)
    own = (name for written in (paper.mencakup if paper else ()) for name in names if covers((written,), name))
    return facts.report.place(next(own, IDENTITY))


def _papers(facts: ReportFacts) -> tuple[Paper, ...]:
    return facts.repo.papers.value.naskah if facts.repo.papers else ()
