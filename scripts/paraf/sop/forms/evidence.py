"""``sop/bukti.yml``: what a record of evidence holds, for every word that a condition ``bukti`` of ``naskah.yml`` names.

The kinds of values are a closed vocabulary; which fields a word has, and what holds between them, is the office's.
"""

from typing import Annotated, Literal

import msgspec

from paraf.sop.forms.words import Record, Text, Version, YesNo

Key = Annotated[
    str, msgspec.Meta(pattern=r"[a-z][a-z_]{0,31}", description="pakai huruf kecil dan garis bawah, misalnya tanggal")
]
KeyPath = Annotated[
    str,
    msgspec.Meta(
        pattern=r"[a-z][a-z_]{0,31}(\.[a-z][a-z_]{0,31})?",
        description="tulis kuncinya; di dalam kelompok atau baris: kunci, titik, kunci",
    ),
]
Bound = Annotated[int, msgspec.Meta(ge=0, description="tulis angkanya")]
Month = Annotated[int, msgspec.Meta(ge=1, le=12, description="tulis bulannya, 1 sampai 12")]
Choices = Annotated[tuple[Text, ...], msgspec.Meta(min_length=2, description="tulis sedikitnya dua pilihan")]


class When(Record, frozen=True):
    """The field beside this one, and what it says when this one may not stay blank."""

    kunci: Key
    isi: Text


class Field(Record, frozen=True, kw_only=True, tag_field="jenis"):
    """A field of a record: its key, what people call it, and what to write (``panduan``, printed in the template).

    ``wajib: tidak``: may stay blank, except ``wajib_bila``. ``unik``: no two rows have the same. ``juga_di``: what is
    written here must stand in one of those columns, too.
    """

    kunci: Key
    sebutan: Text
    panduan: Text
    wajib: YesNo = "ya"
    wajib_bila: When | None = None
    unik: YesNo = "tidak"
    juga_di: tuple[KeyPath, ...] = ()


class LetterNumber(Field, frozen=True, kw_only=True, tag="nomor surat"):
    """The number as it stands on the paper; a year at its end must be that of the date ``tahun`` names."""

    tahun: KeyPath | None = None


class Day(Field, frozen=True, kw_only=True, tag="tanggal"):
    """A day, never in the future unless ``boleh_mendatang``; not before the days that ``tidak_sebelum`` names.

    ``pokok``: the day on which the step was done; the first of a record is compared between steps.
    """

    tidak_sebelum: tuple[KeyPath, ...] = ()
    boleh_mendatang: YesNo = "tidak"
    pokok: YesNo = "tidak"


class Hour(Field, frozen=True, kw_only=True, tag="jam"):
    """A time of day, written 09.30."""


class Words(Field, frozen=True, kw_only=True, tag="kata"):
    """A name or a few words."""


class Sentence(Field, frozen=True, kw_only=True, tag="kalimat"):
    """A statement of at least ``kata`` words."""

    kata: Bound = 3


class Count(Field, frozen=True, kw_only=True, tag="bilangan"):
    """A whole number between the bounds, both included."""

    minimum: Bound = 1
    maksimum: Bound | None = None


class Choice(Field, frozen=True, kw_only=True, tag="pilihan"):
    """One of a closed list."""

    pilihan: Choices


class Post(Field, frozen=True, kw_only=True, tag="peran"):
    """A performer of the SOP; ``penyetuju``: the one who approved last in this paper."""

    dari: Literal["semua", "penyetuju"] = "semua"


class Part(Field, frozen=True, kw_only=True, tag="bab"):
    """A chapter or part of the report, by its id in ``sistematika.yml``."""


class Archive(Field, frozen=True, kw_only=True, tag="arsip"):
    """Where the paper lies: cupboard, folder, agenda number."""


class Scan(Field, frozen=True, kw_only=True, tag="berkas"):
    """A scanned paper, or a document: the name of its file and its SHA-256.

    ``unduhan``: what the readers of a published report download, the printed document (its file must lie beside the record),
    or the one that bears the signature.
    """

    unduhan: Literal["naskah", "bertanda tangan"] | None = None


AnySimple = LetterNumber | Day | Hour | Words | Sentence | Count | Choice | Post | Part | Archive | Scan
Inside = Annotated[tuple[AnySimple, ...], msgspec.Meta(min_length=1, description="tulis sedikitnya satu isian")]


class Group(Field, frozen=True, kw_only=True, tag="kelompok"):
    """Fields that belong together under one key."""

    isian: Inside


class Rows(Field, frozen=True, kw_only=True, tag="baris"):
    """A list of rows with fields of their own, at least ``minimum`` of them.

    ``dijawab``: every row has to be answered in ``tanggapan.yml``, by its first field of kind ``bilangan``.
    """

    isian: Inside
    minimum: Bound = 1
    dijawab: YesNo = "tidak"

    @property
    def number(self) -> str | None:
        """The key of the field that numbers its rows, where it has one."""
        counted = (one for one in self.isian if isinstance(one, Count) and one.unik == "ya" and one.wajib == "ya")
        return next((one.kunci for one in counted), None)


AnyField = LetterNumber | Day | Hour | Words | Sentence | Count | Choice | Post | Part | Archive | Scan | Group | Rows


class Kind(Record, frozen=True):
    """A word of ``isi`` in ``naskah.yml``, and the fields it asks for."""

    nama: Text
    isian: Annotated[tuple[AnyField, ...], msgspec.Meta(min_length=1, description="tulis sedikitnya satu isian")]


class Letter(Record, frozen=True):
    """A letter of a paper: rows of its head that must be filled, columns of its table, words it must hold, and
    the rows that stay out (``tanpa``), because what they say is known only after signing and lives in the evidence."""

    berkas: Annotated[str, msgspec.Meta(pattern=r"[a-z0-9][a-z0-9-]*\.md", description="tulis nama berkasnya")]
    kepala: tuple[Text, ...] = ()
    kolom: tuple[Text, ...] = ()
    memuat: tuple[Text, ...] = ()
    tanpa: tuple[Text, ...] = ()
    kata: Bound = 0


class EvidenceFile(Record, frozen=True):
    """The whole file. No evidence of a report year is older than the first day of ``bulan_awal`` of that year."""

    skema: Version
    isi: Annotated[tuple[Kind, ...], msgspec.Meta(min_length=1, description="tulis sedikitnya satu isi bukti")]
    surat: tuple[Letter, ...] = ()
    bulan_awal: Month = 1
