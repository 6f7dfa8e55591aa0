"""What the office decided (``sop/``), and the years it has opened; a report itself is read in ``adapters.years``."""

from pathlib import Path
from pkgutil import iter_modules

from paraf import rules
from paraf.adapters.files import Kind, demand, folder_below, kind_of, read_data
from paraf.door.regex import regex
from paraf.errors import DataError, UsageError
from paraf.sop.repository import Repository, name_faults, read_repository, wanted

_YEAR = regex(r"20[0-9]{2}")
_RULE = regex(r"[a-z]{3}[0-9]{3}(?=_)")


def sop_folder(root: Path) -> Path:
    """The folder of what the office decided."""
    if not root.is_dir():
        raise UsageError(f"Folder {root} tidak ada. Periksa alamat sesudah --akar.")
    if folder := folder_below(root, "sop"):
        return folder
    raise UsageError("Folder sop/ tidak ada di sini. Jalankan dari folder repositori, atau pakai --akar FOLDER.")


def load_repository(root: Path) -> Repository:
    """Read what the office decided; raises ``UserError`` when it cannot be accepted."""
    paths = sorted(path for path in sop_folder(root).iterdir() if not path.name.startswith("."))
    for path in paths:
        if kind_of(path) is not Kind.FOLDER:
            demand(Kind.FILE, path, root)
    names = [f"sop/{path.name}" for path in paths]
    faults = name_faults(names)
    files: dict[str, bytes] = {}
    for name in filter(wanted, names):
        try:
            data = read_data(root, name)
        except DataError as error:
            faults += error.faults
        else:
            files |= {name: data} if data is not None else {}
    return read_repository(files, faults, rule_codes())


def rule_codes() -> frozenset[str]:
    """The codes of all rules, by the names of their files: reading these takes no time, loading the rules does."""
    found = (_RULE.match(module.name) for module in iter_modules(rules.__path__))
    return frozenset(code[0].upper() for code in found if code)


def report_years(root: Path) -> list[int]:
    """The years that have a folder below ``lakip/``, oldest first."""
    folder = folder_below(root, "lakip")
    return sorted(int(path.name) for path in folder.iterdir() if _YEAR.fullmatch(path.name)) if folder else []
