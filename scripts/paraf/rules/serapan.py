"""Written absorption, and percentages in rows of totals, reckoned again: a ratio of sums, against the ceiling that counts."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

from paraf.laporan.budget import Budget, Money
from paraf.laporan.formulas import share
from paraf.rules.reckoning import Doubt, Verdict, beside, fits, fits_mean, label, spread
from paraf.rules.tables import Cell, HandTable, Row, at, figure

_FORMULA = "realisasi ÷ pagu × 100%"


def serapan_doubts(budget: Budget | None, table: HandTable) -> Iterator[Doubt]:
    """Every absorption of a table that does not fit, and every total of percentages that is a mean."""
    for column in table.columns("serapan"):
        spent = beside(table, "belanja", column)
        ceilings = [index for index, head in enumerate(table.heads) if head.kind == "pagu" and not head.part]
        above: list[Cell] = []
        for row in table.rows:
            written = at(row, column)
            if written and written.value is not None:
                yield from _row(budget, table, row, written, spent, ceilings, above)
                above += [written] if row.kind == "isi" else []
    for column in table.columns("capaian"):
        yield from _totals(table, column)


def _row(
    budget: Budget | None,
    table: HandTable,
    row: Row,
    written: Cell,
    spent: int | None,
    ceilings: Sequence[int],
    above: Sequence[Cell],
) -> Iterator[Doubt]:
    known = money_of(budget, row, [figure(row, index) for index in ceilings])
    part = at(row, spent)
    if part is None or part.value is None:
        part = Cell("", written.place, known.realisasi) if known and not ceilings else None
    right, others = _ceilings(budget, table, row, ceilings, known)
    if part is None or right is None or right.value is None:
        return
    if _is_share(written, part, right):
        if budget and ceilings and known and _only_other(budget, table, ceilings, known):
            ratio = share(known.realisasi, known.pagu(budget.edition))
            yield Doubt(Verdict.EDITION, written, label(row), ratio, _FORMULA)
        return
    ratio = _ratio(part, right)
    if ratio is None:
        return
    verdict = Verdict.FORMULA
    if row.kind != "isi" and fits_mean(written, above):
        verdict = Verdict.AVERAGE
    elif any(_is_share(written, part, other) for other in others):
        verdict = Verdict.EDITION
    yield Doubt(verdict, written, label(row), ratio, _FORMULA)


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


def _ceilings(
    budget: Budget | None, table: HandTable, row: Row, columns: Sequence[int], known: Money | None
) -> tuple[Cell | None, list[Cell]]:
    """The ceiling that a row's absorption is to be reckoned against, and every other one it may have been."""
    cells = {index: cell for index in columns if (cell := at(row, index)) and cell.value is not None}
    edition = budget.edition if budget else "perubahan"
    right = next((index for index in cells if table.heads[index].edition == edition), None)
    right = next(iter(cells), None) if right is None and len(cells) == 1 else right
    others = [cell for index, cell in cells.items() if index != right]
    if known:
        place = row.cells[0].place
        others += [Cell("", place, known.pagu_murni), Cell("", place, known.pagu_perubahan)]
        if not columns:
            return Cell("", place, known.pagu(edition)), others
    return (cells[right] if right is not None else None), others


def _only_other(budget: Budget, table: HandTable, ceilings: Sequence[int], known: Money) -> bool:
    """Whether the table shows just the edition that no longer counts."""
    named = {table.heads[index].edition for index in ceilings}
    return named == {"murni"} and budget.edition == "perubahan" and known.pagu_murni != known.pagu_perubahan


def _is_share(written: Cell, part: Cell, whole: Cell) -> bool:
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
            wrong = not _is_share(written, value, target) and fits_mean(written, above)
            formula = "jumlah realisasi ÷ jumlah target × 100%"
            yield from [Doubt(Verdict.AVERAGE, written, label(row), _ratio(value, target), formula)] if wrong else []


def _ratio(part: Cell, whole: Cell) -> Decimal | None:
    assert part.value is not None
    assert whole.value is not None
    return share(part.value, whole.value)
