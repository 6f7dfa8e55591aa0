"""The rules in force, as one digest: whatever decides about a paper, be it written or programmed."""

import hashlib

from paraf.alur.facts import Tree


def rules_digest(files: Tree) -> str:
    """The SHA-256 over the paths, modes and digests of the files of the rules."""
    lines = (f"{path}\0{blob.mode}\0{blob.sha256}\n" for path, blob in sorted(files.items()))
    return hashlib.sha256("".join(lines).encode()).hexdigest()
