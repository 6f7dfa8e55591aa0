"""Calls that put one figure of the agreement into a sentence."""

from decimal import Decimal

from paraf.door.text import echo
from paraf.laporan.amounts import Unit
from paraf.laporan.calls.base import Call, CallError, Context, Figure, span
from paraf.laporan.calls.cells import UNKNOWN, silence, silent_mean
from paraf.laporan.forms.performance import Edition
from paraf.laporan.formulas import Target
from paraf.laporan.numbers import write_percent
from paraf.laporan.performance import QUARTERS, Measure

PERCENT = Unit("%", 2, {})


def percent(value: Decimal | None, label: str, otherwise: str) -> Figure:
    """A percentage; why there is none is said, not left out."""
    return Figure(otherwise if value is None else write_percent(value), label, value, PERCENT)


def _written(measure: Measure, value: Decimal, label: str) -> Figure:
    return Figure(measure.unit.suffixed(measure.unit.write(value)), label, value, measure.unit)


def _aimed(measure: Measure, target: Target, label: str) -> Figure:
    single = target.low if target.low == target.high else None
    return Figure(measure.unit.suffixed(measure.unit.write_target(target)), label, single, measure.unit)


def realisasi(context: Context, name: str, when: str | int | None = None) -> Figure:
    """The year's value, a quarter's (``"TW2"``), or an earlier year's (``2024``)."""
    measure = context.measure(name)
    if when is None:
        label = f"{name} · realisasi {context.report.year}"
        return Figure(UNKNOWN, label) if measure.value is None else _written(measure, measure.value, label)
    if isinstance(when, int):
        return _written(measure, _earlier(measure, when), f"{name} · realisasi {when}")
    key = when.strip().lower().replace(" ", "")
    if key not in QUARTERS:
        raise CallError(f"triwulan “{echo(when)}” tidak dikenal", "tulis TW1, TW2, TW3, atau TW4")
    value = measure.quarters[QUARTERS.index(key)]
    if value is None:
        known = [word.upper() for word, cell in zip(QUARTERS, measure.quarters, strict=True) if cell is not None]
        raise CallError(f"realisasi {name} pada {key.upper()} belum diisi", f"yang sudah diisi: {span(known)}")
    return _written(measure, value, f"{name} · realisasi {key.upper()}")


def _earlier(measure: Measure, year: int) -> Decimal:
    if year not in measure.earlier:
        years = span(str(known) for known in sorted(measure.earlier))
        raise CallError(f"realisasi {measure.id} tahun {year} tidak ada", f"yang ada: {years}")
    return measure.earlier[year].value


def target(context: Context, name: str, edition: str | None = None) -> Figure:
    """The target that counts, or the one of an edition."""
    measure = context.measure(name)
    if edition is None:
        return _aimed(measure, measure.target, f"{name} · target {context.report.year}")
    editions: dict[str, Edition] = {"murni": "murni", "perubahan": "perubahan"}
    if edition not in editions or editions[edition] not in measure.targets:
        raise CallError(f"target {echo(edition)} {name} tidak ada", f"yang ada: {span(measure.targets)}")
    return _aimed(measure, measure.targets[editions[edition]], f"{name} · target {edition}")


def capaian(context: Context, name: str, year: int | None = None) -> Figure:
    """The capaian of an indicator or, for a goal, the mean of its indicators; of this year or an earlier one."""
    if name in context.performance.goals:
        aim = context.aim(name)
        return percent(aim.capaian, f"{name} · rata-rata capaian", silent_mean(aim.measures))
    measure = context.measure(name)
    if year is None:
        why = silence(measure, measure.value, measure.target)
        return percent(measure.capaian, f"{name} · capaian", why)
    value, past = _earlier(measure, year), measure.earlier[year].target
    if past is None:
        raise CallError(f"target {name} tahun {year} tidak ada", "isi target pada riwayat tahun itu")
    return percent(measure.capaian_of(value, past), f"{name} · capaian {year}", silence(measure, value, past))


def predikat(context: Context, name: str) -> Figure:
    """The scale's word for a capaian."""
    found = capaian(context, name)
    word = found.text if found.amount is None else context.performance.band(found.amount)
    return Figure(word, f"{name} · predikat")


def nama(context: Context, name: str) -> Figure:
    """The name as the agreement has it."""
    if name in context.performance.goals:
        return Figure(context.aim(name).name, f"{name} · nama")
    return Figure(context.measure(name).form.nama, f"{name} · nama")


