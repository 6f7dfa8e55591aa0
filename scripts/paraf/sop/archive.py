"""Earlier versions of the SOP in ``sop/arsip/<versi>/``: a year ends under the version it began with (DESIGN section 5)."""

import re
from collections.abc import Mapping

from paraf.door.regex import regex
from paraf.errors import DataError, Fault, UsageError
from paraf.finding import Place
from paraf.sop.repository import OFFICE, OFFICIALS, PAPERS, Repository, read_repository

ARCHIVE = "sop/arsip"
_SOP = regex(r"sop/sop-[A-Za-z0-9._-]+\.yml")


def same_version(one: str, other: str) -> bool:
    """Whether two numbers of a SOP are one, however they are spaced and cased."""
    return folder_of(one) == folder_of(other)


def folder_of(version: str) -> str:
    """The folder of a version: its number in lower case, everything but letters and digits a hyphen."""
    return f"{ARCHIVE}/{re.sub(r'[^a-z0-9]+', '-', version.casefold()).strip('-')}"


def read_archived(
    version: str, archived: Mapping[str, bytes], current: Mapping[str, bytes], asked_by: str
) -> Repository:
    """A version as it was: its own SOP and papers, with the officials and the office of today.

    ``archived`` are the files of its folder by name, ``current`` those of ``sop/`` by path; papers that were not kept are
    today's. ``asked_by`` is the file that names the version. Raises ``UsageError`` or ``DataError``.
    """
    folder = folder_of(version)
    own = {
        f"sop/{name}": data
        for name, data in archived.items()
        if _SOP.fullmatch(f"sop/{name}") or f"sop/{name}" == PAPERS
    }
    if not any(_SOP.fullmatch(path) for path in own):
        raise UsageError(
            f"{asked_by} menyebut SOP nomor {version}, tetapi sop/ memuat nomor lain dan {folder}/ tidak memuat berkas SOP."
            f" Simpan versi itu di {folder}/, atau betulkan kunci 'sop' di {asked_by}."
        )
    shared = {path: current[path] for path in (OFFICE, OFFICIALS, PAPERS) if path in current}
    try:
        repo = read_repository({**shared, **own})
    except DataError as error:
        raise DataError([_moved(fault, own, folder) for fault in error.faults]) from error
    if not same_version(repo.sop.identity.nomor, version):
        place = repo.sop_source.place("identitas", "nomor")
        message = f"nomor SOP ini {repo.sop.identity.nomor}, padahal foldernya untuk nomor {version}"
        fault = Fault(place, message, "pindahkan ke folder menurut nomornya")
        raise DataError([_moved(fault, own, folder)])
    return repo


def _moved(fault: Fault, own: Mapping[str, bytes], folder: str) -> Fault:
    """A fault where its file really lies."""
    if fault.place.file not in own:
        return fault
    name = fault.place.file.removeprefix("sop/")
    return Fault(Place(f"{folder}/{name}", fault.place.line, fault.place.column), fault.message, fault.repair)
