"""Ten thousand random histories: the engine never stumbles, and never lets pass what a second judge refuses.

How many of them complete a paper is printed (``-s``) and must be at least one in twenty; see ``histories.py``.
"""

import random
from collections import Counter
from datetime import timedelta

from hypothesis import HealthCheck, Phase, given, settings
from msgspec.structs import replace

from alur.naive import Judge, Trial
from paraf.alur.cycle import evaluate_cycle
from paraf.alur.facts import Blob, Comment, Facts, Naming, Policy, Pull, Review, Span, Version
from paraf.alur.roster import Roster
from paraf.alur.states import Cycle, Deed, Outcome, State
from property.histories import NUMBER, History, histories_written, history

PASSING = {Outcome.LULUS, Outcome.SELESAI}
HOUR = timedelta(hours=1)


def many(examples: int) -> settings:
    """So many histories, the same ones each time."""
    return settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        database=None,
        phases=(Phase.explicit, Phase.generate, Phase.shrink),
        suppress_health_check=[HealthCheck.too_slow],
    )


def answer(told: History, facts: Facts | None = None) -> Cycle:
    """What the engine says, a minute after the last event."""
    return evaluate_cycle(told.policy, facts or told.facts, told.now.world.clock + timedelta(minutes=1))


def passing(cycle: Cycle) -> set[int]:
    """The pull requests that pass, or passed."""
    return {verdict.pull for verdict in cycle.verdicts if verdict.outcome in PASSING}


def reviews_of(cycle: Cycle, number: int) -> dict[str, int]:
    """Which review approves which step of a passing pull request."""
    closed = [deeds for one in cycle.closings if one.pull == number for deeds in one.deeds]
    running: list[tuple[str, tuple[Deed, ...]]] = [(one.step, one.deeds) for one in cycle.steps if one.pull == number]
    return {
        step: deed.review
        for step, deeds in (closed or running)
        for deed in deeds
        if deed.kind == "setujui" and deed.review
    }


def with_pull(facts: Facts, number: int, **changes: object) -> Facts:
    """The facts with one pull request changed."""
    pulls = tuple(replace(one, **changes) if one.number == number else one for one in facts.pulls)
    return replace(facts, pulls=pulls)


def the_pull(facts: Facts) -> Pull:
    """The pull request that the history is about."""
    return next(one for one in facts.pulls if one.number == NUMBER)


def unlike(cycle: Cycle, trial: Trial) -> set[str]:
    """The steps of a paper that is on its way of which the engine and the second judge differ whether they are done.

    A step may be done and yet be the one that somebody returned the paper to.
    """
    states = {one.step: one.state for one in cycle.steps}
    done = set(trial.done())
    said = {stage.kode for stage in trial.paper.langkah if states[stage.kode] is State.SELESAI}
    returned = {step for step in done if states[step] is State.DIKEMBALIKAN}
    return (done ^ said) - returned


def test_nothing_passes_that_the_second_judge_refuses() -> None:
    counted: Counter[str] = Counter()

    @many(5000)
    @given(histories_written)
    def agree(written: bytes) -> None:
        told = history(written)
        cycle, judge = answer(told), Judge(told.policy, told.facts)
        expected = {number for number, passes in judge.passing.items() if passes}
        assert passing(cycle) == expected, "\n".join((*told.told, str(cycle.verdicts)))
        for number in expected & judge.trials.keys():
            assert judge.explains(number, reviews_of(cycle, number)), "\n".join((*told.told, str(cycle.verdicts)))
        for number in judge.trials.keys() - {pull.number for pull in told.facts.pulls if pull.merged}:
            assert not unlike(cycle, judge.trials[number]), "\n".join((*told.told, str(cycle.steps)))
        counted["semua"] += 1
        counted["menyelesaikan naskah"] += NUMBER in expected

    agree()
    print(f"riwayat acak: {counted['semua']}, di antaranya menyelesaikan naskah: {counted['menyelesaikan naskah']}")  # noqa: T201
    assert counted["menyelesaikan naskah"] * 20 >= counted["semua"] >= 5000


@many(1500)
@given(histories_written)
def test_removing_an_approval_never_helps(written: bytes) -> None:
    """Of a pull request that does not pass, no approval that stands can be taken away so that it passes."""
    told = history(written)
    before = passing(answer(told))
    pull = the_pull(told.facts)
    for review in pull.reviews:
        if NUMBER not in before and review.state == "approved" and not review.dismissed:
            fewer = tuple(one for one in pull.reviews if one is not review)
            after = passing(answer(told, with_pull(told.facts, NUMBER, reviews=fewer)))
            assert NUMBER not in after, "\n".join((*told.told, f"tanpa {review}"))


