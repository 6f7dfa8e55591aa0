"""Which content stood at a moment, and who brought it: known for sure, told by the gate's look, or not told at all."""

from datetime import timedelta

from msgspec.structs import replace

from alur.world import START, blob
from paraf.alur.book.attested import Attested
from paraf.alur.content import Exactly, digest
from paraf.alur.facts import Merged, Pull, Span, Version

PATH = "lakip/2025/80-penutup.md"
SCOPE = Exactly(frozenset({PATH}))
MINUTE = timedelta(minutes=1)


def version(words: str, at: int | None, seen: int | None = None) -> Version:
    """A content that came at a minute, or was seen at one."""
    told, looked = (None if one is None else START + one * MINUTE for one in (at, seen))
    return Version(at=told, by=1, tree={PATH: blob(words)}, touched=frozenset({PATH}), seen=looked)


def attested(*versions: Version) -> Attested:
    return Attested.of(Pull(number=1, author=1, spans=(Span(START),), versions=versions, paths=frozenset({PATH})))


def stood(there: Attested, minute: int) -> set[str]:
    """The words that may have stood at a minute."""
    words = {digest(SCOPE, one.tree): one.tree[PATH].sha256 for one in there.versions}
    names = {blob(text).sha256: text for text in ("satu", "dua", "tiga")}
    return {names[words[one]] for one in there.contents(SCOPE, START + minute * MINUTE)}


def test_content_stands_from_its_push_on() -> None:
    there = attested(version("satu", 0), version("dua", 5))
    assert stood(there, -1) == set()
    assert stood(there, 4) == {"satu"}
    assert stood(there, 5) == {"dua"}
    assert stood(there, 9) == {"dua"}


def test_content_of_unknown_time_may_stand_since_the_one_before() -> None:
    there = attested(version("satu", 0), version("dua", None, seen=5), version("tiga", 9))
    assert stood(there, 0) == {"satu", "dua"}
    assert stood(there, 5) == {"dua"}
    assert stood(attested(version("satu", 0), version("dua", None)), 9) == {"satu", "dua"}


def test_who_filed_a_file_and_when_as_far_as_it_is_told() -> None:
    """Seen late, it stood at the latest when the next content came."""
    there = attested(version("satu", None, seen=8), version("dua", 5), version("tiga", None))
    found = {minute: [*there.filed(1, START + minute * MINUTE, PATH)] for minute in (5, 6, 8)}
    assert [len(found[minute]) for minute in (5, 6, 8)] == [3, 1, 2]
    assert [*there.filed(2, START + 5 * MINUTE, PATH)] == []
    assert [*there.filed(1, START + 5 * MINUTE, "lain.md")] == []


def test_what_the_gate_saw_only_after_the_merge_came_at_an_unknown_time() -> None:
    merged = Merged(at=START + 6 * MINUTE, by=1, tree={PATH: blob("dua")})
    for seen, minutes in ((9, (3, 5)), (6, (6,))):
        pull = replace(attested(version("satu", 0), version("dua", None, seen=seen)).pull, merged=merged)
        there = Attested.of(pull)
        assert all([*there.filed(1, START + minute * MINUTE, PATH)] for minute in minutes)
        assert bool([*there.filed(1, START + 4 * MINUTE, PATH)]) is (seen > 6)
