"""What several tests need: the repository's root, loading a case, running one rule."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from paraf.finding import Finding
from paraf.rules.base import Facts, run
from paraf.rules.catalogue import BY_CODE
from paraf.sop.repository import Repository, read_repository, wanted

ROOT = Path(__file__).parents[1]
CASES = ROOT / "tests" / "cases"
TODAY = date(2026, 1, 15)


def files_of(folder: Path) -> dict[str, bytes]:
    """The files of ``folder/sop`` that a repository is read from; the sample office where a case has none."""
    found = {f"sop/{path.name}": path.read_bytes() for path in sorted((folder / "sop").iterdir()) if path.is_file()}
    found.setdefault("sop/instansi.yml", (CASES / "dasar" / "instansi.yml").read_bytes())
    return {path: data for path, data in found.items() if wanted(path)}


@cache
def load_case(folder: Path) -> Repository:
    """The repository of a case folder; read once, since nothing of it can be changed."""
    return read_repository(files_of(folder))


def load_files(files: Mapping[str, str]) -> Repository:
    """A repository from texts; the sample office where none is given."""
    data = {path: text.encode() for path, text in files.items()}
    data.setdefault("sop/instansi.yml", (CASES / "dasar" / "instansi.yml").read_bytes())
    return read_repository(data)


def findings_of(code: str, repo: Repository, today: date = TODAY) -> list[Finding]:
    """What one rule finds."""
    return run([BY_CODE[code]], Facts(repo, today))
