"""The level that holds, and both sides of a plan."""

import msgspec
import pytest

from gerbang.doctor.healthy import WRITE, repository, settings, snapshot, subject, with_repository, words
from paraf.gerbang.doctor.plan import level
from paraf.gerbang.doctor.point import State, Subject
from paraf.gerbang.settings import RequiredCheck, Rule, RuleParameters

replace = msgspec.structs.replace
KEPT = ("deletion", "non_fast_forward", "pull_request")


def rules(*kinds: str, source: int | None = None, context: str = "paraf / gerbang") -> Subject:
    asked = RuleParameters(required_status_checks=(RequiredCheck(context, source),))
    found = (*map(Rule, kinds), Rule("required_status_checks", asked))
    return subject(snapshot(replace(settings(), aturan_main=found)))


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (subject(), 1),
        (subject(snapshot(replace(settings(), aturan_main=()))), 0),
        (rules(*KEPT), 0),
        (rules(*KEPT[1:], source=7), 0),
        (rules(*KEPT, source=7, context="uji"), 0),
        (rules(*KEPT, source=15368), 1),
        (rules(*KEPT, source=7), 2),
        (rules(*KEPT, "update", source=7), 3),
        (rules(*KEPT, "update", source=15368), 1),
        (subject(snapshot(aturan_main="ditolak")), None),
    ],
)
def test_the_level_follows_from_the_rules_that_hold(of: Subject, expected: int | None) -> None:
    assert level(of) == expected


def test_each_level_says_what_it_does_not_keep() -> None:
    assert "Tingkat 1." in words(subject(), State.CATATAN)
    assert "setiap penulis dapat memalsukan status" in words(subject(), State.CATATAN)
    assert "Tingkat 0." in words(rules(*KEPT), State.PERLU)
    assert "anggap main tidak terkunci" in words(subject(snapshot(aturan_main="ditolak")), State.TAK_TAHU)


def test_a_free_private_repository_hears_both_sides() -> None:
    """Even the administrator is refused there."""
    of = subject(snapshot(ruleset="ditolak", aturan_main="ditolak"))
    said = words(of, State.CATATAN)
    assert "Yang berlaku: gerbang menilai setiap PR" in said
    assert "Yang tidak berlaku: tidak ada yang menahan" in said


def test_a_weak_key_is_not_taken_for_a_plan() -> None:
    told = replace(settings(), repositori=repository(permissions=WRITE))
    assert "kunci aksesnya bukan milik pengelola" in words(subject(snapshot(told, ruleset="ditolak")), State.TAK_TAHU)


def test_the_other_plans() -> None:
    assert "dapat dikunci ruleset" in words(subject(), State.CATATAN)
    assert "semua konsep terbaca umum" in words(with_repository(private=False), State.CATATAN)
