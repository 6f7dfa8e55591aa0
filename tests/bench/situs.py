"""Ten published years of some forty pages: the whole site, then one changed year; prints figures, never fails.

Run with: .venv/bin/python tests/bench/situs.py [years]
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

from msgspec.structs import replace

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

from alur.sample import DONE, POLICY, Office, tell_2025  # noqa: E402
from helpers import load_case  # noqa: E402
from paraf.adapters.builder import Look  # noqa: E402
from paraf.adapters.built import theme_of  # noqa: E402
from paraf.alur.book.reading import folder  # noqa: E402
from paraf.alur.book.writing import additions  # noqa: E402
from paraf.alur.content import REGULAR  # noqa: E402
from paraf.alur.cycle import evaluate_cycle  # noqa: E402
from paraf.commands.situs import Wish, plan, prove_built, stage  # noqa: E402
from paraf.laporan.binding import digest, expanded_text  # noqa: E402
from paraf.laporan.expand import expand_report  # noqa: E402
from paraf.terbit.judging import publishing  # noqa: E402
from paraf.terbit.states import source_of  # noqa: E402

SAMPLE, YEARS, BAR, PROOF = 2025, 10, 40.0, 1.0
LAST = "80-penutup.md"
REPO = load_case(ROOT)
PAPER = publishing(POLICY.papers)


def write_year(root: Path, year: int, more: bytes = b"") -> None:
    """The sample's files and story as another published year, with ``more`` at the end of its last chapter."""
    office = Office(SAMPLE)
    office.world.year = year
    office.files = {name: _of_year(name, data, year, more) for name, data in office.files.items()}
    tell_2025(office)
    outline = REPO.outline.value if REPO.outline else None
    source = source_of(year, "folder ini", {name: (REGULAR, data) for name, data in office.files.items()})
    text = digest(expanded_text(expand_report(source.report), outline))
    assert PAPER
    done = evaluate_cycle(POLICY, office.world.facts(), DONE).closings
    closings = [replace(one, expanded=text if one.paper == PAPER.id else None) for one in done]
    made = {f"lakip/{year}/{name}": data for name, data in office.files.items()}
    made |= {folder(year) + name: data for name, data in additions({}, (), tuple(closings), POLICY, year).items()}
    for name, data in made.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)


def _of_year(name: str, data: bytes, year: int, more: bytes) -> bytes:
    if name == LAST:
        return data + more
    return re.sub(rb"(?m)^tahun: \d{4}", b"tahun: %d" % year, data) if name.endswith(".yml") else data


def run(root: Path, *arguments: str) -> tuple[float, str]:
    """Seconds of a cold process, and what it said."""
    begun = time.perf_counter()
    paraf = [sys.executable, "-m", "paraf", "--akar", str(root), "situs", *arguments]
    done = subprocess.run(paraf, capture_output=True, text=True, check=True)
    return time.perf_counter() - begun, done.stderr.splitlines()[0]


def proof(root: Path) -> tuple[float, int]:
    """Seconds that the proof of the built site takes, and how many pages it has."""
    staged = stage(root, plan(root, Wish()))
    look = Look(staged.planned.site.refused)
    theme = find_spec("material")
    assert theme
    assert theme.origin
    look.theme = theme_of([ROOT / "scripts" / "tema", Path(theme.origin).parent / "templates"])
    begun = time.process_time()
    prove_built(staged, look, root / "site")
    return time.process_time() - begun, len(list((root / "site").rglob("*.html")))


def main() -> None:
    """The first build, one without any change, one with a changed year; then the proof by itself."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else YEARS
    os.environ["SOURCE_DATE_EPOCH"] = "1772150400"
    with tempfile.TemporaryDirectory(prefix="paraf-situs-") as name:
        root = Path(name)
        for part in ("sop", "docs"):
            shutil.copytree(ROOT / part, root / part)
        office = root / "sop" / "instansi.yml"
        office.write_text(re.sub(r"(?m)^tahun_contoh: .*$", "tahun_contoh: []", office.read_text()))
        for year in range(SAMPLE - wanted + 1, SAMPLE + 1):
            write_year(root, year)
        first, said = run(root)
        sys.stdout.write(f"{wanted} tahun terbit: {first:.1f} s (batas {BAR} s). {said}\n")
        taken, said = run(root, "--hanya-sumber")
        sys.stdout.write(f"menyiapkan tanpa perubahan: {taken:.2f} s, {taken / first:.1%} dari pembangunan. {said}\n")
        write_year(root, SAMPLE - 1, b"\nKalimat tambahan.\n")
        taken, said = run(root, "--hanya-sumber")
        sys.stdout.write(f"sesudah satu tahun berubah: {taken:.2f} s. {said}\n")
        run(root)
        taken, pages = proof(root)
        sys.stdout.write(
            f"pembuktian {pages} halaman: {taken:.2f} s, {taken / pages * 100:.2f} s per 100 (batas {PROOF} s)\n"
        )


if __name__ == "__main__":
    main()
