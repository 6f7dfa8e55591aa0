"""What an approval binds: a full SHA-256 over the covered files, each with its path, mode and bytes (invariant 5)."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator

from paraf.alur.facts import Tree
from paraf.sop.covering import covers

REGULAR = "100644"
# A path's part: ASCII, lower case, nothing that a file system reads as something else (threats 1.6).
_PART = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?")
LONGEST_PATH = 200


def below(year: int) -> str:
    """The folder of a year, with its slash."""
    return f"lakip/{year}/"


def covered(tree: Tree, year: int, patterns: Iterable[str]) -> dict[str, tuple[str, str]]:
    """The covered files: path below the year's folder to mode and SHA-256."""
    folder, wanted = below(year), tuple(patterns)
    return {
        path.removeprefix(folder): (blob.mode, blob.sha256)
        for path, blob in tree.items()
        if path.startswith(folder) and covers(wanted, path.removeprefix(folder))
    }


def digest(tree: Tree, year: int, patterns: Iterable[str]) -> str:
    """The digest of the covered files; of none as well, so that a deletion is a change like any other."""
    rows = sorted([path, mode, sha256] for path, (mode, sha256) in covered(tree, year, patterns).items())
    written = json.dumps({"versi": 1, "tahun": year, "berkas": rows}, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


def differing(one: Tree, other: Tree, year: int, patterns: Iterable[str]) -> list[str]:
    """The covered files in which two trees differ, in order."""
    wanted = tuple(patterns)
    here, there = covered(one, year, wanted), covered(other, year, wanted)
    return sorted(path for path in here.keys() | there.keys() if here.get(path) != there.get(path))


def unfit(path: str, mode: str) -> str | None:
    """Why a file may not be part of a paper: its mode, or a name that would be read apart elsewhere."""
    if mode != REGULAR:
        return "bukan berkas biasa"
    parts = path.split("/")
    sound = all(_PART.fullmatch(part) and not part.endswith(".") and not _RESERVED.fullmatch(part) for part in parts)
    if not sound or len(path) > LONGEST_PATH:
        return "namanya memuat huruf besar, spasi, atau tanda lain"
    return None


def unfit_files(tree: Tree, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The changed files that may not be there, each with the reason; a deleted file is judged by its name."""
    for path in sorted(paths):
        blob = tree.get(path)
        if why := unfit(path, blob.mode if blob else REGULAR):
            yield path, why
