"""A form as a type that the strict door reads: one msgspec class for each record, group and row.

So unknown keys, wrong kinds and missing values are told like those of every other file, with their places.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal

import msgspec

from paraf.sop.evidence import EvidenceForm
from paraf.sop.forms.evidence import (
    AnyField,
    Archive,
    Choice,
    Count,
    Day,
    Group,
    Hour,
    LetterNumber,
    Part,
    Post,
    Rows,
    Scan,
    Sentence,
    Words,
)
from paraf.sop.forms.words import Record, RoleId, StepCode, Text, Version

Digest = Annotated[
    str,
    msgspec.Meta(
        pattern=r"(?:[0-9A-Fa-f]{4} ?){15}[0-9A-Fa-f]{4}",
        description="salin 64 huruf dan angka sidik jari digitalnya; boleh berkelompok empat",
    ),
]
Place = Annotated[str, msgspec.Meta(pattern=r"\S+(?:[ ]+\S+)+", description="sebut lemari, map, atau nomor agendanya")]
_NUMBER = msgspec.Meta(
    pattern=r"(?=[^\n]*[0-9])[A-Za-z0-9.-]+(?:/[A-Za-z0-9.-]+)+",
    description="tulis seperti di suratnya, misalnya 000.8/12/406/2026",
)
_SHEET = msgspec.Meta(pattern=r"(?=[^\n]*[0-9])[A-Za-z0-9./-]+", description="tulis nomor agenda lembarnya")
_HOUR = msgspec.Meta(pattern=r"(?:[01][0-9]|2[0-3])\.[0-5][0-9]", description="tulis misalnya 09.30")
_SCANNED = msgspec.Meta(
    pattern=r"[A-Za-z0-9][A-Za-z0-9 ._-]{0,99}\.(?:pdf|jpg|jpeg|png)",
    description="tulis nama berkasnya, diakhiri .pdf, .jpg, atau .png",
)


class Scanned(Record, frozen=True):
    """A scanned paper, wherever it is kept: its name and the SHA-256 of its bytes."""

    nama: Annotated[str, _SCANNED]
    sidik: Digest


class Sheet(Record, frozen=True):
    """``bukti/<langkah>-kertas.yml``: an approval signed on paper; ``sidik`` is the digest printed on the signed sheet."""

    skema: Version
    langkah: StepCode
    nomor: Annotated[str, _SHEET]
    tanggal: date
    arsip: Place
    sidik: Digest
    catatan: str | None = None

    @property
    def digest(self) -> str:
        """The digest as 64 lower-case hexadecimal digits."""
        return plain_digest(self.sidik)


def plain_digest(text: str) -> str:
    """A digest as printed, in groups of four or not, as 64 lower-case hexadecimal digits."""
    return text.replace(" ", "").lower()


@cache
def shape_of(form: EvidenceForm, later: bool) -> Any:
    """The class of a step's record. A ``later`` record says why it comes, and holds only what it adds."""
    head: list[Any] = [("skema", Version), ("langkah", Literal[form.step])]
    head += [("alasan", Text)] if later else []
    fields = [_typed(form, field, later or field.wajib == "tidak") for field in form.fields]
    name = f"Bukti{form.step}{'Susulan' if later else ''}"
    return _struct(name, [*head, *fields, ("catatan", str | None, None)])


def _struct(name: str, fields: list[Any]) -> Any:
    return msgspec.defstruct(name, fields, bases=(Record,), frozen=True, kw_only=True)


def _typed(form: EvidenceForm, field: AnyField, optional: bool) -> Any:
    """A field for ``defstruct``; an optional one may be left out or blank."""
    type_ = _type(form, field)
    return (field.kunci, type_ | None, None) if optional else (field.kunci, type_)


_PLAIN: Mapping[type[AnyField], Any] = {
    LetterNumber: Annotated[str, _NUMBER],
    Day: date,
    Hour: Annotated[str, _HOUR],
    Words: Text,
    Archive: Place,
    Scan: Scanned,
}
"""The kinds of which every field takes the same values."""


def _type(form: EvidenceForm, field: AnyField) -> Any:
    match field:
        case Group():
            return _inside(form, field)
        case Rows():
            least = msgspec.Meta(min_length=field.minimum, description="tulis sedikitnya satu baris")
            row: Any = _inside(form, field)
            return Annotated[tuple[row, ...], least]
        case Sentence():
            pattern = rf"\s*(?:\S+\s+){{{max(field.kata - 1, 0)},}}\S+\s*"
            return Annotated[str, msgspec.Meta(pattern=pattern, description=f"tulis sedikitnya {field.kata} kata")]
        case Count():
            return _count(field)
        case Choice():
            return Literal[field.pilihan]
        case Post():
            return Literal[form.approvers if field.dari == "penyetuju" and form.approvers else form.roles]
        case Part():
            return Literal[form.parts] if form.parts else RoleId
        case _:
            return _PLAIN[type(field)]


def _inside(form: EvidenceForm, field: Group | Rows) -> Any:
    name = f"{form.step}{field.kunci.title().replace('_', '')}"
    return _struct(name, [_typed(form, one, one.wajib == "tidak") for one in field.isian])


def _count(field: Count) -> Any:
    if field.maksimum is None:
        said = f"tulis angka mulai dari {field.minimum}"
        return Annotated[int, msgspec.Meta(ge=field.minimum, description=said)]
    said = f"tulis angka {field.minimum} sampai {field.maksimum}"
    return Annotated[int, msgspec.Meta(ge=field.minimum, le=field.maksimum, description=said)]
