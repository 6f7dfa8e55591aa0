"""Every figure of the data with the call that prints it: what a number in a sentence is compared with."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from msgspec import Struct

from paraf.laporan.calls import figures, money, words
from paraf.laporan.calls.base import Context, Figure
from paraf.laporan.formulas import HUNDRED
from paraf.laporan.performance import QUARTERS, Aim, Measure

Sort = Literal["angka", "persen", "poin", "rupiah"]
When = int | str | None
NOUNS = {
    **{"belanja": "realisasi anggaran", "serapan": "serapan anggaran", "sisa": "sisa anggaran", "jumlah": "banyaknya"},
    **{"renstra": "target Renstra", "kemajuan": "kemajuan terhadap Renstra", "nasional": "angka nasional"},
}
"""What a sentence calls a role whose own word is too short."""
BUDGET_ROLES = ("pagu", "belanja", "sisa", "serapan")


class Value(Struct, frozen=True, kw_only=True):
    """A figure. ``owner`` is an indicator, a goal, a budget row, or ``""`` for the whole; ``unit`` its first word.

    ``call`` is what to paste; ``None`` for what the data imply but no call prints. ``when`` a year or ``TW2``.
    """

    amount: Decimal
    kind: Sort
    owner: str
    role: str
    text: str = ""
    call: str | None = None
    unit: str = ""
    when: When = None

    @property
    def paste(self) -> str:
        """The call as it stands in a chapter."""
        return f"{{{{ {self.call} }}}}"

    @property
    def label(self) -> str:
        """What it is: ``realisasi IKU-1 2024``, ``realisasi anggaran``."""
        noun = NOUNS.get(self.role, self.role)
        return " ".join(str(part) for part in (noun, self.owner, self.when) if part)

    @property
    def said(self) -> str:
        """The figure with its unit, as a sentence has it."""
        return f"{self.text} {self.unit}" if self.kind == "angka" and self.unit else self.text


def values_of(context: Context) -> tuple[Value, ...]:
    """All of them; of a report whose data cannot be read what is left."""
    found: list[Value] = []
    report = context.report
    if report.performance:
        for aim in report.performance.aims:
            for measure in aim.measures:
                found += _of_measure(context, measure)
            found += _of_aim(context, aim)
        found += _of_all(context)
    if report.budget:
        goals = report.performance.goals if report.performance else ()
        for owner in ("", *goals, *report.budget.by_code):
            found += _of_money(context, owner)
    found += (
        Value(amount=Decimal(len(rows)), kind="angka", owner=name, role="daftar") for name, rows in report.lists.items()
    )
    return tuple(found)


def _of_measure(context: Context, measure: Measure) -> Iterator[Value]:
    name, unit = measure.id, measure.unit
    kind: Sort = "persen" if unit.percent else "angka"
    word = unit.word

    def printed(role: str, call: str, figure: Figure, when: When = None, sort: Sort = kind) -> Iterator[Value]:
        if figure.amount is not None:
            known = word if sort == kind else ""
            text = figure.text
            yield Value(
                amount=figure.amount, kind=sort, owner=name, role=role, text=text, call=call, unit=known, when=when
            )

    def plain(role: str, amount: Decimal, sort: Sort = kind) -> Value:
        return Value(amount=abs(amount), kind=sort, owner=name, role=role, unit=word if sort == kind else "")

    yield from printed("realisasi", f'realisasi("{name}")', figures.realisasi(context, name))
    yield from printed("target", f'target("{name}")', figures.target(context, name))
    yield from printed("capaian", f'capaian("{name}")', figures.capaian(context, name), sort="persen")
    for key, quarter in zip(QUARTERS, measure.quarters, strict=True):
        if quarter is not None:
            when = key.upper()
            yield from printed(
                "realisasi", f'realisasi("{name}", "{when}")', figures.realisasi(context, name, when), when
            )
    for year, past in measure.earlier.items():
        yield from printed("realisasi", f'realisasi("{name}", {year})', figures.realisasi(context, name, year), year)
        if past.target:
            figure = figures.capaian(context, name, year)
            yield from printed("capaian", f'capaian("{name}", {year})', figure, year, "persen")
            yield from (plain("target", bound) for bound in (past.target.low, past.target.high))
    for edition, target in measure.targets.items():
        figure = figures.target(context, name, edition)
        yield from printed("target", f'target("{name}", "{edition}")', figure, edition)
        yield from (plain("target", bound) for bound in (target.low, target.high))
    yield from printed("renstra", f'target_renstra("{name}")', figures.target_renstra(context, name))
    progress = figures.kemajuan_renstra(context, name)
    yield from printed("kemajuan", f'kemajuan_renstra("{name}")', progress, sort="persen")
    if measure.national is not None:
        yield from printed("nasional", f'nasional("{name}")', figures.nasional(context, name))
    yield from (plain("target", target) for target in measure.quarter_targets if target is not None)
    so_far = [value for quarter in range(1, 5) if (value := measure.until(quarter)) is not None]
    yield from (plain("realisasi", value) for value in so_far)
    yield from (plain("selisih", one - other) for one, other in pairwise(so_far))
    if measure.value is not None:
        others = [measure.target.low, measure.plan.low, *([measure.national] if measure.national is not None else [])]
        others += [past.value for past in measure.earlier.values()]
        points: Sort = "poin" if unit.percent else "angka"
        yield from (plain("selisih", measure.value - other, points) for other in others)
    if measure.capaian is not None:
        yield from (plain("selisih", measure.capaian - HUNDRED, sort) for sort in ("poin", "persen"))


def _of_aim(context: Context, aim: Aim) -> Iterator[Value]:
    figure = figures.capaian(context, aim.id)
    if figure.amount is not None:
        call = f'capaian("{aim.id}")'
        yield Value(amount=figure.amount, kind="persen", owner=aim.id, role="capaian", text=figure.text, call=call)
    yield from _counts(context, aim.id)
    if context.report.budget:
        gap = money.selisih_efisiensi(context, aim.id).amount
        yield from () if gap is None else [Value(amount=abs(gap), kind="poin", owner=aim.id, role="selisih")]


def _of_all(context: Context) -> Iterator[Value]:
    performance = context.performance
    mean = words.rata_capaian(context)
    if mean.amount is not None:
        yield Value(amount=mean.amount, kind="persen", owner="", role="capaian", text=mean.text, call="rata_capaian()")
    count = words.jumlah_sasaran(context)
    yield Value(
        amount=Decimal(len(performance.aims)),
        kind="angka",
        owner="",
        role="jumlah",
        text=count.text,
        call="jumlah_sasaran()",
        unit="sasaran",
    )
    yield from _counts(context, "")
    bounds = [bound for bound, _ in performance.bands if bound is not None]
    for bound in (*bounds, performance.efficiency_limit):
        yield from (Value(amount=bound, kind=sort, owner="", role="skala") for sort in ("angka", "persen", "poin"))


def _counts(context: Context, goal: str) -> Iterator[Value]:
    calls = (words.jumlah_indikator, words.jumlah_tercapai, words.jumlah_belum_tercapai)
    argument = f'"{goal}"' if goal else ""
    for call in calls:
        figure = call(context, goal or None)
        assert figure.amount is not None
        written = f"{call.__name__}({argument})"
        yield Value(
            amount=figure.amount,
            kind="angka",
            owner=goal,
            role="jumlah",
            text=figure.text,
            call=written,
            unit="indikator",
        )


def _of_money(context: Context, owner: str) -> Iterator[Value]:
    argument = f'"{owner}"' if owner else ""
    name = owner or None
    for role, call in zip(BUDGET_ROLES, (money.pagu, money.belanja, money.sisa, money.serapan), strict=True):
        figure = call(context, name)
        if figure.amount is not None:
            kind: Sort = "persen" if role == "serapan" else "rupiah"
            written = f"{role}({argument})"
            yield Value(amount=figure.amount, kind=kind, owner=owner, role=role, text=figure.text, call=written)
            if role == "serapan":
                yield Value(amount=HUNDRED - figure.amount, kind="persen", owner=owner, role="sisa")
    now, first = money.pagu(context, name), money.pagu(context, name, "murni")
    assert now.amount is not None
    assert first.amount is not None
    written = f'pagu({argument}, "murni")' if owner else 'pagu("murni")'
    yield Value(
        amount=first.amount, kind="rupiah", owner=owner, role="pagu", text=first.text, call=written, when="murni"
    )
    yield Value(amount=abs(now.amount - first.amount), kind="rupiah", owner=owner, role="selisih")
