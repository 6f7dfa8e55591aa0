"""A number in words (*terbilang*), as it stands in brackets behind a figure (domain.md section 11)."""

from decimal import Decimal

_ONES = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
_SCALES = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (10**3, "ribu"))
LARGEST = 10**15


def in_words(value: Decimal) -> str:
    """``satu juta dua ratus ribu koma lima``; raises ``ValueError`` from a thousand trillion on."""
    if abs(value) >= LARGEST:
        raise ValueError("too large to be said")
    whole, _, part = f"{abs(value):f}".partition(".")
    said = _whole(int(whole))
    decimals = part.rstrip("0")
    if decimals:
        said += " koma " + " ".join(_ONES[int(digit)] for digit in decimals)
    return f"minus {said}" if value < 0 else said


def _whole(number: int) -> str:
    if number < len(_ONES):
        return _ONES[number]
    if number < 20:
        return f"{_ONES[number - 10]} belas"
    if number < 100:
        return _joined(f"{_ONES[number // 10]} puluh", number % 10)
    if number < 1000:
        return _joined("seratus" if number < 200 else f"{_ONES[number // 100]} ratus", number % 100)
    size, name = next(scale for scale in _SCALES if number >= scale[0])
    count, rest = divmod(number, size)
    return _joined("seribu" if count == 1 and size == 1000 else f"{_whole(count)} {name}", rest)


def _joined(said: str, rest: int) -> str:
    return f"{said} {_whole(rest)}" if rest else said
