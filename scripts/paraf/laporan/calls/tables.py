"""Calls that put a table of the data on a line of its own."""

from decimal import Decimal

from paraf.laporan.calls.base import Align, Call, Context, Table
from paraf.laporan.forms.performance import Edition
from paraf.laporan.formulas import mean
from paraf.laporan.numbers import write_number, write_percent
from paraf.laporan.performance import Aim, Measure

UNKNOWN = "belum terukur"
NONE = "–"


def percent_cell(value: Decimal | None) -> str:
    """A percentage, or the words that it is not known."""
    return UNKNOWN if value is None else write_percent(value)


def value_cell(measure: Measure, value: Decimal | None) -> str:
    """A figure without its unit: the table has a column for that."""
    return UNKNOWN if value is None else measure.unit.write(value)


def goal_suffix(aims: tuple[Aim, ...], name: str | None) -> str:
    """What a title says about the goal it is limited to."""
    return f" sasaran {name}: {aims[0].name}" if name else " seluruh sasaran"


def tabel_pk(context: Context) -> Table:
    """The agreement: goals, indicators and targets, of both editions where there are two (Bab II)."""
    performance = context.performance
    editions: tuple[Edition, ...] = ("murni", "perubahan") if performance.edition == "perubahan" else ("murni",)
    rows = []
    for aim in performance.aims:
        for number, measure in enumerate(aim.measures):
            targets = [measure.unit.write_target(measure.targets.get(edition, measure.target)) for edition in editions]
            rows.append(
                ("" if number else f"{aim.id} {aim.name}", measure.id, measure.form.nama, measure.form.satuan, *targets)
            )
    heads = [f"Target {edition}" for edition in editions] if len(editions) > 1 else ["Target"]
    return Table(
        title=f"Perjanjian kinerja tahun {context.report.year}",
        label="perjanjian kinerja",
        heads=("Sasaran", "Kode", "Indikator", "Satuan", *heads),
        align=("kiri", "kiri", "kiri", "kiri", *_right(len(heads))),
        rows=tuple(rows),
    )


def tabel_capaian(context: Context, goal: str | None = None) -> Table:
    """Target, realisasi, capaian and the scale's word of a goal's indicators, or of all (analysis 1)."""
    aims = context.aims(goal)
    performance = context.performance
    rows = []
    for measure in (measure for aim in aims for measure in aim.measures):
        word = NONE if measure.capaian is None else performance.band(measure.capaian)
        rows.append(
            (
                measure.id,
                measure.form.nama,
                measure.form.satuan,
                measure.unit.write_target(measure.target),
                value_cell(measure, measure.value),
                percent_cell(measure.capaian),
                word,
            )
        )
    average = mean(measure.capaian for aim in aims for measure in aim.measures)
    rows.append(
        ("", "Rata-rata capaian", "", "", "", percent_cell(average), performance.band(average) if average else NONE)
    )
    unknown = [measure.id for aim in aims for measure in aim.measures if measure.capaian is None]
    notes = [f"Belum terukur, tidak dihitung dalam rata-rata: {', '.join(unknown)}."] if unknown else []
    formulas = dict.fromkeys(f"Arah {m.form.arah}: capaian = {m.formula}." for aim in aims for m in aim.measures)
    return Table(
        title=f"Target, realisasi, dan capaian tahun {context.report.year}{goal_suffix(aims, goal)}",
        label=f"{goal or 'kinerja'} · capaian",
        heads=("Kode", "Indikator", "Satuan", "Target", "Realisasi", "Capaian", "Sebutan"),
        align=("kiri", "kiri", "kiri", "kanan", "kanan", "kanan", "kiri"),
        rows=tuple(rows),
        total=True,
        notes=(*formulas, *notes),
    )


def tabel_anggaran(context: Context, goal: str | None = None) -> Table:
    """Pagu, realisasi and absorption of programs, kegiatan and sub kegiatan, with the total (III.B)."""
    budget = context.budget
    items = budget.serving(context.aim(goal).id) if goal else budget.items
    rows = []
    for item in (row for program in items for row in program.walk()):
        money = item.money
        ceiling = money.pagu(budget.edition)
        share = money.realisasi / ceiling * 100 if ceiling else None
        name = item.name if item.level else item.name.upper()
        rows.append((item.code, name, _rupiah(ceiling), _rupiah(money.realisasi), percent_cell(share)))
    ceiling = sum((item.money.pagu(budget.edition) for item in items), Decimal(0))
    spent = sum((item.money.realisasi for item in items), Decimal(0))
    share = spent / ceiling * 100 if ceiling else None
    rows.append(("", "Jumlah", _rupiah(ceiling), _rupiah(spent), percent_cell(share)))
    aims = context.aims(goal)
    heads: tuple[str, ...] = (
        "Kode",
        "Program, kegiatan, sub kegiatan",
        f"Pagu {budget.edition} (Rp)",
        "Realisasi (Rp)",
        "Serapan",
    )
    align: tuple[Align, ...] = ("kiri", "kiri", "kanan", "kanan", "kanan")
    return Table(
        title=f"Pagu dan realisasi anggaran tahun {context.report.year}{goal_suffix(aims, goal)}",
        label=f"{goal or 'anggaran'} · pagu dan realisasi",
        heads=heads,
        align=align,
        rows=tuple(rows),
        total=True,
    )


def _right(count: int) -> tuple[Align, ...]:
    return tuple("kanan" for _ in range(count))


def _rupiah(value: Decimal) -> str:
    return write_number(value, 0)


CALLS = (
    Call(
        name="tabel_pk",
        kind="tabel",
        summary="Sasaran, indikator, dan target menurut perjanjian kinerja.",
        arguments=(),
        example="tabel_pk()",
        run=tabel_pk,
    ),
    Call(
        name="tabel_capaian",
        kind="tabel",
        summary="Target, realisasi, capaian, dan sebutannya: satu sasaran, atau semua.",
        arguments=("sasaran?",),
        example='tabel_capaian("SS-1")',
        run=tabel_capaian,
    ),
    Call(
        name="tabel_anggaran",
        kind="tabel",
        summary="Pagu, realisasi, dan serapan setiap program, kegiatan, dan sub kegiatan.",
        arguments=("sasaran?",),
        example="tabel_anggaran()",
        run=tabel_anggaran,
    ),
)
