"""Every figure of the data, with a name that two states share: what can be said to have become another.

Beside the figures stand the words of the data that decide what they mean (names, units, formulas, sources).
"""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from paraf.laporan.amounts import Unit
from paraf.laporan.budget import FILE as BUDGET
from paraf.laporan.budget import Budget, Item, Money
from paraf.laporan.calls.base import Context
from paraf.laporan.calls.words import jumlah_tercapai, rata_capaian
from paraf.laporan.formulas import Target, share
from paraf.laporan.numbers import write_number, write_percent, write_rupiah
from paraf.laporan.performance import Aim, Measure, Performance
from paraf.laporan.report import PERFORMANCE
from paraf.sop.dates import write_date

Value = Decimal | Target | str
QUARTERS = ("triwulan I", "triwulan II", "triwulan III", "triwulan IV")
_WORDS = {
    "nama": "nama",
    "satuan": "satuan",
    "arah": "arah",
    "rumus": "rumus",
    "akhir_tahun": "cara menghitung setahun",
    "sumber": "sumber data",
    "penanggung_jawab": "penanggung jawab",
    "capaian": "cara menghitung capaian",
    "daftar": "daftar bukti",
    "belum_terukur": "sebab belum terukur",
    "ditegaskan": "target ditegaskan",
    "bila_target_nol": "aturan bila targetnya nol",
}
"""The words of an indicator's data, as an office calls them."""
_ROWS = Unit("baris", 0, {})
_CEILINGS = {"pagu_murni": "pagu murni", "pagu_perubahan": "pagu perubahan", "realisasi": "realisasi anggaran"}


class Fact(Struct, frozen=True, kw_only=True):
    """``subject`` and ``what`` name it, ``value`` is what is compared, ``text`` what is read, ``exact`` what tells two
    apart that are read alike. ``names`` and ``forms`` are how chapters call it and write it."""

    subject: str
    what: str
    value: Value
    text: str
    exact: str
    files: frozenset[str] = frozenset((PERFORMANCE,))
    computed: bool = False
    names: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()


Key = tuple[str, str]


def facts_of(context: Context, *, across: bool) -> dict[Key, Fact]:
    """Every fact by its key, in order; ``across`` years only what two years have in common."""
    report = context.report
    found: dict[Key, Fact] = {}
    if report.performance:
        found |= dict(_agreement(report.performance, across=across))
        for figure in (rata_capaian(context), jumlah_tercapai(context)):
            names = frozenset((figure.label, figure.label.capitalize()))
            fact = _said("Seluruh indikator", figure.label, figure.text, names)
            found["", figure.label] = replace(fact, computed=True)
    if report.budget:
        found |= dict(_budget(report.budget, across=across))
    if report.budget and report.performance:
        for aim in report.performance.aims:
            names, subject = frozenset((aim.id, aim.name)), f"Anggaran {aim.id} {aim.name}"
            for key, fact in _money(f"anggaran {aim.id}", subject, report.budget.of(aim.id), report.budget, names):
                found[key] = replace(fact, files=frozenset((PERFORMANCE, BUDGET)))
    for name, rows in report.lists.items() if not across else ():
        count = Decimal(len(rows))
        found[name, "isi"] = replace(_number(name, "isinya", count, _ROWS, frozenset()), files=frozenset((name,)))
    return found


def _agreement(performance: Performance, *, across: bool) -> Iterator[tuple[Key, Fact]]:
    for aim in performance.aims:
        for measure in aim.measures:
            names = frozenset((measure.id, measure.form.nama, f"{measure.form.nama} ({measure.form.satuan})"))
            for what, fact in _measure(measure, names, across=across):
                yield (measure.id, what), fact
    for aim in performance.aims:
        yield from _aim(aim)
    if across:
        return
    form = performance.source.value
    for edition, agreement in (("murni", form.perjanjian.murni), ("perubahan", form.perjanjian.perubahan)):
        if agreement:
            subject = f"Perjanjian kinerja {edition}"
            yield (subject, "nomor"), _said(subject, "nomor", agreement.nomor)
            yield (subject, "tanggal"), _said(subject, "tanggal", write_date(agreement.tanggal))
    yield ("skala", "dasar"), _said("Skala capaian", "dasar", form.skala.dasar)
    for band in form.skala.pita:
        yield (
            ("skala", band.sebutan),
            _said("Skala capaian", f"batas bawah {band.sebutan}", band.di_atas or "selebihnya"),
        )
    yield ("efisiensi", ""), _said("Efisiensi", "batas", form.batas_efisiensi)


def _said(subject: str, what: str, text: str, names: frozenset[str] = frozenset()) -> Fact:
    return Fact(subject=subject, what=what, value=text, text=text, exact=text, names=names, forms=frozenset((text,)))


def _aim(aim: Aim) -> Iterator[tuple[Key, Fact]]:
    names, subject = frozenset((aim.id, aim.name)), f"{aim.id} {aim.name}"
    yield (aim.id, "nama"), _said(subject, "nama", aim.name, names)
    if aim.capaian is not None:
        yield (aim.id, "capaian"), _percent(subject, "rata-rata capaian", aim.capaian, names)


