"""``paraf selaraskan``: bring the generated files of the repository in line with their sources."""

from pathlib import Path

from paraf.adapters.files import own_folder, read_data, write_if_changed
from paraf.adapters.office import load_repository, sop_folder
from paraf.commands.console import result
from paraf.errors import UserError
from paraf.sop.repository import Repository
from paraf.views.schemas import schema_files

FOLDER = "sop/skema"


def selaraskan(root: Path, only_check: bool) -> int:
    """Write the JSON Schemas; with ``only_check`` name what differs and return 1."""
    sop_folder(root)
    wanted = {f"sop/{path}": content.encode() for path, content in schema_files(_office(root)).items()}
    differing = [path for path, data in wanted.items() if read_data(root, path) != data]
    if differing and not only_check:
        own_folder(root, FOLDER)
    for path in differing:
        if not only_check:
            write_if_changed(root / path, wanted[path])
        result(f"{'tidak selaras' if only_check else 'ditulis'}: {path}")
    if differing and only_check:
        result("Jalankan 'paraf selaraskan', lalu simpan hasilnya.")
        return 1
    result(f"{len(wanted)} berkas selaras.")
    return 0


def _office(root: Path) -> Repository | None:
    """What the office decided; where it cannot be read ``periksa`` tells why, and the other schemas help to repair it."""
    try:
        return load_repository(root)
    except UserError:
        return None
