"""Cells of hand-written tables that hold a figure of the data."""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from paraf.finding import Place
from paraf.laporan.report import Report
from paraf.rules.figures import Value
from paraf.rules.lines import names_of
from paraf.rules.numerals import Numeral, numerals
from paraf.rules.prose import row_cells, tables

_DISTINCT = 1_000_000


class Loose(Struct, frozen=True):
    """A cell's figure with the value it equals."""

    place: Place
    text: str
    value: Value


def loose_cells(report: Report, values: Callable[[], Sequence[Value]]) -> Iterator[Loose]:
    """Cells that are plainly a figure of the data: of what their row names, or too particular to be chance.

    ``values`` are asked for only when there is a figure to compare.
    """
    names = names_of(report)
    for chapter in report.chapters:
        for block in tables(chapter):
            for number, line in enumerate(block.lines[2:], start=block.line + 2):
                figures = list(_figures(number, line))
                low = line.casefold() if figures else ""
                owners = {id_ for name, id_ in names.items() if name in low or id_ in line} if figures else set()
                for at, numeral in figures:
                    value = _equal(numeral, owners, values) if owners or _particular(numeral) else None
                    if value:
                        yield Loose(chapter.place(number, at + 1), numeral.text, value)


def _figures(number: int, line: str) -> Iterator[tuple[int, Numeral]]:
    """The cells of a row that are one figure, each with its offset in the line."""
    for cell in row_cells(number, line):
        found = list(numerals(cell.text)) if cell.text[-1:].isdigit() or cell.text.endswith("%") else []
        if len(found) == 1 and found[0].figure and found[0].text == cell.text:
            yield cell.start, found[0]


def _particular(numeral: Numeral) -> bool:
    """An amount of money or a percentage with decimals: hardly the same by chance."""
    return numeral.value >= _DISTINCT or (numeral.kind == "persen" and numeral.value % 1 != 0)


def _equal(numeral: Numeral, owners: set[str], values: Callable[[], Sequence[Value]]) -> Value | None:
    for value in values():
        money = value.kind == "rupiah" and numeral.kind in ("rupiah", "angka") and numeral.value >= _DISTINCT
        same = value.amount == numeral.value or value.text == numeral.text
        if (
            value.call
            and same
            and (money or value.kind == numeral.kind)
            and (value.owner in owners or _particular(numeral))
        ):
            return value
    return None
