"""Everything ``sop/`` decides, read together: faults of all files at once, or one consistent whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from typing import TypeVar

from paraf.door.decode import Source, load
from paraf.errors import DataError, Fault, UsageError
from paraf.sop.build import build_sop
from paraf.sop.cross import check_officials, check_papers
from paraf.sop.forms.office import OfficeFile
from paraf.sop.forms.officials import OfficialsFile
from paraf.sop.forms.papers import PapersFile
from paraf.sop.forms.sop import SopFile
from paraf.sop.model import Sop

T = TypeVar("T")

OFFICE = "sop/instansi.yml"
PAPERS = "sop/naskah.yml"
OFFICIALS = "sop/petugas.yml"
SOP_PATTERN = "sop/sop-*.yml"
FORMATS: Mapping[str, type] = {"sop": SopFile, "naskah": PapersFile, "petugas": OfficialsFile, "instansi": OfficeFile}
"""Every file format by the name of its schema."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repository:
    """What the office decided. Without ``papers`` the SOP is guide-only: pages, but no stages."""

    office: OfficeFile
    sop: Sop
    sop_source: Source[SopFile]
    papers: Source[PapersFile] | None
    officials: Source[OfficialsFile] | None


def wanted(path: str) -> bool:
    """Whether a path below the root is one of the files this module reads."""
    return path in (OFFICE, PAPERS, OFFICIALS) or (fnmatch(path, SOP_PATTERN) and path.count("/") == 1)


def read_repository(files: Mapping[str, bytes]) -> Repository:
    """Decode and cross-check; raises ``DataError`` with every fault, ``UsageError`` when a file is missing."""
    sop_path = _only_sop(files)
    if OFFICE not in files:
        raise UsageError(f"{OFFICE} tidak ada. Salin contohnya dari repositori Paraf, lalu isi nama kantor Anda.")
    faults: list[Fault] = []

    def read(type_: type[T], path: str) -> Source[T] | None:
        if path not in files:
            return None
        source, found = load(type_, path, files[path])
        faults.extend(found)
        return source

    sop_source = read(SopFile, sop_path)
    office, papers, officials = read(OfficeFile, OFFICE), read(PapersFile, PAPERS), read(OfficialsFile, OFFICIALS)
    if sop_source is None:
        raise DataError(faults)
    sop, found = build_sop(sop_source)
    faults += found
    faults += check_papers(sop, papers) if papers else []
    faults += check_officials(sop, officials) if officials else []
    if faults or office is None:
        raise DataError(faults)
    return Repository(office=office.value, sop=sop, sop_source=sop_source, papers=papers, officials=officials)


def _only_sop(files: Mapping[str, bytes]) -> str:
    found = sorted(path for path in files if fnmatch(path, SOP_PATTERN))
    if not found:
        raise UsageError(
            f"Berkas SOP ({SOP_PATTERN}) tidak ada di folder ini. Jalankan dari folder repositori, atau pakai --akar FOLDER."
        )
    if len(found) > 1:
        raise UsageError(
            f"Ada {len(found)} berkas SOP: {', '.join(found)}. Sisakan satu; pindahkan versi lama ke sop/arsip/."
        )
    return found[0]
