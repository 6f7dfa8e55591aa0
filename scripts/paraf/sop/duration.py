"""A time cell, verbatim and measured: (min, max, unit, per what), or the reason why it cannot be measured.

About one cell in five of real SOPs is not "number + unit" (field.md section 4): ranges, "per berkas", words, a dash, nothing.
"""

import re
from decimal import Decimal

from msgspec import Struct

from paraf.door.regex import regex
from paraf.terbilang import in_words

# Longest first, so that "hari kerja" is not read as "hari" with a rest. Values: the unit we report.
_UNITS = {
    "hari kerja": "hari kerja",
    "hari efektif": "hari kerja",
    "menit": "menit",
    "minit": "menit",
    "jam": "jam",
    "hari": "hari",
    "minggu": "minggu",
    "bulan": "bulan",
    "triwulan": "triwulan",
    "semester": "semester",
    "tahun": "tahun",
}
# Fewest and most minutes a unit may stand for (a day is 450 at work, 1,440 on the clock), only to see which of two
# lengths is longer; schedules use the calendar.
_MINUTES = {
    **{"menit": (1, 1), "jam": (60, 60), "hari kerja": (450, 1440), "hari": (450, 1440), "minggu": (2250, 10080)},
    **{"bulan": (9000, 44640), "triwulan": (27000, 133920), "semester": (54000, 267840), "tahun": (108000, 527040)},
}
_SPELLED = {in_words(Decimal(number)): number for number in range(1, 100)}
# The same number twice, as letters do it: 3 (tiga) hari.
_DOUBLED = regex(rf"(?<![\d.,])(\d{{1,2}}) ?\(({'|'.join(_SPELLED)})\)")
_UPTO = r"(maksimal |maks\.? |paling lama )?"
_NUMBER = r"(?:(\d{1,4})\s*[x×]\s*)?(\d{1,6}(?:[.,]\d{1,2})?)"
_UNIT = "(" + "|".join(_UNITS) + ")"
_PER = r"(?:(?:\s*/\s*|\s+per\s+)([a-z][a-z ]{0,30}))?"
_ONE = regex(rf"{_UPTO}{_NUMBER}\s*{_UNIT}{_PER}")
# Hours and minutes together; what other pairs of units come to depends on how long a day is.
_HOURS = regex(rf"{_UPTO}(\d{{1,4}}) ?jam (\d{{1,2}}) ?menit{_PER}")
_RANGE = regex(rf"{_NUMBER}\s*{_UNIT}?\s*(?:-|s/d|s\.d\.|sampai|hingga)\s*{_NUMBER}\s*{_UNIT}{_PER}")


class Length(Struct, frozen=True):
    """An amount of one unit; units are those of the print and are not converted here."""

    amount: Decimal
    unit: str


class Measured(Struct, frozen=True):
    """``text`` as printed; shortest and longest length; ``per`` when the length is for each of something."""

    text: str
    shortest: Length
    longest: Length
    per: str | None = None


class Unmeasured(Struct, frozen=True):
    """``text`` as printed (``None``: blank) and the reason, in Indonesian, why it gives no length."""

    text: str | None
    reason: str


Duration = Measured | Unmeasured


def read_duration(text: str | None) -> Duration:
    """Measure a time cell; never raises and never guesses."""
    if text is None or not text.strip():
        return Unmeasured(text, "kolom waktu kosong")
    plain = " ".join(text.lower().replace("–", "-").replace("—", "-").split())
    if plain == "-":
        return Unmeasured(text, "kolom waktu berisi tanda hubung")
    if "(" in plain:
        if any(_SPELLED[words] != int(number) for number, words in _DOUBLED.findall(plain)):
            return Unmeasured(text, "angka dan hurufnya berbeda")
        plain = _DOUBLED.sub(r"\1", plain)
    if match := _HOURS.fullmatch(plain):
        upto, hours, minutes, per = match.groups()
        return _measured(text, upto, Length(Decimal(int(hours) * 60 + int(minutes)), "menit"), per)
    if match := _ONE.fullmatch(plain):
        upto, times, number, unit, per = match.groups()
        return _measured(text, upto, Length(_amount(times, number), _UNITS[unit]), per)
    if match := _RANGE.fullmatch(plain):
        times, low, low_unit, high_times, high, unit, per = match.groups()
        shortest = Length(_amount(times, low), _UNITS[low_unit or unit])
        longest = Length(_amount(high_times or (None if low_unit else times), high), _UNITS[unit])
        if _reversed(shortest, longest):
            return Unmeasured(text, "rentang waktunya terbalik")
        return Measured(text, shortest, longest, per)
    if re.fullmatch(_NUMBER, plain):
        return Unmeasured(text, "angka tanpa satuan waktu")
    if any(letter.isnumeric() for letter in plain):
        return Unmeasured(text, "memakai bentuk yang belum dikenali")
    return Unmeasured(text, "kata-kata, bukan lama waktu")


def _measured(text: str, upto: str | None, longest: Length, per: str | None) -> Measured:
    return Measured(text, Length(Decimal(0), longest.unit) if upto else longest, longest, per)


def _amount(times: str | None, number: str) -> Decimal:
    return Decimal(times or 1) * Decimal(number.replace(",", "."))


def _reversed(low: Length, high: Length) -> bool:
    """Whether a range runs backwards however its units are read."""
    if low.unit == high.unit:
        return low.amount > high.amount
    return low.amount * _MINUTES[low.unit][0] > high.amount * _MINUTES[high.unit][1]
