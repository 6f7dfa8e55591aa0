"""Numbers as an Indonesian office writes and reads them: 1.234.567,89 · Rp1.234.567,00 · 89,65% (domain.md section 11).

Everything is ``Decimal`` and rounded half up, as the office's spreadsheets and the local applications do.
"""

from decimal import ROUND_HALF_UP, Context, Decimal

from msgspec import Struct

from paraf.door.regex import regex

MAX_DIGITS = 24
"""Digits of the longest number that is read; a regency's budget has thirteen."""
# The default 28 digits do not hold the quotient of the largest and the smallest number to its second decimal.
_WIDE = Context(prec=6 * MAX_DIGITS)


def rounded(value: Decimal, places: int = 2) -> Decimal:
    """Half away from zero: 2,345 becomes 2,35, and -2,345 becomes -2,35."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP, context=_WIDE)


def write_number(value: Decimal, places: int | None = None) -> str:
    """``1.234.567,89``; without ``places`` as many decimals as the value has, none of them a needless zero."""
    plain = rounded(value, places) if places is not None else value.normalize()
    sign, digits = ("-", -plain) if plain < 0 else ("", plain)
    whole, _, part = f"{digits:f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", ".")
    return f"{sign}{grouped},{part}" if part else f"{sign}{grouped}"


def write_rupiah(value: Decimal) -> str:
    """``Rp1.234.567,00``: no space, no full stop after Rp, two decimals."""
    return f"{'-' if value < 0 else ''}Rp{write_number(abs(value), 2)}"


def write_percent(value: Decimal) -> str:
    """``89,65%`` for 89.65: the sign stands directly behind the figure."""
    return f"{write_number(value, 2)}%"


class Unclear(Struct, frozen=True):
    """A cell that cannot be taken for one number; ``question`` asks what was meant, with what to write for each."""

    question: str


_SPACES = regex(r"[\s\u00a0\u202f]")
_FRAME = regex(r"(?P<sign>-?)(?:Rp\.?)?(?P<minus>-?)(?P<digits>[0-9.,]*[0-9])%?")
_DOTS, _COMMAS = regex(r"[0-9]{1,3}(\.[0-9]{3})+"), regex(r"[0-9]{1,3}(,[0-9]{3})+")


def read_number(text: str) -> Decimal | Unclear:
    """A cell as Indonesian or English spreadsheets write it; only what both would read differently is asked back.

    A percent sign and ``Rp`` are read over; brackets mean a negative number, as in accounts.
    """
    cell = _SPACES.sub("", text).removesuffix(",-").removesuffix(",--")
    negative = cell.startswith("(") and cell.endswith(")")
    found = _FRAME.fullmatch(cell[1:-1] if negative else cell)
    if not found:
        return Unclear(f"“{text.strip()[:60]}” bukan angka; tulis angkanya saja, misalnya 1.234.567,89")
    if len(found["digits"]) > MAX_DIGITS:
        return Unclear(
            f"“{text.strip()[:20]}…” terlalu panjang untuk sebuah angka; tulis paling banyak {MAX_DIGITS} angka"
        )
    value = _digits(found["digits"])
    if isinstance(value, Unclear):
        return value
    return -value if negative or found["sign"] or found["minus"] else value


def _digits(text: str) -> Decimal | Unclear:
    whole, mark = text, ""
    if "." in text and "," in text:
        # The mark that comes last stands before the decimals.
        mark = max(".,", key=text.rindex)
        whole, part = text.rsplit(mark, 1)
        groups = _COMMAS if mark == "." else _DOTS
        return _plain(whole, part) if groups.fullmatch(whole) else _strange(text)
    for groups, mark in ((_DOTS, "."), (_COMMAS, ",")):
        if mark not in text:
            continue
        if text.count(mark) > 1:
            return _plain(text, "") if groups.fullmatch(text) else _strange(text)
        whole, part = text.split(mark)
        if groups.fullmatch(text) and whole != "0":
            joined = whole + part
            return Unclear(
                f"“{text}” dapat berarti {joined} atau {whole} koma {part}; tulis {joined} atau {whole},{part}0"
            )
        return _plain(whole, part)
    return Decimal(text)


def _plain(whole: str, part: str) -> Decimal | Unclear:
    digits = whole.replace(".", "").replace(",", "")
    return Decimal(f"{digits}.{part}" if part else digits) if digits else _strange(f"{whole},{part}")


def _strange(text: str) -> Unclear:
    return Unclear(f"titik dan koma pada “{text}” tidak seperti angka; tulis misalnya 1.234.567,89")
