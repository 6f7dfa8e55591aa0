"""Calls that put the agreement, its results and its scale on a line of their own, as a table."""

from collections.abc import Iterator, Sequence

from paraf.laporan.calls.base import Call, Context, Table
from paraf.laporan.calls.cells import (
    NONE,
    UNKNOWN,
    goal_suffix,
    left,
    measures_of,
    or_said,
    percent_cell,
    right,
    silence,
    silent_mean,
    value_cell,
)
from paraf.laporan.forms.performance import Edition
from paraf.laporan.formulas import mean
from paraf.laporan.numbers import write_number
from paraf.laporan.performance import Aim, Measure, Performance

NO_INDICATOR = "belum ada indikator"


def tabel_pk(context: Context) -> Table:
    """The agreement: goals, indicators and targets, of both editions where there are two (Bab II)."""
    performance = context.performance
    editions: tuple[Edition, ...] = ("murni", "perubahan") if performance.edition == "perubahan" else ("murni",)
    heads = [f"Target {edition}" for edition in editions] if len(editions) > 1 else ["Target"]
    return Table(
        title=f"Perjanjian kinerja tahun {context.report.year}",
        label="perjanjian kinerja",
        heads=("Sasaran", "Kode", "Indikator", "Satuan", *heads),
        align=(*left(4), *right(len(heads))),
        rows=tuple(row for aim in performance.aims for row in _agreed(aim, editions)),
    )


def _agreed(aim: Aim, editions: tuple[Edition, ...]) -> Iterator[tuple[str, ...]]:
    goal = f"{aim.id} {aim.name}"
    if not aim.measures:
        yield (goal, "", NO_INDICATOR, "", *("" for _ in editions))
    for number, measure in enumerate(aim.measures):
        targets = [measure.unit.write_target(measure.targets.get(edition, measure.target)) for edition in editions]
        yield ("" if number else goal, measure.id, measure.form.nama, measure.form.satuan, *targets)


def tabel_capaian(context: Context, goal: str | None = None) -> Table:
    """Target, realisasi, capaian and the scale's word of a goal's indicators, or of all (analysis 1)."""
    aims = context.aims(goal)
    performance = context.performance
    rows = []
    for measure in measures_of(aims):
        rows.append(
            (
                measure.id,
                measure.form.nama,
                measure.form.satuan,
                measure.unit.write_target(measure.target),
                value_cell(measure, measure.value),
                percent_cell(measure.capaian, silence(measure, measure.value, measure.target)),
                NONE if measure.capaian is None else performance.band(measure.capaian),
            )
        )
    average = mean(measure.capaian for measure in measures_of(aims))
    word = NONE if average is None else performance.band(average)
    total = (
        [("", "Rata-rata capaian", "", "", "", percent_cell(average, silent_mean(measures_of(aims))), word)]
        if rows
        else []
    )
    formulas = dict.fromkeys(f"Arah {m.form.arah}: capaian = {m.formula}." for m in measures_of(aims))
    return Table(
        title=f"Target, realisasi, dan capaian tahun {context.report.year}{goal_suffix(aims, goal)}",
        label=f"{goal or 'kinerja'} · capaian",
        heads=("Kode", "Indikator", "Satuan", "Target", "Realisasi", "Capaian", "Sebutan"),
        align=(*left(3), *right(3), *left(1)),
        rows=or_said([*rows, *total], 7, NO_INDICATOR),
        total=bool(rows),
        notes=(*formulas, *_left_out(list(measures_of(aims)))),
    )


def _left_out(measures: Sequence[Measure]) -> Iterator[str]:
    """Which indicators are no part of the mean and why, and the office's own rule for a target of nothing."""
    unknown = [one for one in measures if one.capaian is None]
    for reason in dict.fromkeys(silence(one, one.value, one.target) for one in unknown):
        named = ", ".join(one.id for one in unknown if silence(one, one.value, one.target) == reason)
        if reason == UNKNOWN:
            yield f"Belum terukur, tidak dihitung dalam rata-rata: {named}."
        else:
            yield f"Capaian {reason}, jadi tidak masuk rata-rata: {named}."
    for one in unknown:
        rule = (one.form.bila_target_nol or "").strip()
        if rule and not one.target.high:
            yield f"Target nol pada {one.id}: {rule.rstrip('.')}."


def tabel_skala(context: Context) -> Table:
    """The scale with bounds that leave no gap, in words, and what it rests on (domain.md 4.2)."""
    performance = context.performance
    return Table(
        title="Skala capaian kinerja",
        label="skala capaian",
        heads=("Capaian", "Sebutan"),
        align=left(2),
        rows=tuple(_bands(performance)),
        notes=(
            f"Dasar: {performance.source.value.skala.dasar.rstrip('.')}.",
            f"Capaian di atas 100% termasuk {performance.bands[0][1]}.",
        ),
    )


def _bands(performance: Performance) -> Iterator[tuple[str, str]]:
    upper = ""
    last = len(performance.bands) - 1
    for index, (bound, word) in enumerate(performance.bands):
        lower = None if bound is None or index == last else f"{write_number(bound)}%"
        if lower:
            yield (f"lebih dari {lower} sampai {upper}" if upper else f"lebih dari {lower}"), word
        else:
            yield (f"{upper} atau kurang" if upper else "semua capaian"), word
        upper = lower or upper


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
        name="tabel_skala",
        kind="tabel",
        summary="Skala capaian: batas setiap sebutan, tanpa celah.",
        arguments=(),
        example="tabel_skala()",
        run=tabel_skala,
    ),
)
