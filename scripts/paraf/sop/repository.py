"""Everything ``sop/`` decides, read together: faults of all files at once, or one consistent whole."""

import difflib
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple, TypeVar

from msgspec import Struct

from paraf.door.decode import Source, load
from paraf.door.keys import listing
from paraf.door.regex import regex
from paraf.door.text import echo
from paraf.errors import DataError, Fault, UsageError
from paraf.finding import Place
from paraf.sop.build import build_sop
from paraf.sop.cross import (
    check_codes,
    check_office,
    check_officials,
    check_outline,
    check_papers,
    check_withdrawals,
)
from paraf.sop.cross_beyond import check_beyond
from paraf.sop.cross_evidence import check_evidence
from paraf.sop.forms.beyond import BeyondFile
from paraf.sop.forms.evidence import EvidenceFile
from paraf.sop.forms.office import OfficeFile
from paraf.sop.forms.officials import OfficialsFile
from paraf.sop.forms.outline import OutlineFile
from paraf.sop.forms.papers import PapersFile
from paraf.sop.forms.sop import SopFile
from paraf.sop.forms.style import StyleFile
from paraf.sop.forms.withdrawals import WithdrawalsFile
from paraf.sop.model import Sop

T = TypeVar("T")

OFFICE = "sop/instansi.yml"
PAPERS = "sop/naskah.yml"
OFFICIALS = "sop/petugas.yml"
OUTLINE = "sop/sistematika.yml"
STYLE = "sop/gaya-selingkung.yml"
EVIDENCE = "sop/bukti.yml"
WITHDRAWALS = "sop/penarikan.yml"
BEYOND = "sop/di-luar-sop.yml"
SOP_PATTERN = "sop/sop-*.yml"
FORMATS: Mapping[str, type] = {
    "sop": SopFile,
    "naskah": PapersFile,
    "petugas": OfficialsFile,
    "instansi": OfficeFile,
    "sistematika": OutlineFile,
    "gaya-selingkung": StyleFile,
    "bukti": EvidenceFile,
    "penarikan": WithdrawalsFile,
    "di-luar-sop": BeyondFile,
}
"""Every file format by the name of its schema."""
LATER = ("sop/evaluasi.yml",)
FOLDERS = ("sop/skema", "sop/kalender", "sop/arsip", "sop/contoh")
"""What else may stand in ``sop/``: files that are not read yet, and folders."""
FAULTS_PER_FILE = 50

_READ = (OFFICE, PAPERS, OFFICIALS, OUTLINE, STYLE, EVIDENCE, WITHDRAWALS, BEYOND)
_SOP = regex(r"sop/sop-[A-Za-z0-9._-]+\.yml")
_UNREAD = "nama ini tidak dikenal, jadi isinya tidak akan dibaca"
_YAML = regex(r"\.ya?ml(?![a-z0-9])")
_BY_STEM = {path[4:-4]: path for path in (*_READ, *LATER)}


class _Absent(NamedTuple):
    """A file without which nothing works: its name, what to say when that is all, the repair among other faults."""

    file: str
    message: str
    repair: str


_NO_SOP = _Absent(
    SOP_PATTERN,
    f"Berkas SOP ({SOP_PATTERN}) tidak ada di folder ini. Jalankan dari folder repositori, atau pakai --akar FOLDER.",
    "jalankan dari folder repositori, atau pakai --akar FOLDER",
)
_NO_OFFICE = _Absent(
    OFFICE,
    f"{OFFICE} tidak ada. Salin contohnya dari repositori Paraf, lalu isi nama kantor Anda.",
    "salin contohnya dari repositori Paraf, lalu isi nama kantor Anda",
)


class Repository(Struct, frozen=True, kw_only=True):
    """What the office decided. Without ``papers`` the SOP is guide-only: pages, but no stages; without ``outline`` no report.

    Without ``evidence`` no record of evidence can be accepted, without ``withdrawals`` no published version is withdrawn;
    without ``beyond`` nothing is known of what comes after the SOP.
    """

    office: OfficeFile
    office_source: Source[OfficeFile]
    sop: Sop
    sop_source: Source[SopFile]
    papers: Source[PapersFile] | None
    officials: Source[OfficialsFile] | None
    outline: Source[OutlineFile] | None = None
    style: Source[StyleFile] | None = None
    evidence: Source[EvidenceFile] | None = None
    withdrawals: Source[WithdrawalsFile] | None = None
    beyond: Source[BeyondFile] | None = None


def wanted(path: str) -> bool:
    """Whether a path below the root is one of the files this module reads."""
    return path in _READ or bool(_SOP.fullmatch(path))


