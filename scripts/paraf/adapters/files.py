"""Files: reading below a root, writing atomically, keeping a generated folder equal to what was computed.

Nothing is opened before it is known to be a regular file: a pipe would wait for ever, a link could lead anywhere.
What only writing needs is imported late: a check writes nothing.
"""

import hashlib
import os
import stat
from collections.abc import Iterator, Mapping
from enum import Enum, auto
from pathlib import Path

from msgspec import Struct

from paraf.door.text import MAX_BYTES, too_large, visible
from paraf.errors import DataError, UsageError, reason


class Changes(Struct, frozen=True):
    """How many files of a generated folder were written, removed, and left because they were equal already."""

    written: int
    removed: int
    unchanged: int


class Kind(Enum):
    """What lies at an address, looked at without opening or following it."""

    NOTHING = auto()
    FILE = auto()
    FOLDER = auto()
    LINK = auto()
    OTHER = auto()


_KINDS = {stat.S_IFREG: Kind.FILE, stat.S_IFDIR: Kind.FOLDER, stat.S_IFLNK: Kind.LINK}
_IRREGULAR = "bukan berkas biasa, melainkan pipa, soket, atau perangkat. Hapus, lalu ulangi."
_REFUSED = {
    (Kind.FILE, Kind.LINK): "adalah tautan ke berkas lain. Ganti dengan berkasnya sendiri.",
    (Kind.FILE, Kind.FOLDER): "adalah folder, padahal di situ perlu berkas. Ganti nama foldernya, atau pindahkan.",
    (Kind.FOLDER, Kind.LINK): "adalah tautan ke tempat lain. Ganti dengan foldernya sendiri.",
    (Kind.FOLDER, Kind.FILE): "adalah berkas, padahal di situ perlu folder. Pindahkan dulu.",
}


def kind_of(path: Path) -> Kind:
    """What lies there."""
    try:
        return _KINDS.get(stat.S_IFMT(path.lstat().st_mode), Kind.OTHER)
    except FileNotFoundError:
        return Kind.NOTHING


def demand(kind: Kind, path: Path, root: Path) -> Kind:
    """What lies at a path below the root: what was asked for, or nothing; anything else is refused."""
    found = kind_of(path)
    if found not in (kind, Kind.NOTHING):
        raise UsageError(f"{visible(path.relative_to(root).as_posix())} {_REFUSED.get((kind, found), _IRREGULAR)}")
    return found


def folder_below(root: Path, name: str) -> Path | None:
    """A folder below the root, ``None`` where nothing lies; refused when anything else stands there or on the way."""
    path = root
    for part in name.split("/"):
        path /= part
        if demand(Kind.FOLDER, path, root) is Kind.NOTHING:
            return None
    return path


def head(path: Path, most: int = MAX_BYTES) -> bytes:
    """As much of a file as decides whether it is too large, and no more."""
    with path.open("rb") as stream:
        return stream.read(most + 1)


def sha256(path: Path) -> str:
    """The digest of a file, however large."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def read_data(root: Path, name: str) -> bytes | None:
    """A file of bearable size below the root, or ``None`` when there is none; what is too large is not read."""
    path = root / name
    if folder_below(root, name.rpartition("/")[0]) is None or demand(Kind.FILE, path, root) is Kind.NOTHING:
        return None
    try:
        if (size := path.stat().st_size) > MAX_BYTES:
            raise DataError([too_large(name, size)])
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise UsageError(f"{name} tidak dapat dibaca: {reason(error)}.") from error


def copy_below(root: Path, name: str, target: Path) -> None:
    """Copy a regular file below the root, of any size; where there is none, nothing is copied."""
    path = root / name
    if folder_below(root, name.rpartition("/")[0]) and demand(Kind.FILE, path, root) is Kind.FILE:
        import shutil

        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)


def read_tree(folder: Path, most: int) -> dict[str, bytes]:
    """Every regular file below a folder by its relative path; all else is refused, hidden files are left out.

    Of a file no more than ``most`` bytes and one are read: enough to know that it is too large.
    """
    demand(Kind.FOLDER, folder, folder.parent)
    found: dict[str, bytes] = {}
    for path in walk(folder):
        demand(Kind.FILE, path, folder.parent)
        found[path.relative_to(folder).as_posix()] = head(path, most)
    return found


def walk(folder: Path) -> Iterator[Path]:
    """Everything below a folder that is not hidden, in order; links to folders too, for whoever refuses them."""

    def unreadable(error: OSError) -> None:
        raise UsageError(f"{visible(error.filename)} tidak dapat dibaca: {reason(error)}.") from error

    for directory, subfolders, names in os.walk(folder, onerror=unreadable):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        here = Path(directory)
        yield from (here / name for name in subfolders if (here / name).is_symlink())
        yield from (here / name for name in sorted(names) if not name.startswith("."))


def write_if_changed(path: Path, data: bytes) -> bool:
    """Replace a file in one step, or leave it alone when it is equal already; whether it was written."""
    if kind_of(path) is Kind.FILE and path.read_bytes() == data:
        return False
    import tempfile

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return True


def append(path: Path, text: str) -> None:
    """Add to a file that the caller named, as GitHub wants it for the summary of a run."""
    with path.open("a", encoding="utf-8") as stream:
        stream.write(text)


def move_folder(root: Path, name: str, target: str) -> bool:
    """Move a folder below the root; whether there was one. Refused when something stands at the target already."""
    folder = folder_below(root, name)
    if folder is None:
        return False
    if kind_of(root / target) is not Kind.NOTHING:
        raise UsageError(f"{target} sudah ada. Pindahkan atau ganti namanya dulu, lalu ulangi.")
    (root / target).parent.mkdir(parents=True, exist_ok=True)
    folder.rename(root / target)
    return True


def replace_unchanged(path: Path, before: bytes, after: bytes) -> bool:
    """Replace a file in one step if it still holds ``before``; whether it did. Nothing is written when it does not."""
    if kind_of(path) is not Kind.FILE or path.read_bytes() != before:
        return False
    return write_if_changed(path, after)


def own_folder(root: Path, name: str) -> Path:
    """A folder below the root that only we write; made when absent, refused when it leads anywhere else.

    Its contents are deleted when they are stale, so a link here could empty somebody's own folder.
    """
    if folder_below(root, name) is None:
        (root / name).mkdir(parents=True)
    return root / name


def own_file(root: Path, name: str) -> Path:
    """A file below the root that only we write, inside a folder of ours; refused when a link or a pipe stands there."""
    own_folder(root, name.rpartition("/")[0])
    demand(Kind.FILE, root / name, root)
    return root / name


def sync_folder(folder: Path, files: Mapping[str, bytes]) -> Changes:
    """Make a folder that only we write hold exactly ``files``; what is equal is not touched."""
    existing = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if not _is_folder(path)}
    stale = [path for name, path in existing.items() if name not in files]
    for path in stale:
        path.unlink()
    for directory in sorted((path for path in folder.rglob("*") if _is_folder(path)), reverse=True):
        if not any(directory.iterdir()):
            directory.rmdir()
    written = sum(write_if_changed(folder / name, data) for name, data in files.items())
    return Changes(written, len(stale), len(files) - written)


def _is_folder(path: Path) -> bool:
    """A folder of its own; a link to one is a thing to delete, not a place to go."""
    return kind_of(path) is Kind.FOLDER
