"""What stands in a pull request: late news changes nothing, and what may stand already makes the content uncertain."""

from datetime import datetime, timedelta

from alur.world import WIB, blob
from paraf.alur.content import Covered
from paraf.alur.facts import Version
from paraf.alur.standing import Standing

T = datetime(2026, 1, 5, 8, tzinfo=WIB)
NAME = "lakip/2025/nota-dinas.md"
SCOPE = Covered(2025, ("nota-dinas.md",))


def standing(*words: str) -> Standing:
    """Versions that hold these words, a minute apart."""
    versions = tuple(
        Version(at=T + number * timedelta(minutes=1), by=7, tree={NAME: blob(text)}, touched=frozenset({NAME}))
        for number, text in enumerate(words)
    )
    return Standing(versions, [SCOPE])


def test_nothing_stands_before_the_first_version() -> None:
    one = standing("a")
    assert (one.tree, one.digest(SCOPE), one.certain(SCOPE)) == ({}, "", False)


def test_an_older_version_tells_nothing_any_more() -> None:
    one = standing("a", "b")
    one.take(1, T)
    one.take(0, T + timedelta(hours=1))
    one.blur(0)
    assert (one.now, one.tree[NAME], one.since(SCOPE)) == (1, blob("b"), T)
    assert one.certain(SCOPE)


def test_what_may_stand_already_makes_other_content_uncertain() -> None:
    one = standing("a", "a", "b")
    one.take(0, T)
    one.blur(1)
    assert one.certain(SCOPE), "the same bytes"
    one.blur(2)
    assert not one.certain(SCOPE)
    one.take(1, T + timedelta(minutes=1))
    assert not one.certain(SCOPE), "the third version may still stand already"
    one.take(2, T + timedelta(minutes=2))
    assert one.certain(SCOPE)
    assert one.since(SCOPE) == T + timedelta(minutes=2)


def test_content_that_came_back_stands_anew() -> None:
    one = standing("a", "b", "a")
    one.take(0, T)
    one.take(2, T + timedelta(minutes=9))
    assert one.since(SCOPE) == T + timedelta(minutes=9)
