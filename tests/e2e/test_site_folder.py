"""``site/`` is replaced by a whole site or not at all, and nothing that somebody else put there is lost."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from e2e.conftest import Run
from paraf.adapters.site_folder import MARK, guard, renewed, sign
from paraf.errors import UsageError


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small finished site."""
    folder = tmp_path / "site"
    (folder / "b").mkdir(parents=True)
    (folder / "a.html").write_text("lama")
    (folder / "b" / "c.html").write_text("lama")
    sign(folder)
    return folder


def test_a_new_site_takes_the_place_of_the_old_one(site: Path, tmp_path: Path) -> None:
    (site / ".DS_Store").write_text("")
    with renewed(site, tmp_path) as fresh:
        (fresh / "a.html").write_text("baru")
        assert (site / "a.html").read_text() == "lama"
    assert contents(site).keys() == {"a.html", MARK}
    assert (site / "a.html").read_text() == "baru"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_the_first_site_needs_no_old_one(tmp_path: Path) -> None:
    with renewed(tmp_path / "site", tmp_path) as fresh:
        (fresh / "a.html").write_text("baru")
    assert contents(tmp_path / "site").keys() == {"a.html", MARK}


@pytest.mark.parametrize("trouble", [UsageError("x"), KeyboardInterrupt()], ids=["failed", "interrupted"])
def test_a_build_that_ends_early_leaves_the_old_site(site: Path, tmp_path: Path, trouble: BaseException) -> None:
    before = contents(site)

    def build() -> None:
        with renewed(site, tmp_path) as fresh:
            (fresh / "a.html").write_text("separuh")
            raise trouble

    with pytest.raises(type(trouble)):
        build()
    assert contents(site) == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_folder_that_cannot_be_moved_stays_and_is_named(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(site)
    rename = Path.rename

    def held(path: Path, target: Path) -> Path:
        if path.name == "baru":
            raise PermissionError(13, "x", str(path))
        return rename(path, target)

    def build() -> None:
        with renewed(site, tmp_path):
            monkeypatch.setattr(Path, "rename", held)

    with pytest.raises(UsageError, match=r"Folder site/ tidak dapat diganti: izin ditolak\. Tutup program"):
        build()
    assert contents(site) == before


@pytest.mark.parametrize("name", ["catatan.docx", "b/.git", "CNAME", "dua\nbaris"])
def test_what_somebody_else_put_there_is_refused(site: Path, name: str) -> None:
    (site / name).write_text("milik orang")
    with pytest.raises(UsageError, match="berisi 1 berkas yang tidak dibuat perintah ini"):
        guard(site)


def test_links_and_a_mark_that_is_a_folder_are_not_ours(site: Path, tmp_path: Path) -> None:
    (site / "keluar").symlink_to(tmp_path)
    with pytest.raises(UsageError, match="keluar"):
        guard(site)
    (site / "keluar").unlink()
    (site / MARK).unlink()
    (site / MARK).mkdir()
    with pytest.raises(UsageError, match=r"a\.html, b/c\.html"):
        guard(site)


def test_what_a_killed_build_left_is_swept_an_hour_later(site: Path, tmp_path: Path) -> None:
    old, young = tmp_path / "situs-lama", tmp_path / "situs-baru"
    for folder in (old, young):
        folder.mkdir()
        (folder / "x").write_text("")
    os.utime(old, (time.time() - 7200,) * 2)
    with renewed(site, tmp_path):
        pass
    assert (old.exists(), young.exists()) == (False, True)


def test_a_folder_of_the_users_own_is_left_alone_by_every_builder(repository: Path, paraf: Run) -> None:
    (repository / "site").mkdir()
    (repository / "site" / "catatan.docx").write_text("milik orang")
    done = paraf("situs", cwd=repository)
    assert done.returncode == 2
    assert "Folder site/ berisi 1 berkas yang tidak dibuat perintah ini: catatan.docx. Pindahkan" in done.stderr
    assert by_hand(repository) != 0
    assert contents(repository / "site") == {"catatan.docx": b"milik orang"}


def by_hand(root: Path) -> int:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    return subprocess.run(command, cwd=root, capture_output=True, timeout=120).returncode


def test_a_site_built_by_hand_and_one_of_ours_take_turns(repository: Path, paraf: Run) -> None:
    assert by_hand(repository) == 0
    theirs = contents(repository / "site")
    assert paraf("situs", cwd=repository).returncode == 0
    assert contents(repository / "site").keys() == theirs.keys()
    assert by_hand(repository) == 0
    assert contents(repository / "site") == theirs


def test_a_failed_and_a_killed_build_keep_the_old_site(repository: Path, paraf: Run) -> None:
    assert paraf("situs", cwd=repository).returncode == 0
    before = contents(repository / "site")
    page = repository / "docs" / "tautan.md"
    page.write_text("# Tautan\n\n[x](tidak-ada.md) dan [y](tentang.md#tidak-ada)\n")
    done = paraf("situs", cwd=repository)
    assert done.returncode == 2
    assert "docs/tautan.md: tautan 'tidak-ada.md' tidak menuju berkas mana pun." in done.stderr
    assert "menuju bagian 'tidak-ada' yang tidak ada di docs/tentang.md." in done.stderr
    assert contents(repository / "site") == before
    page.write_text("# Tautan\n")
    with subprocess.Popen([sys.executable, "-m", "paraf", "situs"], cwd=repository, stderr=subprocess.DEVNULL) as build:
        while not any(folder.is_dir() for folder in (repository / "build").glob("situs-*/baru/*")):
            assert build.poll() is None
            time.sleep(0.01)
        build.send_signal(signal.SIGKILL)
    assert contents(repository / "site") == before
    assert paraf("situs", cwd=repository).returncode == 0
    assert (repository / "site" / "tautan" / "index.html").is_file()


def test_broken_settings_are_named_with_their_place(repository: Path, paraf: Run) -> None:
    (repository / "mkdocs.yml").write_text("site_name: x\nplugins: [search\ntheme: material\n")
    done = paraf("situs", cwd=repository)
    assert done.returncode == 2
    assert "mkdocs.yml:3:" in done.stderr
    assert "susunan YAML tidak terbaca di sini." in done.stderr
    assert not (repository / "site").exists()
