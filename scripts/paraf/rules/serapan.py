"""Written absorption, and percentages in rows of totals, reckoned again: a ratio of sums, against the ceiling that counts."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

from paraf.laporan.budget import Budget, Money
from paraf.laporan.forms.performance import Edition
from paraf.laporan.formulas import share
from paraf.rules.grouping import slipped
from paraf.rules.reckoning import Doubt, Verdict, beside, fits, fits_mean, label, spread
from paraf.rules.sums import body_sum
from paraf.rules.tables import Cell, HandTable, Row, at, figure

_FORMULA = "realisasi ÷ pagu × 100%"


def serapan_doubts(budget: Budget | None, table: HandTable) -> Iterator[Doubt]:
    """Every absorption of a table that does not fit, and every total of percentages that is a mean."""
    for column in table.columns("serapan"):
        reader = _Column(budget, table, beside(table, "belanja", column))
        above: list[Cell] = []
        for row in table.rows:
            written = at(row, column)
            if written and written.value is not None:
                found = reader.doubt(row, written, above)
                yield from [found] if found else []
                above += [written] if row.kind == "isi" else []
    for column in table.columns("capaian"):
        yield from _totals(table, column)


class _Column:
    """A column of absorption with the columns of money that it is reckoned from."""

    def __init__(self, budget: Budget | None, table: HandTable, spent: int | None) -> None:
        self.budget, self.table, self.spent = budget, table, spent
        self.edition: Edition = budget.edition if budget else "perubahan"
        self.ceilings = [index for index, head in enumerate(table.heads) if head.kind == "pagu" and not head.part]

    def doubt(self, row: Row, written: Cell, above: Sequence[Cell]) -> Doubt | None:
        """What is wrong with one of its figures; ``above`` are those of the rows above."""
        known = money_of(self.budget, row, [figure(row, index) for index in self.ceilings])
        part, right = self._part(row, known), self._ceiling(row, known)
        if part is None or right is None:
            return None
        if is_share(written, part, right):
            if not known or not self._superseded(known):
                return None
            ratio = share(known.realisasi, known.pagu(self.edition))
            return Doubt(Verdict.EDITION, written, label(row), ratio, _FORMULA)
        if self._neighbour_is_wrong(row, written, part, right, known):
            return None
        verdict = Verdict.FORMULA
        if row.kind != "isi" and fits_mean(written, above):
            verdict = Verdict.AVERAGE
        elif any(is_share(written, part, other) for other in self._others(row, known)):
            verdict = Verdict.EDITION
        return Doubt(verdict, written, label(row), ratio_of(part, right), _FORMULA)

    def _part(self, row: Row, known: Money | None) -> Cell | None:
        """What was spent, as printed; from the data where the table has no such columns."""
        cell = at(row, self.spent)
        if cell and cell.value is not None:
            return cell
        return _cell(row, known.realisasi) if known and not self.ceilings else None

    def _ceiling(self, row: Row, known: Money | None) -> Cell | None:
        """The ceiling that a row's absorption is to be reckoned against."""
        cells = {index: cell for index in self.ceilings if (cell := at(row, index)) and cell.value}
        named = [cell for index, cell in cells.items() if self.table.heads[index].edition == self.edition]
        if not self.ceilings and known and known.pagu(self.edition):
            return _cell(row, known.pagu(self.edition))
        only = list(cells.values()) if len(cells) == 1 else []
        return next(iter([*named, *only]), None)

    def _others(self, row: Row, known: Money | None) -> Iterator[Cell]:
        """Every ceiling it may have been reckoned against instead."""
        yield from (cell for index in self.ceilings if (cell := at(row, index)) and cell.value is not None)
        yield from (_cell(row, value) for value in (known.pagu_murni, known.pagu_perubahan)) if known else ()

    def _superseded(self, known: Money) -> bool:
        """Whether the table shows just the edition that no longer counts."""
        named = {self.table.heads[index].edition for index in self.ceilings}
        return named == {"murni"} and self.edition == "perubahan" and known.pagu_murni != known.pagu_perubahan

    def _neighbour_is_wrong(self, row: Row, written: Cell, part: Cell, right: Cell, known: Money | None) -> bool:
        """Whether the figure beside it is a slip, or the total under it no sum: rules of their own say so."""
        if known and (slipped(part, known.realisasi) or slipped(right, known.pagu(self.edition))):
            return True
        if row.kind != "jumlah" or self.spent is None or len(self.ceilings) != 1:
            return False
        spent, whole = body_sum(self.table, self.spent), body_sum(self.table, self.ceilings[0])
        return is_share(written, _cell(row, spent), _cell(row, whole))


def _cell(row: Row, value: Decimal) -> Cell:
    return Cell("", row.cells[0].place, value)


def money_of(budget: Budget | None, row: Row, printed: Sequence[Decimal | None]) -> Money | None:
    """What the data know about a row: a line of the budget, a goal, or the whole where the row repeats its ceiling."""
    if budget is None:
        return None
    if row.item:
        return row.item.money
    if row.aim:
        return budget.of(row.aim.id)
    whole = budget.money
    total = row.kind == "jumlah" and any(value in (whole.pagu_murni, whole.pagu_perubahan) for value in printed)
    return whole if total else None


def is_share(written: Cell, part: Cell, whole: Cell) -> bool:
    """Whether a printed percentage is the share of two printed amounts, as far as their decimals go."""
    found = [share(one, other) for one, other in product(spread(part), spread(whole))]
    known = [value for value in found if value is not None]
    return bool(known) and fits(written, min(known), max(known))


def _totals(table: HandTable, column: int) -> Iterator[Doubt]:
    """A total's capaian where target and realisasi are totals too."""
    targets, values = beside(table, "target", column), beside(table, "realisasi", column)
    above: list[Cell] = []
    for row in table.rows:
        written, target, value = at(row, column), at(row, targets), at(row, values)
        if not written or written.value is None:
            continue
        if row.kind == "isi":
            above.append(written)
        elif row.kind == "jumlah" and target and value and target.value and value.value is not None:
            wrong = not is_share(written, value, target) and fits_mean(written, above)
            formula = "jumlah realisasi ÷ jumlah target × 100%"
            yield from [Doubt(Verdict.AVERAGE, written, label(row), ratio_of(value, target), formula)] if wrong else []


def ratio_of(part: Cell, whole: Cell) -> Decimal | None:
    """The share of two printed amounts in percent."""
    assert part.value is not None
    assert whole.value is not None
    return share(part.value, whole.value)
