"""``data/kinerja.yml``: the Perjanjian Kinerja with its targets, and what was reached (DESIGN section 7).

Figures stay text here and are read by ``laporan.performance``: they are written as an office writes them.
"""

from datetime import date
from typing import Annotated, Literal

import msgspec

from paraf.sop.forms.words import Line, Record, Remark, Version, YesNo

Year = Annotated[int, msgspec.Meta(ge=2000, le=2999, description="tulis tahun empat angka")]
GoalId = Annotated[str, msgspec.Meta(pattern=r"[A-Z]{1,4}-[0-9]{1,2}", description="tulis misalnya SS-1")]
IndicatorId = Annotated[str, msgspec.Meta(pattern=r"[A-Z]{1,4}-[0-9]{1,3}", description="tulis misalnya IKU-1")]
Places = Annotated[int, msgspec.Meta(ge=0, le=6, description="tulis banyaknya angka di belakang koma, paling banyak 6")]
Figure = Remark
Direction = Literal["naik", "turun"]
Reaching = Literal["biasa", "selisih", "terbalik"]
YearRule = Literal["kumulatif", "nilai akhir", "rata-rata"]
Edition = Literal["murni", "perubahan"]
UNNUMBERED = "isi nomor perjanjian"
"""What a new year has in place of a number that only the agreement knows."""


class Agreement(Record, frozen=True):
    """One edition of the Perjanjian Kinerja."""

    nomor: Line
    tanggal: date


class Agreements(Record, frozen=True):
    """The editions; where there is a ``perubahan`` its targets are the ones that count."""

    murni: Agreement
    perubahan: Agreement | None = None


class Band(Record, frozen=True):
    """A band of the scale: a capaian above ``di_atas`` (percent); the last band has none and takes the rest."""

    sebutan: Line
    di_atas: Figure = None


class Scale(Record, frozen=True):
    """The scale of capaian that the report names (none is in PermenPAN-RB 53/2014)."""

    dasar: Line
    pita: Annotated[tuple[Band, ...], msgspec.Meta(min_length=1, description="tulis pita skala dari yang tertinggi")]


class Targets(Record, frozen=True):
    """The year's target as each edition of the agreement has it: a number, ``80 - 90``, or a letter."""

    murni: Line
    perubahan: Figure = None


class Quarters(Record, frozen=True):
    """What was reached in each quarter; blank while it is not measured."""

    tw1: Figure = None
    tw2: Figure = None
    tw3: Figure = None
    tw4: Figure = None


class Past(Record, frozen=True):
    """Target and result of an earlier year, as that year's report published them."""

    tahun: Year
    realisasi: Line
    target: Figure = None


class Plan(Record, frozen=True):
    """The target at the end of the medium-term plan (Renstra)."""

    tahun: Year
    target: Line
    dokumen: Line


class National(Record, frozen=True):
    """The national figure to compare with, or the statement that none exists (analysis 4)."""

    nilai: Figure = None
    tahun: Year | None = None
    sumber: Remark = None
    tidak_ada: Remark = None


class Indicator(Record, frozen=True):
    """One indicator of the agreement. ``capaian`` is the formula: see ``laporan.formulas``.

    ``ditegaskan: tidak`` while its target is only carried over from the year before.
    """

    id: IndicatorId
    nama: Line
    satuan: Line
    arah: Direction
    rumus: Line
    akhir_tahun: YearRule
    target: Targets
    realisasi: Quarters
    renstra: Plan
    nasional: National
    sumber: Line
    penanggung_jawab: Line
    capaian: Reaching = "biasa"
    desimal: Places = 2
    target_triwulan: Quarters = Quarters()
    riwayat: tuple[Past, ...] = ()
    huruf: dict[str, Line] = msgspec.field(default_factory=dict)
    daftar: Remark = None
    belum_terukur: Remark = None
    ditegaskan: YesNo = "ya"
    bila_target_nol: Remark = None


class Goal(Record, frozen=True):
    """A *sasaran strategis* with its indicators."""

    id: GoalId
    nama: Line
    indikator: tuple[Indicator, ...] = ()


class PerformanceFile(Record, frozen=True):
    """The whole file; ``batas_efisiensi`` in percent points, see ``laporan.formulas.efficiency``."""

    skema: Version
    tahun: Year
    perjanjian: Agreements
    skala: Scale
    sasaran: Annotated[tuple[Goal, ...], msgspec.Meta(min_length=1, description="tulis sedikitnya satu sasaran")]
    batas_efisiensi: Line = "5"
