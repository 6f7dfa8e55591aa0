"""The *lembar perubahan* for another program: everything, by the names that an office uses."""

import json
from collections.abc import Mapping

from paraf.laporan.perubahan.records import Angka, Change, Part, Perubahan, Spot

VERSION = 1


def as_json(perubahan: Perubahan, before: str, after: str, *, sample: bool) -> str:
    """One object; ``versi`` is raised when a key changes its meaning."""
    document = {
        "versi": VERSION,
        "contoh": sample,
        "semula": {"nama": before, "tahun": perubahan.before_year},
        "menjadi": {"nama": after, "tahun": perubahan.after_year},
        "angka": [_angka(one) for one in perubahan.angka],
        "bagian": [_part(one) for one in perubahan.parts],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _angka(one: Angka) -> Mapping[str, object]:
    return {
        "pokok": one.subject,
        "perihal": one.what,
        "semula": one.before,
        "menjadi": one.after,
        "asal": one.origin,
        "dibaca_di": list(one.shown),
    }


def _part(one: Part) -> Mapping[str, object]:
    return {
        "id": one.id,
        "jenis": one.kind,
        "berkas": one.file,
        "judul": one.title,
        "judul_semula": one.was,
        "keadaan": one.state,
        "perubahan": [_change(change) for change in one.changes],
    }


def _change(one: Change) -> Mapping[str, object]:
    return {
        "cara": one.way,
        "bentuk": one.shape,
        "dari_data": one.made,
        "semula": _spot(one.before),
        "menjadi": _spot(one.after),
        "isi": [
            {"kolom": cell.head, "kata": [{"tanda": piece.tag, "teks": piece.text} for piece in cell.pieces]}
            for cell in one.cells
        ],
    }


def _spot(spot: Spot | None) -> Mapping[str, object] | None:
    if spot is None:
        return None
    return {
        "bagian": spot.part,
        "di_bawah": spot.section,
        "paragraf": spot.paragraph or None,
        "panel": spot.panel,
        "baris": spot.line or None,
    }
