"""Git, read only and by its plumbing: whatever a repository configures, no program of its choice is run.

The commands used here show no log and no difference, so no signature checker, pager, filter or hook is asked; objects
that a partial clone lacks are not fetched, because the way to fetch them is configured too.
"""

import os
import re
from pathlib import Path

from paraf.laporan.report import is_text

_ENVIRONMENT = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",  # for a Git too old to know the line above
}
_REGULAR = b"100644"
_OBJECT = re.compile(rb"[0-9a-f]+ blob ([0-9]+)\n")
_COMMITTED = re.compile(rb"^committer .*> ([0-9]{1,15}) [+-][0-9]{4}$", re.MULTILINE)


def own_environment() -> dict[str, str]:
    """The surroundings of git without anything that a user or a machine configured for it, and without replaced objects."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    return kept | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_NO_REPLACE_OBJECTS": "1"}


def _git(root: Path, *arguments: str, feed: bytes = b"") -> bytes | None:
    """What git answers; ``None`` when it refuses, is missing, or takes too long."""
    import subprocess  # late: most commands never ask

    command = ["git", "-c", f"safe.directory={root}", "-C", str(root), *arguments]
    environment = own_environment() | _ENVIRONMENT
    try:
        return subprocess.run(command, input=feed, capture_output=True, timeout=20, env=environment, check=True).stdout
    except (OSError, subprocess.SubprocessError):
        return None


def head_seconds(root: Path) -> int | None:
    """When HEAD was committed, in seconds since 1970; ``None`` outside a repository, without commits, or without git."""
    head = (_git(root, "cat-file", "commit", "HEAD") or b"").split(b"\n\n", 1)[0]
    found = _COMMITTED.search(head)
    return int(found[1]) if found else None


def commit_of(root: Path, revision: str) -> str | None:
    """The full id of a revision's commit; ``None`` when there is none. A word that looks like an option is no revision."""
    said = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    return said.decode().strip() if said else None


def in_history(root: Path, commit: str) -> bool:
    """Whether HEAD has a commit behind it, or is it; not known is no."""
    return _git(root, "merge-base", "--is-ancestor", commit, "HEAD") is not None


def files_at(root: Path, revision: str, folder: str) -> dict[str, bytes] | None:
    """The regular files below a folder as a revision has them, by path below it; of those nobody reads here, no content.

    ``None`` without that revision, or when it is not wholly in this copy of the repository.
    """
    commit = commit_of(root, revision)
    listed = _git(root, "ls-tree", "-r", "-z", commit, f"{folder}/") if commit else None
    if listed is None:
        return None
    entries = [entry.split(b"\t", 1) for entry in listed.split(b"\0") if entry]
    paths = {
        path.decode(errors="replace").removeprefix(f"{folder}/"): meta.split()[2]
        for meta, path in entries
        if meta.startswith(_REGULAR)
    }
    texts = {path: identity for path, identity in paths.items() if is_text(path)}
    found = contents(root, list(texts.values()))
    if found is None:
        return None
    return dict.fromkeys(paths, b"") | dict(zip(texts, found, strict=True))


def changed_since(root: Path, revision: str, folder: str, until: str = "HEAD") -> frozenset[str] | None:
    """The paths below a folder in which HEAD, or another revision, differs from a revision, gone ones too; ``None``
    without one of them."""
    trees = [_listing(root, one, folder) for one in (revision, until)]
    if None in trees:
        return None
    before, after = (tree or frozenset() for tree in trees)
    return frozenset(entry.split(b"\t", 1)[1].decode(errors="replace") for entry in before ^ after)


def commits_of(root: Path, *folders: str) -> list[str]:
    """The commits of HEAD's own line that changed something below these folders, newest first; none without Git."""
    said = _git(root, "rev-list", "--first-parent", "HEAD", "--", *folders)
    return said.decode().split() if said else []


def whole_folder(root: Path, commit: str, folder: str) -> dict[str, tuple[str, bytes]] | None:
    """Every file below a folder as a commit has it, with its mode; ``None`` when it is not wholly in this copy.

    A submodule is an entry without content.
    """
    listed = _git(root, "ls-tree", "-r", "-z", commit, f"{folder}/")
    if listed is None:
        return None
    entries = [entry.split(b"\t", 1) for entry in listed.split(b"\0") if entry]
    blobs = [(meta.split(), path.decode(errors="replace")) for meta, path in entries]
    said = contents(root, [meta[2] for meta, _ in blobs if meta[1] == b"blob"])
    if said is None:
        return None
    found = iter(said)
    return {
        path.removeprefix(f"{folder}/"): (meta[0].decode(), next(found) if meta[1] == b"blob" else b"")
        for meta, path in blobs
    }


def modes_at(root: Path, commit: str, folder: str) -> dict[str, tuple[str, bytes]]:
    """The files below a folder as a commit has them, by their path: the mode and the object."""
    entries = [entry.split(b"\t", 1) for entry in _listing(root, commit, folder) or ()]
    return {path.decode(errors="replace"): (meta.split()[0].decode(), meta.split()[2]) for meta, path in entries}


def _listing(root: Path, revision: str, folder: str) -> frozenset[bytes] | None:
    commit = commit_of(root, revision)
    listed = _git(root, "ls-tree", "-r", "-z", commit, f"{folder}/") if commit else None
    return None if listed is None else frozenset(filter(None, listed.split(b"\0")))


def contents(root: Path, identities: list[bytes]) -> list[bytes] | None:
    """What stands in each object; ``None`` when one of them is missing."""
    said = _git(root, "cat-file", "--batch", feed=b"".join(identity + b"\n" for identity in identities))
    if said is None:
        return None
    found: list[bytes] = []
    at = 0
    for _ in identities:
        header = _OBJECT.match(said, at)
        if header is None:
            return None
        end = header.end() + int(header[1])
        found.append(said[header.end() : end])
        at = end + 1
    return found
