"""The installer's decisions, without installing anything."""

import ast
import importlib.util
import json
import subprocess
import sys
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
    assert names <= sys.stdlib_module_names


def test_an_old_python_can_read_it_and_is_told(mulai: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 7))
    monkeypatch.setattr(mulai.sys, "version_info", (3, 9, 2))
    with pytest.raises(mulai.SetupError, match=r"Perlu Python 3.11 atau lebih baru; ini 3.9."):
        mulai.main([])


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("The virtual environment was not created because ensurepip is not available", "sudo apt install python3-venv"),
        ("No space left on device", "No space left on device"),
    ],
)
def test_a_venv_that_cannot_be_made_says_why(
    mulai: ModuleType, monkeypatch: pytest.MonkeyPatch, said: str, told: str
) -> None:
    failed = subprocess.CompletedProcess([], 1, stdout="", stderr=said)
    monkeypatch.setattr(mulai.subprocess, "run", lambda *_, **__: failed)
    with pytest.raises(mulai.SetupError, match=told):
        mulai.make_venv()


@pytest.mark.parametrize(
    ("kind", "stamp", "installed"),
    [
        ("jalan", "jalan", False),
        ("jalan", "uji", False),
        ("uji", "jalan", True),
        ("uji", "uji", False),
        ("jalan", None, True),
        ("jalan", "rusak", True),
    ],
)
def test_only_what_changed_is_installed(
    mulai: ModuleType, monkeypatch: pytest.MonkeyPatch, kind: str, stamp: str | None, installed: bool
) -> None:
    done: list[str] = []
    mulai.VENV.mkdir()
    monkeypatch.setattr(mulai, "make_venv", lambda: done.append("venv"))
    monkeypatch.setattr(mulai, "install", lambda lock: done.append(lock.name))
    monkeypatch.setattr(mulai, "run_pip", lambda *_: None)
    if stamp == "rusak":
        mulai.STAMP.write_text("{")
    elif stamp:
        mulai.STAMP.write_text(json.dumps({stamp: mulai.fingerprint(stamp)}))
    mulai.prepare(kind)
    assert bool(done) is installed
    assert json.loads(mulai.STAMP.read_text()).keys() == ({kind} if installed else {stamp})


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
