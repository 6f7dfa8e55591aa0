"""The numbers of a sentence, each with its kind: a figure of the report, or a date, a citation, a list number, a code."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from paraf.door.regex import regex
from paraf.laporan.numbers import rounded
from paraf.rules.words import word_set
from paraf.sop.dates import MONTHS

Kind = Literal["angka", "persen", "poin", "rupiah", "tahun", "tanggal", "jam", "rujukan", "triwulan", "urut", "kode"]
FIGURES = frozenset(("angka", "persen", "poin", "rupiah"))
"""Kinds that state how much; all others only name something."""

_DIGITS = regex(r"[0-9]+(?:[.,][0-9]+)*")
_NATIVE, _FOREIGN = regex(r"([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,([0-9]+))?"), regex(r"[0-9]{1,9}\.[0-9]+")
_YEAR = regex(r"(?:19|20)[0-9]{2}")
_RUPIAH = regex(r"(?<!\w)Rp\.? ?$")
_LIST = regex(r"\s*(?:#{1,6}\s+[0-9]+(?:\.[0-9]+)*[.)]?|(?:>\s*)?[0-9]{1,3}[.)])\s")
_QUOTED = regex(r"“[^“”]*”|\"[^\"]*\"")
_LABELS = word_set(
    "nomor no pasal ayat bab subbab bagian huruf butir lampiran tabel gambar grafik bagan halaman hal hlm langkah versi "
    "edisi seri level tahap kelas eselon golongan paragraf diktum poin kode iso sni kolom baris peringkat ke"
)
_PERIODS = word_set("triwulan tribulan kuartal semester caturwulan tw")
_CLOCK = frozenset(("pukul", "jam"))
_SCALES = {"ribu": 3, "juta": 6, "miliar": 9, "milyar": 9, "triliun": 12}
_MONTHS = frozenset(month.casefold() for month in MONTHS) | {"pebruari", "nopember"}
_EDGE = "()[]{}“”\"'‘’*_~.,;:!?…"
_AROUND, _LONGEST = 60, 30
"""How far a number's neighbours are looked for, how long a figure may be; beyond that nothing is a figure."""
_SIGNS = frozenset("×÷=+±")


class Numeral(Struct, frozen=True):
    """A number as it stands in a line: ``text`` with its sign of currency or percent, from ``start`` to ``end``.

    ``value`` is what it says, scaled (``Rp610,8 juta``); ``step`` the smallest unit it shows (100.000 there).
    ``unit`` is the word behind it, in small letters; empty where the clause ends.
    """

    start: int
    end: int
    text: str
    kind: Kind
    value: Decimal
    step: Decimal
    unit: str

    @property
    def figure(self) -> bool:
        """Whether it states how much."""
        return self.kind in FIGURES

    def says(self, amount: Decimal) -> bool:
        """Whether it is ``amount``, rounded to what it shows."""
        return rounded_to(amount, self.step) == self.value


def rounded_to(amount: Decimal, step: Decimal) -> Decimal:
    """An amount as a number shows it whose smallest unit is ``step``."""
    return rounded(amount / step, 0) * step


holds_digit = regex("[0-9]").search
"""Whether a text has a digit at all."""


def numerals(text: str) -> Iterator[Numeral]:
    """Every number of a line of prose, from the left; ``text`` as long as the line, with calls blanked out."""
    listed = _LIST.match(text)
    heading = listed.end() if listed else 0
    if "“" in text or '"' in text:
        text = _QUOTED.sub(lambda match: "“" * len(match[0]), text)
    for found in _DIGITS.finditer(text):
        start, end = found.span()
        value, step = _read(found[0])
        before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
        if value is None or start < heading or _is_code(before, after, found[0]):
            kind: Kind = "urut" if start < heading else "kode"
            yield Numeral(start, end, found[0], kind, Decimal(0), Decimal(1), "")
        else:
            yield _named(found[0], start, value, step, before, after)


