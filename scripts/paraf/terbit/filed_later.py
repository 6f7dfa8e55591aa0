"""Evidence that came after its paper was done: no line of the book binds it, so where the forge is asked, it has to know it.

Who can write to main can lay a record and a "signed" document beside a report that is published. What he cannot write is a
merged pull request in which the role that files such evidence filed these very bytes.
"""

from collections.abc import Iterable, Iterator, Mapping

from paraf.alur.content import below
from paraf.alur.facts import Pull, Tree
from paraf.alur.states import Outcome, Verdict
from paraf.laporan.records.names import read_name, record_of_file

Known = Mapping[str, frozenset[str]]
"""Paths of the repository, each with the SHA-256 of every content that was filed there as it ought to be."""


def is_later(path: str) -> bool:
    """Whether a path below the year's folder is a later record, or belongs to one by its name."""
    name = read_name(path) or record_of_file(path)
    return name is not None and name.number > 1


def confirmed(year: int, pulls: Iterable[Pull], verdicts: Iterable[Verdict]) -> Known:
    """What merged pull requests brought that passed; of each only what it changed itself."""
    passed = {one.pull for one in verdicts if one.outcome is Outcome.SELESAI}
    found: dict[str, frozenset[str]] = {}
    for pull in pulls:
        tree = pull.merged.tree if pull.merged and pull.number in passed else {}
        for path in sorted(pull.paths & tree.keys()):
            if is_later(path.removeprefix(below(year))):
                found[path] = found.get(path, frozenset()) | {tree[path].sha256}
    return found


def unconfirmed(year: int, tree: Tree, known: Known) -> Iterator[str]:
    """The later records of a year, and their files, that nothing confirms."""
    for path in sorted(tree):
        if is_later(path.removeprefix(below(year))) and tree[path].sha256 not in known.get(path, frozenset()):
            yield path
