"""A report year on the disk as the flow sees it: its rules, its files by digest, its book."""

import hashlib
import stat
from pathlib import Path

from paraf.adapters.files import folder_below, read_data, sha256, walk
from paraf.adapters.office import load_repository
from paraf.alur.content import REGULAR
from paraf.alur.facts import Blob, Policy
from paraf.errors import UsageError, reason
from paraf.gerbang.policy import policy_of
from paraf.laporan.report import IDENTITY
from paraf.sop.repository import Repository

_LINK = "120000"


def load_policy(root: Path, year: int, current: Repository | None = None) -> tuple[Repository, Policy]:
    """The office's rules as the year began; ``current`` are the rules as they are now, where they were read already.

    Raises ``UserError`` where they cannot be read, or the SOP is a guide without papers.
    """
    repo = current or load_repository(root)
    return policy_of(repo, year, read_data(root, f"lakip/{year}/{IDENTITY}"), lambda folder: _files(root, folder))


def _files(root: Path, folder: str) -> dict[str, bytes]:
    """The files of a folder by name, each of bearable size."""
    there = folder_below(root, folder)
    names = sorted(path.name for path in there.iterdir() if path.is_file()) if there else []
    return {name: data for name in names if (data := read_data(root, f"{folder}/{name}")) is not None}


def load_book(root: Path, year: int) -> dict[str, bytes]:
    """The files of the year's book by their name; empty where there is none."""
    return _files(root, f"lakip/{year}/buku")


def load_tree(root: Path, year: int) -> dict[str, Blob]:
    """Every file of the year by its path: SHA-256 of the bytes and size; a link is what no report may hold.

    Whether a file may be run is not asked of the disk: many disks say so of every file.
    """
    folder = folder_below(root, f"lakip/{year}")
    return {path.relative_to(root).as_posix(): _blob(path) for path in walk(folder)} if folder else {}


def _blob(path: Path) -> Blob:
    status = path.lstat()
    if not stat.S_ISREG(status.st_mode):
        return Blob(_LINK, hashlib.sha256(b"").hexdigest(), 0)
    return Blob(REGULAR, sha256(path), status.st_size)


def read_whole(path: Path, most: int) -> bytes:
    """A file that the caller named, of at most ``most`` bytes and one."""
    try:
        with path.open("rb") as stream:
            return stream.read(most + 1)
    except OSError as error:
        raise UsageError(f"{path} tidak dapat dibaca: {reason(error)}.") from error
