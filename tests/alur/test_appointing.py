"""Lists of officials: what the cases cannot say, because no forge would attest it or nobody could read it."""

import pytest
from msgspec.structs import replace

from alur.naive import Judge
from alur.story import FOLDER, Checkpoint, read_case
from alur.world import blob
from paraf.alur.cycle import evaluate_cycle
from paraf.alur.facts import Appointment, Facts
from paraf.alur.states import Cycle, Outcome

HEALED = read_case(FOLDER / "aturan/petugas-dipulihkan.txt").checkpoints[-1]
PROPOSED = read_case(FOLDER / "aturan/petugas-dipulihkan.txt").checkpoints[-2]
HIRING = read_case(FOLDER / "aturan/pengangkatan-orang-baru.txt").checkpoints[-1]
LAWFUL = read_case(FOLDER / "aturan/petugas-berubah-sah.txt").checkpoints[-1]


def appointed(point: Checkpoint, *changed: Appointment) -> Facts:
    """The facts of a moment with other appointments."""
    return replace(point.facts, appointments=changed)


def judged(point: Checkpoint, facts: Facts) -> Cycle:
    """The answer; the second judge passes nothing that it does not."""
    cycle = evaluate_cycle(point.policy, facts, point.now)
    passing = {number for number, passes in Judge(point.policy, facts).passing.items() if passes}
    assert passing == {one.pull for one in cycle.verdicts if one.outcome in (Outcome.LULUS, Outcome.SELESAI)}
    return cycle


def test_control_the_list_is_healed() -> None:
    assert judged(HEALED, HEALED.facts).doubts == ()
    assert judged(LAWFUL, LAWFUL.facts).doubts == ()


def test_without_the_list_from_before_nothing_heals() -> None:
    """Whoever approved cannot have held a role in a list that nobody can read."""
    first, *rest = HEALED.facts.appointments
    cycle = judged(HEALED, appointed(HEALED, replace(first, officials=None), *rest))
    (told,) = cycle.doubts
    assert "deadbeef01" in told
    assert "PR #2" in told
    paper = next(one for one in cycle.verdicts if one.pull == 1)
    assert (paper.outcome, paper.next.sentence) == (Outcome.GALAT, "Petugas TI memeriksa sebabnya, lalu menilai lagi.")


def outcome(cycle: Cycle, number: int) -> Outcome:
    return next(one.outcome for one in cycle.verdicts if one.pull == number)


def test_an_approved_list_passes_only_if_it_can_heal() -> None:
    """Without the list from before, who approved it may hold a role only by the change that it is to make good."""
    first, *rest = PROPOSED.facts.appointments
    assert outcome(judged(PROPOSED, PROPOSED.facts), 2) is Outcome.LULUS
    assert outcome(judged(PROPOSED, appointed(PROPOSED, replace(first, officials=None), *rest)), 2) is Outcome.GALAT


def test_a_list_passes_no_more_than_the_rest_while_the_book_cannot_be_read() -> None:
    """Only a doubt about the list is no reason against the list."""
    facts = HIRING.facts
    assert outcome(evaluate_cycle(HIRING.policy, facts, HIRING.now), 1) is Outcome.LULUS
    unread = {f"lakip/{facts.year}/buku/001-nota-dinas.jsonl": blob("tak terbaca")}
    facts = replace(facts, main={**facts.main, **unread})
    assert outcome(evaluate_cycle(HIRING.policy, facts, HIRING.now), 1) is Outcome.GALAT


def test_an_approved_change_needs_no_list_from_before() -> None:
    """Its own base tells who held a role; so facts from before lists were noted stay as good as they were."""
    bare = (replace(one, officials=None) for one in LAWFUL.facts.appointments)
    assert evaluate_cycle(LAWFUL.policy, appointed(LAWFUL, *bare), LAWFUL.now).doubts == ()


@pytest.mark.parametrize("point", [HEALED, LAWFUL], ids=["healing", "ordinary"])
def test_a_commit_that_brings_another_list_than_was_approved_is_outside(point: Checkpoint) -> None:
    *before, last = point.facts.appointments
    first = point.facts.appointments[0].officials
    assert first
    other = replace(last, officials=type(first)(skema=1, orang=first.orang[:1], masa_jabatan=()))
    assert judged(point, appointed(point, *before, other)).doubts


def test_an_approved_pull_request_that_does_not_touch_the_list_vouches_for_none() -> None:
    *before, last = LAWFUL.facts.appointments
    pulls = tuple(replace(one, paths=frozenset({"scripts/gerbang.py"})) for one in LAWFUL.facts.pulls)
    facts = replace(appointed(LAWFUL, *before, replace(last, officials=None)), pulls=pulls)
    assert evaluate_cycle(LAWFUL.policy, facts, LAWFUL.now).doubts


def test_a_commit_cannot_borrow_an_approved_pull_request_a_second_time() -> None:
    *before, last = HEALED.facts.appointments
    again = replace(last, commit="c" * 40)
    assert evaluate_cycle(HEALED.policy, appointed(HEALED, *before, last, again), HEALED.now).doubts


def test_without_appointments_nothing_is_in_doubt() -> None:
    assert evaluate_cycle(LAWFUL.policy, appointed(LAWFUL), LAWFUL.now).doubts == ()
