"""Whoever waits for a paper stops waiting in time: a document or a picture that takes too long is told, and nobody goes on."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from paraf.adapters import paper
from paraf.errors import UsageError

WHEN = datetime(2026, 1, 15, tzinfo=UTC)
ENDLESS = "#for a in range(100000) { for b in range(100000) { let c = calc.rem(a * b, 7) } }\n"
SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>\n'


def document(monkeypatch: pytest.MonkeyPatch, folder: Path, text: str) -> bytes:
    """The PDF of a document in Typst's own language."""
    (folder / "templat").mkdir()
    (folder / "templat" / "dasar.typ").write_text("#let akhir = none\n", encoding="utf-8")
    (folder / "templat" / "baca.typ").write_text(text, encoding="utf-8")
    monkeypatch.setattr(paper, "template", (folder / "templat").joinpath)
    monkeypatch.setattr(paper, "_converted", lambda source, folder: source)
    return paper.typeset("", folder, {}, WHEN)


def test_a_document_that_takes_too_long_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(paper, "SECONDS", 1.0)
    with pytest.raises(
        UsageError, match=r"^Naskah ini terlalu lama disusun\. Pecah bab yang sangat panjang, lalu ulangi\.$"
    ):
        document(monkeypatch, tmp_path, ENDLESS)


def test_control_the_same_way_a_document_is_made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert document(monkeypatch, tmp_path, "Isi.\n").startswith(b"%PDF-")


def test_what_is_wrong_with_a_document_is_told_in_its_own_words(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with pytest.raises(UsageError, match=r"petugas TI: “.*rusak.*”"):
        document(monkeypatch, tmp_path, '#panic("rusak")\n')


@pytest.mark.parametrize("code", [3, -9])
def test_a_typesetter_that_ends_by_itself_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, code: int) -> None:
    done = subprocess.CompletedProcess([sys.executable], code, b"", b"")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: done)
    with pytest.raises(UsageError, match=f"berhenti sendiri \\(kode {code}\\), mungkin karena memori"):
        document(monkeypatch, tmp_path, "Isi.\n")


def test_of_pictures_the_one_that_takes_too_long_is_dropped_and_the_others_stay(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    names = ("satu.svg", "dua.svg", "tiga.svg", "tidak-ada.svg")
    for name in names[:3]:
        (tmp_path / name).write_text(SQUARE, encoding="utf-8")
    monkeypatch.setattr(paper, "printable", lambda data: True)
    monkeypatch.setattr(paper, "PICTURE_SECONDS", 2.0)
    real = paper._probe
    monkeypatch.setattr(paper, "_probe", lambda name: ENDLESS if name == "dua.svg" else real(name))
    assert sorted(paper.drop_broken(tmp_path, names)) == ["dua.svg", "tidak-ada.svg"]
    assert [(tmp_path / name).exists() for name in names] == [True, False, True, False]


def test_a_broken_picture_is_dropped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "utuh.svg").write_text(SQUARE, encoding="utf-8")
    (tmp_path / "rusak.svg").write_text("<svg", encoding="utf-8")
    monkeypatch.setattr(paper, "printable", lambda data: True)
    assert paper.drop_broken(tmp_path, ["utuh.svg", "rusak.svg"]) == ["rusak.svg"]
