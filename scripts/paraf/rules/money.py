"""Amounts of money typed into sentences, and what the budget has for them."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from msgspec import Struct

from paraf.door.regex import regex
from paraf.finding import Place
from paraf.laporan.budget import Budget, Money
from paraf.laporan.chapter import Chapter
from paraf.rules.grouping import FACTORS
from paraf.rules.heads import SCALES
from paraf.rules.tables import read_digits

_AMOUNT = regex(
    r"(?<!\w)Rp\.?\s?(?P<digits>\d[\d.,]{0,30}(?<=\d))(?:,-)?(?:\s?(?P<scale>ribu|juta|mil[iy]ar|triliun)(?:an)?\b)?",
    re.IGNORECASE,
)
_ABOUT = regex(r"\b(?:pagu|anggaran|belanja|serapan|terserap|realisasi)\b", re.IGNORECASE)
SURE, LIKELY = 4, 2
"""Significant digits that make a likeness no chance: anywhere, and where the line speaks of the budget's own totals."""


class Amount(Struct, frozen=True):
    """An amount as typed; ``line`` is the whole line without calls."""

    text: str
    value: Decimal
    place: Place
    line: str


def typed_amounts(chapter: Chapter) -> Iterator[Amount]:
    """The amounts in rupiah that stand in prose, not from a call."""
    for line in chapter.prose if "Rp" in chapter.text else ():
        for found in _AMOUNT.finditer(line.bare):
            value = read_digits(found["digits"])
            if value:
                scale = SCALES[found["scale"].casefold()] if found["scale"] else 1
                yield Amount(found[0], value * scale, chapter.place(line.number, found.start() + 1), line.bare)


class Amounts:
    """Every amount of the budget: the totals of all and of the goals, and the rows."""

    def __init__(self, budget: Budget) -> None:
        self.totals = _values(_wholes(budget))
        self.every = self.totals | _values([row.money for row in budget.rows])

    def factor(self, amount: Amount) -> Decimal | None:
        """The amount of the budget that is a thousand or a million times this one, or the other way round."""
        if amount.value in self.every:
            return None
        for factor in FACTORS:
            for meant in (amount.value * factor, amount.value / factor):
                total = meant in self.totals and bool(_ABOUT.search(amount.line))
                if meant in self.every and _significant(meant) >= (LIKELY if total else SURE):
                    return meant
        return None


def replaced(budget: Budget) -> Mapping[Decimal, Decimal]:
    """The ceilings of all and of every goal that the change replaced, and what they became."""
    wholes = _wholes(budget)
    current = {money.pagu_perubahan for money in wholes}
    return {money.pagu_murni: money.pagu_perubahan for money in wholes if money.pagu_murni not in current}


def _wholes(budget: Budget) -> list[Money]:
    goals = sorted({row.goal for row in budget.rows if row.goal})
    return [budget.money, *(budget.of(goal) for goal in goals)]


def _values(amounts: list[Money]) -> frozenset[Decimal]:
    every = {
        value
        for money in amounts
        for value in (money.pagu_murni, money.pagu_perubahan, money.realisasi, money.pagu_perubahan - money.realisasi)
    }
    return frozenset(every - {Decimal(0)})


def _significant(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)
