"""Git, read only. Nothing of a repository's own configuration is obeyed."""

import os
import subprocess
from pathlib import Path

_ENVIRONMENT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_REPLACE_OBJECTS": "1",
}
_REGULAR = b"100644"


def _git(root: Path, *arguments: str, feed: bytes = b"") -> bytes | None:
    """What git answers; ``None`` when it refuses, is missing, or takes too long."""
    command = ["git", "-c", f"safe.directory={root}", "-C", str(root), *arguments]
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")} | _ENVIRONMENT
    try:
        return subprocess.run(command, input=feed, capture_output=True, timeout=20, env=environment, check=True).stdout
    except (OSError, subprocess.SubprocessError):
        return None


def head_seconds(root: Path) -> int | None:
    """When HEAD was committed, in seconds since 1970; ``None`` outside a repository, without commits, or without git."""
    said = _git(root, "log", "-1", "--format=%ct")
    return int(said) if said and said.strip() else None


def commit_of(root: Path, revision: str) -> str | None:
    """The full id of a revision's commit; ``None`` when there is none. A word that looks like an option is no revision."""
    said = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    return said.decode().strip() if said else None


def files_at(root: Path, revision: str, folder: str) -> dict[str, bytes] | None:
    """The regular files below a folder as a revision has them, by path below it; ``None`` without that revision."""
    commit = commit_of(root, revision)
    listed = _git(root, "ls-tree", "-r", "-z", "--full-tree", commit, f"{folder}/") if commit else None
    if listed is None:
        return None
    entries = [entry.split(b"\t", 1) for entry in listed.split(b"\0") if entry]
    wanted = [(meta.split()[2], path.decode(errors="replace")) for meta, path in entries if meta.startswith(_REGULAR)]
    said = _git(root, "cat-file", "--batch", feed=b"".join(identity + b"\n" for identity, _ in wanted)) or b""
    found, at = {}, 0
    for _, path in wanted:
        end = said.index(b"\n", at)
        size = int(said[at:end].split()[2])
        found[path.removeprefix(f"{folder}/")] = said[end + 1 : end + 1 + size]
        at = end + size + 2
    return found