@many(1500)
@given(histories_written)
def test_the_order_of_facts_never_matters(written: bytes) -> None:
    told = history(written)
    shuffle = random.Random(written)
    assert answer(told, shuffled(told.facts, shuffle)) == answer(told), "\n".join(told.told)


def shuffled(facts: Facts, by: random.Random) -> Facts:
    """The same facts, told in another order."""

    def mixed(pull: Pull) -> Pull:
        return replace(
            pull,
            reviews=tuple(by.sample(pull.reviews, len(pull.reviews))),
            comments=tuple(by.sample(pull.comments, len(pull.comments))),
            namings=tuple(by.sample(pull.namings, len(pull.namings))),
            readies=tuple(by.sample(pull.readies, len(pull.readies))),
        )

    pulls = [mixed(pull) for pull in facts.pulls]
    by.shuffle(pulls)
    return replace(facts, pulls=tuple(pulls), main=dict(by.sample(sorted(facts.main.items()), len(facts.main))))


@many(1000)
@given(histories_written)
def test_asking_again_gives_the_same_answer(written: bytes) -> None:
    """Twice the same facts; and with what the gate itself did meanwhile: a comment, a request, a review of a program."""
    told = history(written)
    cycle = answer(told)
    assert answer(told) == cycle
    assert answer(told, after_the_gate(told.policy, told.facts, cycle)) == cycle, "\n".join(told.told)


def after_the_gate(policy: Policy, facts: Facts, cycle: Cycle) -> Facts:
    """The facts with what the gate wrote and asked for after its verdict."""
    now = max(span.since for pull in facts.pulls for span in pull.spans) + 100 * HOUR
    roster, bot = Roster(policy.officials), 41898282
    pulls = []
    for pull in facts.pulls:
        verdict = next(one for one in cycle.verdicts if one.pull == pull.number)
        text = "\n".join((*verdict.reasons, verdict.next.sentence, "/ajukan"))
        held = sorted(roster.held(verdict.next.role, now)) if verdict.next.role else []
        pulls.append(
            replace(
                pull,
                comments=(
                    *pull.comments,
                    Comment(id=9001, by=bot, at=now, text=text, bot=True, edited=now),
                    Comment(id=9002, by=bot, at=now, text="/ajukan", bot=True),
                ),
                namings=(*pull.namings, *(Naming(by=bot, whom=whom, at=now, bot=True) for whom in held)),
                reviews=(*pull.reviews, Review(id=9003, by=bot, state="commented", at=now, text=text, bot=True)),
            )
        )
    return replace(facts, pulls=tuple(pulls))


@many(1000)
@given(histories_written)
def test_what_does_not_concern_the_year_changes_nothing(written: bytes) -> None:
    """Talk on the page, a review that only comments, a pull request of another year, a file of another folder."""
    told = history(written)
    cycle = answer(told)
    richer = answer(told, with_noise(told.facts))
    assert richer.steps == cycle.steps, "\n".join(told.told)
    assert [one for one in richer.verdicts if one.pull != 900] == list(cycle.verdicts), "\n".join(told.told)
    assert (richer.closings, richer.oddities) == (cycle.closings, cycle.oddities)


def with_noise(facts: Facts) -> Facts:
    """The facts with things that have nothing to do with any paper of the year."""
    pulls = []
    for pull in facts.pulls:
        at = pull.spans[0].since + timedelta(minutes=7)
        talk = tuple(
            Comment(id=9100 + number, by=999000002 + number % 4, at=at, text=text)
            for number, text in enumerate(("Terima kasih.", "Setuju.", "/setuju", "Mohon /ajukan besok, ya."))
        )
        remark = Review(id=9200, by=999000003, state="commented", at=at, text="Sudah dibaca.")
        pulls.append(replace(pull, comments=(*talk, *pull.comments), reviews=(*pull.reviews, remark)))
    first = min(pull.spans[0].since for pull in facts.pulls)
    path, page = "lakip/2024/nota-dinas.md", Blob("100644", "d" * 64, 10)
    version = Version(at=first, by=999000002, tree={**facts.main, path: page}, touched=frozenset({path}))
    other = Pull(number=900, author=999000002, spans=(Span(first),), versions=(version,), paths=frozenset({path}))
    return replace(facts, pulls=(*pulls, other))
