"""A number in words (*terbilang*), as it stands in brackets behind a figure (domain.md section 11): said, and read back."""

import re
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


_DIGITS = {word: number for number, word in enumerate(_ONES)}
_SIZES = {**{name: size for size, name in _SCALES}, "milyar": 10**9, "trilyun": 10**12, "trilliun": 10**12}
_GLUED = re.compile(r"(?<=[a-z])(belas|puluh|ratus|ribu)\b|\bse(?=ratus\b|ribu\b|juta\b)")
_ONE = {"sejuta": "satu juta"}
LONGEST = 400
"""Letters of the longest number in words that is read; in a year's report a quarter of that is much."""


def from_words(text: str) -> Decimal | None:
    """The number that words say, read back: the opposite of ``in_words``, in any case, with units behind it.

    ``None`` where the words are no number, or not one that can be read with certainty.
    """
    words = _words(text) if len(text) <= LONGEST else []
    minus = words[:1] == ["minus"]
    said = words[minus:]
    end = next((at for at, word in enumerate(said) if not _says(word)), len(said))
    if not end or any(map(_says, said[end:])):
        return None
    value = _read(said[:end])
    return -value if value is not None and minus else value


def _words(text: str) -> list[str]:
    plain = text.casefold().replace("-", " ")
    for written, meant in _ONE.items():
        plain = plain.replace(written, meant)
    return re.findall(r"[a-z]+", _GLUED.sub(_apart, plain))


def _apart(match: re.Match[str]) -> str:
    # "seratus", "seribu" are words of their own, as are "sebelas" and "sepuluh".
    before = match.string[: match.start()].rpartition(" ")[2]
    return match[0] if before in ("se", "") or not match[1] else f" {match[1]}"


def _says(word: str) -> bool:
    return word in _DIGITS or word in _SIZES or word in ("belas", "puluh", "ratus", "seratus", "seribu", "koma")


def _read(words: list[str]) -> Decimal | None:
    """Whole part, ``koma`` and decimals, and a scale behind the decimals (``satu koma dua miliar``)."""
    if "koma" not in words:
        whole = _read_whole(words)
        return None if whole is None else Decimal(whole)
    at = words.index("koma")
    scale = words[-1] if words[-1] in _SIZES else ""
    tail = words[at + 1 : -1] if scale else words[at + 1 :]
    whole = _read_whole(words[:at])
    digits = [_DIGITS.get(word, 10) for word in tail]
    if whole is None or not digits or max(digits) > 9:
        return None
    return Decimal(f"{whole}.{''.join(map(str, digits))}") * _SIZES.get(scale, 1)


def _read_whole(words: list[str]) -> int | None:
    """Groups of hundreds, each with a smaller scale than the one before."""
    total, last, group = 0, LARGEST, list[str]()
    for word in words:
        size = 1000 if word == "seribu" and not group else _SIZES.get(word)
        if size is None:
            group.append(word)
            continue
        count = 1 if word == "seribu" else _hundreds(group)
        if not count or size >= last:
            return None
        total, last, group = total + count * size, size, []
    rest = _hundreds(group) if group else 0
    return None if rest is None or not words else total + rest


def _hundreds(words: list[str]) -> int | None:
    """A number below a thousand; ``None`` for words that do not make one."""
    left = words
    total = 0
    if left[:1] == ["seratus"]:
        total, left = 100, left[1:]
    elif left[1:2] == ["ratus"]:
        count = _DIGITS.get(left[0], 10)
        if not 0 < count < 10:
            return None
        total, left = 100 * count, left[2:]
    if len(left) > 1 and left[1] in ("belas", "puluh"):
        count = _DIGITS.get(left[0], 10)
        if not 0 < count < 10 or (left[1] == "belas" and len(left) > 2):
            return None
        total += count * 10 if left[1] == "puluh" else 10 + count
        left = left[2:]
        if left and _DIGITS.get(left[0], 10) > 9:
            return None
    if not left:
        return total if words else None
    return total + _DIGITS[left[0]] if len(left) == 1 and left[0] in _DIGITS else None
