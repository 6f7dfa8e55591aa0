"""The installer's decisions, without installing anything."""

import ast
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import threading
import time
import venv
from pathlib import Path
from types import ModuleType

import pytest

from helpers import ROOT

SCRIPT = ROOT / "scripts" / "mulai.py"


@pytest.fixture
def mulai(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    spec = importlib.util.spec_from_file_location("mulai", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "STAMP", tmp_path / ".venv" / "paraf.json")
    return module


def test_it_uses_the_standard_library_only() -> None:
    tree = ast.parse(SCRIPT.read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in names} <= sys.stdlib_module_names


def test_an_old_python_can_read_it_and_is_told(mulai: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 7))
    monkeypatch.setattr(mulai.sys, "version_info", (3, 9, 2))
    with pytest.raises(mulai.SetupError, match=r"Perlu Python 3.11 atau lebih baru; ini 3.9."):
        mulai.main([])


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("The virtual environment was not created because ensurepip is not available", "sudo apt install python3-venv"),
        ("/usr/bin/python3: No module named venv", "sudo apt install python3-venv"),
        ("[Errno 30] Read-only file system: '.venv'", "boleh ditulis dan penyimpanan tidak penuh(.|\n)*Read-only"),
        ("[Errno 28] No space left on device", "boleh ditulis dan penyimpanan tidak penuh(.|\n)*No space left"),
    ],
)
def test_a_venv_that_cannot_be_made_says_why(
    mulai: ModuleType, monkeypatch: pytest.MonkeyPatch, said: str, told: str
) -> None:
    failed = subprocess.CompletedProcess([], 1, stdout="", stderr=said)
    monkeypatch.setattr(mulai.subprocess, "run", lambda *_, **__: failed)
    with pytest.raises(mulai.SetupError, match=told):
        mulai.make_venv()


@pytest.mark.parametrize("kind", ["file", "link", "pipe"])
def test_only_a_folder_of_its_own_becomes_the_workshop(mulai: ModuleType, tmp_path: Path, kind: str) -> None:
    if kind == "file":
        mulai.VENV.write_text("milik orang")
    elif kind == "pipe":
        os.mkfifo(mulai.VENV)
    else:
        (tmp_path / "milik orang").mkdir()
        mulai.VENV.symlink_to(tmp_path / "milik orang")
    with pytest.raises(mulai.SetupError, match=r"\.venv adalah berkas atau tautan, padahal perlu folder\."):
        mulai.make_venv()


