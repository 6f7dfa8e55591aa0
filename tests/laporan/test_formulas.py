"""Capaian, scale and efficiency against the worked examples of domain.md section 4."""

from decimal import Decimal

import pytest

from paraf.laporan.forms.performance import Direction, Reaching
from paraf.laporan.formulas import FORMULAS, Efficiency, Target, achieved, efficiency, mean, share, year_value
from paraf.laporan.numbers import rounded


def percent(direction: Direction, reaching: Reaching, target: str, value: str) -> str | None:
    low, _, high = target.partition(" - ")
    found = achieved(direction, reaching, Target(Decimal(low), Decimal(high or low)), Decimal(value))
    return None if found is None else str(rounded(found))


@pytest.mark.parametrize(
    ("direction", "reaching", "target", "value", "expected"),
    [
        ("naik", "biasa", "82", "84.05", "102.50"),
        ("naik", "biasa", "4", "3", "75.00"),
        ("naik", "biasa", "80", "240", "300.00"),
        ("naik", "biasa", "80", "0", "0.00"),
        ("naik", "biasa", "0", "5", None),
        ("naik", "biasa", "0", "0", None),
        ("turun", "selisih", "40", "34", "115.00"),
        ("turun", "selisih", "40", "40", "100.00"),
        ("turun", "selisih", "40", "60", "50.00"),
        ("turun", "selisih", "40", "100", "-50.00"),
        ("turun", "selisih", "40", "0", "200.00"),
        ("turun", "selisih", "0", "3", None),
        ("turun", "terbalik", "40", "50", "80.00"),
        ("turun", "terbalik", "40", "32", "125.00"),
        ("turun", "terbalik", "0", "3", "0.00"),
        ("turun", "terbalik", "40", "0", None),
        # The regulation's own examples: target 7 to 8 months, and 80 to 90.
        ("turun", "selisih", "7 - 8", "6.5", "107.14"),
        ("turun", "selisih", "7 - 8", "9", "87.50"),
        ("turun", "selisih", "7 - 8", "7.5", "100.00"),
        ("naik", "biasa", "80 - 90", "92", "102.22"),
        ("naik", "biasa", "80 - 90", "70", "87.50"),
        ("naik", "biasa", "80 - 90", "80", "100.00"),
        ("naik", "biasa", "80 - 90", "90", "100.00"),
    ],
)
def test_capaian(direction: Direction, reaching: Reaching, target: str, value: str, expected: str | None) -> None:
    assert percent(direction, reaching, target, value) == expected


def test_hitting_a_target_is_a_hundred_percent_by_every_formula() -> None:
    pairs: tuple[tuple[Direction, Reaching], ...] = (("naik", "biasa"), ("turun", "selisih"), ("turun", "terbalik"))
    assert set(pairs) == set(FORMULAS)
    assert {percent(*pair, "7", "7") for pair in pairs} == {"100.00"}


Q = tuple[str | None, ...]


@pytest.mark.parametrize(
    ("quarters", "sum_", "last", "average"),
    [
        (("8", "9", "10.5", "6.5"), "34.0", "6.5", "8.5"),
        (("8", None, "10", None), "18", "10", "9"),
        ((None, None, None, None), None, None, None),
        (("0", "0", "0", "0"), "0", "0", "0"),
    ],
)
def test_the_year_so_far(quarters: Q, sum_: str | None, last: str | None, average: str | None) -> None:
    given = [None if quarter is None else Decimal(quarter) for quarter in quarters]
    for rule, expected in (("kumulatif", sum_), ("nilai akhir", last), ("rata-rata", average)):
        found = year_value(rule, given)  # type: ignore[arg-type]
        assert found == (None if expected is None else Decimal(expected))


def test_a_mean_leaves_out_what_is_not_measured_and_is_no_ratio_of_sums() -> None:
    assert mean([Decimal(100), None, Decimal(50)]) == Decimal(75)
    assert mean([None]) is None
    assert share(Decimal(550), Decimal(1000)) == Decimal(55)
    assert share(Decimal(5), Decimal(0)) is None


@pytest.mark.parametrize(
    ("reached", "absorbed", "expected"),
    [
        ("105", "94", Efficiency.EFFICIENT),
        ("100", "95", Efficiency.FAIR),
        ("100", "94.99", Efficiency.EFFICIENT),
        ("100", "105", Efficiency.FAIR),
        ("100", "105.01", Efficiency.INEFFICIENT),
        ("99.99", "10", Efficiency.NOT_REACHED),
        (None, "90", Efficiency.UNKNOWN),
        ("100", None, Efficiency.UNKNOWN),
    ],
)
def test_efficiency_counts_only_a_reached_target(
    reached: str | None, absorbed: str | None, expected: Efficiency
) -> None:
    capaian, serapan = (None if text is None else Decimal(text) for text in (reached, absorbed))
    assert efficiency(capaian, serapan, Decimal(5)) is expected
