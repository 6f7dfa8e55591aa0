"""Figures of the data that are a digit, or a thousand times, away from the figure beside them."""

from collections.abc import Callable, Iterator

import pytest

from paraf.laporan.budget import Budget
from paraf.laporan.performance import Performance
from paraf.rules.jumps import Jump, lost_commas, lost_digits, thousands_from_target, thousands_in_rows
from rules.handmade import with_text

ROW = "300000000;320000000;301500000"
QUARTERS = '{tw1: "8", tw2: "9", tw3: "10,5", tw4: "6,5"}'


def budget(row: str, program: str = ";;") -> Budget:
    changes = [
        (ROW, row),
        ("2.16.02;Program Layanan Informasi;SS-1;;;", f"2.16.02;Program Layanan Informasi;SS-1;{program}"),
    ]
    found = with_text("", anggaran=changes).report.budget
    assert found
    return found


def places(jumps: Iterator[Jump]) -> list[tuple[int, int]]:
    return [(jump.place.line, jump.place.column) for jump in jumps]


@pytest.mark.parametrize(
    ("row", "over", "expected"),
    [
        (ROW, True, []),
        ("300000000;32000000;30150000", True, [(4, 44)]),
        ("30000000;320000000;301500000", True, [(4, 34)]),
        ("300000000;320000000;30150000", True, [(4, 54)]),
        ("300000000;320000000;30150000", False, []),
        ("300000000;320000000;", True, []),
        (";320000000;301500000", True, []),
        ("300000000;320000000;301500000000", True, []),
    ],
)
def test_neighbours_a_digit_apart(row: str, over: bool, expected: list[tuple[int, int]]) -> None:
    assert places(lost_digits(budget(row), over)) == expected


def test_a_child_is_no_larger_than_what_it_lies_in() -> None:
    (jump,) = lost_digits(budget(ROW, "50000000;;"), True)
    assert (jump.place.line, jump.subject) == (3, "2.16.02.01 Pengelolaan Layanan")
    assert jump.message == "pagu_murni 500.000.000 lebih besar daripada 50.000.000 pada 2.16.02."


def test_control_a_row_may_be_as_large_as_what_lies_in_it() -> None:
    assert places(lost_digits(budget(ROW, "500000000;500000000;472500000"), True)) == []


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (ROW, 0),
        ("300000000;320000;301500000", 2),
        ("300000000;320000000;301500", 1),
        ("300000000;;301500", 1),
        (";;", 0),
    ],
)
def test_amounts_of_one_row_in_two_units(row: str, expected: int) -> None:
    assert len(places(thousands_in_rows(budget(row)))) == expected


def performance(*changes: tuple[str, str]) -> Performance:
    found = with_text("", kinerja=changes).report.performance
    assert found
    return found


Look = Callable[[Performance], Iterator[Jump]]


@pytest.mark.parametrize(
    ("look", "changes", "expected"),
    [
        (lost_commas, [], []),
        (lost_commas, [('tw3: "81,5"', 'tw3: "815"')], [(25, 48)]),
        (lost_commas, [('tw3: "81,5"', "tw3: ")], []),
        (lost_commas, [("satuan: persen", "satuan: orang"), ('tw3: "81,5"', 'tw3: "815"')], []),
        (lost_commas, [('{murni: "80", perubahan: "82"}', '{murni: "0"}'), ('target: "85"', 'target: "0"')], []),
        (
            lost_commas,
            [("satuan: jam", "satuan: indeks"), (QUARTERS, '{tw4: "900"}')],
            [],
        ),
        (thousands_from_target, [], []),
        (thousands_from_target, [('tw3: "10,5"', 'tw3: "40000"')], [(61, 46)]),
        (thousands_from_target, [('tw3: "10,5"', 'tw3: "0,04"')], []),
        (thousands_from_target, [('tw3: "10,5"', "tw3: ")], []),
        (thousands_from_target, [('realisasi: "58"', 'realisasi: "0,058"')], [(63, 52)]),
        (thousands_from_target, [('target: "30"', 'target: "30000"')], [(65, 40)]),
    ],
)
def test_figures_far_from_their_target(
    look: Look, changes: list[tuple[str, str]], expected: list[tuple[int, int]]
) -> None:
    assert places(look(performance(*changes))) == expected
