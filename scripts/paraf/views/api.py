"""``api/sop.json``: the SOP for machines, version 1. Keys are Indonesian, as in the data files."""

from typing import Any

import msgspec

from paraf.sop.dates import read_date
from paraf.sop.duration import Duration, Measured
from paraf.sop.model import Section, Sop, Step

VERSION = 1


def sop_json(sop: Sop) -> str:
    """The whole SOP; every read value carries its origin and reason."""
    identity = msgspec.to_builtins(sop.identity)
    for key in ("tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif"):
        printed = read_date(identity[key])
        identity[key] = {"tertulis": printed.text, "keadaan": printed.state.value, "iso": printed.iso}
    document = {
        "versi": VERSION,
        "kode": sop.code,
        "judul_pendek": sop.short_title,
        "identitas": identity,
        "pelaksana": msgspec.to_builtins(sop.roles),
        "judul_prosedur": sop.procedure_title,
        "kepala_tabel": msgspec.to_builtins(sop.heads),
        "bagian": [_section(section) for section in sop.sections],
        "catatan": msgspec.to_builtins(sop.remarks),
    }
    # Twenty times as fast as ``json.dumps`` with an indent, and the same bytes.
    return msgspec.json.format(msgspec.json.encode(document), indent=2).decode() + "\n"


def _section(section: Section) -> dict[str, Any]:
    return {
        "kode": section.code,
        "judul": section.title,
        "kolom": section.columns,
        "kolom_tambahan": msgspec.to_builtins(section.extra),
        "langkah": [_step(step) for step in section.steps],
    }


def _step(step: Step) -> dict[str, Any]:
    performers = step.performers.value
    return {
        "kode": step.code,
        "no": step.printed_number,
        "kegiatan": step.kegiatan,
        "kelengkapan": step.kelengkapan,
        "waktu": _duration(step.waktu),
        "output": step.output,
        "ket": step.ket,
        "tambahan": dict(step.tambahan),
        "pelaksana": {
            "siapa": performers.roles,
            "kerja": performers.together,
            **_origin(step.performers.origin.value, step.performers.reason),
        },
        "simbol": {
            "urutan": msgspec.to_builtins(step.symbols.value),
            **_origin(step.symbols.origin.value, step.symbols.reason),
        },
        "lanjut": [
            {
                "dari": edge.source_symbol,
                "ke": edge.target,
                "ke_simbol": edge.target_symbol,
                "label": edge.label,
                "asal": edge.origin.value,
            }
            for edge in step.edges
        ],
        "kembali": {"ke": step.on_refusal.value, **_origin(step.on_refusal.origin.value, step.on_refusal.reason)},
        "persetujuan": {"oleh": step.approval.value, **_origin(step.approval.origin.value, step.approval.reason)},
        "cara": step.cara,
    }


def _origin(origin: str, reason: str | None) -> dict[str, str | None]:
    return {"asal": origin, "alasan": reason}


def _duration(duration: Duration) -> dict[str, Any]:
    if not isinstance(duration, Measured):
        return {"tertulis": duration.text, "terukur": False, "alasan": duration.reason}
    low, high = duration.shortest, duration.longest
    return {
        "tertulis": duration.text,
        "terukur": True,
        "paling_singkat": {"angka": str(low.amount), "satuan": low.unit},
        "paling_lama": {"angka": str(high.amount), "satuan": high.unit},
        "per": duration.per,
    }
