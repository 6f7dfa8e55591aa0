"""A report year as it lies on the disk."""

from pathlib import Path

from paraf.adapters.files import Kind, demand, folder_below, head, sha256, walk
from paraf.adapters.office import report_years
from paraf.errors import UsageError
from paraf.laporan.report import Report, is_scan, is_text, read_report


def load_report(root: Path, year: int) -> Report:
    """A report year as it lies on the disk; what cannot be read becomes its faults. Raises ``UserError`` without a folder."""
    folder = folder_below(root, f"lakip/{year}")
    if folder is None:
        years = ", ".join(map(str, report_years(root))) or "belum ada"
        raise UsageError(f"Tahun {year} belum dibuka: folder lakip/{year}/ tidak ada. Yang ada: {years}.")
    files: dict[str, bytes] = {}
    sizes: dict[str, int] = {}
    seals: dict[str, str] = {}
    for path in walk(folder):
        demand(Kind.FILE, path, root)
        name = path.relative_to(folder).as_posix()
        files[name] = head(path) if is_text(name) else b""
        sizes[name] = path.stat().st_size
        if is_scan(name):
            seals[name] = sha256(path)
    return read_report(year, files, sizes, seals)