def _measure(measure: Measure, names: frozenset[str], *, across: bool) -> Iterator[tuple[str, Fact]]:
    subject, unit = f"{measure.id} {measure.form.nama}", measure.unit
    for what, value in _computed(measure) if across else _figures(measure):
        yield what, _number(subject, what, value, unit, names)
    if not across:
        if measure.value is not None:
            fact = _number(subject, "realisasi setahun", measure.value, unit, names, computed=True)
            yield "realisasi setahun", fact
        for letter, points in unit.letters.items():
            yield f"nilai {letter}", _said(subject, f"nilai huruf {letter}", write_number(points))
    if measure.capaian is not None:
        yield "capaian", _percent(subject, "capaian", measure.capaian, names)
    for field in ("nama", "satuan") if across else _WORDS:
        if text := getattr(measure.form, field):
            yield f"kata {field}", _said(subject, _WORDS[field], text, names)
    if not across:
        yield from ((f"{where} {what}", _said(subject, what, text, names)) for where, what, text in _sources(measure))


def _computed(measure: Measure) -> Iterator[tuple[str, Decimal | Target]]:
    """What two years have in common."""
    yield "target", measure.target
    if measure.value is not None:
        yield "realisasi setahun", measure.value


def _figures(measure: Measure) -> Iterator[tuple[str, Decimal | Target]]:
    """Every figure that somebody typed."""
    for edition, target in measure.targets.items():
        yield f"target {edition}", target
    for noun, cells in (("target", measure.quarter_targets), ("realisasi", measure.quarters)):
        for quarter, value in zip(QUARTERS, cells, strict=True):
            if value is not None:
                yield f"{noun} {quarter}", value
    for year, past in measure.earlier.items():
        yield f"realisasi {year}", past.value
        if past.target is not None:
            yield f"target {year}", past.target
    yield f"target akhir Renstra {measure.form.renstra.tahun}", measure.plan
    if measure.national is not None:
        yield "angka nasional", measure.national


def _sources(measure: Measure) -> Iterator[tuple[str, str, str]]:
    """Where the figures beside the year's own come from."""
    national, plan = measure.form.nasional, measure.form.renstra
    yield "renstra", "dokumen Renstra", plan.dokumen
    for field, what in (("sumber", "sumber angka nasional"), ("tidak_ada", "alasan tanpa angka nasional")):
        if text := getattr(national, field):
            yield "nasional", what, text
    if national.tahun:
        yield "nasional", "tahun angka nasional", str(national.tahun)


def _number(
    subject: str, what: str, value: Decimal | Target, unit: Unit, names: frozenset[str], *, computed: bool = False
) -> Fact:
    written = unit.write(value) if isinstance(value, Decimal) else unit.write_target(value)
    ends = (value, value) if isinstance(value, Decimal) else (value.low, value.high)
    exact = " – ".join(dict.fromkeys(map(write_number, ends)))
    counted = not (unit.percent or unit.plain or unit.letters)
    said = f"{written} {unit.name}" if counted else unit.suffixed(written)
    forms = frozenset((written, unit.suffixed(written)))
    return Fact(
        subject=subject, what=what, value=value, text=said, exact=exact, computed=computed, names=names, forms=forms
    )


def _percent(subject: str, what: str, value: Decimal, names: frozenset[str]) -> Fact:
    said = write_percent(value)
    exact, forms = f"{write_number(value, 6)}%", frozenset((said,))
    return Fact(
        subject=subject, what=what, value=value, text=said, exact=exact, computed=True, names=names, forms=forms
    )


def _budget(budget: Budget, *, across: bool) -> Iterator[tuple[Key, Fact]]:
    for row in budget.items if across else budget.rows:
        for key, fact in _item(row, budget, across=across):
            yield key, replace(fact, files=frozenset((BUDGET,)))
    for key, fact in _money("anggaran", "Anggaran seluruhnya", budget.money, budget, frozenset(("anggaran", "Jumlah"))):
        yield key, replace(fact, files=frozenset((BUDGET,)))


def _item(row: Item, budget: Budget, *, across: bool) -> Iterator[tuple[Key, Fact]]:
    subject, names = f"{row.code} {row.name}", frozenset((row.code, row.name, row.name.upper()))
    if across or row.level == 0:
        yield from _money(row.code, subject, row.money, budget, names, computed=bool(row.children))
    else:
        for field, what in _CEILINGS.items():
            value = getattr(row.money, field)
            yield (row.code, field), _rupiah(subject, what, value, names, computed=bool(row.children))
    if not across:
        yield (row.code, "uraian"), _said(subject, "uraian", row.name, names)
        if row.goal:
            yield (row.code, "sasaran"), _said(subject, "sasaran yang didukung", row.goal)


def _money(
    key: str, subject: str, money: Money, budget: Budget, names: frozenset[str], *, computed: bool = True
) -> Iterator[tuple[Key, Fact]]:
    """A sum of several rows, and how much of it was spent."""
    for field, what in _CEILINGS.items():
        yield (key, field), _rupiah(subject, what, getattr(money, field), names, computed=computed)
    absorbed = share(money.realisasi, money.pagu(budget.edition))
    if absorbed is not None:
        yield (key, "serapan"), _percent(subject, "serapan", absorbed, names)


def _rupiah(subject: str, what: str, value: Decimal, names: frozenset[str], *, computed: bool) -> Fact:
    forms = frozenset((write_rupiah(value), write_number(value, 0)))
    said = write_rupiah(value)
    return Fact(
        subject=subject, what=what, value=value, text=said, exact=said, computed=computed, names=names, forms=forms
    )
