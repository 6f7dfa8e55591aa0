"""The finished site: replaced in one step by a whole one, and only when everything in it is provably ours."""

import hashlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from paraf.adapters.files import write_if_changed
from paraf.door.text import echo
from paraf.errors import UsageError, reason

MARK = ".paraf"
"""Lists the files of a site with their digests, so that what somebody else put or wrote there is never deleted."""
_HEAD = "# Berkas situs ini dan sidiknya, dicatat supaya berkas lain di folder ini tidak ikut terhapus."
_LINE = re.compile(r"([0-9a-f]{64})  (.+)")
_WORKSHOP = "# Folder sementara perintah situs; boleh dihapus."
_LITTER = {".DS_Store", "Thumbs.db", "desktop.ini"}  # left behind by file managers


def sign(folder: Path) -> None:
    """Write down which files a finished site consists of, and what is in them."""
    lines = [f"{digest_of(path)}  {name}" for name, path in _entries(folder) if path.is_file()]
    write_if_changed(folder / MARK, "".join(f"{line}\n" for line in (_HEAD, *lines)).encode())


def clear(folder: Path) -> None:
    """Take away everything in a folder that ``guard`` found to be ours."""
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()


def guard(folder: Path, name: str | None = None) -> None:
    """Refuse a folder that holds what no build of ours put there; ``name`` is what the reader calls it."""
    name = name or folder.name
    strange = list(_strange(folder)) if folder.is_dir() else []
    if strange:
        listed = ", ".join(map(echo, strange[:3])) + (", …" if len(strange) > 3 else "")
        raise UsageError(
            f"Folder {name}/ berisi {len(strange)} berkas atau folder yang tidak dibuat perintah ini, "
            f"atau sudah diubah: {listed}. Pindahkan dulu; bila tidak diperlukan lagi, hapus folder {name}/. Lalu ulangi."
        )


def signed_files(folder: Path) -> dict[str, Path]:
    """Every file of a finished site by its path in it, the mark too; refused when anything is not as it was built."""
    if not (folder / MARK).is_file():
        raise UsageError(f"Folder {folder.name}/ belum berisi situs yang selesai. Jalankan dulu: paraf situs --forge")
    guard(folder)
    files = {name: path for name, path in _entries(folder) if path.is_file() and path.name not in _LITTER}
    return files | {MARK: folder / MARK}


def _strange(folder: Path) -> Iterator[str]:
    """What is not on the list, is not what it was, or is a folder that holds nothing of ours."""
    mark = folder / MARK
    text = mark.read_text(encoding="utf-8", errors="replace") if mark.is_file() and not mark.is_symlink() else ""
    ours = {found[2]: found[1] for found in map(_LINE.fullmatch, text.split("\n")) if found}
    parents = {".", *(parent.as_posix() for name in ours for parent in PurePosixPath(name).parents)}
    for name, path in _entries(folder):
        if path.is_symlink() or not (path.is_dir() or path.is_file()):
            yield name
        elif path.is_dir():
            if name not in parents and not any(path.iterdir()):
                yield f"{name}/"
        elif path.name in _LITTER and PurePosixPath(name).parent.as_posix() in parents:
            continue
        elif ours.get(name) != digest_of(path):
            yield name


def _entries(folder: Path) -> Iterator[tuple[str, Path]]:
    """Everything below a folder but the mark itself, with its relative path; a folder that cannot be read is refused."""

    def unreadable(error: OSError) -> None:
        raise error

    for directory, subfolders, names in os.walk(folder, onerror=unreadable):
        subfolders.sort()
        for name in (*subfolders, *sorted(names)):
            path = Path(directory, name)
            relative = path.relative_to(folder).as_posix()
            if relative != MARK or path.is_dir():
                yield relative, path


def digest_of(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


@contextmanager
def renewed(target: Path, beside: Path) -> Iterator[Path]:
    """An empty folder that takes the place of ``target`` when the block ends well; else ``target`` stays as it was.

    Only one process at a time may be in here for the same ``beside`` (``adapters.turn``).
    """
    guard(target)
    _sweep(beside)
    workshop = Path(tempfile.mkdtemp(prefix="situs-", dir=beside))
    try:
        (workshop / MARK).write_text(_WORKSHOP + "\n", encoding="utf-8")
        made = workshop / "baru"
        made.mkdir()
        yield made
        sign(made)
        _swap(made, target, workshop / "lama")
    finally:
        _clear(workshop)


def _swap(made: Path, target: Path, old: Path) -> None:
    """Take the old site away, look at it once more, now that nobody can reach it, and put the new one in its place."""
    try:
        if target.exists():
            target.rename(old)  # Windows renames onto nothing only
            guard(old, target.name)
        made.rename(target)
    except OSError as error:
        said = f"Folder {target.name}/ tidak dapat diganti: {reason(error)}."
        raise UsageError(f"{said} Tutup program yang sedang memakainya, lalu ulangi.") from error
    finally:
        if old.exists() and not target.exists():
            old.rename(target)


def _sweep(beside: Path) -> None:
    """Remove what killed builds left behind."""
    for left in beside.glob("situs-*"):
        _clear(left)


def _clear(workshop: Path) -> None:
    """Remove a folder of ours, known by its mark; an old site in it only when nothing of somebody else is inside."""
    mark = workshop / MARK
    with suppress(OSError, UsageError):
        if mark.is_symlink() or not mark.is_file() or mark.read_text(encoding="utf-8") != _WORKSHOP + "\n":
            return
        guard(workshop / "lama")
        shutil.rmtree(workshop)
