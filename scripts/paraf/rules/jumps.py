"""Figures of the data that are a digit, or a thousand times, away from the figure beside them."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct

from paraf.door.decode import Route
from paraf.finding import Place, Severity
from paraf.laporan.budget import AMOUNTS, Budget, Item
from paraf.laporan.numbers import write_number
from paraf.laporan.performance import QUARTERS, Measure, Performance
from paraf.rules.grouping import tenfold, thousandfold

_JUMP = 8


class Jump(Struct, frozen=True):
    """What is odd, where; a jump that may be meant weighs less."""

    place: Place
    subject: str
    message: str
    severity: Severity | None = None


def lost_digits(budget: Budget, over: bool) -> Iterator[Jump]:
    """Rows larger than the one they lie in, and neighbours that are a digit apart; ``over``: the year has ended."""
    pairs = [("pagu_murni", "pagu_perubahan"), *([("pagu_perubahan", "realisasi")] if over else [])]
    for item in budget.rows:
        yield from _children(item)
        for pair in pairs if not item.children else ():
            small, large = sorted(pair, key=lambda name: item.written.get(name, Decimal(0)))
            if small in item.written and tenfold(item.written[small], item.written[large]):
                message = f"{small} kira-kira sepersepuluh {large}; satu digit mungkin hilang atau berlebih."
                yield Jump(item.cells[small].place, f"{item.code} {item.name}", message, Severity.SEBAIKNYA)


def _children(item: Item) -> Iterator[Jump]:
    for name, written in item.written.items() if item.children else ():
        for child in item.children:
            amount = getattr(child.money, name)
            if amount > written:
                message = (
                    f"{name} {write_number(amount)} lebih besar daripada {write_number(written)} pada {item.code}."
                )
                yield Jump(child.cells[name].place, f"{child.code} {child.name}", message)


def lost_commas(performance: Performance) -> Iterator[Jump]:
    """Percentages and indices far above anything that is aimed at."""
    for measure in performance.measures.values():
        ceiling = max(measure.target.high, measure.plan.high) * _JUMP
        if not (measure.unit.percent or measure.unit.plain) or measure.form.arah == "turun" or ceiling <= 0:
            continue
        for name, value in zip(QUARTERS, measure.quarters, strict=True):
            if value is not None and value > ceiling:
                place = performance.source.place(*measure.route, "realisasi", name)
                message = f"Realisasi {write_number(value)} jauh di atas target; komanya mungkin hilang."
                yield Jump(place, measure.id, message)


def thousands_in_rows(budget: Budget) -> Iterator[Jump]:
    """Amounts of one row in different units."""
    for item in budget.rows:
        given = [name for name in AMOUNTS if item.written.get(name)]
        for one, other in pairwise(given):
            if thousandfold(item.written[one], item.written[other]):
                message = f"{other} berselisih ribuan kali dari {one} pada baris yang sama."
                yield Jump(item.cells[other].place, f"{item.code} {item.name}", message)


def thousands_from_target(performance: Performance) -> Iterator[Jump]:
    """Quarters, earlier years and the plan's end in another unit than the year's target."""
    for measure in performance.measures.values():
        target = measure.target.high
        for route, value in _figures(measure) if not measure.unit.letters else ():
            # A first quarter may be a thousandth of the year; no quarter is a thousand years.
            if thousandfold(value, target) and (value > target or route[0] != "realisasi"):
                place = performance.source.place(*measure.route, *route)
                message = f"Angka {write_number(value)} berselisih ribuan kali dari target {write_number(target)}."
                yield Jump(place, measure.id, message, Severity.SEBAIKNYA)


def _figures(measure: Measure) -> Iterator[tuple[Route, Decimal]]:
    for name, value in zip(QUARTERS, measure.quarters, strict=True):
        if value is not None:
            yield ("realisasi", name), value
    for index, past in enumerate(measure.form.riwayat):
        yield ("riwayat", index, "realisasi"), measure.earlier[past.tahun].value
    yield ("renstra", "target"), measure.plan.high
