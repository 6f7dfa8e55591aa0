"""How long the gate takes on a forge at hand: one pull request, and a sweep of many, with the requests that it sends.

    python tests/bench/gerbang.py [--banyak 100]

Each look is a process of its own, as in a workflow; the store of objects is warm. Prints seconds, requests and memory.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

from adapters.github.forge_office import NAME, SCOPES, ForgeOffice, office  # noqa: E402


def run(people: ForgeOffice, folder: Path, *arguments: str) -> None:
    """The command as a process; what it took is printed."""
    forge = people.forge
    environment = os.environ | {
        "GITHUB_API_URL": forge.url,
        "GITHUB_SERVER_URL": forge.url,
        "GITHUB_GRAPHQL_URL": f"{forge.url}/graphql",
        "GITHUB_REPOSITORY": NAME,
        "GITHUB_TOKEN": forge.actions_token(**SCOPES),
        "PYTHONPATH": str(ROOT / "scripts"),
    }
    forge.asked.clear()
    began = time.perf_counter()
    command = [sys.executable, "-m", "paraf", "--akar", str(folder), "gerbang", *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    took = time.perf_counter() - began
    if done.returncode > 1:
        sys.stdout.write(f"{done.stderr.strip().splitlines()[-1]}\n")
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    sys.stdout.write(
        f"gerbang {' '.join(arguments):<18} {took:6.2f} s  {len(forge.asked):5} requests  {memory:4.0f} MB\n"
    )


def main() -> None:
    """One note that passes; then many drafts of the same paper beside it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--banyak", type=int, default=100)
    many = parser.parse_args().banyak
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        with office(folder) as people:
            people.at("2026-01-05 08:35").open(1, "kasubag", people.now("nota-dinas.md"))
            people.at("2026-01-05 08:50").hand(1, "kasubag")
            people.at("2026-01-05 13:10").approve(1, "sekdin")
            for arguments in (("1",), ("1",), ("--semua", "--tulis")):
                run(people, folder, *arguments)
            for number in range(2, many + 1):
                people.forge.wait(minutes=1)
                chapter = people.chapters()[number % len(people.chapters())]
                files = people.now("data/", chapter) | {
                    chapter: people.files[chapter] + f"\nKalimat {number}.\n".encode()
                }
                people.open(number, "tim-satu", files, draft=True)
            for arguments in (("--semua",), ("--semua", "--tulis"), ("--semua", "--tulis")):
                run(people, folder, *arguments)


if __name__ == "__main__":
    main()
