"""``sop/petugas.yml``: who holds which role, from when to when, on which decree (SK)."""

from datetime import date
from typing import Annotated, Literal

import msgspec

from paraf.sop.forms.words import Record, RoleId, Text, Version, YesNo

ACCOUNT = msgspec.Meta(pattern=r"[A-Za-z0-9](-?[A-Za-z0-9]){0,38}", description="tulis nama akun GitHub-nya")


class Person(Record, frozen=True):
    """One person and the forge account that acts for them; ``id`` is numeric and survives a renamed account.

    Who has neither signs on paper only (``kertas`` of ``naskah.yml``). ``nama_dulu`` are earlier ways in which the name was
    written: old lines of the book keep the name of their day.
    """

    kunci: RoleId
    nama: Text
    akun: Annotated[str, ACCOUNT] | None = None
    id: Annotated[int, msgspec.Meta(ge=1, description="tulis nomor akun GitHub-nya")] | None = None
    nama_dulu: tuple[Text, ...] = ()


class Term(Record, frozen=True):
    """A term of office, both days included; ``selesai`` is ``None`` while it runs. A Plh always has an end."""

    peran: RoleId
    orang: RoleId
    kedudukan: Literal["definitif", "plt", "plh"]
    mulai: date
    sk: Text
    selesai: date | None = None


class OfficialsFile(Record, frozen=True):
    """The whole file; ``contoh`` while the people in it are invented."""

    skema: Version
    orang: tuple[Person, ...]
    masa_jabatan: tuple[Term, ...]
    contoh: YesNo = "tidak"
