"""The finished site: replaced in one step by a whole one, and only when everything in it is ours."""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from paraf.adapters.files import write_if_changed
from paraf.errors import UsageError, reason

MARK = ".paraf"
"""Lists the files of a site, so that what somebody else put there is never deleted."""
_HEAD = "# Berkas situs ini, dicatat supaya berkas lain di folder ini tidak ikut terhapus."
_LITTER = {".DS_Store", "Thumbs.db", "desktop.ini"}  # left behind by file managers
_AN_HOUR = 3600


def sign(folder: Path) -> None:
    """Write down which files a finished site consists of."""
    write_if_changed(folder / MARK, "".join(f"{line}\n" for line in (_HEAD, *_names(folder))).encode())


def guard(folder: Path) -> None:
    """Refuse a folder that holds what no build of ours put there."""
    mark = folder / MARK
    ours = set(mark.read_text(encoding="utf-8", errors="replace").splitlines()) if mark.is_file() else set()
    foreign = [name for name in _names(folder) if name not in ours and os.path.basename(name) not in _LITTER]
    if foreign:
        listed = ", ".join(foreign[:3]) + (", …" if len(foreign) > 3 else "")
        raise UsageError(
            f"Folder {folder.name}/ berisi {len(foreign)} berkas yang tidak dibuat perintah ini: {listed}. "
            f"Pindahkan berkas itu; bila isinya hanya situs lama, hapus folder {folder.name}/. Lalu ulangi."
        )


def _names(folder: Path) -> list[str]:
    """Every file and link below a folder but the mark itself, by relative path."""
    found = (path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())
    return sorted(name for path in found if (name := path.relative_to(folder).as_posix()) != MARK)


@contextmanager
def renewed(target: Path, beside: Path) -> Iterator[Path]:
    """An empty folder that takes the place of ``target`` when the block ends well; else ``target`` stays as it was."""
    guard(target)
    _sweep(beside)
    with tempfile.TemporaryDirectory(prefix="situs-", dir=beside, ignore_cleanup_errors=True) as workshop:
        made, old = Path(workshop, "baru"), Path(workshop, "lama")
        made.mkdir()
        yield made
        sign(made)
        try:
            if target.exists():
                target.rename(old)  # Windows renames onto nothing only
            made.rename(target)
        except OSError as error:
            said = f"Folder {target.name}/ tidak dapat diganti: {reason(error)}."
            raise UsageError(f"{said} Tutup program yang sedang memakainya, lalu ulangi.") from error
        finally:
            if old.exists() and not target.exists():
                old.rename(target)


def _sweep(beside: Path) -> None:
    """Remove what builds left behind that were killed long ago."""
    for left in beside.glob("situs-*"):
        if left.is_dir() and time.time() - left.lstat().st_mtime > _AN_HOUR:
            shutil.rmtree(left, ignore_errors=True)
