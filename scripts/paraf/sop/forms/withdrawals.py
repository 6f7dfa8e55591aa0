"""``sop/penarikan.yml``: published versions of a report that the office has withdrawn."""

from datetime import date
from typing import Annotated

import msgspec

from paraf.sop.forms.words import Line, Record, Version

Year = Annotated[int, msgspec.Meta(ge=2000, le=2099, description="tulis tahun laporan dengan empat angka")]
Number = Annotated[int, msgspec.Meta(ge=1, le=99, description="tulis versi ke berapa, 1 sampai 99")]


class Withdrawal(Record, frozen=True):
    """A version that is no longer shown: since when, why, and which version of the year is to be read instead."""

    tahun: Year
    versi: Number
    tanggal: date
    alasan: Line
    pengganti: Number | None = None


class WithdrawalsFile(Record, frozen=True):
    """The whole file."""

    skema: Version
    penarikan: tuple[Withdrawal, ...]
