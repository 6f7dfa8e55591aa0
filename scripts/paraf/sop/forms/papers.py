"""``sop/naskah.yml``: the papers that travel as pull requests, and what completes each step (DESIGN section 5)."""

from typing import Annotated, Literal

import msgspec

from paraf.sop.forms.words import Record, RoleId, StepCode, Text, Version, YesNo

PathPattern = Annotated[
    str,
    msgspec.Meta(
        pattern=r"(?!.*\.\.)[A-Za-z0-9][A-Za-z0-9._*/-]*", description="tulis alamat berkas di dalam folder tahunnya"
    ),
]
Roles = Annotated[tuple[RoleId, ...], msgspec.Meta(min_length=1, description="sebut sedikitnya satu peran")]
Rules = Annotated[
    str,
    msgspec.Meta(
        pattern=r"(?:STR|LKP|DAT|KON|BHS|PRI|TAU|ALU)(?:[0-9]{3})?",
        description="tulis keluarganya (STR, LKP, DAT, KON, BHS, PRI, TAU, ALU) atau satu kode, misalnya KON101",
    ),
]


class Condition(Record, frozen=True, tag_field="jenis"):
    """One condition of a step; ``oleh`` is the role whose act fulfils it."""

    oleh: RoleId


class Write(Condition, frozen=True, tag="susun"):
    """The paper's files exist and pass the checks of this step; ``lengkap``: with nothing missing."""

    lengkap: YesNo = "tidak"


class Submit(Condition, frozen=True, tag="ajukan"):
    """A holder of ``oleh`` hands the paper to the role ``ke``."""

    ke: RoleId


class Approve(Condition, frozen=True, tag="setujui"):
    """A holder of ``oleh`` approves this very content; ``atas`` when it is evidence instead of the covered files."""

    atas: tuple[PathPattern, ...] = ()


class Evidence(Condition, frozen=True, tag="bukti"):
    """A valid record of the step, holding ``isi``."""

    isi: Annotated[tuple[Text, ...], msgspec.Meta(min_length=1, description="sebut apa yang harus tercatat")]


class Merge(Condition, frozen=True, tag="gabung"):
    """The paper is joined to the official text while everything before held."""


AnyCondition = Write | Submit | Approve | Evidence | Merge


class Stage(Record, frozen=True):
    """A SOP step inside a paper."""

    kode: StepCode
    syarat: tuple[AnyCondition, ...]


class Paper(Record, frozen=True):
    """One paper: the files it covers, the papers it waits for, its steps in order."""

    id: RoleId
    nama: Text
    mencakup: Annotated[tuple[PathPattern, ...], msgspec.Meta(min_length=1, description="sebut berkas naskahnya")]
    langkah: Annotated[tuple[Stage, ...], msgspec.Meta(min_length=1, description="tulis sedikitnya satu langkah")]
    setelah: tuple[RoleId, ...] = ()


class Strictness(Record, frozen=True):
    """From step ``sejak`` on, findings of ``aturan`` weigh ``tingkat``; a rule that is named leaves its family."""

    aturan: Rules
    sejak: StepCode
    tingkat: Literal["wajib", "sebaiknya", "catatan"]


class OnPaper(Record, frozen=True):
    """Approvals signed on paper: the roles ``boleh`` sign so, ``dicatat`` files the sheet, one of ``ditegaskan`` confirms it."""

    dicatat: RoleId
    ditegaskan: Roles
    boleh: tuple[RoleId, ...] = ()


class Pages(Record, frozen=True):
    """The hand-written pages: one of ``disetujui`` approves, never the author."""

    disetujui: Roles


class Governance(Record, frozen=True):
    """All other files, the officials among them: ``banyak`` of ``disetujui`` approve, at least one of ``inti``."""

    disetujui: Roles
    inti: Roles
    banyak: Annotated[int, msgspec.Meta(ge=1, le=9, description="tulis 1 sampai 9")] = 2


class PapersFile(Record, frozen=True):
    """The whole file; ``disetujui`` and ``terbit`` are the steps that make a report approved and published.

    ``waktu_baca_minimal`` is in minutes. With ``ketat`` an approval names the digest and co-authors count as authors.
    Without ``halaman`` or ``tata_kelola`` nobody may approve such changes.
    """

    skema: Version
    sop: RoleId
    disetujui: StepCode
    terbit: StepCode
    naskah: Annotated[tuple[Paper, ...], msgspec.Meta(min_length=1, description="tulis sedikitnya satu naskah")]
    rangkap: Literal["tolak", "catat"] = "tolak"
    ketegasan: tuple[Strictness, ...] = ()
    waktu_baca_minimal: Annotated[int, msgspec.Meta(ge=0, le=60, description="tulis menitnya, 0 sampai 60")] = 2
    ketat: YesNo = "tidak"
    kertas: OnPaper | None = None
    halaman: Pages | None = None
    tata_kelola: Governance | None = None
