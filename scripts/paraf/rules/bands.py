"""Bands of a scale as people write them: ``76 – 90``, ``> 75 – 90``, ``91 ≤ 100``, ``≤ 50``."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct

from paraf.door.regex import regex
from paraf.laporan.numbers import write_number
from paraf.rules.tables import Cell, HandTable, at, read_digits

_NUMBER = r"\d{1,4}(?:[.,]\d{1,4})?"
_SIGN = r"[<>≤≥]|<=|>=|lebih dari|di atas|kurang dari|di bawah|paling (?:sedikit|banyak)|minimal|maksimal"
_TO = r"-|–|—|s\.?\s?d\.?|sampai(?: dengan)?|hingga"
_BAND = regex(
    rf"(?P<first>{_SIGN})?\s*(?P<low>{_NUMBER})\s*%?"
    rf"(?:\s*(?:(?:{_TO})\s*(?P<second>{_SIGN})?|(?P<alone>{_SIGN}))\s*(?P<high>{_NUMBER})\s*%?)?"
    r"(?:\s*(?P<up>ke atas|ke bawah))?",
    re.IGNORECASE,
)
_CHAIN = regex(
    rf"(?P<low>{_NUMBER})\s*%?\s*(?P<below><=?|≤)\s*[a-z]{{1,10}}\s*(?P<above><=?|≤)\s*(?P<high>{_NUMBER})\s*%?",
    re.IGNORECASE,
)
"""``75 < x ≤ 90``."""
_WORDS = regex(
    r"\b(?:baik|tinggi|rendah|sedang|cukup|kurang|memuaskan|buruk|berhasil|gagal|merah|kuning|hijau|efisien|sangat|prima)\b",
    re.IGNORECASE,
)
_ABOVE = (">", "≥", ">=", "lebih dari", "di atas", "paling sedikit", "minimal")
_OPEN = (">", "<", "lebih dari", "di atas", "kurang dari", "di bawah")
_FINE = Decimal("0.01")


class Band(Struct, frozen=True):
    """``None``: without a bound; ``*_open``: the bound itself is outside."""

    cell: Cell
    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False


def scale_rows(table: HandTable) -> tuple[Band, ...]:
    """The bands of a scale; nothing where the table is no scale."""
    for column in range(len(table.heads)):
        cells = [cell for row in table.body if (cell := at(row, column)) and cell.text]
        bands = [band for cell in cells if (band := read_band(cell))]
        others = [cell.text for row in table.body for index, cell in enumerate(row.cells) if index != column]
        if len(bands) > 2 and len(bands) == len(cells) and sum(bool(_WORDS.search(text)) for text in others) > 1:
            return tuple(bands)
    return ()


def read_band(cell: Cell) -> Band | None:
    """A band; ``None`` where the cell is none, or is a single number."""
    chain = _CHAIN.fullmatch(cell.text)
    if chain:
        low, high = _number(chain["low"]), _number(chain["high"])
        return Band(cell, low, high, low_open=chain["below"] == "<", high_open=chain["above"] == "<")
    found = _BAND.fullmatch(cell.text)
    if not found:
        return None
    first, second = (found["first"] or "").casefold(), (found["second"] or "").casefold()
    low = _number(found["low"])
    if found["high"] is not None:
        high = _number(found["high"])
        return Band(cell, min(low, high), max(low, high), low_open=first in _OPEN, high_open=second in _OPEN)
    if not first and not found["up"]:
        return None
    up = found["up"] == "ke atas" or first in _ABOVE
    return Band(cell, low, None, low_open=first in _OPEN) if up else Band(cell, None, low, high_open=first in _OPEN)


def _number(text: str) -> Decimal:
    value = read_digits(text)
    assert value is not None, "the pattern lets only numbers through"
    return value


def faults_of(bands: Sequence[Band], *, open_above: bool) -> Iterator[tuple[Cell, str]]:
    """What a scale leaves out or counts twice; ``open_above``: it is about capaian, which may exceed 100."""
    ordered = sorted(bands, key=lambda band: (band.low is not None, band.low or Decimal(0)))
    for lower, upper in pairwise(ordered):
        if lower.high is None or upper.low is None:
            yield upper.cell, "Pita ini bertumpuk dengan pita lain."
            continue
        middle = write_number((lower.high + upper.low) / 2)
        if upper.low - lower.high > _FINE:
            yield upper.cell, f"Nilai {middle} tidak jatuh pada pita mana pun."
        elif upper.low < lower.high:
            yield upper.cell, f"Nilai {middle} jatuh pada dua pita."
        elif upper.low == lower.high and not upper.low_open and not lower.high_open:
            yield upper.cell, f"Nilai {middle} jatuh pada dua pita; tulis batas mana yang “lebih dari”."
    if not ordered or not open_above:
        return
    bottom, top = ordered[0], ordered[-1]
    if top.high is not None and top.high <= 100:
        yield top.cell, "Capaian di atas 100 tidak mempunyai pita."
    if bottom.low is not None and bottom.low > 0:
        yield bottom.cell, f"Nilai di bawah {write_number(bottom.low)} tidak jatuh pada pita mana pun."
