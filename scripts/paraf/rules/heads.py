"""What the columns of a table written by hand are about, told from the words of its head."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from paraf.door.regex import regex
from paraf.laporan.forms.performance import Edition

Kind = Literal[
    "nomor",
    "kode",
    "nama",
    "satuan",
    "tahun",
    "target",
    "realisasi",
    "capaian",
    "pagu",
    "belanja",
    "serapan",
    "angka",
    "persen",
    "rentang",
    "lain",
]
"""``target``, ``realisasi``, ``capaian`` of performance; ``pagu``, ``belanja``, ``serapan`` of money; ``angka`` counts."""

_WORDS: tuple[tuple[Kind, str], ...] = (
    ("nomor", r"(?:no|nomor)\.?$|#$"),
    ("tahun", r"tahun(?: anggaran)?$"),
    ("kode", r"(?:kode|id)\b"),
    ("satuan", r"satuan\b"),
    ("lain", r".*\b(?:renstra|rpjmd|jangka menengah|akhir periode|nasional|provinsi|standar|tahun lalu)\b"),
    ("lain", r"(?:predikat|sebutan|kategori|kriteria|keterangan|status|penanggung|sumber|rumus|arah|formula)\b"),
    ("nama", r"(?:program|kegiatan|sub ?kegiatan|uraian|indikator|sasaran|tujuan|nama)\b"),
    ("rentang", r".*\b(?:rentang|interval|skala|batas|pita)\b"),
    ("serapan", r".*\b(?:serapan|penyerapan)\b"),
    ("serapan", r"(?:%|persen\w*|tingkat)\s*(?:realisasi\s*)?(?:anggaran|keuangan|belanja)\b"),
    ("serapan", r"realisasi (?:anggaran|keuangan|belanja) \((?:%|persen)\)"),
    ("persen", r"(?:selisih|kenaikan|penurunan|pertumbuhan|perubahan|efisiensi)\b"),
    ("capaian", r".*\b(?:capaian|pencapaian|ketercapaian)\b|kinerja \((?:%|persen)\)"),
    ("belanja", r".*\b(?:realisasi (?:anggaran|keuangan|belanja)|realisasi \(?rp|belanja|pengeluaran|terpakai)\b"),
    ("pagu", r".*\b(?:pagu|anggaran|alokasi|dpa)\b"),
    ("target", r".*\btarget\b"),
    ("realisasi", r".*\brealisasi\b"),
    ("persen", r".*(?:%|\bpersen|\bproporsi\b|\bporsi\b)"),
    ("angka", r".*\b(?:jumlah|banyaknya|total|sisa|volume|\(rp|\(orang|\(unit)\b"),
)
_PATTERNS = tuple((kind, regex(words)) for kind, words in _WORDS)
_YEAR = regex(r"\b(20\d\d)\b")
_PART = regex(
    r"\b(?:tw ?(?:[1-4]|i{1,3}|iv)?|triwulan|tribulan|semester|bulan|s\.?d\.?|januari|maret|juni|september)\b"
)
_SCALE = regex(r"\b(ribu|juta|mil[iy]ar|triliun)(?:an)?\b")
_EDITION = regex(r"\b(?:(murni|awal|semula|sebelum perubahan|induk)|(perubahan|menjadi|setelah perubahan|p-apbd))\b")
SCALES = {
    **{"ribu": Decimal(1000), "juta": Decimal(1_000_000), "triliun": Decimal(10**12)},
    **{"miliar": Decimal(10**9), "milyar": Decimal(10**9)},
}
"""The words that stand for zeros."""


class Head(Struct, frozen=True):
    """A column's head. ``part``: only a part of the year; ``scale``: what its figures are multiples of."""

    text: str
    kind: Kind
    year: int | None = None
    part: bool = False
    edition: Edition | None = None
    scale: Decimal = Decimal(1)


def editions_in(text: str) -> frozenset[Edition]:
    """Every edition of agreement or budget that words name."""
    return frozenset("murni" if match[1] else "perubahan" for match in _EDITION.finditer(text.casefold()))


def edition_in(text: str) -> Edition | None:
    """The one edition that words name; ``None`` when they name none, or both."""
    found = editions_in(text)
    return next(iter(found)) if len(found) == 1 else None


def read_heads(cells: Sequence[str]) -> tuple[Head, ...]:
    """The heads of a table from left to right; a bare ``Realisasi`` or ``%`` is about what stands before it."""
    heads = [_head(text) for text in cells]
    kinds = {head.kind for head in heads}
    money = False
    for index, head in enumerate(heads):
        if head.kind in ("target", "pagu", "belanja"):
            money = head.kind != "target"
        if head.kind == "realisasi" and money:
            heads[index] = replace(head, kind="belanja")
        elif head.kind == "persen" and not re.search(r"\w{3}", head.text.casefold().replace("persen", "")):
            heads[index] = replace(head, kind=("serapan" if money else "capaian") if kinds & _MEASURED else "persen")
        elif head.kind == "capaian" and money and not kinds & {"target", "serapan"}:
            heads[index] = replace(head, kind="serapan")
    return tuple(heads)


_MEASURED: set[Kind] = {"realisasi", "belanja"}


def _head(text: str) -> Head:
    low = " ".join(text.casefold().split())
    kind = next((kind for kind, pattern in _PATTERNS if pattern.match(low)), None)
    years, scale = _YEAR.findall(low), _SCALE.search(low)
    return Head(
        text=text,
        kind=kind or "lain",
        year=int(years[-1]) if years else None,
        part=bool(_PART.search(low)),
        edition=edition_in(low),
        scale=SCALES[scale[1]] if scale else Decimal(1),
    )
