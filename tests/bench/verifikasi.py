"""Ten years of the sample, each with a book of its own, verified by one cold process; prints figures, never fails.

Run with: .venv/bin/python tests/bench/verifikasi.py [years]
"""

import runpy
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

from alur.sample import DONE, POLICY, Office, tell_2025  # noqa: E402
from paraf.alur.book.reading import folder  # noqa: E402
from paraf.alur.book.writing import additions  # noqa: E402
from paraf.alur.cycle import evaluate_cycle  # noqa: E402

SAMPLE, YEARS, BAR = 2025, 10, 1.0
seconds = runpy.run_path(str(Path(__file__).with_name("ukur.py")))["seconds"]


def write_year(root: Path, year: int) -> int:
    """The sample's files and story as another year; the bytes of its book."""
    office = Office(SAMPLE)
    office.world.year = year
    tell_2025(office)
    books = additions({}, (), evaluate_cycle(POLICY, office.world.facts(), DONE).closings, POLICY, year)
    made = {f"lakip/{year}/{name}": data for name, data in office.files.items()}
    made |= {folder(year) + name: data for name, data in books.items()}
    for name, data in made.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    return sum(map(len, made.values()))


def main() -> None:
    """One line for a bare Python, one year, and all of them."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else YEARS
    bare = seconds([sys.executable, "-c", "pass"])
    with tempfile.TemporaryDirectory(prefix="paraf-verifikasi-") as name:
        root = Path(name)
        shutil.copytree(ROOT / "sop", root / "sop")
        size = sum(write_year(root, year) for year in range(SAMPLE - wanted + 1, SAMPLE + 1))
        paraf = [sys.executable, "-m", "paraf", "--akar", str(root), "verifikasi", "--hari-ini", "2026-03-01"]
        sys.stdout.write(f"python kosong: {bare * 1000:.0f} ms; {wanted} tahun, {size / 1e6:.1f} MB\n")
        said = subprocess.run(paraf, capture_output=True, text=True, check=True).stdout
        sound = said.count("Sudah diverifikasi:")
        for what, command in (("satu tahun", [*paraf, str(SAMPLE)]), (f"{sound} tahun", paraf)):
            taken = seconds(command)
            sys.stdout.write(
                f"paraf verifikasi, {what}: {taken:.3f} s ({taken / bare:.1f} x python kosong; batas {BAR} s)\n"
            )


if __name__ == "__main__":
    main()
