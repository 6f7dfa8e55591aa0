"""A thousand years of book lines verified, in this process; prints the figure and its bar, never fails.

Run with: .venv/bin/python tests/bench/buku.py
"""

import sys
import time
from datetime import timedelta
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

from alur.book.handmade import NOW, POLICY, TREE, YEAR, books  # noqa: E402
from paraf.alur.book.verifying import verify  # noqa: E402

YEARS, BAR = 1000, 2.0


def main() -> None:
    """One book for each year, each read anew."""
    one = books()
    copies = [dict(one) for _ in range(YEARS)]
    lines = sum(data.count(b"\n") for data in one.values())
    begun, worked = time.perf_counter(), time.process_time()
    sound = sum(not verify(found, TREE, POLICY, YEAR, now=NOW + timedelta(days=1)).problems for found in copies)
    taken, worked = time.perf_counter() - begun, time.process_time() - worked
    each = worked / YEARS * 1000
    sys.stdout.write(
        f"{sound} buku, {lines * sound} baris: {taken:.2f} s ({worked:.2f} s prosesor), {each:.2f} ms setahun (batas {BAR} s)\n"
    )


if __name__ == "__main__":
    main()
