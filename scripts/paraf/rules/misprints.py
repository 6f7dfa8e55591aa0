"""An amount of money that is one slip of the finger away from an amount of the data."""

from collections.abc import Sequence
from decimal import Decimal

from paraf.rules.figures import Value
from paraf.rules.numerals import Numeral

_DIGITS = 4
"""So many digits before the closing zeros an amount must have; with fewer two amounts are alike by chance."""


def misprinted(number: Numeral, values: Sequence[Value]) -> Value | None:
    """The value whose digits differ in one place, in two exchanged ones, or in one left out or typed twice."""
    if number.kind != "rupiah" or number.step > 1:
        return None
    written = _digits(number.value)
    if len(written.rstrip("0")) < _DIGITS:
        return None
    for value in values:
        if value.kind == "rupiah" and value.call and _one_slip(written, _digits(value.amount)):
            return value
    return None


def _digits(amount: Decimal) -> str:
    return f"{abs(amount):.0f}"


def _one_slip(one: str, other: str) -> bool:
    if one == other or abs(len(one) - len(other)) > 1 or len(other.rstrip("0")) < _DIGITS:
        return False
    if len(one) != len(other):
        longer, shorter = sorted((one, other), key=len, reverse=True)
        return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
    differ = [at for at in range(len(one)) if one[at] != other[at]]
    if len(differ) == 1:
        return True
    first, second = differ[0], differ[-1]
    return len(differ) == 2 and second == first + 1 and one[first] == other[second] and one[second] == other[first]
