"""How an office writes money, percentages, dates and times, and what else people write (domain.md section 11)."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from paraf.door.regex import regex
from paraf.laporan.numbers import write_number
from paraf.rules.digits import mixed
from paraf.rules.prose import Rewrite, before
from paraf.sop.dates import MONTHS, write_date

_MONEY = regex(
    r"(?<![\w.,])(?:(?P<sign>[Rr][Pp])(?P<gap>\.?[ \u00a0]?))?(?P<number>\d+(?:[.,]\d+)*)"
    r"(?P<tail>,-{1,2}(?!\w))?(?P<unit> rupiah\b)?"
)
_UNGROUPED = regex(r"[1-9]\d{3,20}(?:,\d+)?")
_SIGN = "Rupiah ditulis Rp, lalu langsung angkanya, tanpa titik, spasi, dan “,-”."
_DOTS = "Ribuan pada rupiah dipisahkan titik."
_PERCENT = regex(r"(?<=\d)[ \u00a0]+%")
_LONG = "|".join(MONTHS)
_ZERO = regex(rf"(?<![\w./-])0([1-9]) ({_LONG})\b")
_SMALL = regex(rf"(?:(?<![\w./-])\d{{1,2}}|\b[Bb]ulan) ({_LONG.lower()})\b")
_OLD = {"Pebruari": "Februari", "Nopember": "November", "pebruari": "Februari", "nopember": "November"}
_OLD_MONTH = regex(rf"\b({'|'.join(_OLD)})\b")
_NUMERIC = regex(r"(?<![\w./:-])(\d{1,2})([/-])(\d{1,2})\2((?:19|20)\d{2})(?![\w/]|[.-]\w)")
_ISO = regex(r"(?<![\w./:-])((?:19|20)\d{2})-(\d{2})-(\d{2})(?![\w/]|[.-]\w)")
_LETTER = regex(r"\b(?:Nomor|No|SK|SE|Surat|Kode)\b[^,;]{0,12}$", re.IGNORECASE)
_COLON = regex(r"(?<![\w:.,/])([01]?\d|2[0-4]):([0-5]\d)(?![\w:/])")
_RANGE = r"\s*(?:-|–|s\.d\.|sampai(?: dengan)?|hingga)\s*"
_CLOCK_BEFORE = regex(
    rf"\b(?:pukul|jam)\s+(?:\d{{1,2}}[:.]\d{{2}}(?:\s+WI[BT]A?)?{_RANGE}(?:pukul\s+)?)?$", re.IGNORECASE
)
_CLOCK_AFTER = regex(rf"(?:{_RANGE}\d{{1,2}}[:.]\d{{2}})?\s*(?:WIB|WITA|WIT)\b")


def money(text: str) -> Iterator[Rewrite]:
    """``Rp. 5000,-`` is written ``Rp5.000``; the better form has its points and comma right, too."""
    for found in _MONEY.finditer(text):
        sign, tail, unit, number = found["sign"], found["tail"], found["unit"] or "", found["number"]
        bare = sign and _UNGROUPED.fullmatch(number)
        if not (sign or tail) or (sign == "Rp" and not found["gap"] and not tail and not bare):
            continue
        better, certain = _better(text, found.start("number"), number)
        if better:
            new = better if unit and not sign else f"Rp{better}"
            why = _DOTS if bare and sign == "Rp" and not found["gap"] and not tail else _SIGN
            sure = certain and bool(sign or unit)
            yield Rewrite(found.start(), found[0], new + ("" if sign else unit), why, sure)


def percentages(text: str) -> Iterator[Rewrite]:
    """``89,65 %`` is written ``89,65%``."""
    for found in _PERCENT.finditer(text):
        start = re.search(r"[\d.,]+$", before(text, found.start()))
        assert start is not None
        at, old = found.start() - len(start[0]), start[0] + found[0]
        better, certain = _better(text, at, start[0])
        if better:
            yield Rewrite(at, old, f"{better}%", "Tanda persen ditulis langsung sesudah angkanya.", certain)


def _better(text: str, at: int, number: str) -> tuple[str, bool]:
    """A number with its points and comma right, and whether that is certain; nothing where nobody can tell."""
    if _UNGROUPED.fullmatch(number):
        whole, mark, part = number.partition(",")
        return f"{write_number(Decimal(whole))}{mark}{part}", True
    one = next((one for one in mixed(text) if one.start == at and one.old == number), None)
    return (one.new, one.sure) if one else (number, True)


def dates(text: str, taken: frozenset[str] = frozenset()) -> Iterator[Rewrite]:
    """``02 Juni 2020``, ``2/6/2020`` and ``2020-06-02`` are written ``2 Juni 2020``; ``taken`` terms are told elsewhere."""
    for found in _ZERO.finditer(text):
        yield Rewrite(found.start(), found[0], found[0][1:], "Tanggal ditulis tanpa nol di depan.")
    for found in _SMALL.finditer(text):
        start = found.start(1)
        yield Rewrite(start, found[1], found[1].capitalize(), "Nama bulan diawali huruf besar.")
    for found in _OLD_MONTH.finditer(text):
        if found[0].casefold() not in taken:
            yield Rewrite(found.start(), found[0], _OLD[found[0]], "Ejaan nama bulan ini sudah lama tidak dipakai.")
    for found in _NUMERIC.finditer(text):
        day, month, year = int(found[1]), int(found[3]), int(found[4])
        if not _LETTER.search(before(text, found.start())) and (written := _date(year, month, day)):
            # 2/6 may be the sixth of February where a program wrote it.
            sure = day > 12 or day == month
            yield Rewrite(found.start(), found[0], written, "Tanggal di kalimat ditulis dengan nama bulannya.", sure)
    for found in _ISO.finditer(text):
        if written := _date(int(found[1]), int(found[2]), int(found[3])):
            yield Rewrite(found.start(), found[0], written, "Tanggal di kalimat ditulis dengan nama bulannya.")


def _date(year: int, month: int, day: int) -> str | None:
    try:
        return write_date(date(year, month, day))
    except ValueError:
        return None


def times(text: str) -> Iterator[Rewrite]:
    """``pukul 15:00`` is written ``pukul 15.00``; a ratio such as 1:50 is no time."""
    for found in _COLON.finditer(text):
        if _CLOCK_BEFORE.search(before(text, found.start())) or _CLOCK_AFTER.match(text, found.end()):
            yield Rewrite(found.start(), found[0], found[0].replace(":", "."), "Jam dan menit dipisahkan titik.")
