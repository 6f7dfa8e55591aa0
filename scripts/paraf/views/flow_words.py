"""The states of a year as text for the terminal, and what would change."""

from collections.abc import Iterator

from paraf.alur.facts import Policy
from paraf.alur.states import Cycle, Outcome, State, StepState, Verdict
from paraf.sop.stages import carriers

_SETTLED = (Outcome.SELESAI, Outcome.DITUTUP)
_WIDTH = max(len(state.value) for state in State)


def states_text(cycle: Cycle, policy: Policy, when: str) -> str:
    """Every step of every paper with its state and sentence, then what comes next."""
    return "\n".join(_states(cycle, policy, when))


def _states(cycle: Cycle, policy: Policy, when: str) -> Iterator[str]:
    yield f"Alur tahun {cycle.year}, keadaan per {when}"
    steps = {step.step: step for step in cycle.steps}
    for paper in policy.papers.naskah:
        there = [steps[stage.kode] for stage in paper.langkah if stage.kode in steps]
        pulls = sorted({step.pull for step in there if step.pull is not None})
        yield ""
        yield paper.nama + (f" (PR {', '.join(f'#{number}' for number in pulls)})" if pulls else "")
        yield from map(_step, there)
    yield ""
    if cycle.doubts:
        yield "Tidak dapat diperiksa:"
        yield from (f"  {doubt}" for doubt in cycle.doubts)
    yield from next_lines(cycle)
    if cycle.oddities:
        yield "Kejanggalan:"
        yield from (f"  {oddity}" for oddity in cycle.oddities)


def _step(step: StepState) -> str:
    return f"  {step.step:<4} {step.state.value:<{_WIDTH}}  {step.sentence}"


def next_lines(cycle: Cycle) -> Iterator[str]:
    """Who does what next: for every open pull request, else for the first step that somebody is waited for."""
    acts = [f"  PR #{one.pull}: {one.next.sentence}" for one in cycle.verdicts if one.outcome not in _SETTLED]
    if not acts:
        waiting = [step for step in cycle.steps if step.role is not None and step.state is not State.SELESAI]
        acts = [f"  {step.step}: {step.sentence}" for step in waiting[:1]]
    if not acts and cycle.doubts:
        acts = ["  Petugas TI memeriksa sebab yang disebut di atas; sebelum itu tidak ada yang dapat dilanjutkan."]
    yield "Berikutnya:"
    yield from acts or ["  Tidak ada; semua langkah tahun ini selesai."]


def verdict_text(one: Verdict, policy: Policy) -> str:
    """A verdict with its reasons and what comes next."""
    names = {paper.id: paper.nama for paper in policy.papers.naskah}
    what = f" ({names.get(one.carries, one.carries)})" if one.carries else ""
    reasons = "".join(f"\n  {reason}" for reason in one.reasons)
    return f"PR #{one.pull}{what}: {one.outcome.value}{reasons}\n  Berikutnya: {one.next.sentence}"


def changed_text(before: Cycle, after: Cycle, policy: Policy) -> str:
    """What an act would change: states of steps, verdicts, and what then comes next."""
    lines = [*_changed_steps(before, after, policy), *_changed_verdicts(before, after)]
    if not lines:
        lines = ["Tidak ada yang berubah."]
        lines += [f"  PR #{one.pull}: {reason}" for one in after.verdicts for reason in _open_reasons(one)]
    return "\n".join([*lines, "", *next_lines(after)])


def _open_reasons(one: Verdict) -> tuple[str, ...]:
    return () if one.outcome in _SETTLED else one.reasons


def _changed_steps(before: Cycle, after: Cycle, policy: Policy) -> Iterator[str]:
    was = {step.step: step for step in before.steps}
    carried = carriers(policy.papers)
    for step in after.steps:
        old = was.get(step.step)
        if old is None or (old.state, old.sentence) != (step.state, step.sentence):
            paper = f" ({carried[step.step].nama})" if step.step in carried else ""
            yield f"{step.step}{paper}: {old.state.value if old else State.BELUM.value} → {step.state.value}"
            yield f"  {step.sentence}"


def _changed_verdicts(before: Cycle, after: Cycle) -> Iterator[str]:
    was = {one.pull: one for one in before.verdicts}
    for one in after.verdicts:
        old = was.get(one.pull)
        if old is None or old.outcome is not one.outcome:
            yield f"PR #{one.pull}: {old.outcome.value if old else 'belum ada'} → {one.outcome.value}"
            yield from (f"  {reason}" for reason in one.reasons)
