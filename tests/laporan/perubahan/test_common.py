"""What two sequences have in common: right, as much as there is in short ones, the same both ways, and never slow."""

import time
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paraf.laporan.perubahan.common import MOST_CELLS, common, rising

WORDS = st.lists(st.sampled_from("abcdef"), max_size=14)
SETTINGS = settings(max_examples=150, deadline=None, derandomize=True, database=None)


def longest(one: Sequence[str], other: Sequence[str]) -> int:
    """The length of the longest common row, found the slow way."""
    if not one or not other:
        return 0
    if one[0] == other[0]:
        return 1 + longest(one[1:], other[1:])
    return max(longest(one[1:], other), longest(one, other[1:]))


@pytest.mark.parametrize(
    ("one", "other", "pairs"),
    [
        ("", "", []),
        ("abc", "", []),
        ("abc", "abc", [(0, 0), (1, 1), (2, 2)]),
        ("abc", "axc", [(0, 0), (2, 2)]),
        ("axc", "abxc", [(0, 0), (1, 2), (2, 3)]),
        ("aa", "a", [(0, 0)]),
        ("ab", "ba", [(1, 0)]),
    ],
)
def test_common(one: str, other: str, pairs: list[tuple[int, int]]) -> None:
    assert common(one, other) == pairs


@SETTINGS
@given(WORDS, WORDS)
def test_pairs_are_equal_and_rise_on_both_sides(one: list[str], other: list[str]) -> None:
    found = common(one, other)
    assert all(one[at] == other[to] for at, to in found)
    assert found == sorted(set(found))
    assert [to for _, to in found] == sorted({to for _, to in found})


@SETTINGS
@given(WORDS, WORDS)
def test_both_ways_round_it_is_the_same(one: list[str], other: list[str]) -> None:
    assert common(other, one) == [(to, at) for at, to in common(one, other)]


@SETTINGS
@given(st.lists(st.sampled_from("abc"), max_size=8), st.lists(st.sampled_from("abc"), max_size=8))
def test_of_short_ones_nothing_is_missed(one: list[str], other: list[str]) -> None:
    assert len(common(one, other)) == longest(one, other)


def test_long_ones_are_held_by_what_occurs_once() -> None:
    one = [f"w{number}" for number in range(2_000)]
    other = [word if number % 10 else f"x{number}" for number, word in enumerate(one)]
    assert len(common(one, other)) == 1_800
    assert len(one) * len(other) > MOST_CELLS


def test_a_long_stretch_without_any_hold_has_nothing_in_common() -> None:
    assert common(["a", "b"] * 200, ["b", "a"] * 200 + ["c"]) == []


@pytest.mark.parametrize(
    ("pairs", "row"),
    [([], []), ([(0, 5), (1, 1), (2, 2)], [(1, 1), (2, 2)]), ([(0, 2), (1, 1), (2, 0)], [(2, 0)])],
)
def test_rising(pairs: list[tuple[int, int]], row: list[tuple[int, int]]) -> None:
    assert rising(pairs) == row


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (["a", "b"] * 60_000, ["b", "b", "a"] * 40_000),
        ([f"w{number % 40_000}" for number in range(120_000)], [f"w{number % 39_999}" for number in range(120_000)]),
        ([f"w{number}" for number in range(120_000)], [f"w{119_999 - number}" for number in range(120_000)]),
        (["a"] * 60 + ["x"], (["a"] * 59 + ["y"]) * 2_000),
        (
            [w for n in range(2_000) for w in ("a", "b", f"x{n}")],
            [w for n in range(2_000) for w in ("b", f"x{n}", "a")],
        ),
    ],
    ids=["two words", "periods", "backwards", "one long", "many short"],
)
def test_nothing_makes_it_slow(one: list[str], other: list[str]) -> None:
    began = time.perf_counter()
    common(one, other)
    assert time.perf_counter() - began < 5
