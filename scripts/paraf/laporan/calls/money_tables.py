"""Tables of the budget: the whole, what serves one goal, and the use of money beside what was reached."""

from collections.abc import Iterator
from decimal import Decimal

from paraf.laporan.budget import Budget, Item, Money, total
from paraf.laporan.calls.base import Call, Context, Table
from paraf.laporan.calls.cells import (
    UNFUNDED,
    goal_suffix,
    left,
    or_said,
    percent_cell,
    right,
    rupiah_cell,
    silent_mean,
)
from paraf.laporan.formulas import efficiency, share
from paraf.laporan.numbers import write_number

NO_ROWS = "belum ada anggaran"


def serving(items: tuple[Item, ...], goal: str | None) -> Iterator[tuple[Item, Money]]:
    """Every row that serves a goal, or has a row below it that does, with the money of those rows alone."""
    for item in items:
        leaves = [row for row in item.walk() if not row.children and (goal is None or row.goal == goal)]
        if leaves:
            yield item, total(row.money for row in leaves)
            yield from serving(item.children, goal)


def _amounts(budget: Budget, money: Money) -> tuple[str, str, str]:
    ceiling = money.pagu(budget.edition)
    return rupiah_cell(ceiling), rupiah_cell(money.realisasi), percent_cell(share(money.realisasi, ceiling), UNFUNDED)


def tabel_anggaran(context: Context, goal: str | None = None) -> Table:
    """Pagu, realisasi and absorption of programs, kegiatan and sub kegiatan, with the total (III.B).

    For one goal only the rows that serve it, and sums over those rows.
    """
    budget, aims = context.budget, context.aims(goal)
    rows: list[tuple[str, ...]] = [
        (item.code, item.name if item.level else item.name.upper(), *_amounts(budget, money))
        for item, money in serving(budget.items, goal)
    ]
    return Table(
        title=f"Pagu dan realisasi anggaran tahun {context.report.year}{goal_suffix(aims, goal)}",
        label=f"{goal or 'anggaran'} · pagu dan realisasi",
        heads=("Kode", "Program, kegiatan, sub kegiatan", *_heads(budget)),
        align=(*left(2), *right(3)),
        rows=or_said(_summed(rows, budget, goal), 5, NO_ROWS),
        total=bool(rows),
    )


def tabel_program(context: Context, goal: str) -> Table:
    """The programs, kegiatan and sub kegiatan that serve a goal, each by its level (analysis 7)."""
    budget, aim = context.budget, context.aim(goal)
    rows: list[tuple[str, ...]] = [
        (item.level_name.capitalize(), item.name, *_amounts(budget, money))
        for item, money in serving(budget.items, goal)
    ]
    return Table(
        title=f"Program dan kegiatan tahun {context.report.year} yang mendukung sasaran {aim.id}: {aim.name}",
        label=f"{goal} · program dan kegiatan",
        heads=("Tingkat", "Uraian", *_heads(budget)),
        align=(*left(2), *right(3)),
        rows=or_said(_summed(rows, budget, goal), 5, NO_ROWS),
        total=bool(rows),
    )


def _heads(budget: Budget) -> tuple[str, str, str]:
    return f"Pagu {budget.edition} (Rp)", "Realisasi (Rp)", "Serapan"


def _summed(rows: list[tuple[str, ...]], budget: Budget, goal: str | None) -> list[tuple[str, ...]]:
    sums: tuple[str, ...] = ("", "Jumlah", *_amounts(budget, budget.of(goal)))
    return [*rows, sums] if rows else []


def tabel_efisiensi(context: Context, goal: str | None = None) -> Table:
    """Capaian beside absorption, their difference in points, and what may be said about it (analysis 6)."""
    aims, budget, limit = context.aims(goal), context.budget, context.performance.efficiency_limit
    rows: list[tuple[str, ...]] = []
    for aim in aims:
        absorbed = budget.absorbed(aim.id)
        why = silent_mean(aim.measures)
        difference = why if aim.capaian is None else UNFUNDED
        if aim.capaian is not None and absorbed is not None:
            difference = write_number(aim.capaian - absorbed, 2)
        rows.append(
            (
                aim.id,
                aim.name,
                percent_cell(aim.capaian, why),
                percent_cell(absorbed, UNFUNDED),
                difference,
                efficiency(aim.capaian, absorbed, limit).value,
            )
        )
    return Table(
        title=f"Capaian dan serapan anggaran tahun {context.report.year}{goal_suffix(aims, goal)}",
        label=f"{goal or 'kinerja'} · efisiensi",
        heads=("Kode", "Sasaran", "Capaian", "Serapan", "Selisih (poin)", "Efisiensi"),
        align=(*left(2), *right(3), *left(1)),
        rows=tuple(rows),
        notes=_rule(limit),
    )


def _rule(limit: Decimal) -> tuple[str, ...]:
    points = write_number(limit)
    return (
        "Selisih = capaian − serapan. Efisiensi hanya dinilai bila target tercapai: "
        f"efisien bila selisihnya lebih dari {points} poin, cukup efisien bila dari -{points} sampai {points} poin, "
        "selebihnya tidak efisien.",
    )


CALLS = (
    Call(
        name="tabel_anggaran",
        kind="tabel",
        summary="Pagu, realisasi, dan serapan setiap program, kegiatan, dan sub kegiatan.",
        arguments=("sasaran?",),
        example="tabel_anggaran()",
        run=tabel_anggaran,
    ),
    Call(
        name="tabel_program",
        kind="tabel",
        summary="Program, kegiatan, dan sub kegiatan yang mendukung satu sasaran.",
        arguments=("sasaran",),
        example='tabel_program("SS-1")',
        run=tabel_program,
    ),
    Call(
        name="tabel_efisiensi",
        kind="tabel",
        summary="Capaian, serapan, selisihnya, dan sebutan efisiensinya.",
        arguments=("sasaran?",),
        example="tabel_efisiensi()",
        run=tabel_efisiensi,
    ),
)
