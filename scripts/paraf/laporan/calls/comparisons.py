"""Tables that set the year's result beside something else: earlier years, the plan's end, the nation, the quarters."""

from decimal import Decimal

from paraf.laporan.calls.base import Call, Context, Table
from paraf.laporan.calls.cells import (
    NONE,
    UNKNOWN,
    goal_suffix,
    left,
    measures_of,
    named,
    or_said,
    percent_cell,
    right,
    silence,
    value_cell,
)
from paraf.laporan.calls.tables import NO_INDICATOR
from paraf.laporan.forms.performance import YearRule
from paraf.laporan.performance import QUARTERS, Measure

RULES: dict[YearRule, str] = {
    "kumulatif": "jumlah semua triwulan",
    "nilai akhir": "nilai triwulan terakhir yang terisi",
    "rata-rata": "rata-rata triwulan yang terisi",
}
"""How the quarters make the year, as it is printed."""


def tabel_antar_tahun(context: Context, goal: str) -> Table:
    """Realisasi and capaian of every earlier year that is known and of this one (analysis 2)."""
    aims, now = (context.aim(goal),), context.report.year
    years = sorted({now, *(year for measure in measures_of(aims) for year in measure.earlier)})
    rows: list[tuple[str, ...]] = []
    for measure in measures_of(aims):
        values = [value_cell(measure, *_value(measure, year, now)) for year in years]
        reached = [percent_cell(*_capaian(measure, year, now)) for year in years]
        rows.append((measure.id, named(measure), *values, *reached))
    lacking = any(NONE in row for row in rows)
    notes = [f"Capaian setiap tahun dihitung dengan rumus tahun {now}."] if len(years) > 1 else []
    notes += [f"Tanda {NONE}: tidak tercatat pada data tahun itu."] if lacking else []
    notes += [] if len(years) > 1 else ["Data tahun sebelumnya belum ada."]
    return Table(
        title=f"Realisasi dan capaian antartahun{goal_suffix(aims, goal)}",
        label=f"{goal} · antartahun",
        heads=(
            "Kode",
            "Indikator",
            *(f"Realisasi {year}" for year in years),
            *(f"Capaian {year}" for year in years),
        ),
        align=(*left(2), *right(2 * len(years))),
        rows=or_said(rows, 2 + 2 * len(years), NO_INDICATOR),
        notes=tuple(notes),
    )


def _value(measure: Measure, year: int, now: int) -> tuple[Decimal | None, str]:
    """A year's value, and what to say without one."""
    if year == now:
        return measure.value, UNKNOWN
    return (measure.earlier[year].value if year in measure.earlier else None), NONE


def _capaian(measure: Measure, year: int, now: int) -> tuple[Decimal | None, str]:
    if year == now:
        return measure.capaian, silence(measure, measure.value, measure.target)
    earlier = measure.earlier.get(year)
    if earlier is None or earlier.target is None:
        return None, NONE
    return measure.capaian_of(earlier.value, earlier.target), silence(measure, earlier.value, earlier.target)


def tabel_renstra(context: Context, goal: str) -> Table:
    """Realisasi against the target at the end of the medium-term plan, with the document it stands in (analysis 3)."""
    aims, now = (context.aim(goal),), context.report.year
    rows: list[tuple[str, ...]] = []
    for measure in measures_of(aims):
        progress = None if measure.value is None else measure.capaian_of(measure.value, measure.plan)
        plan = measure.form.renstra
        rows.append(
            (
                measure.id,
                named(measure),
                value_cell(measure, measure.value),
                measure.unit.write_target(measure.plan),
                str(plan.tahun),
                plan.dokumen,
                percent_cell(progress, silence(measure, measure.value, measure.plan)),
            )
        )
    return Table(
        title=f"Realisasi tahun {now} terhadap target akhir Renstra{goal_suffix(aims, goal)}",
        label=f"{goal} · Renstra",
        heads=("Kode", "Indikator", f"Realisasi {now}", "Target akhir", "Tahun akhir", "Dokumen", "Kemajuan"),
        align=(*left(2), *right(3), *left(1), *right(1)),
        rows=or_said(rows, 7, NO_INDICATOR),
        notes=("Kemajuan dihitung dengan rumus capaian, dengan target akhir Renstra sebagai target.",) if rows else (),
    )


