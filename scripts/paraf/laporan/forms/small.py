"""The small papers of a year: ``rencana-kerja.yml``, ``individu.yml``, ``tanggapan.yml``."""

from datetime import date
from typing import Annotated, Literal

import msgspec

from paraf.laporan.forms.report import FileName
from paraf.sop.forms.words import Record, RoleId, StepCode, Text, Version

Count = Annotated[int, msgspec.Meta(ge=1, description="tulis angka mulai dari 1")]
Verdict = Literal["diterima", "diterima sebagian", "ditolak"]


class PlannedStep(Record, frozen=True):
    """When a step is to be done, both days included, and the role that answers for it."""

    langkah: StepCode
    mulai: date
    selesai: date
    penanggung_jawab: RoleId


class PlanFile(Record, frozen=True):
    """``rencana-kerja.yml``: the agreed days of every step; nothing ends later than ``batas``."""

    skema: Version
    batas: date
    jadwal: Annotated[tuple[PlannedStep, ...], msgspec.Meta(min_length=1, description="tulis sedikitnya satu langkah")]


class IndividualReport(Record, frozen=True):
    """One report of an official, by post (or initials), never more personal than that.

    ``diterima`` and ``arsip`` once it has arrived; ``belum`` says why it will not.
    """

    nomor: Count
    bidang: Text
    jabatan: Text
    diterima: date | None = None
    arsip: str | None = None
    belum: str | None = None


class IndividualFile(Record, frozen=True):
    """``individu.yml``: the inventory of the individual reports; ``jumlah_wajib`` are due."""

    skema: Version
    jumlah_wajib: Count
    laporan: tuple[IndividualReport, ...]


class Answer(Record, frozen=True):
    """What became of one row of the matrix: ``perubahan`` in the files ``di``, or ``alasan`` why not."""

    nomor: Count
    jawaban: Verdict
    perubahan: str | None = None
    di: tuple[FileName, ...] = ()
    alasan: str | None = None


class AnswersFile(Record, frozen=True):
    """``tanggapan.yml``: an answer to every row of the matrix of *masukan*."""

    skema: Version
    tanggapan: tuple[Answer, ...]
