"""Calls that put a chart on a line of its own: a picture, its words, and the table of its figures beside it."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from paraf.laporan.calls.base import Call, Chart, Context, Picture, Table
from paraf.laporan.calls.cells import (
    NONE,
    UNFUNDED,
    UNKNOWN,
    goal_suffix,
    left,
    measures_of,
    or_said,
    percent_cell,
    right,
    rupiah_cell,
    silence,
    value_cell,
)
from paraf.laporan.calls.money_tables import NO_ROWS
from paraf.laporan.calls.tables import NO_INDICATOR
from paraf.laporan.drawing import Bar, Column, Key, Look, bars, columns, fitting, portions
from paraf.laporan.formulas import HUNDRED, Target, share
from paraf.laporan.numbers import write_percent
from paraf.laporan.performance import Measure

_REACHED, _MISSED, _UNJUDGED = "tercapai", "belum tercapai", "capaian tidak dihitung"
_LOWER = " (makin rendah makin baik)"
_CUT = 2 * HUNDRED


def grafik_capaian(context: Context, goal: str | None = None) -> Chart:
    """The capaian of a goal's indicators, or of all, against the target of 100%."""
    aims = context.aims(goal)
    title = f"Capaian indikator tahun {context.report.year}{goal_suffix(aims, goal)}"
    name = f"capaian-{goal.lower() if goal else 'semua'}"
    rows, drawn = [], []
    for measure in measures_of(aims):
        cell = percent_cell(measure.capaian, silence(measure, measure.value, measure.target))
        word = _judged(measure.capaian)
        rows.append((measure.id, measure.form.nama, cell, word))
        drawn.append(
            Bar(
                name=f"{measure.id} {measure.form.nama}",
                words=cell if measure.capaian is None else f"{cell} {word}",
                value=measure.capaian,
                look="penuh" if measure.reached else "arsir",
            )
        )
    said = [f"{bar.name} {bar.words}" for bar in drawn] or [NO_INDICATOR]
    long = [f"Batang di luar -100% sampai {write_percent(_CUT)} dipotong; angkanya tetap utuh."]
    cut = any(bar.value is not None and not -HUNDRED <= bar.value <= _CUT for bar in drawn)
    keys: list[Key] = [("tegak", "target (100%)"), ("penuh", f"target {_REACHED}"), ("arsir", f"target {_MISSED}")]
    return Chart(
        title=title,
        label=f"{goal or 'kinerja'} · grafik capaian",
        pictures=tuple(_bars(title, name, drawn or [_nothing(NO_INDICATOR)], said, keys, HUNDRED)),
        table=Table(
            title=title,
            label=f"{goal or 'kinerja'} · capaian",
            heads=("Kode", "Indikator", "Capaian", "Keterangan"),
            align=(*left(2), *right(1), *left(1)),
            rows=or_said(rows, 4, NO_INDICATOR),
            notes=tuple(long) if cut else (),
        ),
    )


def _bars(
    title: str, name: str, drawn: Sequence[Bar], said: Sequence[str], keys: Sequence[Key], tick: Decimal | None
) -> Iterator[Picture]:
    """The bars in as many pictures as they need, each with the words of its own rows (``said``, one for each bar)."""
    parts = portions(drawn)
    at = 0
    for number, part in enumerate(parts, start=1):
        some = f", bagian {number} dari {len(parts)}" if len(parts) > 1 else ""
        words = f"Grafik batang{some}. {title}: {'; '.join(said[at : at + len(part)])}."
        file = f"{name}-{number}" if number > 1 else name
        yield Picture(file, bars(title + some, words, file, part, keys, tick, drawn), words)
        at += len(part)


def _judged(capaian: Decimal | None) -> str:
    if capaian is None:
        return NONE
    return _REACHED if capaian >= HUNDRED else _MISSED


def _nothing(words: str) -> Bar:
    return Bar(name="", words=words, value=None)


