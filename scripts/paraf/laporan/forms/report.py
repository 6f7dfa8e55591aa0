"""The smaller files of a report year: ``laporan.yml``, ``lampiran/daftar.yml``, ``data/pengecualian.yml``."""

from datetime import date
from typing import Annotated

import msgspec

from paraf.laporan.forms.performance import Year
from paraf.sop.forms.words import Line, Record, Remark, RoleId, Version

RuleCode = Annotated[str, msgspec.Meta(pattern=r"[A-Z]{3}[0-9]{3}", description="tulis kodenya, misalnya BHS101")]
FileName = Annotated[
    str,
    msgspec.Meta(
        pattern=r"(?!.*\.\.)[a-z0-9][a-z0-9._/-]*", description="tulis alamat berkas di dalam folder tahunnya"
    ),
]


class ReportFile(Record, frozen=True):
    """``laporan.yml``: what the report calls itself, the SOP it runs under, the day its data are of."""

    skema: Version
    tahun: Year
    judul: Line
    singkatan: Line
    sop: Line
    keadaan: date


class Annex(Record, frozen=True):
    """An annex: ``berkas`` holds it below ``lampiran/``; without one ``arsip`` says where the paper lies."""

    id: RoleId
    judul: Line
    tahun: Year
    berkas: FileName | None = None
    arsip: Remark = None


class AnnexFile(Record, frozen=True):
    """``lampiran/daftar.yml``: the annexes in the order they are bound."""

    skema: Version
    lampiran: tuple[Annex, ...]


class Exemption(Record, frozen=True):
    """A finding the office keeps on purpose: the rule, the file, words of the line, and why."""

    kode: RuleCode
    berkas: FileName
    memuat: Line
    alasan: Line


class ExemptionFile(Record, frozen=True):
    """``data/pengecualian.yml``: the whole file."""

    skema: Version
    pengecualian: tuple[Exemption, ...]
