"""The ZIP for a server: the same bytes whenever and wherever it is packed, and in it what the words beside it say."""

import hashlib
import os
import subprocess
import zipfile
from pathlib import Path

import pytest

from helpers import ROOT
from paraf.adapters.site_folder import sign
from paraf.adapters.site_zip import pack
from paraf.cli import run
from paraf.errors import UserError
from paraf.views.delivery import DIGESTS, README

FILES = {"b/index.html": "<p>b", "a.txt": "a", "aset/LAKIP 2025.pdf": "%PDF"}


def test_the_same_files_make_the_same_bytes(tmp_path: Path) -> None:
    """Whatever their order, times and modes; and a byte more is another digest."""
    found = set()
    for at, names in enumerate((list(FILES), list(reversed(FILES)))):
        folder = tmp_path / str(at)
        folder.mkdir()
        paths = {}
        for name in names:
            paths[name] = folder / name.replace("/", "-")
            paths[name].write_text(FILES[name])
            paths[name].chmod(0o600 + at * 0o77)
            os.utime(paths[name], (at, at))
        digest = pack(folder, "build/x.zip", paths)
        data = (folder / "build" / "x.zip").read_bytes()
        assert hashlib.sha256(data).hexdigest() == digest
        found.add(data)
    assert len(found) == 1
    with zipfile.ZipFile(tmp_path / "0" / "build" / "x.zip") as archive:
        assert archive.namelist() == sorted(FILES)
        assert {one.external_attr >> 16 for one in archive.infolist()} == {0o100644}
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert pack(tmp_path, "build/x.zip", dict.fromkeys(FILES, b"x")) != digest


def test_a_link_in_its_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "x.zip").symlink_to("/etc/passwd")
    with pytest.raises(UserError):
        pack(tmp_path, "build/x.zip", {"a": b"a"})


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """An office with a finished site."""
    (tmp_path / "sop").mkdir()
    for name in ("instansi.yml", "sop-lakip.yml"):
        (tmp_path / "sop" / name).write_bytes((ROOT / "sop" / name).read_bytes())
    for name, text in FILES.items():
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text(text)
    sign(tmp_path / "site")
    environment = os.environ | {"GIT_AUTHOR_DATE": "2026-03-01T20:00:00Z", "GIT_COMMITTER_DATE": "2026-03-01T20:00:00Z"}
    who = ("-c", "user.name=Uji", "-c", "user.email=uji@contoh.invalid")
    for arguments in (("init", "-q"), ("add", "sop"), (*who, "commit", "-q", "-m", "x")):
        subprocess.run(["git", *arguments], cwd=tmp_path, env=environment, check=True)
    return tmp_path


def test_the_command_packs_the_site_with_its_words(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--akar", str(office), "kemas"]) == 0
    line, digest = capsys.readouterr().out.splitlines()
    assert digest == f"SHA-256: {hashlib.sha256(Path(line).read_bytes()).hexdigest()}"
    with zipfile.ZipFile(line) as archive:
        assert archive.namelist() == sorted([README, DIGESTS, *(f"situs/{name}" for name in FILES)])
        archive.extractall(office / "dibuka")
        assert "Keadaan per 2 Maret 2026, dibangun dari " in archive.read(README).decode(), "the office's day"
    checked = subprocess.run(["sha256sum", "-c", DIGESTS], cwd=office / "dibuka", capture_output=True, text=True)
    assert (checked.returncode, checked.stdout.count(": OK")) == (0, len(FILES))
    first = Path(line).read_bytes()
    assert run(["--akar", str(office), "kemas"]) == 0
    assert Path(line).read_bytes() == first


@pytest.mark.parametrize("spoil", ["index.html", None])
def test_a_site_that_is_not_as_it_was_built_is_not_packed(spoil: str | None, office: Path) -> None:
    if spoil:
        (office / "site" / spoil).write_text("<script>")
    else:
        (office / "site" / ".paraf").unlink()
    assert run(["--akar", str(office), "kemas"]) == 2
    assert not (office / "build" / "terbit").exists()


def test_without_git_it_says_so_in_its_name(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (office / ".git").rename(office / "bukan-git")
    assert run(["--akar", str(office), "kemas"]) == 0
    assert capsys.readouterr().out.splitlines()[0].endswith("build/terbit/situs-tanpa-commit.zip")
