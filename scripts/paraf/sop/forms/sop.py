"""``sop/sop-*.yml``: the SOP as PermenPAN-RB 35/2012 prints it, our readings (*tafsir*) and the *cara* beside it.

Printed text is kept verbatim: ``None`` is a blank cell, ``"-"`` a printed dash.
"""

from typing import Annotated, Literal

import msgspec

from paraf.sop.forms.words import Confidence, Record, RoleId, StepCode, Target, Text, Version, YesNo

Shape = Literal["kapsul", "kotak", "belah-ketupat"]
Together = Literal["tunggal", "bersama", "berurutan"]
Printed = str | None


class KopLine(Record, frozen=True):
    """One line of the letterhead; ``tebal`` when the sheet prints it bold."""

    teks: Text
    tebal: YesNo = "tidak"


class Approval(Record, frozen=True):
    """Who enacted the SOP, as printed; ``nip`` with its label."""

    jabatan: Text
    nama: Text
    pangkat: Printed = None
    nip: Printed = None


class Box(Record, frozen=True):
    """One titled box of the identity block: numbered items or one paragraph."""

    judul: Text
    butir: tuple[Text, ...] = ()
    paragraf: Printed = None


class IdentityLabels(Record, frozen=True):
    """The labels of the identity rows; offices word them differently."""

    nomor: Text = "Nomor SOP"
    tanggal_pembuatan: Text = "Tanggal Pembuatan"
    tanggal_revisi: Text = "Tanggal Revisi"
    tanggal_efektif: Text = "Tanggal Efektif"
    disahkan_oleh: Text = "Disahkan oleh"
    nama: Text = "Nama SOP"


class Identity(Record, frozen=True):
    """The identity block of the sheet; a date is a date, a dash or blank."""

    nomor: Text
    tanggal_pembuatan: Printed
    tanggal_revisi: Printed
    tanggal_efektif: Printed
    kop: Annotated[tuple[KopLine, ...], msgspec.Meta(min_length=1, description="tulis baris kop satu per satu")]
    disahkan_oleh: Approval
    nama: Text
    dasar_hukum: Box
    kualifikasi_pelaksana: Box
    keterkaitan: Box
    peralatan: Box
    peringatan: Box
    pencatatan: Box
    label: IdentityLabels = IdentityLabels()


class Role(Record, frozen=True):
    """A performer: ``sebutan`` heads the column, ``sebutan_lain`` are the other words the text uses for the same."""

    id: RoleId
    sebutan: Text
    jabatan: Printed = None
    sebutan_lain: tuple[Text, ...] = ()


class TableHeads(Record, frozen=True):
    """The heads of the procedure table, as printed."""

    no: Text = "No."
    kegiatan: Text = "Kegiatan"
    pelaksana: Text = "Pelaksana"
    mutu_baku: Text = "Mutu Baku"
    kelengkapan: Text = "Kelengkapan"
    waktu: Text = "Waktu"
    output: Text = "Output"
    ket: Text = "Ket"


class ExtraColumn(Record, frozen=True):
    """A column beyond the standard ones (cost, say); a step fills it under ``tambahan``."""

    id: RoleId
    judul: Text


class Symbol(Record, frozen=True):
    """One symbol of a row; ``oleh`` when it stands in another column than the row's first performer."""

    bentuk: Shape
    oleh: RoleId | None = None


class Arrow(Record, frozen=True):
    """An arrow out of a row: from its n-th symbol (``dari``, last when absent) to a step, or to its n-th symbol."""

    ke: Target
    bila: YesNo | None = None
    dari: Annotated[int, msgspec.Meta(ge=1, description="urutan simbol dihitung dari 1")] | None = None


class Drawing(Record, frozen=True):
    """What the flowchart prints in a row; absent when the print has no flowchart."""

    pelaksana: tuple[RoleId, ...]
    simbol: tuple[Symbol, ...]
    kerja: Together = "tunggal"
    lanjut: tuple[Arrow, ...] | None = None


class ReadPerformer(Record, frozen=True):
    """Our reading of who performs a step, with its reason."""

    siapa: tuple[RoleId, ...]
    alasan: Text
    kerja: Together = "tunggal"


class ReadSymbols(Record, frozen=True):
    """Our reading of the row's symbols, with its reason."""

    urutan: tuple[Symbol, ...]
    alasan: Text


class ReadReturn(Record, frozen=True):
    """Our reading of where a refusal leads, with its reason."""

    ke: StepCode
    alasan: Text


class ReadApproval(Record, frozen=True):
    """Our reading that somebody without a symbol in this row decides inside the step, with its reason."""

    oleh: RoleId
    alasan: Text


class Reading(Record, frozen=True):
    """*Tafsir*: what we read where the print is silent; never mixed with the printed fields."""

    pelaksana: ReadPerformer | None = None
    simbol: ReadSymbols | None = None
    kembali: ReadReturn | None = None
    persetujuan: ReadApproval | None = None


class StepRow(Record, frozen=True):
    """One row of the procedure table."""

    no: Annotated[str, msgspec.Meta(pattern=r"[0-9]{1,3}\.?", description='tulis nomornya, misalnya "1."')]
    kegiatan: Text
    kelengkapan: Printed
    waktu: Printed
    output: Printed
    ket: Printed = None
    tambahan: dict[str, Printed] = msgspec.field(default_factory=dict)
    gambar: Drawing | None = None
    tafsir: Reading = Reading()
    cara: tuple[Text, ...] = ()
    kata_cari: tuple[Text, ...] = ()

    @property
    def number(self) -> int:
        """The number as counted; ``no`` keeps the print (``01.``)."""
        return int(self.no.rstrip("."))


class Section(Record, frozen=True):
    """A procedure under the cover: its letter, its columns in printed order, its rows."""

    kode: Annotated[str, msgspec.Meta(pattern=r"[A-Z]{1,2}", description="tulis huruf bagian, misalnya C")]
    kolom: Annotated[tuple[RoleId, ...], msgspec.Meta(min_length=1, description="sebut kolom pelaksananya")]
    langkah: Annotated[tuple[StepRow, ...], msgspec.Meta(min_length=1, description="tulis sedikitnya satu langkah")]
    judul: Printed = None
    kolom_tambahan: tuple[ExtraColumn, ...] = ()


class Remark(Record, frozen=True):
    """Something we noticed that no check can find; ``langkah`` where it belongs to one step."""

    isi: Text
    keyakinan: Confidence
    langkah: StepCode | None = None


class SopFile(Record, frozen=True):
    """The whole file."""

    skema: Version
    kode: RoleId
    judul_pendek: Text
    identitas: Identity
    pelaksana: Annotated[tuple[Role, ...], msgspec.Meta(min_length=1, description="sebut para pelaksananya")]
    bagian: Annotated[tuple[Section, ...], msgspec.Meta(min_length=1, description="tulis sedikitnya satu bagian")]
    judul_prosedur: Printed = None
    kepala_tabel: TableHeads = TableHeads()
    catatan: tuple[Remark, ...] = ()
