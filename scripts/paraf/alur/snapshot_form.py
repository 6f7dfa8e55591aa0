"""The format of a facts snapshot: everything a forge attested about one report year, at one moment, as one JSON file.

Trees are written once each, as what differs from an earlier one, so that a year of pushes stays small. Whatever has its
usual value is left out.
"""

from datetime import datetime
from typing import Annotated, Literal

import msgspec

from paraf.sop.forms.officials import OfficialsFile
from paraf.sop.forms.words import Version

Account = Annotated[int, msgspec.Meta(ge=1, le=10**15, description="tulis nomor akun GitHub-nya")]
Number = Annotated[int, msgspec.Meta(ge=1, le=10**15, description="tulis bilangan mulai dari 1")]
Index = Annotated[int, msgspec.Meta(ge=0, le=100_000, description="tulis urutannya di daftar, mulai dari 0")]
Year = Annotated[int, msgspec.Meta(ge=2000, le=2099, description="tulis tahun laporan dengan empat angka")]
Sha256 = Annotated[str, msgspec.Meta(pattern=r"[0-9a-f]{64}", description="tulis 64 angka heksadesimal huruf kecil")]
BlobText = Annotated[
    str,
    msgspec.Meta(
        pattern=r"[0-7]{6} [0-9a-f]{64} (0|[1-9][0-9]{0,14})", description="tulis mode, SHA-256, dan ukuran berkasnya"
    ),
]
Verdict = Literal["menyetujui", "meminta perubahan", "berkomentar"]


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A part of the snapshot."""


class TreeEntry(Entry, frozen=True):
    """A tree as ``isi`` (path to mode, SHA-256 and size) over an earlier tree ``dari``, without ``tanpa``."""

    isi: dict[str, BlobText]
    dari: Index | None = None
    tanpa: tuple[str, ...] = ()


class VersionEntry(Entry, frozen=True):
    """What stood from a push on."""

    pohon: Index
    waktu: datetime | None = None
    oleh: Account | None = None
    menyentuh: tuple[str, ...] = ()
    terlihat: datetime | None = None
    ikut_menulis: tuple[Account, ...] = ()


class ReviewEntry(Entry, frozen=True):
    """A formal review, as it was before any dismissal."""

    id: Number
    oleh: Account
    hasil: Verdict
    waktu: datetime
    teks: str = ""
    disunting: datetime | None = None
    dibatalkan: datetime | None = None
    bot: bool = False


class CommentEntry(Entry, frozen=True):
    """A comment."""

    id: Number
    oleh: Account
    waktu: datetime
    teks: str
    disunting: datetime | None = None
    bot: bool = False


class NamingEntry(Entry, frozen=True):
    """A review request or an assignment."""

    oleh: Account
    siapa: Account
    waktu: datetime
    bot: bool = False


class ReadyEntry(Entry, frozen=True):
    """A draft was marked as ready."""

    oleh: Account
    waktu: datetime
    bot: bool = False


class MergedEntry(Entry, frozen=True):
    """The merge and what the base held right after it."""

    waktu: datetime
    oleh: Account
    pohon: Index


class SpanEntry(Entry, frozen=True):
    """A time in which the pull request was open."""

    sejak: datetime
    sampai: datetime | None = None


class PullEntry(Entry, frozen=True):
    """One pull request; ``petugas`` and ``usulan_petugas`` are places in the list of officials."""

    nomor: Number
    pembuka: Account
    terbuka: Annotated[tuple[SpanEntry, ...], msgspec.Meta(min_length=1, description="tulis sejak kapan terbuka")]
    versi: tuple[VersionEntry, ...]
    jalur: tuple[str, ...]
    dasar: str = "main"
    draf: bool = False
    fork: bool = False
    tinjauan: tuple[ReviewEntry, ...] = ()
    komentar: tuple[CommentEntry, ...] = ()
    penunjukan: tuple[NamingEntry, ...] = ()
    siap: tuple[ReadyEntry, ...] = ()
    disatukan: MergedEntry | None = None
    catatan_pemeriksaan: dict[str, tuple[str, ...]] = {}
    lembar: dict[str, str] = {}
    sidik_teks: str | None = None
    sidik_aturan: str | None = None
    petugas: Index | None = None
    usulan_petugas: Index | None = None
    beda_kerangka: tuple[str, ...] | None = None
    bocor: tuple[str, ...] = ()
    tak_terbaca: tuple[str, ...] = ()
    palsu: tuple[str, ...] = ()
    bentrok: tuple[str, ...] = ()


class AppointmentEntry(Entry, frozen=True):
    """A commit on main that changed the officials; ``petugas`` is the place of what it made of them."""

    commit: str
    waktu: datetime
    pr: Number | None = None
    petugas: Index | None = None


class SnapshotFile(Entry, frozen=True):
    """The whole file; ``dibaca`` is when the forge was read, ``utama`` the place of main's tree, ``buku_lain`` that of the
    books of the other years."""

    skema: Version
    tahun: Year
    pohon: tuple[TreeEntry, ...]
    utama: Index
    pr: tuple[PullEntry, ...]
    dibaca: datetime | None = None
    langsung: bool = True
    buku_lain: Index | None = None
    petugas: tuple[OfficialsFile, ...] = ()
    pengangkatan: tuple[AppointmentEntry, ...] = ()
    teks: dict[str, str] = {}
    bita: dict[str, str] = {}
