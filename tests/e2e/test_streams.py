"""Whatever became of the streams or of the folder one stands in: an exit code that is true, and no traceback."""

import subprocess
import sys
from pathlib import Path

import pytest

from helpers import ROOT


def shell(command: str, cwd: Path = ROOT) -> "subprocess.CompletedProcess[str]":
    """Run a line of a shell in which ``paraf`` is ours."""
    function = f'paraf() {{ "{sys.executable}" -m paraf "$@"; }}; '
    return subprocess.run(["sh", "-c", function + command], cwd=cwd, capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("paraf periksa sop >&-", 0),
        ("paraf periksa sop 2>&-", 0),
        ("paraf periksa sop <&- >&- 2>&-", 0),
        ("paraf kerja 2>&-", 2),
        ("paraf --help >&-", 0),
        ("paraf periksa sop >/dev/full", 2),
        ("paraf --help >/dev/full", 2),
        ("paraf periksa sop 2>/dev/full", 0),
        ("paraf kerja 2>/dev/full", 2),
        ("paraf periksa sop >/dev/full 2>&1", 2),
        ("paraf periksa sop >&0 0</dev/null", 2),
    ],
)
def test_a_stream_that_is_closed_or_full(command: str, code: int) -> None:
    done = shell(command)
    assert done.returncode == code
    assert not {"Traceback", "Exception"} & set((done.stdout + done.stderr).replace(":", " ").split())


def test_a_full_disk_is_named() -> None:
    assert shell("paraf periksa sop >/dev/full").stderr == "Hasilnya tidak dapat ditulis: penyimpanan penuh.\n"


@pytest.mark.parametrize("arguments", [["periksa", "sop", "--format", "json"], ["--help"]])
def test_a_reader_that_leaves_changes_nothing(arguments: list[str]) -> None:
    command = [sys.executable, "-m", "paraf", *arguments]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert (process.stderr.read(), process.wait(timeout=60)) == ("", 0)


def test_a_site_is_built_without_any_stream(repository: Path) -> None:
    assert shell("paraf situs <&- >&- 2>&-", repository).returncode == 0
    assert (repository / "site" / "index.html").is_file()


def test_a_folder_that_was_removed_is_said(tmp_path: Path) -> None:
    (tmp_path / "hilang").mkdir()
    done = shell("rmdir ../hilang && paraf periksa sop", tmp_path / "hilang")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "Folder tempat Anda berada sudah dihapus. Pindah ke folder repositori.\n"


ESCAPE = "\x1b[31mMERAH\x1b]0;judul\x07"


@pytest.mark.parametrize(
    "name", [f"sop/{ESCAPE}.yml", f"docs/{ESCAPE}.md", f"docs/{ESCAPE}/x.md", f"site/{ESCAPE}\n.txt"]
)
@pytest.mark.parametrize("link", [False, True], ids=["file", "link"])
def test_no_name_steers_the_terminal(repository: Path, name: str, link: bool) -> None:
    (repository / name).parent.mkdir(parents=True, exist_ok=True)
    (repository / name).symlink_to("/dev/null") if link else (repository / name).write_text("x")
    done = shell("paraf situs", repository)
    assert done.returncode == 2
    assert "MERAH" in done.stderr
    assert not [letter for letter in done.stderr + done.stdout if letter < " " and letter != "\n"]


def test_no_variable_steers_the_terminal(repository: Path) -> None:
    done = shell("SOURCE_DATE_EPOCH=\"$(printf '\\033[31mMERAH\\n')\" paraf situs", repository)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("SOURCE_DATE_EPOCH berisi '\ufffd[31mMERAH', bukan detik.")
