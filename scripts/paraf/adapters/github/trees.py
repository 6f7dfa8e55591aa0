"""Files, folders and report years as a tree in the object store has them; nothing is checked out."""

from collections.abc import Iterable, Mapping

from paraf.adapters.github.objects import ObjectStore
from paraf.alur.content import LARGEST_TEXT, below
from paraf.alur.facts import Tree
from paraf.laporan.report import Report, is_scan, is_text, read_report

_FILE = "100"
"""How the modes of regular files begin; a link or a submodule has no content of its own."""


class Trees:
    """Trees by their object id."""

    def __init__(self, store: ObjectStore) -> None:
        self.store = store

    def of(self, commit: str) -> str:
        """The tree of a commit."""
        return self.store.commit(commit).tree

    def file(self, tree: str, path: str) -> bytes | None:
        """A regular file's bytes; ``None`` where there is none."""
        mode, oid = self.store.files(tree).get(path, ("", ""))
        return self.store.content(oid) if mode.startswith(_FILE) else None

    def size(self, tree: str, path: str) -> int:
        """Of a file in bytes; of none, 0."""
        entry = self.store.files(tree).get(path)
        return self.store.blob(*entry).size if entry else 0

    def folder(self, tree: str, folder: str) -> dict[str, bytes]:
        """The regular files right in a folder, by name."""
        names = {path.removeprefix(f"{folder}/") for path in self.store.files(tree) if path.startswith(f"{folder}/")}
        found = {name: self.file(tree, f"{folder}/{name}") for name in names if "/" not in name}
        return {name: data for name, data in sorted(found.items()) if data is not None}

    def below(self, tree: str, folders: Iterable[str]) -> Tree:
        """The files below these folders as the flow sees them."""
        wanted = tuple(folders)
        files = self.store.files(tree).items()
        return {path: self.store.blob(*entry) for path, entry in files if path.startswith(wanted)}

    def year(self, tree: str, year: int) -> dict[str, bytes]:
        """The files of a report year by their path below it; of those nobody reads, or that are too large, no content."""
        found = {}
        for path, blob in self.below(tree, [below(year)]).items():
            name = path.removeprefix(below(year))
            readable = is_text(name) and blob.size <= LARGEST_TEXT
            found[name] = (self.file(tree, path) or b"") if readable else b""
        return found

    def report(self, tree: str, year: int) -> Report | None:
        """A report year; ``None`` where the tree has none."""
        files = self.year(tree, year)
        there = self.below(tree, [below(year)])
        blobs = {path.removeprefix(below(year)): blob for path, blob in there.items()}
        sizes = {name: blob.size for name, blob in blobs.items()}
        seals = {name: blob.sha256 for name, blob in blobs.items() if is_scan(name)}
        return read_report(year, files, sizes, seals) if files else None

    def ids(self, tree: str, year: int) -> Mapping[str, tuple[str, str]]:
        """What makes a report year what it is: mode and object id by path."""
        return {path: entry for path, entry in self.store.files(tree).items() if path.startswith(below(year))}
