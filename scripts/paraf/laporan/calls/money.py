"""Calls about the budget: the whole, or what serves one goal."""

from decimal import Decimal

from paraf.laporan.calls.base import Call, Context, Figure
from paraf.laporan.calls.figures import percent
from paraf.laporan.formulas import efficiency
from paraf.laporan.numbers import write_number, write_rupiah


def rupiah(value: Decimal, label: str) -> Figure:
    """An amount of money."""
    return Figure(write_rupiah(value), label, value)


def _label(noun: str, goal: str | None) -> str:
    return f"{goal or 'anggaran'} · {noun}"


def _goal(context: Context, goal: str | None) -> str | None:
    return context.aim(goal).id if goal else None


def pagu(context: Context, goal: str | None = None, edition: str | None = None) -> Figure:
    """The ceiling that counts, or the one of an edition."""
    money = context.budget.of(_goal(context, goal))
    if edition == "murni":
        return rupiah(money.pagu_murni, _label("pagu murni", goal))
    return rupiah(money.pagu(context.budget.edition), _label(f"pagu {context.budget.edition}", goal))


def belanja(context: Context, goal: str | None = None) -> Figure:
    """What was spent."""
    return rupiah(context.budget.of(_goal(context, goal)).realisasi, _label("realisasi anggaran", goal))


def sisa(context: Context, goal: str | None = None) -> Figure:
    """What was left."""
    money = context.budget.of(_goal(context, goal))
    return rupiah(money.pagu(context.budget.edition) - money.realisasi, _label("sisa anggaran", goal))


def serapan(context: Context, goal: str | None = None) -> Figure:
    """Absorption in percent."""
    return percent(context.budget.absorbed(_goal(context, goal)), _label("serapan", goal))


def efisiensi(context: Context, goal: str) -> Figure:
    """What may be said about a goal's use of money."""
    aim = context.aim(goal)
    found = efficiency(aim.capaian, context.budget.absorbed(goal), context.performance.efficiency_limit)
    return Figure(found.value, f"{goal} · efisiensi")


def selisih_efisiensi(context: Context, goal: str) -> Figure:
    """Capaian less absorption, in points."""
    label = f"{goal} · capaian dikurangi serapan"
    reached, absorbed = context.aim(goal).capaian, context.budget.absorbed(goal)
    if reached is None or absorbed is None:
        return Figure("belum terukur", label)
    return Figure(f"{write_number(reached - absorbed, 2)} poin", label, reached - absorbed)


CALLS = (
    Call(
        name="pagu",
        kind="angka",
        summary="Pagu yang berlaku, seluruhnya atau untuk satu sasaran.",
        arguments=("sasaran?", "murni?"),
        example='pagu("SS-1")',
        run=pagu,
    ),
    Call(
        name="belanja",
        kind="angka",
        summary="Realisasi anggaran, seluruhnya atau untuk satu sasaran.",
        arguments=("sasaran?",),
        example='belanja("SS-1")',
        run=belanja,
    ),
    Call(
        name="sisa",
        kind="angka",
        summary="Sisa anggaran: pagu dikurangi realisasi.",
        arguments=("sasaran?",),
        example="sisa()",
        run=sisa,
    ),
    Call(
        name="serapan",
        kind="angka",
        summary="Serapan anggaran dalam persen.",
        arguments=("sasaran?",),
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
