"""Digits that were lost or put into wrong groups, and factors of ten between two figures of one thing."""

import re
from collections.abc import Iterator
from decimal import Decimal

from paraf.door.regex import regex
from paraf.rules.reckoning import fits
from paraf.rules.tables import Cell, read_digits

_TOKEN = regex(r"(?<![\w.,/:-])(?P<rp>Rp\.?\s?)?(?P<digits>\d{1,15}(?:[.,]\d{1,15}){1,8})(?![\w/:-]|[.,]\d)")
_MAYBE = regex(r"\d[.,]\d{1,15}[.,]\d|Rp\.?\s?\d")
_CELL = regex(r"\(?(?:Rp\.?\s?)?[-−–]?(?P<digits>\d[\d.,]{0,40}\d)(?:,-)?\s?%?\)?")
_OTHER = regex(
    r"(?:nomor|no\.?|kode|rekening|versi|v\.?|pasal|ayat|ip|alamat|port|butir|bab|tabel|gambar|lampiran|halaman|sk|pukul)\s*$",
    re.IGNORECASE,
)
"""Words before figures that are names, not amounts."""
_POINTED = regex(r"\d{1,3}(?:\.\d{3}){2,}\.\d{1,2}")
"""Whole groups and then a decimal point: its value is plain, its form is for the rules of style."""
_GROUP, _ADDRESS = 3, 255
FACTORS = (Decimal(1000), Decimal(1_000_000))


def maybe_broken(text: str) -> bool:
    """Whether a text has any figure worth a closer look."""
    return bool(_MAYBE.search(text))


def broken(text: str) -> Iterator[tuple[int, str]]:
    """Every amount whose points and commas fit no number, with its offset; codes, dates and addresses are none."""
    for found in _TOKEN.finditer(text) if maybe_broken(text) else ():
        if _is_broken(found["digits"], rupiah=bool(found["rp"])) and not _OTHER.search(
            text[max(0, found.start() - 20) : found.start()]
        ):
            yield found.start(), found[0]


def slips(text: str) -> list[tuple[int, int]]:
    """Where those amounts stand: what is told of them there is enough."""
    return [(start, start + len(figure)) for start, figure in broken(text)]


def unreadable(text: str) -> bool:
    """Whether a cell of a column of figures is made of digits and points, and yet no number."""
    found = _CELL.fullmatch(text)
    return found is not None and read_digits(found["digits"]) is None


def _is_broken(digits: str, *, rupiah: bool) -> bool:
    groups = re.split(r"[.,]", digits)
    if _POINTED.fullmatch(digits):
        return False
    if read_digits(digits) is not None:
        # "Rp12.50" reads as twelve and a half, which nobody means by it.
        return rupiah and len(groups) == 2 and "." in digits and len(groups[1]) != _GROUP
    if rupiah or ("." in digits and "," in digits):
        return True
    inner = groups[1:]
    address = len(groups) == 4 and all(int(group) <= _ADDRESS for group in groups)
    zeros = any(group.startswith("0") and len(group) != _GROUP for group in groups)
    return not address and not zeros and _GROUP in map(len, inner) and max(map(len, groups)) <= _GROUP


def lost_digit(written: Decimal, known: Decimal) -> bool:
    """Whether a figure is another one with one of its digits left out."""
    short, long = _digits(written), _digits(known)
    if len(long) != len(short) + 1 or len(short) < _GROUP:
        return False
    same = next((at for at, digit in enumerate(short) if digit != long[at]), len(short))
    return short[same:] == long[same + 1 :]


def _digits(value: Decimal) -> str:
    return re.sub(r"\D", "", f"{abs(value):f}".removesuffix(".00"))


def factor_apart(cell: Cell, known: Decimal) -> bool:
    """Whether a printed figure is a known one, but for a factor of a thousand or a million."""
    return bool(known and cell.value) and any(
        fits(cell, known * factor) or fits(cell, known / factor) for factor in FACTORS
    )


def slipped(cell: Cell, known: Decimal) -> bool:
    """Whether a printed figure is a slip for a known one that rules of its own report."""
    assert cell.value is not None
    return not fits(cell, known) and (lost_digit(cell.value, known) or factor_apart(cell, known))


def tenfold(small: Decimal, large: Decimal) -> bool:
    """Whether one digit more would make the small one almost as large as the other, as neighbours of a budget are."""
    return large > 0 and Decimal("0.8") <= small * 10 / large <= Decimal("1.25")


def thousandfold(one: Decimal, other: Decimal) -> bool:
    """Whether two figures are about a thousand or a million times apart."""
    low, high = sorted((abs(one), abs(other)))
    return low > 0 and any(factor * 3 / 10 <= high / low <= factor * 3 for factor in FACTORS)
