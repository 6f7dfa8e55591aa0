"""Calls about the budget: the whole, what serves one goal, or one row by its code."""

from decimal import Decimal

from paraf.door.keys import listing
from paraf.door.text import echo
from paraf.laporan.amounts import RUPIAH
from paraf.laporan.budget import Money
from paraf.laporan.calls.base import Call, CallError, Context, Figure
from paraf.laporan.calls.cells import NO_CEILING, silent_mean
from paraf.laporan.calls.figures import percent
from paraf.laporan.formulas import efficiency, share
from paraf.laporan.numbers import write_number, write_rupiah

EDITIONS = ("murni", "perubahan")


def rupiah(value: Decimal, label: str) -> Figure:
    """An amount of money."""
    return Figure(write_rupiah(value), label, value, RUPIAH)


def _label(noun: str, name: str | None) -> str:
    return f"{name or 'anggaran'} · {noun}"


def _money(context: Context, name: str | None) -> Money:
    """What a goal or a budget row has, or everything."""
    if name is None or not name[:1].isdigit():
        return context.budget.of(context.aim(name).id if name else None)
    row = context.budget.by_code.get(name)
    if row is None:
        raise CallError(
            f"kode rekening {echo(name)} tidak ada di data anggaran", "salin kodenya dari data/anggaran.csv"
        )
    return row.money


def pagu(context: Context, name: str | None = None, edition: str | None = None) -> Figure:
    """The ceiling that counts, or the one of an edition; ``pagu("murni")`` is everything's."""
    if name in EDITIONS and edition is None:
        name, edition = None, name
    if edition is not None and edition not in EDITIONS:
        raise CallError(f"pagu {echo(edition)} tidak dikenal", f"tulis {listing(EDITIONS)}")
    money = _money(context, name)
    if edition == "murni":
        return rupiah(money.pagu_murni, _label("pagu murni", name))
    return rupiah(money.pagu(context.budget.edition), _label(f"pagu {context.budget.edition}", name))


def belanja(context: Context, name: str | None = None) -> Figure:
    """What was spent."""
    return rupiah(_money(context, name).realisasi, _label("realisasi anggaran", name))


def sisa(context: Context, name: str | None = None) -> Figure:
    """What was left."""
    money = _money(context, name)
    return rupiah(money.pagu(context.budget.edition) - money.realisasi, _label("sisa anggaran", name))


def serapan(context: Context, name: str | None = None) -> Figure:
    """Absorption in percent."""
    money = _money(context, name)
    return percent(share(money.realisasi, money.pagu(context.budget.edition)), _label("serapan", name), NO_CEILING)


def efisiensi(context: Context, goal: str) -> Figure:
    """What may be said about a goal's use of money."""
    aim = context.aim(goal)
    found = efficiency(aim.capaian, context.budget.absorbed(goal), context.performance.efficiency_limit)
    return Figure(found.value, f"{goal} · efisiensi")


def selisih_efisiensi(context: Context, goal: str) -> Figure:
    """Capaian less absorption, in points."""
    label = f"{goal} · capaian dikurangi serapan"
    aim, absorbed = context.aim(goal), context.budget.absorbed(goal)
    reached = aim.capaian
    if reached is None or absorbed is None:
        return Figure(silent_mean(aim.measures) if reached is None else NO_CEILING, label)
    return Figure(f"{write_number(reached - absorbed, 2)} poin", label, reached - absorbed)


CALLS = (
    Call(
        name="pagu",
        kind="angka",
        summary="Pagu yang berlaku: seluruhnya, satu sasaran, atau satu kode rekening.",
        arguments=("sasaran atau kode?", "murni atau perubahan?"),
        example='pagu("SS-1")',
        run=pagu,
    ),
    Call(
        name="belanja",
        kind="angka",
        summary="Realisasi anggaran: seluruhnya, satu sasaran, atau satu kode rekening.",
        arguments=("sasaran atau kode?",),
        example='belanja("SS-1")',
        run=belanja,
    ),
    Call(
        name="sisa",
        kind="angka",
        summary="Sisa anggaran: pagu dikurangi realisasi.",
        arguments=("sasaran atau kode?",),
        example="sisa()",
        run=sisa,
    ),
    Call(
        name="serapan",
        kind="angka",
        summary="Serapan anggaran dalam persen.",
        arguments=("sasaran atau kode?",),
        example="serapan()",
        run=serapan,
    ),
    Call(
        name="efisiensi",
        kind="kata",
        summary="Sebutan efisiensi satu sasaran; efisien hanya bila targetnya tercapai.",
        arguments=("sasaran",),
        example='efisiensi("SS-1")',
        run=efisiensi,
    ),
    Call(
        name="selisih_efisiensi",
        kind="angka",
        summary="Capaian dikurangi serapan, dalam poin.",
        arguments=("sasaran",),
        example='selisih_efisiensi("SS-1")',
        run=selisih_efisiensi,
    ),
)
