"""What an approval binds: a full SHA-256 over the covered files, each with its path, mode and bytes (invariant 5)."""

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from paraf.alur.facts import Blob, Tree
from paraf.door.regex import regex
from paraf.laporan.records.names import EvidenceName, read_name, record_of_file
from paraf.sop.covering import covers

REGULAR = "100644"
EXECUTABLE = "100755"
LONGEST_PATH = 200
MOST_FILES = 300
"""More files than this in one pull request are not read by anybody (threats T20, T41)."""
LARGEST_TEXT = 5_000_000
LARGEST_FILE = 20_000_000
_TEXTS = (".md", ".yml", ".csv", ".jsonl")
# A path's part: ASCII, lower case, nothing that a file system reads as something else (threats 1.6).
_PART = regex(r"[a-z0-9][a-z0-9._-]{0,63}")
_RESERVED = regex(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?")
REPORTS = "lakip/"


class Covered(Struct, frozen=True):
    """The files of a report year that a paper, or an approval, covers."""

    year: int
    patterns: tuple[str, ...]

    def holds(self, path: str) -> bool:
        """Whether a path of the repository is among them."""
        return _covered(self.year, self.patterns, path)


class Exactly(Struct, frozen=True):
    """These paths of the repository, whatever they are called."""

    paths: frozenset[str]

    def holds(self, path: str) -> bool:
        """Whether a path is among them."""
        return path in self.paths


class Proof(Struct, frozen=True):
    """The evidence of a step: its record, and the files that belong to that by their names; no later record."""

    year: int
    record: EvidenceName

    def holds(self, path: str) -> bool:
        """Whether a path of the repository is among them."""
        name = path.removeprefix(below(self.year))
        return name != path and (read_name(name) or record_of_file(name)) == self.record


Scope = Covered | Exactly | Proof


def below(year: int) -> str:
    """The folder of a year, with its slash."""
    return f"{REPORTS}{year}/"


@lru_cache(maxsize=65536)
def _covered(year: int, patterns: tuple[str, ...], path: str) -> bool:
    folder = below(year)
    return path.startswith(folder) and covers(patterns, path.removeprefix(folder))


def rows(scope: Scope, tree: Tree) -> Mapping[str, Blob]:
    """The files of a tree that a scope holds, in the order of their paths."""
    return {path: tree[path] for path in sorted(tree) if scope.holds(path)}


def digest(scope: Scope, tree: Tree) -> str:
    """The digest of the scope's files; of none as well, so that a deletion is a change like any other.

    No mode, digest or path of Git holds a NUL, so no two lists of files are written alike.
    """
    lines = [f"{blob.mode} {blob.sha256} {path}\0" for path, blob in rows(scope, tree).items()]
    return hashlib.sha256("".join(["paraf 1\0", *lines]).encode("utf-8", "surrogateescape")).hexdigest()


def differing(scope: Scope, one: Tree, other: Tree) -> list[str]:
    """The files of a scope in which two trees differ, in order."""
    here, there = rows(scope, one), rows(scope, other)
    return sorted(path for path in here.keys() | there.keys() if here.get(path) != there.get(path))


def unfit_files(tree: Tree, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The changed files that may not be there, each with the reason; a deleted file is judged by its name."""
    for path in sorted(paths):
        blob = tree.get(path)
        if why := _unfit(path, blob):
            yield path, why


def _unfit(path: str, blob: Blob | None) -> str | None:
    report = _seems_a_report(path)
    if blob and blob.mode not in ((REGULAR,) if report else (REGULAR, EXECUTABLE)):
        return "bukan berkas biasa (tautan, submodul, atau program)"
    if report and not _plain(path):
        return "namanya memuat huruf besar, spasi, atau tanda lain"
    if blob and blob.size > (LARGEST_TEXT if path.endswith(_TEXTS) else LARGEST_FILE):
        return "terlalu besar"
    return None


def _seems_a_report(path: str) -> bool:
    """Whether a path is, or would be taken for, one below the folder of reports."""
    return unicodedata.normalize("NFKC", path).casefold().lstrip("./ ").startswith(REPORTS.rstrip("/"))


def _plain(path: str) -> bool:
    parts = path.split("/")
    return len(path) <= LONGEST_PATH and all(
        _PART.fullmatch(part) and not part.endswith(".") and not _RESERVED.fullmatch(part) for part in parts
    )
