"""The boundary: how each kind of trouble ends."""

from collections.abc import Callable
from pathlib import Path

import click
import pytest

from helpers import ROOT
from paraf import cli
from paraf.errors import DataError, Fault, UsageError
from paraf.finding import Place


def raising(error: BaseException) -> Callable[..., Callable[..., int]]:
    def command(*_: object) -> int:
        raise error

    return lambda _module: command


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (UsageError("Panggilan keliru."), 2, "Panggilan keliru."),
        (
            DataError([Fault(Place("a.yml", 3, 1), "salah", "betulkan")]),
            2,
            "a.yml:3:1: salah\n    Perbaikan: betulkan.",
        ),
        (PermissionError(13, "x", "docs/a.md"), 2, "docs/a.md tidak dapat dipakai: izin ditolak."),
        (KeyboardInterrupt(), 130, "Dihentikan."),
        (click.Abort(), 130, "Dihentikan."),
        (RuntimeError("rahasia"), 3, "Ada kesalahan di dalam program ini, bukan pada berkas Anda."),
    ],
    ids=["usage", "data", "system", "interrupt", "abort", "bug"],
)
def test_each_kind_of_trouble_has_its_exit_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: BaseException, code: int, said: str
) -> None:
    monkeypatch.setattr(cli, "late", raising(error))
    assert cli.run(["--akar", str(ROOT), "mulai"]) == code
    captured = capsys.readouterr()
    assert said in captured.err
    assert "Traceback" not in captured.err
    assert captured.out == ""


def test_a_bug_keeps_its_trace_in_a_file(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(cli, "late", raising(RuntimeError("sebab")))
    assert cli.run(["mulai"]) == 3
    (trace,) = tmp_path.iterdir()
    assert str(trace) in capsys.readouterr().err
    assert "RuntimeError: sebab" in trace.read_text(encoding="utf-8")


@pytest.mark.parametrize("code", [0, 1])
def test_a_commands_own_code_is_passed_on(monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    monkeypatch.setattr(cli, "late", lambda _module: lambda *_: code)
    assert cli.run(["mulai"]) == code