def _read(digits: str) -> tuple[Decimal | None, Decimal]:
    """A number of running text: a dot before three digits groups thousands, as EYD has it."""
    native = _NATIVE.fullmatch(digits) if len(digits) <= _LONGEST else None
    if native:
        plain = native[1].replace(".", "") + (f".{native[2]}" if native[2] else "")
        places = len(native[2] or "")
    elif len(digits) <= _LONGEST and _FOREIGN.fullmatch(digits):
        plain, places = digits, len(digits.partition(".")[2])
    else:
        return None, Decimal(1)
    return Decimal(plain), Decimal(1).scaleb(-places)


def _is_code(before: str, after: str, digits: str) -> bool:
    """Part of a longer name (IKU-1, 29/2014, 2021–2026, 4G, 08.00–16.00), or digits no figure is written with."""
    last, follow = before[-1:], after[:1]
    if (last.isalnum() and not before.endswith("Rp")) or last in ("/", "_", "@", "#", "&", "^", "$"):
        return True
    if follow.isalnum() or (follow in ("/", "-", "–", "_", "@", ":", "\\") and after[1:2].isalnum()):
        return True
    if last in ("-", "–", ":", ".", ",") and not before.endswith("Rp."):
        return True
    return digits.startswith("0") and digits[1:4].isdigit() and len(digits) > 3


def _named(digits: str, start: int, value: Decimal, step: Decimal, before: str, after: str) -> Numeral:
    end = start + len(digits)
    rupiah = _RUPIAH.search(before)
    kind = _kind(digits, before, after) if not rupiah else "rupiah"
    begin = start - len(rupiah[0]) if rupiah else start
    if kind in FIGURES:
        rest = after
        word = _word(rest)
        if word in _SCALES:
            value, step = value.scaleb(_SCALES[word]), step.scaleb(_SCALES[word])
            end += rest.casefold().index(word) + len(word)
            rest = rest[rest.casefold().index(word) + len(word) :]
            word = _word(rest)
        if rest.startswith("%") or rest.startswith(" %"):
            kind, end, word = "persen", end + rest.index("%") + 1, _word(rest[rest.index("%") + 1 :])
        elif word == "persen":
            after_percent = rest.casefold().index("persen") + len("persen")
            points = _word(rest[after_percent:]) == "poin"
            kind, end, word = "poin" if points else "persen", end + after_percent, _word(rest[after_percent:])
        elif word == "poin":
            kind = "poin"
        elif word == "rupiah":
            kind = "rupiah"
        unit = word
    else:
        unit = ""
    text = (
        (before[len(before) - (start - begin) :] if begin < start else "") + digits + after[: end - start - len(digits)]
    )
    return Numeral(begin, end, text, kind, value, step, unit)


def _word(text: str) -> str:
    """The next word, unless a mark ends the clause before it."""
    if text[:1] not in (" ", "\u00a0") or not text.strip():
        return ""
    word = text.split(maxsplit=1)[0]
    return word.rstrip(_EDGE).casefold() if word[0].isalpha() else ""


def _kind(digits: str, before: str, after: str) -> Kind:
    words = before.split()
    last = words[-1].lstrip(_EDGE).removesuffix(".").casefold() if words else ""
    follow = _word(after)
    if last in _CLOCK and re.fullmatch(r"[0-9]{1,2}([.:][0-9]{2})?", digits):
        return "jam"
    if follow in _MONTHS or (last == "tanggal" and "," not in digits):
        return "tanggal"
    if last in _MONTHS and digits.isdigit():
        return "tahun"
    if last in _PERIODS:
        return "triwulan"
    if last in _LABELS and "," not in digits:
        return "rujukan"
    if before.endswith("(") and after.startswith(")") and digits.isdigit():
        return "urut"
    if _YEAR.fullmatch(digits) and not after.startswith("%") and follow not in ("persen", *_SCALES):
        return "tahun"
    if _SIGNS & {*before[-2:], *after[:2]}:
        return "kode"
    return "angka"
