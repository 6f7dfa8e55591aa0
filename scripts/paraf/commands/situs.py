"""``paraf situs``: stage the pages, then let the builder render them."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from paraf.adapters import builder
from paraf.adapters.clock import build_time
from paraf.adapters.files import Changes, load_repository, own_folder, read_tree, sync_folder
from paraf.commands.console import narrate, result
from paraf.errors import UsageError
from paraf.rules import RULES
from paraf.rules.base import Facts, run
from paraf.views.page import claim
from paraf.views.site import Site, build_site

STAGING = "build/sumber"
TARGET = "site"


@dataclass(frozen=True, slots=True)
class Staged:
    """A staging folder that equals ``site`` and the hand-written pages, and what it took to get there."""

    site: Site
    folder: Path
    changes: Changes
    when: datetime


def stage(root: Path, today: date | None) -> Staged:
    """Compute every page and bring ``build/sumber/`` in line; equal files are not touched."""
    repo = load_repository(root)
    when = build_time(root, today)
    written_by_hand = read_tree(root / "docs") if (root / "docs").is_dir() else {}
    docs = {path: _text(path, data) for path, data in written_by_hand.items() if path.endswith(".md")}
    site = build_site(repo, run(RULES, Facts(repo, when.date())), RULES, when.date(), docs)
    taken = {claim(path) for path in site.files}
    for path in written_by_hand:
        if claim(path) in taken:
            raise UsageError(f"docs/{path} memakai alamat halaman yang dibuat dari SOP. Beri nama berkas lain.")
    files = written_by_hand | {path: content.encode() for path, content in site.files.items()}
    folder = own_folder(root, STAGING)
    return Staged(site, folder, sync_folder(folder, files), when)


def _text(path: str, data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UsageError(f"docs/{path} bukan UTF-8. Simpan ulang dengan pengodean UTF-8.") from error


def situs(root: Path, today: date | None, only_stage: bool) -> int:
    """Stage and build; prints where the site lies."""
    staged = stage(root, today)
    changes = staged.changes
    narrate(f"Halaman disiapkan: {changes.written} ditulis, {changes.removed} dihapus, {changes.unchanged} tetap.")
    if only_stage:
        result(str(staged.folder))
        return 0
    narrate("Membangun situs …")
    builder.build(root, staged.site.settings, staged.folder, own_folder(root, TARGET), staged.when)
    result(str(root / TARGET))
    return 0
