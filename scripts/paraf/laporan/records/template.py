"""A record to fill in: every key with a line that says what to write, and what the caller already knows in its place."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date

from paraf.door.regex import regex
from paraf.laporan.records.names import EvidenceName
from paraf.sop.evidence import EvidenceForm
from paraf.sop.forms.evidence import AnyField, AnySimple, Choice, Day, Group, Post, Rows, Scan

Given = Mapping[str, str]
"""Values by their address: ``nomor``, ``tanda_tangan.oleh``, ``pengiriman.2.kepada``."""
_PLAIN = regex(r"[A-Za-z0-9][A-Za-z0-9 ./-]*[A-Za-z0-9.]|[A-Za-z0-9]")
_DAY = regex(r"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b")
_OFTEN = 60
"""The most rows that a call may give."""


def template(form: EvidenceForm, name: EvidenceName, today: date, given: Given | None = None) -> str:
    """The text of a new record; days on which the step is done begin as today."""
    known = given or {}
    later = name.number > 1
    lines = [
        f"# Bukti pelaksanaan langkah {form.step}. Isi yang masih kosong; baris yang diawali # boleh dihapus.",
        *([] if later else [f"# yaml-language-server: $schema=../../../sop/skema/bukti-{form.step.lower()}.json"]),
        "skema: 1",
        f"langkah: {form.step}",
    ]
    if later:
        lines += [
            "",
            "# Mengapa bukti ini menyusul. Hapus di bawah ini yang tidak ditambahkan.",
            _line("alasan", known),
        ]
    for field in form.fields:
        lines += ["", *_field(form, field, today, known)]
    lines += ["", "# Catatan lain; boleh kosong", _line("catatan", known)]
    return "\n".join(lines) + "\n"


def sheet_template(name: EvidenceName, today: date, given: Given | None = None) -> str:
    """The text of a new record of an approval that was signed on paper."""
    known = {"tanggal": today.isoformat(), **(given or {})}
    said = {
        "nomor": "Nomor agenda lembar yang ditandatangani",
        "tanggal": "Tanggal ditandatangani",
        "arsip": "Lemari, map, dan nomor agendanya",
        "sidik": "Sidik jari digital yang tercetak di kaki lembarnya; salin berkelompok empat",
        "catatan": "Catatan lain; boleh kosong",
    }
    lines = [
        f"# Persetujuan langkah {name.step} di atas kertas.",
        "# yaml-language-server: $schema=../../../sop/skema/bukti-kertas.json",
        "skema: 1",
        f"langkah: {name.step}",
        *(line for key, words in said.items() for line in ("", f"# {words}", _line(key, known))),
    ]
    return "\n".join(lines) + "\n"


def addresses(form: EvidenceForm, name: EvidenceName) -> tuple[str, ...]:
    """Every address that a value may be given for; ``N`` stands for the number of a row."""
    own = ("catatan",) if name.number == 1 else ("alasan", "catatan")
    return (*(path for field in form.fields for path in _paths(field)), *own)


SHEET_ADDRESSES = ("nomor", "tanggal", "arsip", "sidik", "catatan")


def unknown(given: Given, known: tuple[str, ...]) -> tuple[str, ...]:
    """The given addresses that no field has."""
    return tuple(path for path in given if _numbered(path) not in known)


def same_template(one: str, other: str) -> bool:
    """Whether two texts are the same untouched template, maybe of different days."""
    return _DAY.sub("", one) == _DAY.sub("", other)


def _numbered(path: str) -> str:
    return re.sub(rf"\.(?:[1-9]|[1-5][0-9]|{_OFTEN})(?=\.)", ".N", path, count=1)


def _paths(field: AnyField, before: str = "") -> Iterator[str]:
    here = f"{before}{field.kunci}"
    if isinstance(field, (Group, Rows)):
        inside = f"{here}.N." if isinstance(field, Rows) else f"{here}."
        for inner in field.isian:
            yield from _paths(inner, inside)
    elif isinstance(field, Scan):
        yield from (f"{here}.nama", f"{here}.sidik")
    else:
        yield here


def _field(form: EvidenceForm, field: AnyField, today: date, given: Given) -> Iterator[str]:
    match field:
        case Group():
            yield f"# {field.sebutan}: {field.panduan}"
            yield f"{field.kunci}:"
            for inner in field.isian:
                yield from (f"  {line}" for line in _simple(form, inner, f"{field.kunci}.", today, given))
        case Rows():
            none = " Hapus susunan ini bila tidak ada." if field.minimum == 0 else ""
            yield f"# {field.sebutan}: {field.panduan}.{none}"
            yield f"{field.kunci}:"
            for number in range(1, _rows(field.kunci, given) + 1):
                yield from _row(form, field, number, today, given)
        case _:
            yield from _simple(form, field, "", today, given)


def _row(form: EvidenceForm, field: Rows, number: int, today: date, given: Given) -> Iterator[str]:
    for at, inner in enumerate(field.isian):
        said, line = _simple(form, inner, f"{field.kunci}.{number}.", today, given)
        if number == 1:
            yield f"{'    ' if at else '  '}{said}"
        yield f"  {'  ' if at else '- '}{line}"


def _rows(key: str, given: Given) -> int:
    numbers = [found[1] for path in given if (found := re.fullmatch(rf"{key}\.([0-9]{{1,2}})\..+", path))]
    return max(map(int, numbers), default=1)


def _simple(form: EvidenceForm, field: AnySimple, before: str, today: date, given: Given) -> Iterator[str]:
    path = f"{before}{field.kunci}"
    yield f"# {field.sebutan}: {field.panduan}{_choice(form, field)}"
    if isinstance(field, Scan):
        parts = [f"{key}: {_text(given[f'{path}.{key}'])}" for key in ("nama", "sidik") if f"{path}.{key}" in given]
        yield f"{field.kunci}: {{{', '.join(parts)}}}" if parts else f"{field.kunci}:"
        return
    natural = today.isoformat() if isinstance(field, Day) and field.pokok == "ya" else ""
    if isinstance(field, Post) and len(_roles(form, field)) == 1:
        natural = _roles(form, field)[0]
    yield f"{field.kunci}: {_text(given.get(path, natural))}".rstrip()


def _choice(form: EvidenceForm, field: AnySimple) -> str:
    said = field.pilihan if isinstance(field, Choice) else _roles(form, field) if isinstance(field, Post) else ()
    said = (*said, *(["{nama: …, sidik: …}"] if isinstance(field, Scan) else []))
    blank = "; boleh kosong" if field.wajib == "tidak" and "kosong" not in field.panduan else ""
    return f"{blank} ({' · '.join(said)})" if said else blank


def _roles(form: EvidenceForm, field: Post) -> tuple[str, ...]:
    return form.approvers if field.dari == "penyetuju" and form.approvers else form.roles


def _line(key: str, given: Given) -> str:
    return f"{key}: {_text(given.get(key, ''))}".rstrip()


def _text(value: str) -> str:
    """A value as YAML: bare where nobody could read it otherwise, else between quotes."""
    return value if value == "" or _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)
