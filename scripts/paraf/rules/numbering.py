"""Numbers and contents that somebody typed, although they are made when the report is printed."""

import re
from collections.abc import Iterator
from itertools import islice

from paraf.door.regex import regex

_NOUNS = r"(?:Tabel|TABEL|Gambar|GAMBAR|Grafik|GRAFIK|Bagan|BAGAN|Diagram|DIAGRAM)"
_NUMBER = r"(?:\d{1,3}|[IVX]{1,5})(?:[.\-]\d{1,3})*"
_NAMED = regex(rf"(?<!\w){_NOUNS}\s{{1,3}}{_NUMBER}(?!\w)")
# Small letters are a number only where it has parts, or where the sentence points with it.
_SMALL = regex(
    r"(?<!\w)(?:tabel|gambar|grafik|bagan|diagram)\s{1,3}"
    r"(?:\d{1,3}\.\d{1,3}(?!\w)|\d{1,3}(?=\s+(?:di atas|di bawah|berikut|tersebut|menunjukkan|menyajikan|memperlihatkan)\b))"
)
# "Grafik 5 tahun terakhir", "tabel 3 kolom": a count, not a number of ours.
_COUNTED = regex(
    r"\s*(?:tahun|bulan|triwulan|hari|besar|dimensi|arah|kolom|baris|lapis|jenis|buah|warna|persen|poin|%)",
    re.IGNORECASE,
)
_DOCUMENT = r"(?:Renstra|RPJM\w*|RKPD|Renja|Permen\S*|Perpres|Perda|Perbup|Peraturan|Keputusan|Undang-Undang|Lampiran)"
_OF_ANOTHER = regex(rf"[,\s]*(?:pada|dalam|di|dari)?\s*(?:dokumen\s+|buku\s+)?{_DOCUMENT}\b", re.IGNORECASE)
_IN_ANOTHER = regex(rf"{_DOCUMENT}(?:\s+(?!pada\b|dalam\b|lihat\b|di\b)[^\s.;]+){{0,4}}[,\s]*$", re.IGNORECASE)
_NEAR = 60
_MOST = 100
"""Numbers looked at on one line; nobody repairs more at once."""
# Each run of dots is entered once, however long it is.
DOTS = ("....", "……", "____", ". . .")
"""Without one of them there is no line of contents."""
_LEADER = regex(r"(?:(?<!\.)\.{4,}|(?<!…)…{2,}|(?<!_)_{4,}|(?<!\. )(?:\. ){4,})\s{0,9}\d{1,3}\s*\|?\s*$")


def typed_numbers(text: str) -> Iterator[re.Match[str]]:
    """Where a line of prose numbers a table or figure of this report; those of another document are left alone."""
    low = text.lower()
    if not ("abel" in low or "ambar" in low or "rafik" in low or "agan" in low or "iagram" in low):
        return
    for pattern in (_NAMED, _SMALL):
        for found in islice(pattern.finditer(text), _MOST):
            after = text[found.end() : found.end() + _NEAR]
            before = text[max(0, found.start() - _NEAR) : found.start()]
            if not (_COUNTED.match(after) or _OF_ANOTHER.match(after) or _IN_ANOTHER.search(before)):
                yield found


def is_contents(text: str) -> bool:
    """Whether a line is one of a typed table of contents: dots, then a page."""
    return any(sign in text for sign in DOTS) and bool(_LEADER.search(text))
