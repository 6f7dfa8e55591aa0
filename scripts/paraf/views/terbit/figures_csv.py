"""The figures of a report as CSV that Indonesian Excel opens by a double click; made from what was read, not a copy of files."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from paraf.door.regex import regex
from paraf.laporan.budget import Budget
from paraf.laporan.formulas import Target, share
from paraf.laporan.numbers import rounded
from paraf.laporan.performance import QUARTERS, Aim, Measure, Performance
from paraf.laporan.report import Report

FOLDER = "data"
NAMES = {
    "capaian.csv": "Target, realisasi, dan capaian setiap indikator",
    "tren.csv": "Realisasi dan target setiap indikator menurut tahun",
    "anggaran.csv": "Pagu dan realisasi setiap program, kegiatan, dan sub kegiatan",
}
"""Every sheet with what it holds."""
_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
# What a spreadsheet takes for a formula when a cell begins with it.
_FORMULA = regex(r"[=+\-@\t\r]")


def file_name(name: str, *, sample: bool) -> str:
    """The name under which a sheet is kept: there is no place for a banner in it, so the name of a sample's says what it is."""
    return f"data-contoh-{name}" if sample else name


def figures_csv(report: Report) -> Mapping[str, str]:
    """Every sheet by its name; one whose data could not be read is left out."""
    found = {}
    if report.performance:
        found["capaian.csv"] = sheet(_achieved(report.performance))
        found["tren.csv"] = sheet(_years(report.performance))
    if report.budget:
        found["anggaran.csv"] = sheet(_money(report.budget))
    return found


def sheet(rows: Iterable[Sequence[str]]) -> str:
    """Rows as text: semicolons, lines as Windows ends them, a mark in front that says it is UTF-8."""
    return _BOM + "".join(f"{';'.join(map(_cell, row))}\r\n" for row in rows)


def _cell(text: str) -> str:
    """A cell; quoted where it has to be, and never a formula."""
    plain = " ".join(text.split())
    if _FORMULA.match(plain) and not _is_number(plain):
        plain = f"'{plain}"
    return f'"{plain.replace(chr(34), chr(34) * 2)}"' if any(mark in plain for mark in ';"') else plain


def _is_number(text: str) -> bool:
    return text.lstrip("-").replace(",", "", 1).isdigit()


def decimal(value: Decimal | None, places: int | None = None) -> str:
    """A number without dots between thousands, with a decimal comma; empty where nothing is known."""
    if value is None:
        return ""
    plain = value.normalize() if places is None else rounded(value, places)
    return f"{plain:f}".replace(".", ",")


def _achieved(found: Performance) -> Iterator[Sequence[str]]:
    yield (
        *("sasaran", "nama sasaran", "kode", "indikator", "satuan", "arah", "target", "realisasi"),
        *("capaian (%)", "tercapai", *(f"realisasi {key.upper()}" for key in QUARTERS), "rumus capaian", "sumber data"),
    )
    for aim in found.aims:
        for one in aim.measures:
            yield _measure(aim, one)


def _measure(aim: Aim, one: Measure) -> Sequence[str]:
    return (
        *(aim.id, aim.name, one.id, one.form.nama, one.form.satuan, one.form.arah),
        *(_target(one, one.target), _value(one, one.value), decimal(one.capaian, 2)),
        "" if one.capaian is None else "ya" if one.reached else "tidak",
        *(_value(one, value) for value in one.quarters),
        *(one.formula, one.form.sumber),
    )


def _value(one: Measure, value: Decimal | None) -> str:
    return "" if value is None else one.unit.exact(value)


def _target(one: Measure, target: Target | None) -> str:
    """A target; of a range both bounds."""
    if target is None:
        return ""
    low, high = one.unit.exact(target.low), one.unit.exact(target.high)
    return low if low == high else f"{low} – {high}"


def _years(found: Performance) -> Iterator[Sequence[str]]:
    yield "kode", "indikator", "satuan", "tahun", "target", "realisasi", "capaian (%)"
    for one in found.measures.values():
        for year in sorted(one.earlier):
            past = one.earlier[year]
            reached = one.capaian_of(past.value, past.target) if past.target else None
            yield _year(one, year, past.value, past.target, reached)
        yield _year(one, found.year, one.value, one.target, one.capaian)


def _year(
    one: Measure, year: int, value: Decimal | None, target: Target | None, reached: Decimal | None
) -> Sequence[str]:
    return (
        *(one.id, one.form.nama, one.form.satuan, str(year)),
        *(_target(one, target), _value(one, value), decimal(reached, 2)),
    )


def _money(found: Budget) -> Iterator[Sequence[str]]:
    yield (
        "kode",
        "tingkat",
        "uraian",
        "sasaran",
        "pagu murni (Rp)",
        "pagu perubahan (Rp)",
        "realisasi (Rp)",
        "serapan (%)",
    )
    for row in found.rows:
        money = row.money
        absorbed = share(money.realisasi, money.pagu(found.edition))
        yield (
            *(row.code, row.level_name, row.name, row.goal or ""),
            *(decimal(money.pagu_murni), decimal(money.pagu_perubahan), decimal(money.realisasi)),
            decimal(absorbed, 2),
        )
