"""Whole processes, cold, against the bars of DESIGN section 10; prints a ratio to a bare Python, never fails.

Run with: .venv/bin/python tests/bench/ukur.py
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
PARAF = [sys.executable, "-m", "paraf", "--akar", str(ROOT)]
BARS = (
    ("paraf --help", [*PARAF, "--help"], 0.1),
    ("paraf periksa sop", [*PARAF, "periksa", "sop"], 0.3),
    ("paraf periksa lakip/2025", [*PARAF, "periksa", "lakip/2025"], 0.5),
    ("paraf periksa satu bab", [*PARAF, "periksa", "lakip/2025/80-penutup.md"], 0.2),
    ("paraf cetak naskah-baca 2025", [*PARAF, "cetak", "naskah-baca", "2025"], 2.5),
    ("paraf perubahan HEAD~1.. 2025", [*PARAF, "perubahan", "HEAD~1..", "2025"], 0.5),
    ("paraf situs --hanya-sumber", [*PARAF, "situs", "--hanya-sumber"], 0.5),
    ("paraf situs", [*PARAF, "situs"], 15.0),
)

# A user's Python keeps what it compiled; whoever measures with that switched off would time the compiler.
ENVIRONMENT = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}

# In one fresh process: what staging takes, and what the builder then takes with its imports.
SHARE = """
import gc, sys, tempfile, time
from pathlib import Path
from paraf.commands import situs
gc.set_threshold(50_000)  # as the command does
begun = time.perf_counter()
root = Path(sys.argv[1])
staged = situs.stage(root, situs.plan(root, situs.Wish()))
ready = time.perf_counter()
with tempfile.TemporaryDirectory() as folder:
    situs.render(root, staged, Path(folder))
    print((ready - begun) / (time.perf_counter() - ready))
"""


def seconds(command: list[str], runs: int = 7) -> float:
    """The median of several whole runs after one that is not counted."""
    taken = []
    for _ in range(runs + 1):
        begun = time.perf_counter()
        subprocess.run(command, capture_output=True, check=True, cwd=tempfile.gettempdir(), env=ENVIRONMENT)
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken[1:])


def main() -> None:
    """Print one line for each bar."""
    bare = seconds([sys.executable, "-c", "pass"])
    sys.stdout.write(f"python kosong: {bare * 1000:.0f} ms\n")
    for name, command, bar in BARS:
        taken = seconds(command)
        sys.stdout.write(f"{name}: {taken:.3f} s ({taken / bare:.1f} x python kosong; batas {bar} s)\n")
    share = [
        float(
            subprocess.run(
                [sys.executable, "-c", SHARE, str(ROOT)], capture_output=True, text=True, check=True, env=ENVIRONMENT
            ).stdout
        )
        for _ in range(5)
    ]
    sys.stdout.write(f"menyiapkan halaman: {statistics.median(share):.1%} dari MkDocs (batas 10%)\n")


if __name__ == "__main__":
    main()
