"""The office's rules of a report year: its own SOP version, from wherever the files come."""

from collections.abc import Callable, Mapping

from paraf.alur.facts import Policy
from paraf.door.decode import load
from paraf.errors import DataError, UsageError
from paraf.laporan.forms.report import ReportFile
from paraf.laporan.report import IDENTITY
from paraf.sop.archive import folder_of, read_archived, same_version
from paraf.sop.forms.officials import OfficialsFile
from paraf.sop.repository import OFFICIALS, Repository, wanted

Folder = Callable[[str], Mapping[str, bytes]]
"""The files that lie in a folder, by their name in it."""


def policy_of(current: Repository, year: int, identity: bytes | None, folder: Folder) -> tuple[Repository, Policy]:
    """The rules as the year began, and who holds which role.

    ``current`` are the rules as they are now, ``identity`` the bytes of the year's ``laporan.yml``. Raises ``UserError``
    where they cannot be read, or the SOP is a guide without papers.
    """
    repo = current
    if identity is not None:
        name = f"lakip/{year}/{IDENTITY}"
        source, faults = load(ReportFile, name, identity)
        if source is None:
            raise DataError(faults)
        version = source.value.sop
        if not same_version(version, repo.sop.identity.nomor):
            now = {f"sop/{one}": data for one, data in folder("sop").items() if wanted(f"sop/{one}")}
            repo = read_archived(version, folder(folder_of(version)), now, name)
    if repo.papers is None or repo.officials is None:
        raise UsageError("SOP ini hanya panduan: sop/naskah.yml dan sop/petugas.yml belum ada, jadi belum ada alur.")
    return repo, Policy(sop=repo.sop, papers=repo.papers.value, officials=repo.officials.value)


def officials_of(data: bytes | None) -> OfficialsFile | None:
    """The officials as a file says; ``None`` where there is none or it cannot be read."""
    source = load(OfficialsFile, OFFICIALS, data)[0] if data is not None else None
    return source.value if source else None