def tabel_nasional(context: Context, goal: str) -> Table:
    """Realisasi beside the national figure and its source, or the statement that none exists (analysis 4)."""
    aims, now = (context.aim(goal),), context.report.year
    rows: list[tuple[str, ...]] = []
    for measure in measures_of(aims):
        form = measure.form.nasional
        source = ", ".join(part for part in (form.sumber, form.tahun and str(form.tahun)) if part)
        rows.append(
            (
                measure.id,
                named(measure),
                value_cell(measure, measure.value),
                value_cell(measure, measure.national, "tidak ada"),
                form.tidak_ada or source,
            )
        )
    return Table(
        title=f"Realisasi tahun {now} dan angka nasional{goal_suffix(aims, goal)}",
        label=f"{goal} · nasional",
        heads=("Kode", "Indikator", f"Realisasi {now}", "Angka nasional", "Sumber atau keterangan"),
        align=(*left(2), *right(2), *left(1)),
        rows=or_said(rows, 5, NO_INDICATOR),
    )


def tabel_triwulan(context: Context, goal: str | None = None) -> Table:
    """Target and realisasi of the quarters, the year's value and how the quarters make it."""
    aims = context.aims(goal)
    rows: list[tuple[str, ...]] = []
    for measure in measures_of(aims):
        wanted = [value_cell(measure, cell, NONE) for cell in measure.quarter_targets]
        reached = [value_cell(measure, cell, NONE) for cell in measure.quarters]
        rule = RULES[measure.form.akhir_tahun]
        rows.append((measure.id, named(measure), "Target", *wanted, measure.unit.write_target(measure.target), ""))
        rows.append((measure.id, "", "Realisasi", *reached, value_cell(measure, measure.value), rule))
    return Table(
        title=f"Target dan realisasi triwulan tahun {context.report.year}{goal_suffix(aims, goal)}",
        label=f"{goal or 'kinerja'} · triwulan",
        heads=("Kode", "Indikator", "Uraian", *(key.upper() for key in QUARTERS), "Setahun", "Cara menghitung setahun"),
        align=(*left(3), *right(5), *left(1)),
        rows=or_said(rows, 9, NO_INDICATOR),
        notes=(f"Tanda {NONE}: belum diisi.",) if any(NONE in row for row in rows) else (),
    )


CALLS = (
    Call(
        name="tabel_antar_tahun",
        kind="tabel",
        summary="Realisasi dan capaian tahun-tahun sebelumnya dan tahun ini.",
        arguments=("sasaran",),
        example='tabel_antar_tahun("SS-1")',
        run=tabel_antar_tahun,
    ),
    Call(
        name="tabel_renstra",
        kind="tabel",
        summary="Realisasi terhadap target akhir Renstra, beserta dokumennya.",
        arguments=("sasaran",),
        example='tabel_renstra("SS-1")',
        run=tabel_renstra,
    ),
    Call(
        name="tabel_nasional",
        kind="tabel",
        summary="Realisasi dan angka nasional, atau pernyataan bahwa angkanya tidak ada.",
        arguments=("sasaran",),
        example='tabel_nasional("SS-1")',
        run=tabel_nasional,
    ),
    Call(
        name="tabel_triwulan",
        kind="tabel",
        summary="Target dan realisasi setiap triwulan, serta cara menghitung nilai setahun.",
        arguments=("sasaran?",),
        example='tabel_triwulan("SS-1")',
        run=tabel_triwulan,
    ),
)