def pretend(mulai: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A ready .venv, and the names of what would have been done to it."""
    done: list[str] = []
    Path(mulai.python()).parent.mkdir(parents=True)
    Path(mulai.python()).touch()
    monkeypatch.setattr(mulai, "make_venv", lambda: done.append("venv"))
    monkeypatch.setattr(mulai, "run_pip", lambda arguments, *_: done.append(arguments[-1]))
    monkeypatch.setattr(mulai, "is_whole", lambda _: Path(mulai.python()).exists())
    return done


@pytest.mark.parametrize(
    ("kind", "stamp", "installed"),
    [
        ("jalan", "jalan", False),
        ("jalan", "uji", False),
        ("uji", "jalan", True),
        ("uji", "uji", False),
        ("jalan", None, True),
    ],
)
def test_only_what_changed_is_installed(
    mulai: ModuleType, monkeypatch: pytest.MonkeyPatch, kind: str, stamp: str | None, installed: bool
) -> None:
    done = pretend(mulai, monkeypatch)
    if stamp:
        mulai.STAMP.write_text(json.dumps({stamp: mulai.fingerprint(stamp)}))
    mulai.prepare(kind)
    assert bool(done) is installed
    assert json.loads(mulai.STAMP.read_text()).keys() == ({kind} if installed else {stamp})


@pytest.mark.parametrize(
    "note", ["", "{", "[]", "null", '"x"', '{"jalan": []}', '{"jalan": {"akar": [1]}}', "[" * 100_000, "\x00"]
)
def test_a_note_that_is_not_ours_means_making_it_again(
    mulai: ModuleType, monkeypatch: pytest.MonkeyPatch, note: str
) -> None:
    done = pretend(mulai, monkeypatch)
    mulai.STAMP.write_text(note)
    mulai.prepare("jalan")
    assert done == ["venv", str(mulai.LOCKS["jalan"]), str(mulai.ROOT)]
    assert json.loads(mulai.STAMP.read_text()) == {"jalan": mulai.fingerprint("jalan")}


def test_a_workshop_whose_python_is_gone_is_made_again(mulai: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    done = pretend(mulai, monkeypatch)
    mulai.STAMP.write_text(json.dumps({"jalan": mulai.fingerprint("jalan")}))
    Path(mulai.python()).unlink()
    mulai.prepare("jalan")
    assert done[0] == "venv"


def test_the_command_runs_where_the_reader_stands_and_knows_how_it_was_called(
    mulai: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[list[str], dict[str, object]]] = []

    def run(command: list[str], **settings: object) -> "subprocess.CompletedProcess[str]":
        seen.append((command, settings))
        return subprocess.CompletedProcess(command, 1)

    monkeypatch.setattr(mulai, "prepare", lambda _: None)
    monkeypatch.setattr(mulai.signal, "signal", lambda *_: None)
    monkeypatch.setattr(mulai.subprocess, "run", run)
    monkeypatch.setattr(mulai.sys, "argv", ["scripts/mulai.py", "--akar", ".", "periksa"])
    assert mulai.main(["--akar", ".", "periksa"]) == 1
    assert mulai.main([]) == 1
    (command, settings), (alone, _) = seen
    assert command[1:] == ["-P", "-m", "paraf", "--akar", str(mulai.ROOT), "--akar", ".", "periksa"]
    assert alone[-1] == "mulai"
    assert "cwd" not in settings
    assert isinstance(settings["env"], dict)
    assert settings["env"]["PARAF_PERINTAH"] == "python3 scripts/mulai.py"


def start(root: Path, redirect: str = "") -> "subprocess.CompletedProcess[str]":
    """A copy of the script alone, run as a newcomer runs it."""
    (root / "scripts").mkdir(parents=True)
    shutil.copyfile(SCRIPT, root / "scripts" / "mulai.py")
    line = f'"{sys.executable}" scripts/mulai.py periksa {redirect}'
    return subprocess.run(["sh", "-c", line], cwd=root, capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize(("redirect", "told"), [("", True), (">&-", False), (">/dev/full", False)])
def test_a_repository_that_is_not_whole_is_told_in_one_line(tmp_path: Path, redirect: str, told: bool) -> None:
    done = start(tmp_path / "folder kantor", redirect)
    assert (done.returncode, done.stderr) == (2, "")
    assert done.stdout.startswith(str(tmp_path)) is told
    if told:
        assert "requirements.txt tidak ada atau tidak dapat dibaca" in done.stdout
        assert done.stdout.endswith("Ambil lagi: git checkout -- requirements.txt\n")


def test_a_damaged_workshop_is_made_again_and_that_is_said(
    mulai: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    done = pretend(mulai, monkeypatch)
    monkeypatch.setattr(mulai, "is_whole", lambda _: False)
    mulai.STAMP.write_text(json.dumps({"jalan": mulai.fingerprint("jalan")}))
    mulai.prepare("jalan")
    assert done == ["venv", str(mulai.LOCKS["jalan"]), str(mulai.ROOT)]
    assert capsys.readouterr().out.startswith("Ruang kerja Python (.venv) rusak, jadi dibuat ulang.\n")


def test_whole_is_a_python_that_runs_and_finds_what_it_needs(
    mulai: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    venv.create(mulai.VENV, with_pip=False)
    monkeypatch.setattr(mulai, "PACKAGES", {"jalan": ("json", "punyaku"), "uji": ("milikku",)})
    assert not mulai.is_whole("jalan")
    (place,) = mulai.VENV.glob("lib/python*/site-packages")
    (place / "punyaku").mkdir()
    assert not mulai.is_whole("jalan"), "a folder that was emptied"
    (place / "punyaku" / "__init__.py").write_text("raise SystemExit(7)")
    assert mulai.is_whole("jalan"), "nothing is imported"
    assert not mulai.is_whole("uji")
    (place / "milikku.py").write_text("")
    assert mulai.is_whole("uji")
    Path(mulai.python()).unlink()
    assert not mulai.is_whole("jalan")
    Path(mulai.python()).write_text("bukan program")
    assert not mulai.is_whole("jalan")
    Path(mulai.python()).chmod(0o755)
    assert not mulai.is_whole("jalan")


def test_everything_that_is_imported_is_looked_for(mulai: ModuleType) -> None:
    def roots(folder: Path) -> set[str]:
        found: set[str] = set()
        for path in folder.rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Import):
                    found |= {alias.name.split(".")[0] for alias in node.names}
                elif isinstance(node, ast.ImportFrom) and node.module:
                    found.add(node.module.split(".")[0])
        return found - sys.stdlib_module_names

    optional = {"_typeshed", "hunspell"}
    assert roots(ROOT / "scripts" / "paraf") - optional <= set(mulai.PACKAGES["jalan"])


def test_a_pipe_in_place_of_the_note_keeps_nobody_waiting(mulai: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    done = pretend(mulai, monkeypatch)
    os.mkfifo(mulai.STAMP)

    def make() -> None:
        done.append("venv")
        mulai.STAMP.unlink()

    monkeypatch.setattr(mulai, "make_venv", make)
    mulai.prepare("jalan")
    assert done == ["venv", str(mulai.LOCKS["jalan"]), str(mulai.ROOT)]


def test_a_pipe_in_place_of_a_list_keeps_nobody_waiting(mulai: ModuleType, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "requirements.txt")
    with pytest.raises(mulai.SetupError, match="tidak ada atau tidak dapat dibaca"):
        mulai.content(tmp_path / "requirements.txt")


def test_two_at_once_take_turns_and_the_second_finds_it_done(
    mulai: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    done = pretend(mulai, monkeypatch)
    lock = tmp_path / "requirements.txt"
    lock.write_text("")
    monkeypatch.setattr(mulai, "LOCKS", {"jalan": lock, "uji": lock})
    with mulai.turn():
        second = threading.Thread(target=mulai.prepare, args=("jalan",))
        second.start()
        while "Menunggu" not in capsys.readouterr().out:
            assert second.is_alive()
            time.sleep(0.01)
        mulai.STAMP.write_text(json.dumps({"jalan": mulai.fingerprint("jalan")}))
    second.join(timeout=30)
    assert not second.is_alive()
    assert done == []


@pytest.mark.parametrize(
    ("error", "said"),
    [
        ("OSError(8, 'Exec format error', 'berkas')", "berkas tidak dapat dipakai (bukan program untuk komputer ini)."),
        ("OSError(13, 'Permission denied', 'berkas')", "berkas tidak dapat dipakai (izin ditolak)."),
        ("OSError(122, 'Disk quota exceeded')", "Pekerjaan ini dihentikan oleh sistem (jatah penyimpanan habis)."),
        ("OSError(71, 'Protocol error', 'berkas')", "berkas tidak dapat dipakai (galat sistem nomor 71)."),
    ],
)
def test_what_the_system_refuses_is_told_in_one_line(tmp_path: Path, error: str, said: str) -> None:
    for name in ("requirements.txt", "pyproject.toml", "scripts/mulai.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copyfile(ROOT / name, tmp_path / name)
    refusing = f"""
import runpy, subprocess, sys
def run(*_, **__):
    raise {error}
subprocess.run = run
sys.argv = ["scripts/mulai.py", "periksa"]
runpy.run_path("scripts/mulai.py", run_name="__main__")
"""
    command = [sys.executable, "-c", refusing]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (2, "")
    assert done.stdout.splitlines()[-1] == f"{said} Periksa izin dan sisa penyimpanannya."


def test_a_failing_install_shows_what_pip_said_and_leaves_no_stamp(
    mulai: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mulai, "python", lambda: sys.executable)
    mulai.VENV.mkdir()
    with pytest.raises(mulai.SetupError, match="Periksa sambungan internet"):
        mulai.run_pip(["--no-index", "paket-yang-tidak-ada"], "paket tidak dapat dipasang", 1)
    assert not mulai.STAMP.exists()


def test_the_browser_may_be_chosen_else_found_else_said(mulai: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARAF_PERAMBAN", "pilihan")
    assert mulai.browser() == "pilihan"
    monkeypatch.delenv("PARAF_PERAMBAN")
    monkeypatch.setattr(mulai.shutil, "which", lambda name: "/bin/chrome" if name == "google-chrome" else None)
    assert mulai.browser() == "/bin/chrome"
    monkeypatch.setattr(mulai.shutil, "which", lambda _: None)
    monkeypatch.setattr(mulai.subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 1))
    with pytest.raises(mulai.SetupError, match="Pasang Chrome, Chromium, atau Edge"):
        mulai.browser()


def test_the_full_run_stops_at_the_first_step_that_fails(
    mulai: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    codes = iter([0, 0, 7])
    monkeypatch.setattr(mulai, "prepare", lambda _: None)
    monkeypatch.setattr(mulai, "browser", lambda: "chromium")
    monkeypatch.setattr(mulai.subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], next(codes)))
    assert mulai.main(["uji"]) == 7
    assert "Belum lulus: Tipe (langkah 3 dari 6)." in capsys.readouterr().out
