"""A line of the book: one step of a closed paper as one JSON object, in the one way it may be written.

Canonical form: keys in the order of the alphabet, no blanks, UTF-8, one line, a newline at its end. ``sebelum`` is the
SHA-256 of the line before with its newline; the first line of a file continues the last of the file before, and the
first of all names the year.
"""

import hashlib
from datetime import datetime
from typing import Annotated, Literal

import msgspec

from paraf.door.regex import regex
from paraf.sop.forms.words import Record, RoleId, StepCode, Text, Version

Digest = Annotated[str, msgspec.Meta(pattern=r"[0-9a-f]{64}", description="tulis 64 angka heksadesimal huruf kecil")]
Before = Annotated[
    str,
    msgspec.Meta(
        pattern=r"[0-9a-f]{64}|tahun-20[0-9]{2}",
        description="tulis SHA-256 baris sebelumnya, atau tahunnya pada baris pertama",
    ),
]
Counted = Annotated[int, msgspec.Meta(ge=1, le=10**15, description="tulis bilangan mulai dari 1")]
Year = Annotated[int, msgspec.Meta(ge=2000, le=2099, description="tulis tahun laporan dengan empat angka")]
Moment = Annotated[datetime, msgspec.Meta(tz=True, description="tulis waktu dengan selisih zonanya")]
Kind = Literal["susun", "ajukan", "setujui", "bukti", "gabung"]

FOLDER = "buku"
MOST_FILES = 999
_NAME = regex(r"([0-9]{3})-([a-z][a-z0-9-]{0,31})\.jsonl")


class DeedLine(Record, frozen=True):
    """One deed of a step: who did it in which role, under which name and standing on that day, and when.

    ``kedudukan`` is that of the role's holder, ``None`` where the account held no such role (a merge may be anyone's).
    ``sidik`` is the digest that it binds; ``tinjauan`` the number of the review. Of an approval signed on paper
    ``di_atas_kertas`` names who signed, and the account is that of the person who confirmed it.
    """

    akun: Counted
    di_atas_kertas: Text | None
    jenis: Kind
    kedudukan: Literal["definitif", "plt", "plh"] | None
    nama: Text
    peran: RoleId
    sidik: Digest | None
    tinjauan: Counted | None
    waktu: Moment


class Line(Record, frozen=True):
    """One step of a closed paper; all lines of a file agree in everything but step, deeds and ``sebelum``."""

    edisi: Annotated[int, msgspec.Meta(ge=1, le=99, description="tulis edisi ke berapa, 1 sampai 99")]
    langkah: StepCode
    naskah: RoleId
    pr: Counted
    sebelum: Before
    selesai: Moment
    sidik_aturan: Digest | None
    sidik_isi: Digest
    sidik_teks: Digest | None
    skema: Version
    tahun: Year
    tindakan: Annotated[tuple[DeedLine, ...], msgspec.Meta(min_length=1, description="tulis sedikitnya satu tindakan")]


def beginning(year: int) -> str:
    """What the very first line of a year continues."""
    return f"tahun-{year}"


def written(line: Line) -> bytes:
    """The canonical bytes of a line, its newline included."""
    return _ENCODER.encode(line) + b"\n"


def seal(data: bytes) -> str:
    """The SHA-256 of a line with its newline: what the next line repeats."""
    return hashlib.sha256(data).hexdigest()


def file_name(number: int, paper: str) -> str:
    """``001-nota-dinas.jsonl``: the place in merge order, and the paper."""
    return f"{number:03d}-{paper}.jsonl"


def read_name(name: str) -> tuple[int, str] | None:
    """The number and the paper that the name of a book file tells; ``None`` where it is none."""
    found = _NAME.fullmatch(name)
    return (int(found[1]), found[2]) if found else None


_ENCODER = msgspec.json.Encoder(order="sorted")
