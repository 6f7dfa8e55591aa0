"""Files: reading below a root, writing atomically, keeping a generated folder equal to what was computed."""

import os
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from paraf.door.syntax import MAX_BYTES
from paraf.errors import UsageError, reason
from paraf.sop.repository import Repository, read_repository, wanted


@dataclass(frozen=True, slots=True)
class Changes:
    """How many files of a generated folder were written, removed, and left because they were equal already."""

    written: int
    removed: int
    unchanged: int


def load_repository(root: Path) -> Repository:
    """Read what the office decided; raises ``UserError`` when it cannot be accepted."""
    if not root.is_dir():
        raise UsageError(f"Folder {root} tidak ada. Periksa alamat sesudah --akar.")
    folder = root / "sop"
    names = sorted(entry.name for entry in folder.iterdir()) if folder.is_dir() else []
    return read_repository({path: _read(root / path) for name in names if wanted(path := f"sop/{name}")})


def _read(path: Path) -> bytes:
    """A file's bytes, one more than allowed at most: the door says how much too large it is, memory stays small."""
    if path.is_symlink():
        raise UsageError(f"sop/{path.name} adalah tautan ke berkas lain. Ganti dengan berkasnya sendiri.")
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
            return data if len(data) <= MAX_BYTES else data + b"\0" * (path.stat().st_size - len(data))
    except OSError as error:
        raise UsageError(f"sop/{path.name} tidak dapat dibaca: {reason(error)}.") from error


def read_tree(folder: Path) -> dict[str, bytes]:
    """Every regular file below a folder by its relative path; links are refused, hidden files are left out."""
    found: dict[str, bytes] = {}
    for path in _walk(folder):
        relative = path.relative_to(folder).as_posix()
        if path.is_symlink():
            raise UsageError(f"{folder.name}/{relative} adalah tautan ke berkas lain. Ganti dengan berkasnya sendiri.")
        found[relative] = path.read_bytes()
    return found


def _walk(folder: Path) -> Iterator[Path]:
    for directory, subfolders, names in os.walk(folder):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        here = Path(directory)
        yield from (here / name for name in subfolders if (here / name).is_symlink())
        yield from (here / name for name in sorted(names) if not name.startswith("."))


def write_if_changed(path: Path, data: bytes) -> bool:
    """Replace a file in one step, or leave it alone when it is equal already; whether it was written."""
    try:
        if path.read_bytes() == data:
            return False
    except FileNotFoundError:
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


def own_folder(root: Path, name: str) -> Path:
    """A folder below the root that only we write; made when absent, refused when it leads anywhere else.

    Its contents are deleted when they are stale, so a link here could empty somebody's own folder.
    """
    path = root
    for part in name.split("/"):
        path /= part
        if path.is_symlink():
            raise UsageError(f"{path.relative_to(root)} adalah tautan ke tempat lain. Hapus tautannya, lalu ulangi.")
        if path.exists() and not path.is_dir():
            raise UsageError(f"{path.relative_to(root)} adalah berkas, padahal di situ perlu folder. Pindahkan dulu.")
        path.mkdir(exist_ok=True)
    return path


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
    return path.is_dir() and not path.is_symlink()
