"""Another command of ours in a process of its own: what it says is passed on as it comes, and kept."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path


def run_ours(root: Path, tell: Callable[[str], None], *arguments: str) -> tuple[int, list[str]]:
    """How it ended, and its lines, results and narration in the order in which they came."""
    command = [sys.executable, "-P", "-m", "paraf", "--akar", str(root), *arguments]
    said: list[str] = []
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as child:
        assert child.stdout
        for line in child.stdout:
            said.append(line.decode(errors="replace").rstrip("\r\n"))
            tell(said[-1])
    return child.returncode, said
