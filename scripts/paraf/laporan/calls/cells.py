"""What the tables share: how a figure stands in a cell, and what stands there when it is not known."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from paraf.laporan.calls.base import Align
from paraf.laporan.formulas import Target
from paraf.laporan.numbers import write_number, write_percent
from paraf.laporan.performance import Aim, Measure

UNKNOWN = "belum terukur"
NONE = "–"
UNFUNDED = "tanpa pagu"
NO_TARGET = "tidak dihitung karena targetnya nol"
NO_RESULT = "tidak dihitung karena realisasinya nol"
NO_CEILING = "tidak dihitung karena pagunya nol"
UNCLEAR = "belum dapat dihitung"
SILENT = frozenset((UNKNOWN, NO_TARGET, NO_RESULT, NO_CEILING, UNCLEAR))
"""Everything that is said in the place of a figure."""


def percent_cell(value: Decimal | None, otherwise: str = UNKNOWN) -> str:
    """A percentage, or the words that it is not known."""
    return otherwise if value is None else write_percent(value)


def silence(measure: Measure, value: Decimal | None, target: Target) -> str:
    """Why a value has no capaian against a target: a division by nothing is no lack of measuring (domain.md 4.1)."""
    if value is None:
        return UNKNOWN
    return NO_RESULT if measure.form.capaian == "terbalik" and target.high else NO_TARGET


def silent_mean(measures: Iterable[Measure]) -> str:
    """Why no capaian of several indicators has a mean."""
    reasons = {silence(one, one.value, one.target) for one in measures} or {UNKNOWN}
    return reasons.pop() if len(reasons) == 1 else UNCLEAR


def value_cell(measure: Measure, value: Decimal | None, otherwise: str = UNKNOWN) -> str:
    """A figure without its unit: the table says that once."""
    return otherwise if value is None else measure.unit.write(value)


def rupiah_cell(value: Decimal) -> str:
    """Whole rupiah; the column's head says so."""
    return write_number(value, 0)


def goal_suffix(aims: tuple[Aim, ...], name: str | None) -> str:
    """What a title says about the goal it is limited to."""
    return f", sasaran {name}: {aims[0].name}" if name else ", seluruh sasaran"


def measures_of(aims: tuple[Aim, ...]) -> Iterator[Measure]:
    """The indicators of goals in order."""
    for aim in aims:
        yield from aim.measures


def named(measure: Measure) -> str:
    """An indicator with its unit, where a table has no room for a column of units."""
    return f"{measure.form.nama} ({measure.form.satuan})"


def right(count: int) -> tuple[Align, ...]:
    """Columns of figures."""
    return tuple("kanan" for _ in range(count))


def left(count: int) -> tuple[Align, ...]:
    """Columns of words."""
    return tuple("kiri" for _ in range(count))


def or_said(rows: Sequence[tuple[str, ...]], width: int, text: str, at: int = 1) -> tuple[tuple[str, ...], ...]:
    """The rows; where there are none, one that says so in column ``at``."""
    return tuple(rows) or (tuple(text if index == at else "" for index in range(width)),)
