"""A whole year judged at once: which paper each pull request carries, what is done, where every step stands.

Pure and total: an answer for any facts, and always a next act for somebody (DESIGN section 5). The order in which the facts
are given does not matter; only an explicit pass is a pass.
"""

from collections.abc import Iterator
from datetime import datetime

from paraf.alur.appointing import take_appointments
from paraf.alur.carried import Carries
from paraf.alur.facts import Facts, Policy, Pull
from paraf.alur.judged import done_words, steps_of
from paraf.alur.others import other_verdict
from paraf.alur.states import Closing, Cycle, State, StepState, Verdict
from paraf.alur.verdicts import (
    booked_verdict,
    closed_verdict,
    merged_verdict,
    round_file,
    running_verdict,
    unread_verdict,
    waiting_words,
    with_next,
)
from paraf.alur.year import Year
from paraf.sop.forms.papers import Paper


def evaluate_cycle(policy: Policy, facts: Facts, now: datetime) -> Cycle:
    """The state of every step, the verdict of every pull request, and the papers that are done.

    ``now`` carries the office's time zone.
    """
    year = Year(policy, facts, now)
    take_appointments(year)
    year.take_book()
    merged = [pull for pull in facts.pulls if pull.merged]
    running = [pull for pull in facts.pulls if not pull.merged]
    verdicts = [_verdict(year, pull) for pull in sorted(merged, key=_when_merged)]
    verdicts += [_verdict(year, pull) for pull in sorted(running, key=lambda pull: (pull.opened, pull.number))]
    return Cycle(
        year=facts.year,
        steps=tuple(step for paper in year.papers for step in _steps(year, paper)),
        verdicts=tuple(sorted((with_next(year, one) for one in verdicts), key=lambda verdict: verdict.pull)),
        closings=tuple(sorted(year.closings, key=lambda one: (one.at, one.pull))),
        oddities=tuple(sorted(year.oddities)),
        doubts=tuple(year.doubts),
    )


def _when_merged(pull: Pull) -> tuple[datetime, int]:
    assert pull.merged
    return pull.merged.at, pull.number


def _verdict(year: Year, pull: Pull) -> Verdict:
    if not pull.merged and not pull.open:
        return closed_verdict(pull)
    if pull.missing and not pull.paths:
        return unread_verdict(pull)
    if pull.number in year.booked:
        return booked_verdict(year, pull, year.booked[pull.number].paper)
    what = year.carried(pull)
    if not isinstance(what, Carries):
        return other_verdict(year, pull, what)
    judged = year.judge(pull, what)
    return merged_verdict(year, judged) if pull.merged else running_verdict(year, judged)


def _steps(year: Year, paper: Paper) -> Iterator[StepState]:
    """The states of a paper's steps: as it is carried now, else as it was done, merged too early, or not yet begun."""
    judged = year.carriers.get(paper.id)
    last = max((one for one in year.closings if one.paper == paper.id), key=lambda one: one.edition, default=None)
    doubts = [*year.doubts, *judged.doubts] if judged else []
    if judged and doubts:
        yield from _unbegun(year, paper, State.TIDAK_DAPAT_DIPERIKSA, doubts[0], judged.pull.number)
    elif judged:
        yield from steps_of(judged, year.policy.sop, year.now, waiting_words(year, judged))
    elif last:
        yield from _finished(year, paper, last)
    elif year.doubts:
        yield from _unbegun(year, paper, State.TIDAK_DAPAT_DIPERIKSA, year.doubts[0], None)
    elif early := year.early.get(paper.id):
        sentence = (
            f"PR #{early.pull.number} disatukan terlalu dini. Naskah ini dilanjutkan dalam PR baru berisi"
            f" {round_file(year, paper)}."
        )
        yield from _unbegun(year, paper, State.MENUNGGU, sentence, early.pull.number)
    elif waited := [one.nama for one in year.waited_for(paper)]:
        yield from _unbegun(year, paper, State.BELUM, f"Menunggu {waited[0]} selesai.", None)
    else:
        role = paper.langkah[0].syarat[0].oleh
        sentence = f"Menunggu {year.policy.sop.role[role].sebutan} membuka PR untuk {paper.nama}."
        yield from _unbegun(year, paper, State.MENUNGGU, sentence, None)


def _finished(year: Year, paper: Paper, last: Closing) -> Iterator[StepState]:
    deeds = dict(last.deeds)
    for stage in paper.langkah:
        yield StepState(
            step=stage.kode,
            state=State.SELESAI,
            sentence=done_words(year.policy.sop, deeds[stage.kode]),
            clause=year.policy.sop.steps[stage.kode].kegiatan,
            pull=last.pull,
            deeds=deeds[stage.kode],
        )


def _unbegun(year: Year, paper: Paper, state: State, sentence: str, pull: int | None) -> Iterator[StepState]:
    """Steps of a paper that nobody carries: the first one says why."""
    for rank, stage in enumerate(paper.langkah):
        first = rank == 0
        yield StepState(
            step=stage.kode,
            state=state if first or state is State.TIDAK_DAPAT_DIPERIKSA else State.BELUM,
            sentence=sentence if first else "Belum sampai ke langkah ini.",
            clause=year.policy.sop.steps[stage.kode].kegiatan,
            pull=pull,
            role=stage.syarat[0].oleh if first and state is State.MENUNGGU else None,
        )