def grafik_tren(context: Context, name: str) -> Chart:
    """The values of earlier years and of this one, each with its target."""
    measure, now = context.measure(name), context.report.year
    title = f"{measure.form.nama}, {min([*measure.earlier, now])}–{now}"
    title = title if measure.earlier else f"{measure.form.nama}, {now}"
    found = list(_years(measure, now))
    drawn = [column for column, _ in found]
    said = "; ".join(
        f"{column.name} {column.words}" + (f", target {target}" if target != NONE else "")
        for column, (_, target, _) in found
    )
    unit = "" if measure.unit.plain or measure.unit.letters else f", dalam {measure.form.satuan}"
    words = f"Grafik kolom. {title}{unit}: {said}."
    hidden = len(drawn) - fitting(drawn)
    file = f"tren-{name.lower()}"
    keys: list[Key] = [
        ("datar", f"target{unit}{_LOWER if measure.form.arah == 'turun' else ''}"),
        ("penuh", f"target {_REACHED}"),
        ("arsir", f"target {_MISSED}"),
    ]
    keys += [("kosong", _UNJUDGED)] if any(cells[2].startswith(_UNJUDGED) for _, cells in found) else []
    return Chart(
        title=title,
        label=f"{name} · grafik tren",
        pictures=(Picture(file, columns(title, words, file, drawn, keys), words),),
        table=Table(
            title=title,
            label=f"{name} · tren",
            heads=("Tahun", "Realisasi", "Target", "Keterangan"),
            align=(*left(1), *right(2), *left(1)),
            rows=tuple((column.name, *cells) for column, cells in found),
            notes=("Grafik hanya memuat tahun-tahun terakhir.",) if hidden > 0 else (),
        ),
    )


def _years(measure: Measure, now: int) -> Iterator[tuple[Column, tuple[str, str, str]]]:
    """Each year's column, and its cells of the table: value, target, what the two say."""
    for year in sorted(measure.earlier):
        past = measure.earlier[year]
        yield _year(measure, year, past.value, past.target)
    yield _year(measure, now, measure.value, measure.target)


def _year(
    measure: Measure, year: int, value: Decimal | None, target: Target | None
) -> tuple[Column, tuple[str, str, str]]:
    capaian = None if value is None or target is None else measure.capaian_of(value, target)
    look: Look = "kosong" if capaian is None else "penuh" if capaian >= HUNDRED else "arsir"
    cell = value_cell(measure, value)
    ticks = () if target is None else tuple(dict.fromkeys((target.low, target.high)))
    words = measure.unit.suffixed(cell) if value is not None else cell
    aimed = NONE if target is None else measure.unit.write_target(target)
    return Column(name=str(year), words=words, value=value, look=look, ticks=ticks), (
        cell,
        aimed,
        _said(measure, value, target, capaian),
    )


def _said(measure: Measure, value: Decimal | None, target: Target | None, capaian: Decimal | None) -> str:
    """What a year's value and target say together."""
    if capaian is not None or value is None:
        return UNKNOWN if value is None else _judged(capaian)
    return (
        f"{_UNJUDGED} karena targetnya tidak tercatat"
        if target is None
        else f"capaian {silence(measure, value, target)}"
    )


def grafik_serapan(context: Context) -> Chart:
    """What every program had and what it spent."""
    budget, title = context.budget, f"Pagu dan realisasi setiap program tahun {context.report.year}"
    rows, drawn, said = [], [], []
    for item in budget.items:
        ceiling, spent = item.money.pagu(budget.edition), item.money.realisasi
        absorbed = percent_cell(share(spent, ceiling), UNFUNDED)
        rows.append((item.code, item.name, rupiah_cell(ceiling), rupiah_cell(spent), absorbed))
        drawn.append(
            Bar(
                name=item.name,
                words=absorbed,
                value=max(spent, Decimal(0)),
                frame=max(ceiling, Decimal(0)),
            )
        )
        said.append(f"{item.name} Rp{rupiah_cell(spent)} dari Rp{rupiah_cell(ceiling)}, {absorbed}")
    keys: list[Key] = [("kosong", f"pagu {budget.edition}"), ("penuh", "realisasi, dengan serapannya")]
    return Chart(
        title=title,
        label="anggaran · grafik serapan",
        pictures=tuple(_bars(title, "serapan", drawn or [_nothing(NO_ROWS)], said or [NO_ROWS], keys, None)),
        table=Table(
            title=title,
            label="anggaran · program",
            heads=("Kode", "Program", f"Pagu {budget.edition} (Rp)", "Realisasi (Rp)", "Serapan"),
            align=(*left(2), *right(3)),
            rows=or_said(rows, 5, NO_ROWS),
        ),
    )


CALLS = (
    Call(
        name="grafik_capaian",
        kind="grafik",
        summary="Capaian setiap indikator terhadap target 100%: satu sasaran, atau semua.",
        arguments=("sasaran?",),
        example='grafik_capaian("SS-1")',
        run=grafik_capaian,
    ),
    Call(
        name="grafik_tren",
        kind="grafik",
        summary="Realisasi satu indikator dari tahun ke tahun, dengan targetnya.",
        arguments=("indikator",),
        example='grafik_tren("IKU-1")',
        run=grafik_tren,
    ),
    Call(
        name="grafik_serapan",
        kind="grafik",
        summary="Pagu dan realisasi setiap program.",
        arguments=(),
        example="grafik_serapan()",
        run=grafik_serapan,
    ),
)
