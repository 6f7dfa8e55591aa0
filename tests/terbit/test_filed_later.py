"""Later evidence counts on the forge's word only: a merged pull request that passed and brought these very bytes."""

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from paraf.alur.facts import Blob, Merged, Pull, Span
from paraf.alur.states import NextAct, Outcome, Verdict
from paraf.terbit.edition import LeftOut
from paraf.terbit.filed_later import confirmed, is_later, unconfirmed

NAME, FIRST = "lakip/2025/bukti/b12-2.yml", "lakip/2025/bukti/b12.yml"
AT = datetime(2026, 3, 1, tzinfo=UTC)
TREE = {NAME: Blob("100644", "a" * 64, 1), FIRST: Blob("100644", "b" * 64, 1)}
PULL = Pull(
    number=9,
    author=1,
    spans=(Span(AT),),
    versions=(),
    paths=frozenset(TREE),
    merged=Merged(at=AT, by=1, tree=TREE),
)


def verdict(outcome: Outcome = Outcome.SELESAI, pull: int = 9) -> Verdict:
    act = NextAct(role=None, sentence="")
    return Verdict(pull=pull, outcome=outcome, carries="bukti susulan", reasons=(), next=act)


@pytest.mark.parametrize(
    ("path", "later"),
    [
        ("bukti/b12-2.yml", True),
        ("bukti/b12-v2-3.yml", True),
        ("bukti/b12-2-bertanda-tangan.pdf", True),
        ("bukti/b12.yml", False),
        ("bukti/b12-v2.yml", False),
        ("bukti/b12-lakip.pdf", False),
        ("data/kinerja.yml", False),
    ],
)
def test_later_evidence_is_known_by_its_name(path: str, later: bool) -> None:
    assert is_later(path) is later


def test_what_a_passed_pull_request_brought_is_confirmed() -> None:
    known = confirmed(2025, [PULL], [verdict()])
    assert known == {NAME: {"a" * 64}}
    assert list(unconfirmed(2025, TREE, known)) == []
    other = {**TREE, NAME: Blob("100644", "c" * 64, 1)}
    assert list(unconfirmed(2025, other, known)) == [NAME]
    later = replace(PULL, number=10, merged=Merged(at=AT, by=1, tree=other))
    assert list(unconfirmed(2025, TREE, confirmed(2025, [PULL, later], [verdict(), verdict(pull=10)]))) == []


@pytest.mark.parametrize(
    ("pull", "said"),
    [
        (PULL, verdict(Outcome.TERLALU_DINI)),
        (PULL, verdict(Outcome.GALAT)),
        (PULL, verdict(pull=8)),
        (replace(PULL, merged=None), verdict()),
        (replace(PULL, paths=frozenset({FIRST})), verdict()),
    ],
)
def test_nothing_else_confirms(pull: Pull, said: Verdict) -> None:
    assert confirmed(2025, [pull], [said]) == {}
    assert list(unconfirmed(2025, TREE, {})) == [NAME]


def test_what_is_left_out_is_named_with_its_repair() -> None:
    said = str(LeftOut(NAME))
    assert said.startswith(f"{NAME} tidak ditampilkan: ")
    assert said.endswith(".")
