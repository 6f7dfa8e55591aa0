"""Repairs that a machine makes: every one that holds, several on a line, and nothing besides."""

import pytest

from paraf.finding import Fix, Place, repaired


def fix(line: int, column: int, old: str, new: str) -> Fix:
    return Fix(Place("x.md", line, column), old, new)


A = fix(1, 1, "analisa", "analisis")
B = fix(1, 13, "resiko", "risiko")


@pytest.mark.parametrize("fixes", [[A, B], [B, A], [A, A, B]])
def test_several_repairs_of_a_line_hold_in_any_order(fixes: list[Fix]) -> None:
    assert repaired("analisa dan resiko", fixes) == ("analisis dan risiko", (A, B))


def test_line_endings_stay_as_they_are() -> None:
    text = "a\r\nb\rc\nd"
    changed, done = repaired(text, [fix(2, 1, "b", "B"), fix(4, 1, "d", "D"), fix(1, 1, "a", "AA")])
    assert changed == "AA\r\nB\rc\nD"
    assert len(done) == 3


@pytest.mark.parametrize(
    "one", [fix(1, 2, "analisa", "x"), fix(9, 1, "a", "b"), fix(1, 90, "a", "b"), fix(2, 1, "analisa", "x")]
)
def test_a_repair_that_does_not_hold_is_left_out(one: Fix) -> None:
    assert repaired("analisa\ndata", [one]) == ("analisa\ndata", ())


def test_the_first_of_two_that_touch_is_made() -> None:
    whole, part = fix(1, 1, "Rp. 5", "Rp5"), fix(1, 3, ". ", "")
    assert repaired("Rp. 5", [part, whole]) == ("Rp5", (whole,))
    # What begins where the other ends does not touch it.
    assert repaired("ab", [fix(1, 1, "a", "x"), fix(1, 2, "b", "y")])[0] == "xy"


def test_an_insertion_is_made_once() -> None:
    assert repaired("ke 2", [fix(1, 3, "", "-"), fix(1, 3, "", "+")])[0] == "ke+ 2"
