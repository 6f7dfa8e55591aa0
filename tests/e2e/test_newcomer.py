"""The newcomer's command, from a clean copy in a path with a space and with an empty HOME."""

import os
import subprocess
import sys
import time
from pathlib import Path

from e2e.conftest import copy_repository

# The Python outside any virtual environment, as a newcomer has it.
PYTHON = str(Path(sys.base_prefix) / ("python.exe" if os.name == "nt" else "bin/python3"))


def start(root: Path, home: Path, *arguments: str, cwd: Path | None = None) -> "subprocess.CompletedProcess[str]":
    hidden = ("VIRTUAL_ENV", "PYTHONPATH", "SOURCE_DATE_EPOCH", "COVERAGE_PROCESS_START")
    environment = {key: value for key, value in os.environ.items() if key not in hidden} | {"HOME": str(home)}
    script = str(root / "scripts" / "mulai.py") if cwd else "scripts/mulai.py"
    return subprocess.run(
        [PYTHON, script, *arguments], cwd=cwd or root, env=environment, capture_output=True, text=True, timeout=300
    )


def test_one_command_ends_with_a_site_and_the_second_time_in_seconds(tmp_path: Path) -> None:
    (tmp_path / "rumah").mkdir()
    root = copy_repository(tmp_path / "folder kantor")
    first = start(root, tmp_path / "rumah")
    assert first.returncode == 0, first.stdout + first.stderr
    assert "Memasang sampai" in first.stdout
    assert "python3 scripts/mulai.py pratinjau" in first.stdout
    assert (root / "site" / "lembar-sop" / "index.html").is_file()
    begun = time.monotonic()
    second = start(root, tmp_path / "rumah")
    assert (second.returncode, "Memasang" in second.stdout) == (0, False)
    assert time.monotonic() - begun < 30
    assert start(root, tmp_path / "rumah", "jelaskan", "SOP104").stdout.startswith("SOP104 · Waktu tidak terukur")
    assert "Bantuan: python3 scripts/mulai.py --help" in start(root, tmp_path / "rumah", "kerja").stderr
    elsewhere = start(root, tmp_path / "rumah", "--akar", ".", "periksa", cwd=tmp_path / "rumah")
    assert elsewhere.returncode == 2
    assert "Jalankan dari folder repositori, atau pakai --akar FOLDER." in elsewhere.stderr
    from_outside = start(root, tmp_path / "rumah", "periksa", "sop", cwd=tmp_path / "rumah")
    assert (from_outside.returncode, f'"{root}' in from_outside.stdout) == (0, True)
