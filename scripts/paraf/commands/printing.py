"""What the commands that print a report share: the report of a year as people read it, and its document set in a workshop."""

import tempfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from paraf.adapters.files import copy_below
from paraf.adapters.office import report_years
from paraf.adapters.paper import Form, drop_broken, typeset
from paraf.adapters.years import load_report
from paraf.errors import UsageError
from paraf.laporan.expand import Expansion, expand_report
from paraf.views.reading import Reading, too_long

FOLDER = "build/cetak"
"""Where the papers that are printed lie."""


class Document(Struct, frozen=True):
    """A PDF, and the pictures that could not be printed in it."""

    pdf: bytes
    broken: tuple[str, ...]


def expansion_of(root: Path, year: int) -> Expansion:
    """The report of a year as people read it."""
    previous = load_report(root, year - 1) if year - 1 in report_years(root) else None
    return expand_report(load_report(root, year), previous)


def written_of(root: Path, year: int) -> Expansion:
    """The same; raises ``UsageError`` where it has no chapter."""
    found = expansion_of(root, year)
    if not found.chapters:
        raise UsageError(
            f"Tahun {year} belum mempunyai bab yang dapat dibaca. Periksa dulu: paraf periksa lakip/{year}"
        )
    return found


def demand_short(made: Reading, expansion: Expansion) -> None:
    """Raises ``UsageError`` for a document that cannot be printed."""
    if trouble := too_long(made, expansion):
        raise UsageError(trouble)


def set_document(
    root: Path, year: int, made: Reading, when: datetime, form: Form, others: Mapping[str, str] | None = None
) -> Document:
    """Set a document; ``others`` are further files that it shows: their names beside it, and where they lie below the root."""
    with tempfile.TemporaryDirectory(prefix="paraf-") as workshop:
        folder = Path(workshop)
        (folder / "grafik").mkdir()
        for name, svg in made.pictures.items():
            (folder / "grafik" / name).write_text(svg, encoding="utf-8")
        for name in made.photos:
            copy_below(root, f"lakip/{year}/{name}", folder / name)
        for name, source in (others or {}).items():
            copy_below(root, source, folder / name)
        broken = drop_broken(folder, [*made.photos, *(others or {})])
        return Document(typeset(made.source, folder, made.words, when, form), tuple(broken))
