"""Every judgement in the order in which a reader goes through them, and what the whole comes to."""

from collections.abc import Callable, Iterable, Iterator

from paraf.gerbang.doctor import (
    actions,
    gate,
    main_rules,
    minutes,
    outside,
    people,
    plan,
    publishing,
    repository,
    rulesets,
)
from paraf.gerbang.doctor.point import Point, State, Subject

Judgement = Callable[[Subject], Iterator[Point]]
JUDGEMENTS: tuple[Judgement, ...] = (
    *(plan.holds, plan.both_sides, repository.visibility, repository.copies),
    *(main_rules.rules_of_main, rulesets.rulesets, rulesets.passed_by, rulesets.edited, rulesets.old_protection),
    *(repository.merging, people.people, people.writers, gate.trust),
    *(gate.running, gate.impostors, gate.files, minutes.minutes),
    *(actions.permissions, actions.token, actions.outsiders, actions.policies, actions.secrets, actions.environments),
    *(publishing.target, publishing.works, publishing.pages, publishing.output),
    *(actions.runners, outside.keys, outside.hooks, outside.apps, outside.pages, repository.scanning),
)


def diagnosis(subject: Subject) -> tuple[Point, ...]:
    """Every point."""
    return tuple(point for judge in JUDGEMENTS for point in judge(subject))


def outcome(points: Iterable[Point]) -> int:
    """0: in order; 1: something is to be repaired; 2: something is not known, which is never in order (threats 3.4)."""
    states = {point.state for point in points}
    return 1 if State.PERLU in states else 2 if State.TAK_TAHU in states else 0
