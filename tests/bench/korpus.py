"""A thousand reports: whether checking grows no faster than its input, how long it takes, how much memory it needs.

Every report is the complete sample with its years shifted, a hundred in a repository, so that ten repositories are
checked one after the other. With ``rumdl`` and ``pymarkdown`` on the path the same chapters are given to them, too; both
look at Markdown only, neither knows data, calls or an outline. Prints, never fails.

Run with: .venv/bin/python tests/bench/korpus.py [reports]
"""

import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
SAMPLE = 2025
SHARE = 100
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def write_report(root: Path, year: int) -> None:
    """The sample, moved to another year."""
    source, target = ROOT / "lakip" / str(SAMPLE), root / "lakip" / str(year)
    for path in source.rglob("*"):
        if path.is_file() and path.suffix in (".md", ".yml", ".csv"):
            moved = _YEAR.sub(
                lambda found: str(min(2099, max(2000, int(found[0]) + year - SAMPLE))), path.read_text(encoding="utf-8")
            )
            (target / path.relative_to(source)).parent.mkdir(parents=True, exist_ok=True)
            (target / path.relative_to(source)).write_text(moved, encoding="utf-8")


def seconds(command: list[str], cwd: Path) -> float:
    """One run; findings are no failure."""
    begun = time.perf_counter()
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr)
    return time.perf_counter() - begun


def main() -> None:
    """Print a line for every stage of the corpus, then the other tools."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    say = sys.stdout.write
    with tempfile.TemporaryDirectory(prefix="paraf-korpus-") as folder:
        root = Path(folder)
        shutil.copytree(ROOT / "sop", root / "sop")
        for year in range(2000, 2000 + min(SHARE, wanted)):
            write_report(root, year)
        paraf = [sys.executable, "-m", "paraf", "periksa", "lakip", "--hari-ini", "2100-01-01"]
        total, done = 0.0, 0
        while done < wanted:
            total += seconds(paraf, root)
            done += min(SHARE, wanted - done)
            peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
            say(f"{done:5} laporan: {total:6.1f} s, {total / done * 1000:.0f} ms per laporan, puncak {peak:.0f} MB\n")
        ours = total / done
        say("batas: 1.000 laporan < 60 s dan < 500 MB\n")
        chapters = root / "lakip" / "2000"
        for tool, command in (("rumdl", ["rumdl", "check", "."]), ("pymarkdown", ["pymarkdown", "scan", "."])):
            found = shutil.which(tool) or shutil.which(tool, path=str(Path(sys.executable).parent))
            if found is None:
                say(f"{tool}: tidak terpasang\n")
                continue
            taken = seconds([found, *command[1:]], chapters)
            say(f"{tool}: {taken * 1000:.0f} ms untuk bab yang sama; paraf {ours / taken:.2f} x\n")


if __name__ == "__main__":
    main()
