"""The boundary: how each kind of trouble ends."""

import errno
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
        (OSError(28, "x"), 2, "Penyimpanan penuh. Kosongkan sebagian, lalu ulangi."),
        (OSError(errno.EDQUOT, "x"), 2, "Pekerjaan ini dihentikan oleh sistem: jatah penyimpanan habis."),
        (OSError(errno.EFBIG, "x"), 2, "dihentikan oleh sistem: berkasnya terlalu besar untuk penyimpanan ini."),
        (PermissionError(13, "x", "docs/a\x1b\nb.md"), 2, "docs/a\ufffd↵b.md tidak dapat dipakai: izin ditolak."),
        (OSError(errno.EBADF, "x"), 3, "Ada kesalahan di dalam program ini, bukan pada berkas Anda."),
        (KeyboardInterrupt(), 130, "Dihentikan."),
        (click.Abort(), 130, "Dihentikan."),
        (RuntimeError("rahasia"), 3, "Ada kesalahan di dalam program ini, bukan pada berkas Anda."),
    ],
    ids=["usage", "data", "system", "full", "quota", "too big", "odd name", "descriptor", "interrupt", "abort", "bug"],
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


def test_a_bug_without_a_place_for_its_trace_is_still_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tidak-ada"))
    monkeypatch.setattr(cli, "late", raising(RuntimeError("sebab \udcff")))
    assert cli.run(["mulai"]) == 3
    assert capsys.readouterr().err.endswith("Laporan teknisnya tidak dapat disimpan.\n")


@pytest.mark.parametrize("code", [0, 1])
def test_a_commands_own_code_is_passed_on(monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    monkeypatch.setattr(cli, "late", lambda _module: lambda *_: code)
    assert cli.run(["mulai"]) == code


def told(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """What a call that is not understood is answered with."""
    assert cli.run(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    return captured.err.strip()


LONG = "x" * 300


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--zzz"], "Pilihan --zzz tidak dikenal. Bantuan: paraf --help"),
        (["periksa", "--smua"], "Pilihan --smua tidak dikenal. Mungkin maksudnya '--semua'."),
        (["unggah"], "Perintah 'unggah' tidak ada. Bantuan: paraf --help"),
        (["perksa"], "Perintah 'perksa' tidak ada. Mungkin maksudnya 'periksa'. Bantuan: paraf --help"),
        ([LONG], f"Perintah '{'x' * 59}…' tidak ada."),
        (["a\x1b[31m"], "Perintah 'a?[31m' tidak ada."),
        (["--akar", "."], "Perintahnya belum disebut. Bantuan: paraf --help"),
        (["jelaskan"], "Masih kurang: KODE|LANGKAH. Bantuan: paraf jelaskan --help"),
        (["jelaskan", "X1", "X2"], "Ada kata yang berlebih pada perintah ini. Bantuan: paraf jelaskan --help"),
        (
            ["periksa", "--format", "xml"],
            "Nilai untuk '--format' tidak dapat dipakai: 'xml' tidak ada. Pilih salah satu: teks, json, github.",
        ),
        (["periksa", "--semua=1"], "Pilihan --semua tidak memakai nilai. Tulis --semua saja."),
        (["situs", "--hari-ini"], "Pilihan --hari-ini memerlukan nilai."),
        (["situs", "--hari-ini", "besok"], "'besok' bukan tanggal. Tulis tahun-bulan-hari, misalnya 2026-01-15."),
        (["periksa", "--hari-ini", "0001-01-01"], "tahunnya harus 1980 sampai 2105."),
        (["situs", "--hari-ini", "9999-12-31"], "tahunnya harus 1980 sampai 2105."),
        (["--akar", "tidak-ada", "periksa"], "Folder tidak-ada tidak ada. Periksa alamat sesudah --akar."),
        (["--akar", LONG, "periksa"], f"{'x' * 59}… tidak dapat dibuka: namanya terlalu panjang."),
        (["pratinjau", "--alamat", "127.0.0.1:99999"], "Alamat '127.0.0.1:99999' tidak dapat dipakai."),
        (["pratinjau", "--alamat", "127.0.0.1:0"], "lalu port 1 sampai 65535, misalnya 127.0.0.1:8000."),
        (["pratinjau", "--alamat", "nope.invalid:8000"], "Tulis localhost atau nomor IP, titik dua, lalu port"),
        (["pratinjau", "--alamat", "1.2.3.999:8000"], "Alamat '1.2.3.999:8000' tidak dapat dipakai."),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, list) else "",
)
def test_a_wrong_call_is_answered_with_what_would_be_right(
    capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert said in told(arguments, capsys)


@pytest.mark.parametrize("day", ["1980-01-01", "2105-12-31"])
def test_the_first_and_the_last_day_are_days(day: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["--akar", str(ROOT), "periksa", "--hari-ini", day]) in (0, 1)
    capsys.readouterr()


def test_a_file_in_place_of_the_folder_is_answered_with_the_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "sop").mkdir()
    file = tmp_path / "sop" / "sop-x.yml"
    file.write_text("")
    said = told(["--akar", str(file), "periksa"], capsys)
    assert said.endswith(f'adalah berkas, bukan folder. Sebut foldernya: --akar "{tmp_path}"')


def test_a_link_that_leads_to_itself_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert "--akar." in told(["--akar", str(tmp_path / "a"), "periksa"], capsys)


def test_without_a_command_the_help_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run([]) == 0
    assert capsys.readouterr().out.startswith("Pemakaian: paraf [PILIHAN] PERINTAH …")


def test_commands_are_named_as_they_were_called(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PARAF_PERINTAH", r"py scripts\mulai.py")
    assert told(["jelaskan"], capsys).endswith(r"Bantuan: py scripts\mulai.py jelaskan --help")
    cli.run(["--akar", str(ROOT), "periksa"])
    assert r"Tampilkan satu per satu: py scripts\mulai.py periksa --semua." in capsys.readouterr().out


@pytest.mark.parametrize("instruction", ["bash_complete", "bash_source", "x"])
def test_no_variable_of_the_shell_decides_what_runs(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, instruction: str
) -> None:
    monkeypatch.setenv("_PARAF_COMPLETE", instruction)
    assert cli.run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("paraf ")
