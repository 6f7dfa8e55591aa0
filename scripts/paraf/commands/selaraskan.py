"""``paraf selaraskan``: bring the generated files of the repository in line with their sources."""

from pathlib import Path

from paraf.adapters.files import write_if_changed
from paraf.commands.console import result
from paraf.views.schemas import schema_files


def selaraskan(root: Path, only_check: bool) -> int:
    """Write the JSON Schemas; with ``only_check`` name what differs and return 1."""
    wanted = {root / "sop" / path: content.encode() for path, content in schema_files().items()}
    if not only_check:
        written = [path for path, data in wanted.items() if write_if_changed(path, data)]
        for path in written:
            result(f"ditulis: {path.relative_to(root)}")
        result(f"{len(wanted)} berkas selaras.")
        return 0
    differing = [path for path, data in wanted.items() if not path.is_file() or path.read_bytes() != data]
    for path in differing:
        result(f"tidak selaras: {path.relative_to(root)}")
    if differing:
        result("Jalankan 'paraf selaraskan', lalu simpan hasilnya.")
        return 1
    result(f"{len(wanted)} berkas selaras.")
    return 0
