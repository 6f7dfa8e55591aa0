"""``site/`` is replaced by a whole site or not at all, and nothing that somebody else put there is lost."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from e2e.conftest import Run
from helpers import CASES, ROOT
from paraf.adapters import site_folder
from paraf.adapters.site_folder import MARK, guard, renewed, sign
from paraf.adapters.turn import turn
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
    with pytest.raises(
        UsageError, match="berisi 1 berkas atau folder yang tidak dibuat perintah ini, atau sudah diubah"
    ):
        guard(site)


def test_links_and_a_mark_that_is_a_folder_are_not_ours(site: Path, tmp_path: Path) -> None:
    (site / "keluar").symlink_to(tmp_path)
    with pytest.raises(UsageError, match="keluar"):
        guard(site)
    (site / "keluar").unlink()
    (site / MARK).unlink()
    (site / MARK).mkdir()
    with pytest.raises(UsageError, match=r"\.paraf/, a\.html, b/c\.html"):
        guard(site)
    (site / MARK).rmdir()
    sign(site)
    (site / MARK).rename(tmp_path / MARK)
    (site / MARK).symlink_to(tmp_path / MARK)
    with pytest.raises(UsageError, match=r"a\.html, b/c\.html"):
        guard(site)


def test_a_file_of_ours_that_somebody_changed_is_not_overwritten(site: Path) -> None:
    guard(site)
    (site / "b" / "c.html").write_text("lamaa")
    with pytest.raises(UsageError, match=r"atau sudah diubah: b/c\.html\. Pindahkan dulu"):
        guard(site)


@pytest.mark.parametrize(
    ("made", "named"), [("kosong", "kosong/"), ("b/kosong/dalam", "b/kosong/dalam/"), ("arsip/", "arsip/Thumbs.db")]
)
def test_a_folder_of_somebody_else_is_kept_though_it_be_empty(site: Path, made: str, named: str) -> None:
    (site / made).mkdir(parents=True)
    if made == "arsip/":
        (site / made / "Thumbs.db").write_text("")
    with pytest.raises(UsageError, match=f"diubah: {named}. Pindahkan"):
        guard(site)


def test_what_file_managers_leave_is_nobodys(site: Path) -> None:
    (site / "b" / "Thumbs.db").write_text("")
    (site / ".DS_Store").write_text("")
    guard(site)
    (site / "desktop.ini").symlink_to("tidak-ada")
    with pytest.raises(UsageError, match=r"desktop\.ini"):
        guard(site)


def test_names_do_not_reach_the_terminal_as_they_are(site: Path) -> None:
    (site / "a\x1b[31m\nb").write_text("milik orang")
    with pytest.raises(UsageError) as caught:
        guard(site)
    assert str(caught.value).isprintable()


def test_what_is_put_there_during_the_build_stays(site: Path, tmp_path: Path) -> None:
    def build() -> None:
        with renewed(site, tmp_path) as fresh:
            (fresh / "a.html").write_text("baru")
            (site / "milikku.docx").write_text("milik orang")
            (site / "a.html").write_text("lama, lalu diubah")

    with pytest.raises(UsageError, match=r"Folder site/ berisi 2 .*: a\.html, milikku\.docx\."):
        build()
    assert contents(site).keys() == {"a.html", "b/c.html", "milikku.docx", MARK}
    assert (site / "a.html").read_text() == "lama, lalu diubah"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_folder_that_cannot_be_read_is_not_taken_for_empty(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (site / "rahasia").mkdir()
    scandir = os.scandir

    def locked(path: str) -> "os._ScandirIterator[str]":
        if str(path).endswith("rahasia"):
            raise PermissionError(13, "x", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", locked)
    with pytest.raises(PermissionError), renewed(site, tmp_path):
        pytest.fail("nothing may be built")
    monkeypatch.undo()
    assert (site / "rahasia").is_dir()


def test_what_a_killed_build_left_is_swept_and_nothing_else(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class KilledError(BaseException):
        pass

    def build() -> None:
        with renewed(site, tmp_path) as fresh:
            (fresh / "a.html").write_text("separuh")
            raise KilledError

    # A build that is killed cannot clear up: only its folder stays.
    monkeypatch.setattr(site_folder, "_clear", lambda _: None)
    with pytest.raises(KilledError):
        build()
    monkeypatch.undo()
    (left,) = (path for path in tmp_path.iterdir() if path != site)
    for name in ("situs-cadangan", "situs-lama"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "laporan.docx").write_text("milik orang")
        os.utime(tmp_path / name, (0, 0))
    (tmp_path / "situs-lama" / MARK).symlink_to(left / MARK)
    kept = tmp_path / "situs-belum-selesai"
    shutil.copytree(left, kept)
    (kept / "lama").mkdir()
    (kept / "lama" / "laporan.docx").write_text("milik orang")
    with renewed(site, tmp_path):
        pass
    assert not left.exists()
    assert sorted(path.name for path in tmp_path.iterdir() if path != site) == [
        *("situs-belum-selesai", "situs-cadangan", "situs-lama")
    ]


def test_two_builds_take_turns(tmp_path: Path) -> None:
    told: list[str] = []

    def second() -> None:
        with turn(tmp_path, told.append, seconds=0.05):
            told.append("bangun")

    with turn(tmp_path, told.append), pytest.raises(UsageError, match=r"sedang dibangun oleh proses lain\. Tunggu"):
        second()
    second()
    assert told == ["Situs ini sedang dibangun oleh proses lain; menunggu giliran …", "bangun"]


@pytest.fixture
def small(repository: Path) -> Path:
    """A repository whose site is soon built: a short SOP that is only a guide, and one page."""
    for name in ("sop", "docs", "lakip"):
        shutil.rmtree(repository / name)
    shutil.copytree(CASES / "sop-kedua" / "sop", repository / "sop")
    (repository / "docs").mkdir()
    shutil.copy(ROOT / "docs" / "tentang.md", repository / "docs")
    return repository


def test_five_builds_at_once_all_end_well(small: Path) -> None:
    command = [sys.executable, "-m", "paraf", "situs"]
    builds = [subprocess.Popen(command, cwd=small, stderr=subprocess.PIPE, text=True) for _ in range(5)]
    said = [build.communicate(timeout=240)[1] for build in builds]
    assert [build.returncode for build in builds] == [0] * 5, said
    assert any("menunggu giliran" in text for text in said)
    assert [path.name for path in (small / "build").iterdir() if path.name.startswith("situs-")] == []
    guard(small / "site")


def test_a_folder_of_the_users_own_is_left_alone_by_every_builder(repository: Path, paraf: Run) -> None:
    (repository / "site").mkdir()
    (repository / "site" / "catatan.docx").write_text("milik orang")
    done = paraf("situs", cwd=repository)
    assert done.returncode == 2
    assert (
        "Folder site/ berisi 1 berkas atau folder yang tidak dibuat perintah ini, atau sudah diubah: catatan.docx. "
    ) in done.stderr
    assert by_hand(repository) != 0
    assert contents(repository / "site") == {"catatan.docx": b"milik orang"}


def by_hand(root: Path) -> int:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    return subprocess.run(command, cwd=root, capture_output=True, timeout=120).returncode


def test_a_site_built_by_hand_and_one_of_ours_take_turns(small: Path, paraf: Run) -> None:
    assert by_hand(small) == 0
    theirs = contents(small / "site")
    assert paraf("situs", cwd=small).returncode == 0
    assert contents(small / "site").keys() == theirs.keys()
    assert by_hand(small) == 0
    assert contents(small / "site") == theirs


def test_a_failed_and_a_killed_build_keep_the_old_site(small: Path, paraf: Run) -> None:
    assert paraf("situs", cwd=small).returncode == 0
    before = contents(small / "site")
    page = small / "docs" / "tautan.md"
    page.write_text("# Tautan\n\n[x](tidak-ada.md) dan [y](tentang.md#tidak-ada)\n")
    done = paraf("situs", cwd=small)
    assert done.returncode == 2
    assert "docs/tautan.md: tautan 'tidak-ada.md' tidak menuju berkas mana pun." in done.stderr
    assert "menuju bagian 'tidak-ada' yang tidak ada di docs/tentang.md." in done.stderr
    assert contents(small / "site") == before
    page.write_text("# Tautan\n")
    with subprocess.Popen([sys.executable, "-m", "paraf", "situs"], cwd=small, stderr=subprocess.DEVNULL) as build:
        while not any(folder.is_dir() for folder in (small / "build").glob("situs-*/baru/*")):
            assert build.poll() is None
            time.sleep(0.01)
        build.send_signal(signal.SIGKILL)
    assert contents(small / "site") == before
    assert paraf("situs", cwd=small).returncode == 0
    assert (small / "site" / "tautan" / "index.html").is_file()


def test_broken_settings_are_named_with_their_place(repository: Path, paraf: Run) -> None:
    (repository / "mkdocs.yml").write_text("site_name: x\nplugins: [search\ntheme: material\n")
    done = paraf("situs", cwd=repository)
    assert done.returncode == 2
    assert "mkdocs.yml:3:" in done.stderr
    assert "susunan YAML tidak terbaca di sini." in done.stderr
    assert not (repository / "site").exists()
