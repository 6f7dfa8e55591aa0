"""Percentages in tables written by hand, reckoned again: which of them fit, and what the others seem to be.

Every figure gets one verdict, so that one mistake becomes one finding (rules DAT102, DAT103, DAT105, DAT108, DAT113, DAT114).
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from enum import Enum, auto

from msgspec import Struct

from paraf.rules.tables import Cell, HandTable, Row


class Verdict(Enum):
    """What a written percentage turned out to be."""

    FORMULA = auto()
    """It follows from no formula."""
    DIRECTION = auto()
    """It follows from the formula of the other direction."""
    SWAPPED = auto()
    """It is the realisasi, or the realisasi beside it is the capaian."""
    UNMEASURED = auto()
    """There is nothing it could follow from."""
    EDITION = auto()
    """It follows from the other edition's ceiling."""
    AVERAGE = auto()
    """It is the mean of the rows above where the ratio of their sums is meant."""


class Doubt(Struct, frozen=True):
    """A percentage that does not fit; ``expected`` is what the formula gives, ``formula`` how it is printed."""

    verdict: Verdict
    cell: Cell
    subject: str
    expected: Decimal | None = None
    formula: str = ""


def reckoned(doubts: Iterable[Doubt], verdict: Verdict) -> Iterator[tuple[Doubt, Decimal]]:
    """The doubts of one kind with what the formula gives instead."""
    return ((doubt, doubt.expected) for doubt in doubts if doubt.verdict is verdict and doubt.expected is not None)


def fits(cell: Cell, low: Decimal, high: Decimal | None = None) -> bool:
    """Whether a printed figure may stand for a value, or for one within bounds."""
    assert cell.value is not None
    half = cell.step / 2
    return low - half <= cell.value <= (low if high is None else high) + half


def spread(cell: Cell, known: Decimal | None = None) -> tuple[Decimal, Decimal]:
    """What a printed figure may have been: the known value it is a rounding of, else what its decimals leave open."""
    assert cell.value is not None
    if known is not None and fits(cell, known):
        return min(known, cell.value), max(known, cell.value)
    half = Decimal(0) if cell.step == 1 else cell.step / 2
    return cell.value - half, cell.value + half


def label(row: Row) -> str:
    """What a row is about, in its own words."""
    if row.measure:
        return row.measure.id
    return next((cell.text for cell in row.cells if cell.value is None and cell.text), f"baris {row.line}")[:60]


def year_of(table: HandTable, column: int, year: int) -> int | None:
    """The year a column is about; ``None`` where the caption leaves it open."""
    said = table.heads[column].year
    if said is not None or not table.years or year in table.years:
        return said or year
    return next(iter(table.years)) if len(table.years) == 1 else None


def beside(table: HandTable, kind: str, column: int) -> int | None:
    """The column of another kind that belongs to this one: the same year in its head, and only one such."""
    year = table.heads[column].year
    found = [
        index for index, head in enumerate(table.heads) if head.kind == kind and not head.part and head.year == year
    ]
    return found[0] if len(found) == 1 else None


def fits_mean(cell: Cell, parts: Sequence[Cell]) -> bool:
    """Whether a printed figure is the plain mean of others, as far as their printed decimals go."""
    values = [part.value for part in parts if part.value is not None]
    if not values:
        return False
    average, slack = sum(values, Decimal(0)) / len(values), max(part.step for part in parts) / 2
    return fits(cell, average - slack, average + slack)
