"""The finished site as one ZIP for a server of one's own: of the same site the same bytes, on any machine."""

import hashlib
import zipfile
from collections.abc import Mapping
from pathlib import Path

from paraf.adapters.files import own_file

_FIRST = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP can tell: when the files were written here is nobody's business."""
_UNIX, _MODE = 3, 0o100644 << 16


def pack(root: Path, name: str, files: Mapping[str, bytes | Path]) -> str:
    """Write the archive to a file of ours below the root; its SHA-256.

    Nothing is compressed: what a library makes of the same bytes differs from version to version.
    """
    path = own_file(root, name)
    beside = path.with_name(f".{path.name}.baru")
    with zipfile.ZipFile(beside, "w", zipfile.ZIP_STORED) as archive:
        for inside in sorted(files):
            entry = zipfile.ZipInfo(inside, _FIRST)
            entry.create_system, entry.external_attr = _UNIX, _MODE
            content = files[inside]
            archive.writestr(entry, content if isinstance(content, bytes) else content.read_bytes())
    beside.replace(path)
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
