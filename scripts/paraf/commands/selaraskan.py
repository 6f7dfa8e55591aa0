"""``paraf selaraskan``: bring the generated files of the repository in line with their sources."""

from pathlib import Path

from paraf.adapters.files import folder_below, own_folder, read_data, write_if_changed
from paraf.adapters.office import load_repository, sop_folder
from paraf.commands.console import result
from paraf.errors import UserError
from paraf.sop.repository import Repository
from paraf.views.forge.generated import KEPT, generated_files, is_ours
from paraf.views.schemas import schema_files


def selaraskan(root: Path, only_check: bool) -> int:
    """Write the JSON Schemas and what the forge reads; with ``only_check`` name what differs and return 1.

    What was made here once and is no longer wanted is removed; a file of the office's own beside it stays.
    """
    sop_folder(root)
    repo = _office(root)
    wanted = {f"sop/{path}": content.encode() for path, content in schema_files(repo).items()}
    wanted |= {path: content.encode() for path, content in (generated_files(repo) if repo else {}).items()}
    differing = [path for path, data in wanted.items() if read_data(root, path) != data]
    left = [path for path in _made_here(root) if path not in wanted] if repo else []
    if not only_check:
        for folder in {path.rpartition("/")[0] for path in differing}:
            own_folder(root, folder)
    for path in differing:
        if not only_check:
            write_if_changed(root / path, wanted[path])
        result(f"{'tidak selaras' if only_check else 'ditulis'}: {path}")
    for path in left:
        if not only_check:
            (root / path).unlink()
        result(f"{'tidak dipakai lagi' if only_check else 'dihapus'}: {path}")
    if (differing or left) and only_check:
        result("Jalankan 'paraf selaraskan', lalu simpan hasilnya.")
        return 1
    result(f"{len(wanted)} berkas selaras.")
    return 0


def _made_here(root: Path) -> list[str]:
    """The files in the folders we keep that say of themselves that they were made here."""
    found: list[str] = []
    for name in KEPT:
        folder = folder_below(root, name.rstrip("/"))
        paths = sorted(path.name for path in folder.iterdir() if path.is_file()) if folder else []
        found += [
            name + path for path in paths if is_ours((read_data(root, name + path) or b"").decode(errors="replace"))
        ]
    return found


def _office(root: Path) -> Repository | None:
    """What the office decided; where it cannot be read ``periksa`` tells why, and the other schemas help to repair it."""
    try:
        return load_repository(root)
    except UserError:
        return None
