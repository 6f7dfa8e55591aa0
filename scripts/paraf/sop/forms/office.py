"""``sop/instansi.yml``: the office that uses the SOP."""

from typing import Annotated, Literal

import msgspec

from paraf.sop.forms.words import Confidence, Record, RoleId, Text, Version, YesNo

Millimetres = Annotated[int, msgspec.Meta(ge=1, description="tulis ukuran dalam milimeter")]
Year = Annotated[str, msgspec.Meta(pattern=r"20[0-9]{2}", description="tulis tahun empat angka")]


Address = Annotated[
    str,
    msgspec.Meta(
        pattern=r"https://[a-z0-9.-]+(/[A-Za-z0-9._-]+)*", description="misalnya https://contoh.go.id/panduan"
    ),
]
Picture = Annotated[
    str,
    msgspec.Meta(
        pattern=r"[a-z0-9][a-z0-9_-]{0,59}\.(png|jpg|jpeg|webp)", description="sebut nama berkas gambar di folder docs/"
    ),
]
REPOSITORY = msgspec.Meta(pattern=r"https://[a-z0-9.-]+(/[A-Za-z0-9._-]+)+", description="misalnya https://…")


Target = Literal["tidak", "pages", "repositori", "zip"]
RepositoryName = Annotated[
    str,
    msgspec.Meta(
        pattern=r"[A-Za-z0-9](-?[A-Za-z0-9]){0,38}/[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}",
        description="tulis pemilik/nama, misalnya kantor/situs-lakip",
    ),
]
Branch = Annotated[
    str,
    msgspec.Meta(
        pattern=r"[a-z0-9][a-z0-9-]{0,40}", description="pakai huruf kecil, angka, dan tanda hubung, misalnya main"
    ),
]


class TimeZone(Record, frozen=True):
    """The IANA name of the zone and the letters printed after a time."""

    nama: Annotated[
        str, msgspec.Meta(pattern=r"[A-Z][A-Za-z_]+(/[A-Z][A-Za-z_]+)*", description="misalnya Asia/Jakarta")
    ]
    singkatan: Text


class Sheet(Record, frozen=True):
    """The paper that prints go on."""

    nama: Text
    lebar: Millimetres
    tinggi: Millimetres


class Deadline(Record, frozen=True):
    """A date from outside the SOP, as its source words it."""

    perihal: Text
    tanggal: Text
    dasar: Text
    keyakinan: Confidence


class Publishing(Record, frozen=True):
    """Where the finished site goes: nowhere, to Pages, to a repository of its own, or into a ZIP for a server.

    Nowhere is what holds unless the office writes otherwise: no private repository shows anything by surprise.
    ``catat_asal`` asks GitHub to record where a site came from also where the repository is not public.
    """

    tujuan: Target = "tidak"
    repositori: RepositoryName | None = None
    cabang: Branch = "main"
    catat_asal: YesNo = "tidak"


class OfficeFile(Record, frozen=True):
    """The whole file; ``lampiran_tertutup`` are the ids of annexes that a build for the PPID leaves out."""

    skema: Version
    nama: Text
    nama_pendek: Text
    pemerintah: Text
    tempat: Text
    zona_waktu: TimeZone
    kertas: Sheet
    repositori: Annotated[str, REPOSITORY] | None = None
    situs: Address | None = None
    lambang: Picture | None = None
    samarkan: tuple[Literal["nip"], ...] = ()
    tahun_contoh: tuple[Year, ...] = ()
    posisi_publik: YesNo = "ya"
    terbit: Publishing = Publishing()
    lampiran_tertutup: tuple[RoleId, ...] = ()
    batas_waktu: tuple[Deadline, ...] = ()
