"""What must hold inside one record beyond the kind of each value: days in order, rows once, columns that agree."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct

from paraf.door.decode import Source
from paraf.door.regex import regex
from paraf.door.text import echo
from paraf.errors import Fault
from paraf.laporan.records.values import Cell
from paraf.sop.dates import write_date
from paraf.sop.forms.evidence import Day, LetterNumber
from paraf.sop.model import Route

_YEAR = regex(r"/(20[0-9]{2})$")
Columns = Mapping[str, Sequence[Cell]]


class Span(Struct, frozen=True):
    """The days that evidence may be of: not before ``first``, not after ``today``."""

    first: date
    today: date


def day_faults(source: Source[Any], route: Route, day: date, span: Span) -> Iterator[Fault]:
    """A day that cannot be: still to come, or from long before the work on the report."""
    if day > span.today:
        message = f"tanggal {write_date(day)} belum tiba; hari ini {write_date(span.today)}"
        yield Fault(source.place(*route), message, "periksa tanggal, bulan, dan tahunnya")
    elif day < span.first:
        message = f"tanggal {write_date(day)} terlalu awal untuk laporan ini"
        repair = f"periksa tahunnya; bukti laporan ini paling awal bertanggal {write_date(span.first)}"
        yield Fault(source.place(*route), message, repair)


def holding_faults(source: Source[Any], found: Sequence[Cell], span: Span) -> Iterator[Fault]:
    """Every fault of a record whose values are each of their kind."""
    written = [one for one in found if one.value is not None]
    columns: dict[str, list[Cell]] = {}
    for one in written:
        columns.setdefault(one.path, []).append(one)
    for one in written:
        if isinstance(one.field, Day):
            if one.field.boleh_mendatang == "tidak":
                yield from day_faults(source, one.route, one.value, span)
            yield from _too_early(source, one, one.field, columns)
        if isinstance(one.field, LetterNumber) and one.field.tahun:
            yield from _other_year(source, one, columns.get(one.field.tahun, ()))
        if one.field.juga_di:
            yield from _elsewhere(source, one, columns)
    for column in columns.values():
        if column[0].field.unik == "ya":
            yield from _twice(source, column)
    yield from (fault for one in found if one.value is None for fault in _lacking(source, one))


def _too_early(source: Source[Any], one: Cell, field: Day, columns: Columns) -> Iterator[Fault]:
    """A day before one that it must follow: that of the same row where both stand there, else any of the column."""
    for path in field.tidak_sebelum:
        others = columns.get(path, ())
        same_row = [other for other in others if other.row == one.row and one.row]
        later = [other for other in same_row or others if other.value > one.value]
        if later:
            last = max(later, key=lambda other: other.value)
            here, there = write_date(one.value), write_date(last.value)
            message = f"{one.field.sebutan} ({here}) mendahului {last.field.sebutan} ({there})"
            yield Fault(source.place(*one.route), message, "periksa kedua tanggalnya")


def _other_year(source: Source[Any], one: Cell, dates: Sequence[Cell]) -> Iterator[Fault]:
    written = _YEAR.search(one.value)
    wrong = [other for other in dates if written and str(other.value.year) != written[1]]
    if written and wrong:
        message = f"nomornya bertahun {written[1]}, padahal {wrong[0].field.sebutan} {write_date(wrong[0].value)}"
        yield Fault(source.place(*one.route), message, "cocokkan keduanya dengan suratnya")


def _elsewhere(source: Source[Any], one: Cell, columns: Columns) -> Iterator[Fault]:
    there = {folded(other.value) for path in one.field.juga_di for other in columns.get(path, ())}
    if folded(one.value) not in there:
        where = " atau ".join(path.replace(".", " › ") for path in one.field.juga_di)
        message = f"{one.field.sebutan} '{echo(str(one.value))}' belum disebut di {where}"
        yield Fault(source.place(*one.route), message, "tambahkan barisnya di sana, dengan ejaan yang sama")


def _twice(source: Source[Any], column: Sequence[Cell]) -> Iterator[Fault]:
    seen: set[str] = set()
    for one in column:
        if folded(one.value) in seen:
            message = f"{one.field.sebutan} '{echo(str(one.value))}' ditulis dua kali"
            yield Fault(source.place(*one.route), message, "betulkan, atau gabungkan kedua barisnya")
        seen.add(folded(one.value))


def _lacking(source: Source[Any], one: Cell) -> Iterator[Fault]:
    when = one.field.wajib_bila
    if when and str(one.beside[when.kunci]) == when.isi:
        message = f"{one.field.sebutan} belum diisi, padahal {when.kunci}: {when.isi}"
        yield Fault(source.place(*one.route), message, f"isi {one.field.kunci}: {one.field.panduan}")


def folded(value: object) -> str:
    """A name as two people may write it: spaces and capital letters do not tell names apart."""
    return " ".join(str(value).split()).casefold()
