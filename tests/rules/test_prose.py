"""What the language rules share: own words, cells with their places, and how a better wording is told."""

import pytest

from laporan.case import base_files, facts
from paraf.rules.prose import Rewrite, before, observed, own_words, row_cells


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("a “b” c", "a     c"),
        ('a "b" c', "a     c"),
        ("a “b", "a “b"),
        ("tanpa kutipan", "tanpa kutipan"),
    ],
)
def test_quotations_are_blanked_and_nothing_moves(text: str, own: str) -> None:
    assert own_words(text) == own


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("| a | b\\|c |", [(2, "a"), (6, "b\\|c")]),
        ("a | b", [(0, "a"), (4, "b")]),
        ("a |", [(0, "a")]),
        ("| a | b", [(2, "a"), (6, "b")]),
        ("| {{ pagu() }} | b\\|", [(15, ""), (17, "b\\|")]),
    ],
)
def test_cells_know_where_they_stand(line: str, cells: list[tuple[int, str]]) -> None:
    assert [(cell.start, cell.text) for cell in row_cells(7, line)] == cells


@pytest.mark.parametrize(
    ("one", "repair", "fixed"),
    [
        (Rewrite(2, "lama", "baru", "w"), "Tulis “baru”.", True),
        (Rewrite(2, "lama", "baru", "w", sure=False), "Bila itu maksudnya, tulis “baru”.", False),
        (Rewrite(2, "12.3,4", "", "w", sure=False), "Periksa angkanya, lalu tulis seperti 1.234.567,89.", False),
    ],
)
def test_only_what_is_sure_is_offered_to_a_machine(one: Rewrite, repair: str, fixed: bool) -> None:
    chapter = facts(base_files()).report.chapters[0]
    seen = observed(chapter, 7, one, offset=3)
    assert (seen.place.line, seen.place.column, seen.repair, bool(seen.fix)) == (7, 6, repair, fixed)


def test_the_letters_before_are_few() -> None:
    assert before("x" * 100, 90, 5) == "xxxxx"
    assert before("abc", 2) == "ab"
