"""Rows of totals in tables written by hand, added up again; nested rows and sums on the way count once."""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from paraf.door.regex import regex
from paraf.rules.reckoning import label
from paraf.rules.tables import Cell, HandTable, Row, at

_NOT_SUMMED = ("nomor", "kode", "nama", "satuan", "tahun", "capaian", "serapan", "persen", "rentang")
_CODE = regex(r"[0-9A-Z]+(?:\.[0-9A-Z]+)+\.?")
_NO_PARTS = regex(
    r"(?:tahun )?20\d\d|(?:s\.?d\.? )?(?:tw|triwulan|tribulan|semester|bulan)\b.*|.*\b(?:murni|perubahan|pagu|realisasi|sisa)\b.*"
    r"|(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember)\b.*",
    re.IGNORECASE,
)
"""Rows that are no parts of a whole: years, quarters, editions."""
Part = tuple[Row, Cell]


def wrong_sums(table: HandTable) -> Iterator[tuple[Cell, str, Decimal]]:
    """Totals that are no sum: the cell, what its row is called, and the sum of the rows above."""
    if not any(row.kind == "jumlah" for row in table.rows):
        return
    for column, head in enumerate(table.heads):
        if head.kind not in _NOT_SUMMED:
            yield from _column(table, column)


def _column(table: HandTable, column: int) -> Iterator[tuple[Cell, str, Decimal]]:
    every: list[Part] = []
    since: list[Part] = []
    sums: list[Part] = []
    for row in table.rows:
        cell = at(row, column)
        if cell is None or cell.value is None or cell.percent or row.kind == "rata-rata":
            continue
        if row.kind == "isi":
            every.append((row, cell))
            since.append((row, cell))
            continue
        if len(since) > 1 or len(sums) > 1:
            found = [parts for parts in (since, sums, every) if parts]
            if not any(_adds_up(cell, some) for parts in found for some in _readings(table, parts)):
                yield cell, label(row), _sum(_lowest(since or sums or every))
        sums.append((row, cell))
        since = []


def _adds_up(cell: Cell, parts: Sequence[Part]) -> bool:
    """As far as the printed decimals go; whole numbers exactly."""
    assert cell.value is not None
    slack = sum((part.step / 2 for _, part in parts if part.step != 1), cell.step / 2 if cell.step != 1 else Decimal(0))
    return bool(parts) and abs(_sum(parts) - cell.value) <= slack


def _sum(parts: Sequence[Part]) -> Decimal:
    return sum((part.value for _, part in parts if part.value is not None), Decimal(0))


def body_sum(table: HandTable, column: int) -> Decimal:
    """What the lowest rows of a column add up to."""
    parts = [(row, cell) for row in table.body if (cell := at(row, column)) and cell.value is not None]
    return _sum(_lowest(parts))


def _readings(table: HandTable, parts: Sequence[Part]) -> Iterator[Sequence[Part]]:
    """The ways a writer may have meant it: all rows, the lowest, the highest, those that stand out from the others."""
    yield parts
    yield _lowest(parts)
    codes = {_code(row) for row, _ in parts}
    yield [part for part in parts if not any(above in codes for above in _above(_code(part[0])))]
    for stands_out in (_bold(table), _capital, _lettered):
        yield [part for part in parts if stands_out(part[0])]
        yield [part for part in parts if not stands_out(part[0])]


def _lowest(parts: Sequence[Part]) -> Sequence[Part]:
    higher = {above for row, _ in parts for above in _above(_code(row))}
    return [part for part in parts if _code(part[0]) not in higher]


def _above(code: str) -> Iterator[str]:
    """``2.16`` and ``2`` for ``2.16.02``."""
    while "." in code:
        code = code.rpartition(".")[0]
        yield code


def _code(row: Row) -> str:
    return next((cell.text.rstrip(".") for cell in row.cells[:2] if _CODE.fullmatch(cell.text)), "")


def _bold(table: HandTable) -> Callable[[Row], bool]:
    chapter = table.chapter
    return lambda row: "**" in chapter.lines[row.line - chapter.first]


def _capital(row: Row) -> bool:
    return label(row).isupper()


def _lettered(row: Row) -> bool:
    """Numbered by a letter or a Roman number, where others are by figures."""
    return bool(re.fullmatch(r"[A-Z]{1,4}\.?", row.cells[0].text))


def missing_total(table: HandTable) -> str | None:
    """The head of a column of amounts that nobody added up; ``None`` where nothing is missing."""
    if any(row.kind != "isi" for row in table.rows) or any(head.kind == "tahun" for head in table.heads):
        return None
    for column in (*table.columns("pagu"), *table.columns("belanja")):
        parts = [(row, cell) for row in table.body if (cell := at(row, column)) and cell.value is not None]
        if len(parts) < 2 or any(_NO_PARTS.fullmatch(cell.text) for row, _ in parts for cell in row.cells[:2]):
            continue
        whole = max((cell for _, cell in parts), key=lambda cell: cell.value or Decimal(0))
        rest = [part for part in parts if part[1] is not whole]
        if not any(_adds_up(whole, some) for some in _readings(table, rest)):
            return table.heads[column].text
    return None
