"""Passages that stand twice: whole paragraphs, sentences, and long sentences nearly the same."""

import pytest

from paraf.rules.twins import LONG, SHORTEST, twins_of
from rules.speech import report_with


def text(count: int, start: int = 0) -> str:
    return " ".join(f"kata{at}" for at in range(start, start + count)) + "."


def found(*lines: str) -> list[tuple[int, bool]]:
    """How far each twin stands behind its first, and whether it is the very same."""
    chapters = report_with(*lines).report.chapters
    return [(twin.second[1] - twin.first[1], twin.exact) for twin in twins_of(chapters)]


def test_a_sentence_from_twelve_words_on() -> None:
    assert found(text(SHORTEST), "", text(SHORTEST).upper()) == [(2, True)]
    assert found(text(SHORTEST - 1), "", text(SHORTEST - 1)) == []


def test_a_paragraph_is_told_once_at_its_beginning() -> None:
    assert found(text(6), text(6, 6), "", text(6), text(6, 6)) == [(3, True)]
    assert found(text(SHORTEST), text(20, 20), "", text(SHORTEST), text(20, 20)) == [(3, True)]
    assert found("Satu.", "Dua.", "", "Satu.", "Dua.") == []


@pytest.mark.parametrize(("at", "expected"), [(1, [(2, False)]), (LONG // 2, [(2, False)]), (LONG - 1, [(2, False)])])
def test_a_long_sentence_may_not_differ_in_one_word_only(at: int, expected: list[tuple[int, bool]]) -> None:
    words = text(LONG).split()
    words[at] = "lain"
    assert found(text(LONG), "", " ".join(words)) == expected


def test_control_two_words_of_twenty_five_make_another_sentence() -> None:
    words = text(LONG).split()
    words[3] = words[20] = "lain"
    assert found(text(LONG), "", " ".join(words)) == []
    assert found(text(LONG), "", text(LONG + 5)) == []
    assert found(text(SHORTEST), "", "lain " + text(SHORTEST)) == []


def test_many_alike_are_compared_with_a_few() -> None:
    lines = [line for at in range(40) for line in (text(6) + text(LONG, 100 * at), "")]
    assert found(*lines) == []
