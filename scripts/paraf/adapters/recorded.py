"""Where in the history of a repository the content lies that a book records: the commit, found by its digest."""

import hashlib
from pathlib import Path

from paraf.adapters.git import commits_of, contents, modes_at
from paraf.alur.content import Covered, below, digest
from paraf.alur.facts import Blob

MOST_COMMITS = 1_000
"""Commits of a year that are looked at; a year has about fifty."""


def commit_of_content(root: Path, year: int, patterns: tuple[str, ...], wanted: str) -> str | None:
    """The last commit of HEAD's line in which the covered files of a year have this digest; ``None``: it is not there."""
    scope = Covered(year, patterns)
    known: dict[bytes, Blob] = {}
    for commit in commits_of(root, below(year).rstrip("/"))[:MOST_COMMITS]:
        files = {
            path: found for path, found in modes_at(root, commit, below(year).rstrip("/")).items() if scope.holds(path)
        }
        missing = sorted({identity for _, identity in files.values()} - known.keys())
        data = contents(root, missing)
        if data is None:
            return None
        for identity, one in zip(missing, data, strict=True):
            known[identity] = Blob("", hashlib.sha256(one).hexdigest(), len(one))
        tree = {
            path: Blob(mode, known[identity].sha256, known[identity].size) for path, (mode, identity) in files.items()
        }
        if digest(scope, tree) == wanted:
            return commit
    return None
