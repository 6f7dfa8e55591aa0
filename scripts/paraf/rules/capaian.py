"""Written capaian, reckoned again from the target and realisasi beside it, or from the data where the row names its indicator."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from itertools import product

from msgspec import Struct

from paraf.laporan.forms.performance import Direction, Reaching
from paraf.laporan.formulas import FORMULAS, HUNDRED, Target, achieved, mean
from paraf.laporan.performance import Measure
from paraf.rules.grouping import slipped
from paraf.rules.reckoning import Doubt, Verdict, beside, fits, fits_mean, label, spread, year_of
from paraf.rules.tables import Cell, HandTable, Row, at, unmeasured

Pair = tuple[Direction, Reaching]
PAIRS: tuple[Pair, ...] = (("naik", "biasa"), ("turun", "selisih"), ("turun", "terbalik"))


def capaian_doubts(year: int, table: HandTable) -> Iterator[Doubt]:
    """Every capaian of a table that does not fit; ``year`` is the report's."""
    for column in table.columns("capaian"):
        about = year_of(table, column, year)
        targets, values = beside(table, "target", column), beside(table, "realisasi", column)
        for row in table.body if about else ():
            written = at(row, column)
            if written and written.value is not None:
                found = _Case(row, written, at(row, targets), at(row, values), about == year, about).doubt()
                yield from [found] if found else []
        yield from _means(table, column, values)


class _Case(Struct, frozen=True):
    """One written capaian with what stands beside it."""

    row: Row
    written: Cell
    target: Cell | None
    value: Cell | None
    current: bool
    year: int | None

    def doubt(self) -> Doubt | None:
        """What is wrong with it; ``None`` when it fits, or when nothing is there to reckon it from."""
        measure = self.row.measure
        known_target, known = self._known(measure)
        printed = self.value.text if self.value else ""
        unknown = unmeasured(self.value) if self.value and printed else self.current and bool(measure) and known is None
        if unknown:
            return self._say(Verdict.UNMEASURED)
        target, values = self._target(measure, known_target), self._values(measure, known)
        if target is None or values is None:
            return None
        if known is not None and self.value and self.value.value is not None and slipped(self.value, known):
            return None
        if self._swapped(measure, known, known_target):
            return Doubt(Verdict.SWAPPED, self.value or self.written, label(self.row), known)
        own: Pair = (measure.form.arah, measure.form.capaian) if measure else ("naik", "biasa")
        expected = achieved(*own, target, known if known is not None and values[0] <= known <= values[1] else values[0])
        if expected is None or self._fits(own, target, values):
            return None
        others = [pair for pair in PAIRS if pair != own and self._fits(pair, target, values)]
        if others and not measure:
            return None
        say = partial(self._say, expected=expected, formula=FORMULAS[own])
        if any(direction != own[0] for direction, _ in others):
            return say(Verdict.DIRECTION)
        if self.value and self.value.value == self.written.value:
            return say(Verdict.SWAPPED)
        return say(Verdict.FORMULA)

    def _say(self, verdict: Verdict, expected: Decimal | None = None, formula: str = "") -> Doubt:
        return Doubt(verdict, self.written, label(self.row), expected, formula)

    def _known(self, measure: Measure | None) -> tuple[Target | None, Decimal | None]:
        """Target and value of the year in the data."""
        if measure is None:
            return None, None
        if self.current:
            return measure.target, measure.value
        past = measure.earlier.get(self.year or 0)
        return (past.target, past.value) if past else (None, None)

    def _target(self, measure: Measure | None, known: Target | None) -> Target | None:
        if self.target is None or not self.target.text:
            return known
        if measure and (measure.unit.letters or self.target.value is None):
            read = measure.unit.read_target(self.target.text)
            return read if isinstance(read, Target) else None
        return None if self.target.value is None else Target(self.target.value, self.target.value)

    def _values(self, measure: Measure | None, known: Decimal | None) -> tuple[Decimal, Decimal] | None:
        """The realisasi, within what its printed decimals leave open."""
        if self.value is None or not self.value.text:
            return None if known is None else (known, known)
        if measure and measure.unit.letters:
            read = measure.unit.read(self.value.text)
            return (read, read) if isinstance(read, Decimal) else None
        return None if self.value.value is None else spread(self.value, known)

    def _fits(self, pair: Pair, target: Target, values: tuple[Decimal, Decimal]) -> bool:
        cell = self.target
        aims = spread(cell) if cell and cell.value is not None and target.low == target.high == cell.value else None
        targets = [Target(aim, aim) for aim in aims] if aims else [target]
        found = [achieved(*pair, aim, value) for aim, value in product(targets, values)]
        known = [value for value in found if value is not None]
        return bool(known) and fits(self.written, min(known), max(known))

    def _swapped(self, measure: Measure | None, value: Decimal | None, target: Target | None) -> bool:
        """The realisasi beside it is the capaian that the data give."""
        if not measure or value is None or target is None or not self.value or self.value.value is None:
            return False
        computed = measure.capaian_of(value, target)
        return computed is not None and fits(self.value, computed) and not fits(self.value, value)


def _means(table: HandTable, column: int, values: int | None) -> Iterator[Doubt]:
    """Rows that say they are the mean: what is not measured is no part of it."""
    above: list[Row] = []
    for row in table.rows:
        above += [row] if row.kind == "isi" else []
        written = at(row, column)
        if row.kind != "rata-rata" or not written or written.value is None:
            continue
        every = [cell for one in above if (cell := at(one, column)) and cell.value is not None]
        known = [cell for cell, one in zip(every, _with(above, column), strict=True) if not _silent(at(one, values))]
        average = mean(cell.value for cell in known)
        if average is None or fits_mean(written, known):
            continue
        total, missing = average * len(known), len(above) - len(known)
        counted = missing and any(fits(written, (total + missing * one) / len(above)) for one in (HUNDRED, Decimal(0)))
        verdict = Verdict.UNMEASURED if counted or fits_mean(written, every) else Verdict.FORMULA
        yield Doubt(verdict, written, label(row), average, "jumlah capaian ÷ banyaknya indikator yang terukur")


def _with(rows: list[Row], column: int) -> list[Row]:
    return [row for row in rows if (cell := at(row, column)) and cell.value is not None]


def _silent(cell: Cell | None) -> bool:
    return cell is not None and unmeasured(cell)