def satuan(context: Context, name: str) -> Figure:
    """The unit."""
    return Figure(context.measure(name).form.satuan, f"{name} · satuan")


def target_renstra(context: Context, name: str) -> Figure:
    """The target at the end of the plan."""
    measure = context.measure(name)
    return _aimed(measure, measure.plan, f"{name} · target Renstra {measure.form.renstra.tahun}")


def kemajuan_renstra(context: Context, name: str) -> Figure:
    """This year's value against the plan's end, by the indicator's formula."""
    measure = context.measure(name)
    value = None if measure.value is None else measure.capaian_of(measure.value, measure.plan)
    why = silence(measure, measure.value, measure.plan)
    return percent(value, f"{name} · kemajuan terhadap Renstra", why)


def nasional(context: Context, name: str) -> Figure:
    """The national figure."""
    measure = context.measure(name)
    if measure.national is None:
        raise CallError(f"{name} tidak mempunyai angka nasional", f"tulis: {measure.form.nasional.tidak_ada}")
    return _written(measure, measure.national, f"{name} · nasional {measure.form.nasional.tahun or ''}".rstrip())


def perubahan(context: Context, name: str, year: int) -> Figure:
    """How the value moved since an earlier year, in words: points for percentages and indices."""
    measure = context.measure(name)
    label = f"{name} · perubahan sejak {year}"
    if measure.value is None:
        return Figure(UNKNOWN, label)
    difference = measure.value - _earlier(measure, year)
    if not difference:
        return Figure("tetap", label, difference)
    written = Unit(measure.unit.name, measure.unit.places, {}).write(abs(difference))
    unit = "poin" if measure.unit.percent or measure.unit.plain or measure.unit.letters else measure.form.satuan
    return Figure(f"{'naik' if difference > 0 else 'turun'} {written} {unit}", label, difference)


CALLS = (
    Call(
        name="realisasi",
        kind="angka",
        summary="Realisasi satu indikator: setahun, satu triwulan, atau tahun sebelumnya.",
        arguments=("indikator", "triwulan atau tahun?"),
        example='realisasi("IKU-1")',
        run=realisasi,
    ),
    Call(
        name="target",
        kind="angka",
        summary="Target yang berlaku, atau target murni dan perubahan.",
        arguments=("indikator", "murni atau perubahan?"),
        example='target("IKU-1")',
        run=target,
    ),
    Call(
        name="capaian",
        kind="angka",
        summary="Capaian satu indikator, atau rata-rata capaian satu sasaran, dalam persen.",
        arguments=("indikator atau sasaran", "tahun?"),
        example='capaian("IKU-1")',
        run=capaian,
    ),
    Call(
        name="predikat",
        kind="kata",
        summary="Sebutan capaian menurut skala pada data kinerja.",
        arguments=("indikator atau sasaran",),
        example='predikat("IKU-1")',
        run=predikat,
    ),
    Call(
        name="nama",
        kind="kata",
        summary="Nama indikator atau sasaran persis seperti di perjanjian kinerja.",
        arguments=("indikator atau sasaran",),
        example='nama("IKU-1")',
        run=nama,
    ),
    Call(
        name="satuan",
        kind="kata",
        summary="Satuan satu indikator.",
        arguments=("indikator",),
        example='satuan("IKU-1")',
        run=satuan,
    ),
    Call(
        name="target_renstra",
        kind="angka",
        summary="Target akhir Renstra.",
        arguments=("indikator",),
        example='target_renstra("IKU-1")',
        run=target_renstra,
    ),
    Call(
        name="kemajuan_renstra",
        kind="angka",
        summary="Realisasi tahun ini terhadap target akhir Renstra, dalam persen.",
        arguments=("indikator",),
        example='kemajuan_renstra("IKU-1")',
        run=kemajuan_renstra,
    ),
    Call(
        name="nasional",
        kind="angka",
        summary="Angka nasional sebagai pembanding.",
        arguments=("indikator",),
        example='nasional("IKU-1")',
        run=nasional,
    ),
    Call(
        name="perubahan",
        kind="angka",
        summary="Naik atau turunnya realisasi sejak tahun lain; persen dan indeks dalam poin.",
        arguments=("indikator", "tahun"),
        example='perubahan("IKU-1", 2024)',
        run=perubahan,
    ),
)