def name_faults(paths: Collection[str]) -> list[Fault]:
    """What lies in ``sop/`` and would be passed over in silence."""
    unknown = [path for path in paths if not (wanted(path) or path in LATER or path in FOLDERS)]
    faults = [Fault(Place(echo(path), 1, 1), _UNREAD, repair) for path in unknown if (repair := _rename(path))]
    if OFFICIALS in paths and PAPERS not in paths:
        message = f"daftar petugas ini tidak dipakai, karena {PAPERS} tidak ada"
        faults.append(Fault(Place(OFFICIALS, 1, 1), message, f"tulis {PAPERS}, atau hapus berkas ini"))
    return faults


def _rename(path: str) -> str | None:
    """What to do about an unknown name: case, ending or an added ending missed, another YAML; ``None``: not ours."""
    folded = unicodedata.normalize("NFKC", path).casefold()
    stem = folded.removeprefix("sop/").partition(".")[0]
    yaml = _YAML.search(folded)
    near = difflib.get_close_matches(stem, _BY_STEM, n=1, cutoff=0.75 if yaml else 1)
    if folded in FOLDERS:
        meant = folded
    elif _SOP.fullmatch(f"sop/{stem}.yml"):
        meant = f"sop/{stem}.yml"
    elif near:
        meant = _BY_STEM[near[0]]
    elif yaml:
        return f"pakai salah satu: {listing([SOP_PATTERN, *_BY_STEM.values()])}; atau pindahkan ke luar folder sop/"
    else:
        return None
    return f"ganti namanya menjadi {meant}, atau pindahkan ke luar folder sop/ bila bukan itu maksudnya"


def read_repository(
    files: Mapping[str, bytes], known: Sequence[Fault] = (), codes: Collection[str] | None = None
) -> Repository:
    """Decode and cross-check; raises ``DataError`` with every fault, ``UsageError`` when only a file is missing.

    ``known`` are the faults of what was not read: too large, or of a name that nobody reads. ``codes`` are those of the
    rules that there are; where they are not given, a name of a rule is not looked up (an archived file may name a retired one).
    """
    faults = list(known)

    def read(type_: type[T], path: str | None) -> Source[T] | None:
        if path is None or path not in files:
            return None
        source, found = load(type_, path, files[path])
        faults.extend(found)
        return source

    unread = {fault.place.file for fault in known}
    sop_path = _only_sop({*files, *unread})
    sop_source = read(SopFile, sop_path)
    office, papers, officials = read(OfficeFile, OFFICE), read(PapersFile, PAPERS), read(OfficialsFile, OFFICIALS)
    outline, style = read(OutlineFile, OUTLINE), read(StyleFile, STYLE)
    evidence, withdrawals = read(EvidenceFile, EVIDENCE), read(WithdrawalsFile, WITHDRAWALS)
    beyond = read(BeyondFile, BEYOND)
    sop, found = build_sop(sop_source) if sop_source else (None, [])
    faults += found
    faults += check_papers(sop, papers) if sop and papers else []
    faults += check_codes(papers, codes) if papers and codes is not None else []
    faults += check_officials(sop, officials) if officials else []
    faults += check_outline(outline) if outline else []
    faults += check_office(office) if office else []
    faults += check_evidence(papers, evidence) if evidence else []
    faults += check_withdrawals(withdrawals) if withdrawals else []
    faults += check_beyond(sop, office.value if office else None, beyond) if beyond else []
    absent = [_NO_SOP] if sop_path is None else []
    absent += [_NO_OFFICE] if OFFICE not in {*files, *unread} else []
    if faults:
        # What has another name is not missing; otherwise all is told at once.
        missing = (
            [] if known else [Fault(Place(file, 1, 1), "berkas ini tidak ada", repair) for file, _, repair in absent]
        )
        raise DataError(first_faults([*faults, *missing]))
    if sop is None or sop_source is None or office is None:
        raise UsageError(absent[0].message)
    return Repository(
        office=office.value,
        office_source=office,
        sop=sop,
        sop_source=sop_source,
        papers=papers,
        officials=officials,
        outline=outline,
        style=style,
        evidence=evidence,
        withdrawals=withdrawals,
        beyond=beyond,
    )


def first_faults(faults: list[Fault]) -> list[Fault]:
    """The first faults of every file, and how many more it has: a broken file must not bury the others."""
    shown: list[Fault] = []
    for _, group in groupby(sorted(faults), key=lambda fault: fault.place.file):
        found = list(group)
        shown += found[:FAULTS_PER_FILE]
        if rest := found[FAULTS_PER_FILE:]:
            message = f"dan {len(rest)} kesalahan lagi di berkas ini"
            shown.append(Fault(rest[0].place, message, "perbaiki dulu yang di atas, lalu periksa lagi"))
    return shown


def _only_sop(paths: Iterable[str]) -> str | None:
    found = sorted(path for path in paths if _SOP.fullmatch(path))
    if len(found) > 1:
        raise UsageError(
            f"Ada {len(found)} berkas SOP: {', '.join(found)}. Sisakan satu; pindahkan versi lama ke sop/arsip/."
        )
    return found[0] if found else None
