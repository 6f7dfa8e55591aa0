"""Figures of tables written by hand beside the figures of the data that they repeat."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from msgspec import Struct

from paraf.laporan.forms.performance import Edition
from paraf.laporan.formulas import Target
from paraf.laporan.report import Report
from paraf.rules.heads import Kind
from paraf.rules.reckoning import fits, year_of
from paraf.rules.serapan import money_of
from paraf.rules.tables import Cell, HandTable, Row, at, figure


class Repeated(Struct, frozen=True):
    """A printed figure and what the data say for its row and column: by edition, or one value under ``None``."""

    table: HandTable
    row: Row
    column: int
    cell: Cell
    kind: Kind
    data: Mapping[Edition | None, Decimal]

    @property
    def value(self) -> Decimal:
        """The printed figure."""
        return self.cell.value or Decimal(0)

    @property
    def right(self) -> bool:
        """Whether the data have this very figure."""
        return any(fits(self.cell, value) for value in self.data.values())


def repeated(report: Report, table: HandTable) -> Iterator[Repeated]:
    """Every figure of a table that the data have too."""
    for column, head in enumerate(table.heads):
        about = None if head.part else year_of(table, column, report.year)
        if about is None or head.kind not in ("target", "realisasi", "pagu", "belanja"):
            continue
        for row in table.rows:
            cell = at(row, column)
            if cell is None or cell.value is None:
                continue
            if head.kind in ("pagu", "belanja"):
                data = _money(report, table, row, head.kind) if about == report.year else {}
            else:
                data = _measured(report, row, head.kind, about)
            if data:
                yield Repeated(table, row, column, cell, head.kind, data)


def _money(report: Report, table: HandTable, row: Row, kind: Kind) -> Mapping[Edition | None, Decimal]:
    ceilings = [figure(row, index) for index in table.columns("pagu")]
    money = money_of(report.budget, row, ceilings)
    if money is None:
        return {}
    return {"murni": money.pagu_murni, "perubahan": money.pagu_perubahan} if kind == "pagu" else {None: money.realisasi}


def _measured(report: Report, row: Row, kind: Kind, year: int) -> Mapping[Edition | None, Decimal]:
    measure = row.measure
    if measure is None or measure.unit.letters:
        return {}
    past = measure.earlier.get(year)
    if year != report.year:
        target, value = (past.target, past.value) if past else (None, None)
        targets: Mapping[Edition | None, Target | None] = {None: target}
    else:
        targets, value = dict(measure.targets.items()), measure.value
    if kind == "realisasi":
        return {} if value is None else {None: value}
    return {edition: aim.low for edition, aim in targets.items() if aim is not None and aim.low == aim.high}
