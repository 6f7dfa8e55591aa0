"""Numbers as they stand in sentences and cells, and which of them mix the decimal comma with the decimal point."""

import re
from collections.abc import Iterator, Sequence

from paraf.door.regex import regex
from paraf.rules.prose import Cell, Rewrite, before

_TOKEN = regex(r"\d[\d.,]*\d")
_THOUSANDS = regex(r"\d{1,3}(?:,\d{3}){2,}")
_ENGLISH = regex(r"\d{1,3}(?:,\d{3})+\.\d+")
_TWICE = regex(r"\d{1,3}(?:\.\d{3}){2,}\.(\d{1,2})")
_INDONESIAN = regex(r"(?:\d{1,3}(?:\.\d{3})+|\d+),\d+")
_POINT, _COMMA = regex(r"\d+\.\d{1,2}"), regex(r"(?:\d{1,3}(?:\.\d{3})+|\d+),\d{1,2}")
_PERCENT = regex(r"[ \u00a0]?(?:%|persen\b)")
_CLOCK = regex(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
# What makes a number part of something longer, at its left and at its right.
_PART, _MORE = regex(r"[\w/:@-]$|\d[.,]$"), regex(r"[\w/:@]|-\w")
# Words before a number that is a name, not a quantity: Tabel 3.1, Pasal 2.1, pukul 15.00, kode 5.10.
_NAME_BEFORE = regex(
    r"(?:tabel|gambar|grafik|bagan|diagram|bab|sub ?bab|bagian|pasal|ayat|butir|angka|huruf|poin|lampiran|halaman|hlm\.?"
    r"|nomor|no\.?|versi|v|pukul|jam|kode|rekening|formulir|formula|rumus|langkah|kegiatan|IP|ISO|SNI|indikator)"
    r"[ \u00a0]*[:(]?[ \u00a0]*$",
    re.IGNORECASE,
)
_CLOCK_WORDS = regex(r"\b(?:pukul|jam|WIB|WITA|WIT)\b")
_WHY = "Titik dan koma pada angka ini tertukar."
_UNCLEAR = "Titik dan koma pada angka ini tidak seperti angka yang ditulis kantor."
_BESIDE = "Angka ini memakai titik desimal, padahal angka di dekatnya memakai koma."


def mixed(text: str) -> Iterator[Rewrite]:
    """The numbers of a line that mix the two marks in themselves, or with the number beside them."""
    tokens = [found for found in _TOKEN.finditer(text) if "." in found[0] or "," in found[0]]
    tokens = [found for found in tokens if _stands_alone(text, found)]
    commas = any(_COMMA.fullmatch(found[0]) for found in tokens) and not _CLOCK_WORDS.search(text)
    for found in tokens:
        left = before(text, found.start())
        one = _alone(found[0], left, text[found.end() : found.end() + 40])
        if one is None and commas and _POINT.fullmatch(found[0]) and not _NAME_BEFORE.search(left):
            one = found[0].replace(".", ","), not _CLOCK.fullmatch(found[0]), _BESIDE
        if one:
            new, sure, why = one
            yield Rewrite(found.start(), found[0], new, why, sure)


def _stands_alone(text: str, found: re.Match[str]) -> bool:
    """Whether nothing at its sides makes it part of a code, an address or a word; Rp may stand before it."""
    left = before(text, found.start(), 2)
    return not _MORE.match(text, found.end()) and (left.lower() == "rp" or not _PART.search(left))


def _alone(number: str, left: str, right: str) -> tuple[str, bool, str] | None:
    """What is wrong with one number: the better form, whether its reading is certain, and why."""
    if _THOUSANDS.fullmatch(number):
        return number.replace(",", "."), True, _WHY
    if _ENGLISH.fullmatch(number):
        return number.translate(str.maketrans(",.", ".,")), True, _WHY
    twice = _TWICE.fullmatch(number)
    if twice and not _address(number):
        whole, _, part = number.rpartition(".")
        return f"{whole},{part}", part == "00", _UNCLEAR
    if "." in number and "," in number:
        return ("", False, _UNCLEAR) if not _INDONESIAN.fullmatch(number) else None
    if _POINT.fullmatch(number) and not _NAME_BEFORE.search(left):
        certain = _PERCENT.match(right) or (number.startswith("0.") and not _CLOCK_WORDS.search(left + right))
        return (number.replace(".", ","), True, "Desimal ditulis dengan koma.") if certain else None
    return None


def _address(number: str) -> bool:
    """Whether it may be the address of a machine: four numbers up to 255."""
    parts = number.split(".")
    return len(parts) == 4 and all(int(part) <= 255 for part in parts)


def mixed_column(cells: Sequence[Cell]) -> Iterator[tuple[Cell, Rewrite]]:
    """The cells of a column that use a decimal point where others of it use a comma."""
    numbers = [(cell, cell.text.removesuffix("%").rstrip().removeprefix("Rp")) for cell in cells]
    if any(_COMMA.fullmatch(number) for _, number in numbers):
        for cell, number in numbers:
            if _POINT.fullmatch(number) and not cell.text.endswith("%"):
                start = cell.text.index(number)
                yield cell, Rewrite(start, number, number.replace(".", ","), _BESIDE)
