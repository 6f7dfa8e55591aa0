"""Capaian, scale, absorption and efficiency as the report prints them (domain.md section 4).

Nothing is capped; what cannot be computed is ``None`` and is named as such, never counted as a success.
"""

from collections.abc import Iterable
from decimal import Decimal
from enum import Enum

from msgspec import Struct

from paraf.laporan.forms.performance import Direction, Reaching, YearRule

HUNDRED = Decimal(100)


class Target(Struct, frozen=True):
    """A target, or a range of two; equal bounds are one number."""

    low: Decimal
    high: Decimal


FORMULAS = {
    ("naik", "biasa"): "realisasi ÷ target × 100%",
    ("turun", "selisih"): "(2 × target − realisasi) ÷ target × 100%",
    ("turun", "terbalik"): "target ÷ realisasi × 100%",
}
"""The formula of every permitted pair of direction and way of reckoning, as it is printed."""


def achieved(direction: Direction, reaching: Reaching, target: Target, value: Decimal) -> Decimal | None:
    """The capaian in percent; ``None`` where a division by nothing leaves no percentage to state.

    A range counts the bound that the value passes, and is fully met inside (PermenPAN-RB on SKP, domain.md 4.1).
    """
    aim = min(max(value, target.low), target.high)
    if target.low != target.high and aim == value:
        return HUNDRED
    if direction == "naik":
        return value / aim * HUNDRED if aim else None
    if reaching == "terbalik":
        return aim / value * HUNDRED if value else None
    return (2 * aim - value) / aim * HUNDRED if aim else None


def year_value(rule: YearRule, quarters: Iterable[Decimal | None]) -> Decimal | None:
    """The value of the year so far, from the quarters that have one."""
    known = [quarter for quarter in quarters if quarter is not None]
    if not known:
        return None
    if rule == "nilai akhir":
        return known[-1]
    total = sum(known, Decimal(0))
    return total if rule == "kumulatif" else total / len(known)


def mean(values: Iterable[Decimal | None]) -> Decimal | None:
    """The plain mean of what is measured."""
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) / len(known) if known else None


def share(part: Decimal, whole: Decimal) -> Decimal | None:
    """A part of a whole in percent: always a ratio of sums, never a mean of ratios."""
    return part / whole * HUNDRED if whole else None


class Efficiency(Enum):
    """What may be said about the use of money; only a target that was reached can be reached efficiently."""

    EFFICIENT = "efisien"
    FAIR = "cukup efisien"
    INEFFICIENT = "tidak efisien"
    NOT_REACHED = "belum dapat disebut efisien karena target belum tercapai"
    UNKNOWN = "belum dapat dihitung"


def efficiency(reached: Decimal | None, absorbed: Decimal | None, limit: Decimal) -> Efficiency:
    """By the difference of capaian and absorption, both in percent, against ``limit`` percent points."""
    if reached is None or absorbed is None:
        return Efficiency.UNKNOWN
    if reached < HUNDRED:
        return Efficiency.NOT_REACHED
    difference = reached - absorbed
    if difference > limit:
        return Efficiency.EFFICIENT
    return Efficiency.FAIR if difference >= -limit else Efficiency.INEFFICIENT
