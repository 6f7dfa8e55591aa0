"""``sop/sistematika.yml``: the outline a report must have; the same file checks, scaffolds and documents it."""

from typing import Annotated, Literal

import msgspec

from paraf.sop.forms.words import Confidence, Record, RoleId, Text, Version, YesNo

Count = Annotated[int, msgspec.Meta(ge=0, description="tulis angkanya")]
CallName = Annotated[str, msgspec.Meta(pattern=r"[a-z][a-z_]*", description="tulis nama panggilannya")]
Subject = Literal["capaian", "antar tahun", "jangka menengah", "nasional", "sebab", "efisiensi", "program", "anggaran"]
"""What a part is about, where a check has to know: the seven analyses of Bab III.A, and the money."""


class Minimum(Record, frozen=True):
    """The least a part must hold, below which it is no more than a heading."""

    kata: Count = 0
    tabel: Count = 0


class Part(Record, frozen=True):
    """A heading inside a chapter; ``memuat`` are calls that must stand below it, ``judul_lain`` other wordings."""

    id: RoleId
    judul: Text
    panduan: Text
    wajib: YesNo = "ya"
    perihal: Subject | None = None
    memuat: tuple[CallName, ...] = ()
    minimum: Minimum = Minimum()
    judul_lain: tuple[Text, ...] = ()
    sumber: str | None = None


class ChapterPlan(Record, frozen=True):
    """A chapter: ``nomor`` orders its file; ``per_sasaran``: one for each goal, numbered on from ``nomor``.

    ``bab`` is printed before the title ("Bab III"); ``tingkat`` 2 makes it a part of the chapter before.
    """

    id: RoleId
    nomor: Annotated[str, msgspec.Meta(pattern=r"[0-9]{2}", description="tulis dua angka")]
    judul: Text
    panduan: Text
    dasar: Text
    keyakinan: Confidence = "terbaca"
    wajib: YesNo = "ya"
    per_sasaran: YesNo = "tidak"
    bab: str | None = None
    tingkat: Annotated[int, msgspec.Meta(ge=1, description="tulis 1 atau 2")] = 1
    memuat: tuple[CallName, ...] = ()
    minimum: Minimum = Minimum()
    isi: tuple[Part, ...] = ()


class AnnexPlan(Record, frozen=True):
    """An annex that must be there; ``tahun_laporan``: it is of the report year."""

    id: RoleId
    judul: Text
    panduan: Text
    wajib: YesNo = "ya"
    tahun_laporan: YesNo = "ya"


class OutlineFile(Record, frozen=True):
    """The whole file, chapters and annexes in the order they are bound."""

    skema: Version
    dasar: Text
    bab: Annotated[tuple[ChapterPlan, ...], msgspec.Meta(min_length=1, description="tulis sedikitnya satu bab")]
    lampiran: tuple[AnnexPlan, ...] = ()
