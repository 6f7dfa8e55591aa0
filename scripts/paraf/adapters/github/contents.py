"""The content of a pull request from Git objects: what the merge of its head into main held, stand by stand.

Content is never a difference of patches: it is the files of a merge that is computed here (threats finding 8).
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from paraf.adapters.github.objects import Commit, ObjectStore
from paraf.alur.content import MOST_FILES, below
from paraf.alur.facts import Tree, Version
from paraf.door.text import echo
from paraf.gerbang.answers import PullRecord
from paraf.gerbang.branch import Main, Stand, stands
from paraf.gerbang.pulls import Content

_YEAR = re.compile(r"lakip/(20[0-9]{2})/")
_LFS, _POINTER = b"version https://git-lfs.github.com/spec/", 1024
"""How a pointer begins, and the most bytes that one has."""
_MERGES = ("--min-parents=2", "--topo-order", "--end-of-options")


def years_of(paths: Iterable[str]) -> tuple[int, ...]:
    """The report years that a set of paths touches."""
    return tuple(sorted({int(found[1]) for path in paths if (found := _YEAR.match(path))}))


def heads_of(record: PullRecord, main: Main) -> list[str]:
    """Every commit that must be in the store before the content can be read."""
    found = [one for stand in stands(record.pull, record.activity, main) for one in (stand.head, stand.base)]
    return [*found, *([record.pull.merge_commit_sha] if record.pull.merged_at and record.pull.merge_commit_sha else [])]


def content_of(store: ObjectStore, record: PullRecord, main: Main) -> Content:
    """Everything that the objects of a pull request say."""
    return _Reader(store, record, main).content()


class _Step(Struct, frozen=True):
    """A stand with the tree of its merge, and the paths in which it differs from what stood before."""

    stand: Stand
    tree: str
    touched: frozenset[str]


class _Reader:
    def __init__(self, store: ObjectStore, record: PullRecord, main: Main) -> None:
        self.store = store
        self.record = record
        self.main = main
        self.missing: list[str] = []
        self.conflicts: tuple[str, ...] = ()

    def content(self) -> Content:
        """Stands to versions; of a merged one also what it brought to main."""
        pull = self.record.pull
        steps = list(self.steps())
        end = pull.merge_commit_sha if pull.merged_at else None
        base = self._base()
        final = self.store.commit(end).tree if end else steps[-1].tree if steps else base.tree
        paths = self.store.changed(base.tree, final)
        own = (step.touched for step in steps if step.stand.by is not None or step.stand.unknown)
        scope = _Scope(self.store, paths.union(*own))
        stood = list(self.versions(steps, scope))
        return Content(
            versions=tuple(version for version, _ in stood),
            trees=tuple(tree for _, tree in stood),
            paths=paths,
            merged=scope.tree(final) if end else None,
            missing=tuple(self.missing),
            forged=(*self.pointers(final, paths), *(self.forged() if steps else ())),
            conflicts=() if end else self.conflicts,
        )

    def steps(self) -> Iterator[_Step]:
        """Each stand with what it changed; what cannot be read any more is told."""
        last = ""
        for stand in stands(self.record.pull, self.record.activity, self.main):
            lost = next((one for one in (stand.head, stand.base) if not self.store.has(one)), None)
            if lost:
                self.missing.append(f"isi lama {lost[:12]} tidak ada lagi di GitHub")
                continue
            merge = self.store.merge(stand.base, stand.head)
            self.conflicts = merge.conflicts
            yield _Step(stand, merge.tree, self.store.changed(last or self.store.commit(stand.base).tree, merge.tree))
            last = merge.tree

    def versions(self, steps: Sequence[_Step], scope: "_Scope") -> Iterator[tuple[Version, str]]:
        """The stands as the flow sees them, each with its tree; what main did elsewhere is nothing to this one."""
        for step in steps:
            stand, touched = step.stand, step.touched
            if stand.by is None:
                touched = frozenset(filter(scope.holds, touched))
                if not touched:
                    continue
            if stand.unknown:
                self.missing.append(f"siapa yang menulis perubahan {stand.head[:12]}, dan kapan, belum disebut GitHub")
            version = Version(
                at=stand.at,
                by=stand.by,
                tree=scope.tree(step.tree),
                touched=touched,
                seen=self.record.seen.get(stand.head) if stand.at is None else None,
                co_authors=self.co_authors(stand) if stand.by is not None else frozenset(),
            )
            yield version, step.tree

    def co_authors(self, stand: Stand) -> frozenset[int]:
        """The accounts that the commits of a branch name as helpers, on all parents (threats T04, T05)."""
        commits = self.store.history("--end-of-options", stand.head, f"^{stand.base}")
        return frozenset().union(*(self.store.commit(one).co_authors for one in commits))

    def pointers(self, tree: str, paths: frozenset[str]) -> Iterator[str]:
        """Files that only name what lies in another store, where nobody who approves a digest binds it (threats T46)."""
        files = self.store.files(tree)
        for path in sorted(paths & files.keys()) if len(paths) <= MOST_FILES else ():
            mode, oid = files[path]
            small = mode.startswith("100") and self.store.blob(mode, oid).size <= _POINTER
            if small and self.store.content(oid).startswith(_LFS):
                yield f"{echo(path)} hanya penunjuk ke simpanan lain (Git LFS), bukan isinya"

    def forged(self) -> Iterator[str]:
        """Merge commits that hold what neither parent has, outside the places where the parents contradict each other."""
        head = self.record.pull.head.sha
        base = self.main.tip if self.record.pull.merged_at is None else self._first_parent()
        for one in self.store.history(*_MERGES, head, f"^{base}"):
            commit = self.store.commit(one)
            if len(commit.parents) != 2:
                yield f"penyatuan {one[:12]} menyatukan lebih dari dua naskah"
                continue
            ways = (self.store.merge(*commit.parents, renames=renames) for renames in (False, True))
            if not any(self.store.changed(way.tree, commit.tree) <= frozenset(way.conflicts) for way in ways):
                yield f"penyatuan {one[:12]} memuat isi yang tidak berasal dari kedua naskah yang disatukannya"

    def _base(self) -> Commit:
        """What main held before the merge, or holds now."""
        return self.store.commit(self._first_parent() if self.record.pull.merged_at else self.main.tip)

    def _first_parent(self) -> str:
        return self.store.commit(self.record.pull.merge_commit_sha or "").parents[0]


class _Scope:
    """The files of a tree that matter to a pull request: those of the years it touches, and whatever it ever touched."""

    def __init__(self, store: ObjectStore, touched: frozenset[str]) -> None:
        self.store = store
        self.touched = touched
        self.folders = tuple(below(year) for year in years_of(touched))
        self.known: dict[str, Tree] = {}

    def holds(self, path: str) -> bool:
        """Whether a path matters."""
        return path in self.touched or path.startswith(self.folders)

    def tree(self, tree: str) -> Tree:
        """The files of a tree that matter, by path."""
        if tree not in self.known:
            self.known[tree] = {
                path: self.store.blob(*entry) for path, entry in self.store.files(tree).items() if self.holds(path)
            }
        return self.known[tree]
