"""The preview: an address that is true, renewed at every change, never stuck and never in English."""

import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

import mkdocs_hooks
from e2e.conftest import Run

WAIT = 30.0


class Preview:
    """A running ``paraf pratinjau``; what it says is kept in a file."""

    def __init__(self, root: Path, log: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{probe.getsockname()[1]}"
        self.log = log
        command = [sys.executable, "-m", "paraf", "pratinjau", "--alamat", self.address]
        with log.open("w") as stream:
            self.process = subprocess.Popen(command, cwd=root, stderr=stream)

    def page(self, path: str) -> str:
        with urllib.request.urlopen(f"http://{self.address}/{path}", timeout=WAIT) as answer:
            return str(answer.read().decode())

    def said(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def wait_for(self, text: str, where: Callable[[], str]) -> None:
        end = time.monotonic() + WAIT
        while text not in where():
            assert self.process.poll() is None, self.said()
            assert time.monotonic() < end, self.said()
            time.sleep(0.1)


@pytest.fixture
def preview(repository: Path, tmp_path: Path) -> Iterator[Preview]:
    """The preview of a repository that has no reports yet."""
    shutil.rmtree(repository / "lakip")
    running = Preview(repository, tmp_path / "kata")
    yield running
    running.process.kill()
    running.process.wait()


def test_it_follows_every_change_and_survives_a_broken_one(preview: Preview, repository: Path) -> None:
    def meeting() -> str:
        return preview.page("b2/")

    preview.wait_for(f"Buka http://{preview.address}/ di peramban. Ctrl+C untuk berhenti.", preview.said)
    assert "Undang Tim penyusun ke rapat" in meeting()
    sop = repository / "sop" / "sop-lakip.yml"
    good = sop.read_text(encoding="utf-8").replace("Undang Tim penyusun ke rapat", "Ajak Tim penyusun ke rapat")
    sop.write_text(good, encoding="utf-8")
    preview.wait_for("Ajak Tim penyusun ke rapat", meeting)
    assert "Situs diperbarui." in preview.said()
    sop.write_text(good.replace("  kegiatan: Kegiatan", "  kegiatn: Kegiatan"), encoding="utf-8")
    preview.wait_for("kunci 'kegiatn' tidak dikenal", preview.said)
    preview.wait_for("Situs yang tampil masih yang lama.", preview.said)
    assert "Ajak Tim penyusun ke rapat" in meeting()
    sop.write_text(good.replace("Ajak Tim penyusun", "Panggil Tim penyusun"), encoding="utf-8")
    preview.wait_for("Panggil Tim penyusun ke rapat", meeting)
    (repository / "docs" / "baru.md").write_text("# Baru\n\n[x](tidak-ada.md)\n")
    preview.wait_for("docs/baru.md: tautan 'tidak-ada.md' tidak menuju berkas mana pun.", preview.said)
    assert "Panggil Tim penyusun ke rapat" in meeting()
    preview.process.send_signal(signal.SIGINT)
    assert preview.process.wait(WAIT) == 0
    assert "Traceback" not in preview.said()


def test_an_address_in_use_is_said_and_none_is_promised(repository: Path, paraf: Run) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        done = paraf("pratinjau", "--alamat", address, cwd=repository)
    assert done.returncode == 2
    assert f"Alamat {address} tidak dapat dipakai: sedang dipakai program lain. Pilih yang lain," in done.stderr
    assert "Buka http" not in done.stderr


def test_an_address_of_another_computer_is_said(repository: Path, paraf: Run) -> None:
    done = paraf("pratinjau", "--alamat", "192.0.2.1:8001", cwd=repository)
    assert done.returncode == 2
    assert "bukan alamat komputer ini. Pilih yang lain, misalnya --alamat 127.0.0.1:8002." in done.stderr


@pytest.mark.parametrize("folders", [("docs", "sop"), ("docs", "sop", "lakip")])
def test_the_builder_by_hand_watches_what_there_is(tmp_path: Path, folders: tuple[str, ...]) -> None:
    for name in folders:
        (tmp_path / name).mkdir()
    watched: list[str] = []
    config = SimpleNamespace(config_file_path=str(tmp_path / "mkdocs.yml"))
    mkdocs_hooks.on_serve(SimpleNamespace(watch=watched.append), config=config, builder=None)
    assert watched == [str(tmp_path / name) for name in folders]


def test_the_hook_stays_thin() -> None:
    assert mkdocs_hooks.__file__ is not None
    assert len(Path(mkdocs_hooks.__file__).read_text(encoding="utf-8").splitlines()) <= 40
