"""A built site against its manifest; links are not followed, and nothing of it is trusted."""

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from paraf.adapters.files import head
from paraf.errors import UsageError
from paraf.terbit.manifest import Manifest, Theme, inline_scripts
from paraf.terbit.proof import INDEX, REPAIR, Built, faults_of, index_faults, lacking
from paraf.terbit.wording import words_of_page

SHOWN = 20
_LARGEST = 50_000_000


def theme_of(folders: Iterable[Path]) -> Theme:
    """What the folders of a theme bring; an earlier folder wins, as in the builder."""
    files: dict[str, str] = {}
    scripts: set[str] = set()
    for folder in folders:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            if path.suffix == ".html":
                scripts |= set(inline_scripts(path.read_text(encoding="utf-8")))
            else:
                files.setdefault(path.relative_to(folder).as_posix(), _digest(path.read_bytes()))
    return Theme(files, frozenset(scripts))


def prove(site: Path, known: Manifest) -> None:
    """Refuse a built site in which anything was not meant; raises ``UsageError`` that names the first of it."""
    found: list[str] = []
    there: set[str] = set()
    letters: dict[str, str] = {}
    for built in _files(site):
        there.add(built.path)
        found += faults_of(built, known)
        if built.path in known.pages:
            letters[built.path.removesuffix("index.html")] = words_of_page(built.data.decode(errors="replace"))
    if INDEX in there:
        found += index_faults((site / INDEX).read_bytes(), letters)
    found += lacking(frozenset(there), known)
    if found:
        more = [f"dan {len(found) - SHOWN} hal lain."] if len(found) > SHOWN else []
        raise UsageError("\n".join(["Situs yang dibangun bukan yang disiapkan:", *found[:SHOWN], *more, REPAIR]))


def _files(site: Path) -> Iterator[Built]:
    for directory, folders, names in os.walk(site):
        folders.sort()
        for name in sorted([*names, *(name for name in folders if Path(directory, name).is_symlink())]):
            path = Path(directory, name)
            regular = stat.S_ISREG(path.lstat().st_mode)
            data = head(path, _LARGEST) if regular else b""
            yield Built(path.relative_to(site).as_posix(), data, regular, _digest(data))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
