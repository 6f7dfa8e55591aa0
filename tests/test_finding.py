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


def test_two_repairs_of_one_word_are_both_made_where_their_letters_do_not_touch() -> None:
    gap, groups = fix(1, 1, "Rp. 1,250,000", "Rp1,250,000"), fix(1, 5, "1,250,000", "1.250.000")
    assert repaired("Rp. 1,250,000", [groups, gap]) == ("Rp1.250.000", (gap, groups))
    assert repaired("ab", [fix(1, 1, "a", "x"), fix(1, 2, "b", "y")])[0] == "xy"


def test_the_first_of_two_that_touch_is_made() -> None:
    one, other = fix(1, 1, "abc", "xyz"), fix(1, 2, "bcd", "")
    assert repaired("abcd", [other, one]) == ("xyzd", (one,))
    assert repaired("ke 2", [fix(1, 3, "", "-"), fix(1, 3, "", "+")])[0] == "ke+ 2"


def test_a_name_does_nothing_to_a_terminal() -> None:
    assert str(Place("docs/a\x1b[31m\nb\udcff.md", 1, 2)) == "docs/a?[31m?b?.md:1:2"
