"""``paraf kirim`` over HTTP and git: exactly what differs goes to a new branch, and nothing goes where it may not."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from e2e.conftest import Run
from paraf.adapters.forge_double import ForgeDouble

NAME = "kantor/lakip"
Sends = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def forge(tmp_path: Path, repository: Path) -> Iterator[ForgeDouble]:
    with ForgeDouble(tmp_path / "forge") as forge:
        forge.adopt(forge.repository(NAME, private=True, roles={"github-actions[bot]": "write"}), repository)
        yield forge


@pytest.fixture
def sends(paraf: Run, repository: Path, forge: ForgeDouble) -> Sends:
    def run(*arguments: str, contents: str = "write", **environment: str) -> "subprocess.CompletedProcess[str]":
        around = {
            **{"GITHUB_API_URL": forge.url, "GITHUB_SERVER_URL": forge.url, "GITHUB_REPOSITORY": NAME},
            "GITHUB_TOKEN": forge.actions_token(contents=contents, pull_requests="read"),
        }
        return paraf("kirim", *arguments, cwd=repository, **(around | environment))

    return run


def branches(forge: ForgeDouble) -> set[str]:
    return {name.removeprefix("refs/heads/") for name in forge.repo(NAME).git.refs() if name.startswith("refs/heads/")}


def test_what_differs_is_sent_and_the_form_is_named(forge: ForgeDouble, sends: Sends, repository: Path) -> None:
    year = repository / "lakip" / "2026"
    (year / "buku").mkdir(exist_ok=True)
    (year / "buku" / "009-baru.jsonl").write_bytes(b"{}\r\n")
    (year / "10-pendahuluan.md").write_text("baru\n")
    (repository / "sop" / "naskah.yml").write_text("tidak ikut\n")
    done = sends("catat/2026-1", "--ringkasan", "r.md")
    assert (done.returncode, done.stderr) == (0, "Mengirim 2 berkas ke cabang catat/2026-1 …\n")
    assert done.stdout.startswith(f"{forge.url}/{NAME}/compare/main...catat/2026-1?quick_pull=1&title=Tahun%20laporan")
    git = forge.repo(NAME).git
    changed = git.run("diff-tree", "-r", "--name-status", "main", "catat/2026-1").decode().splitlines()
    assert changed == [
        "M\tlakip/2026/10-pendahuluan.md",
        "A\tlakip/2026/buku/009-baru.jsonl",
    ]
    assert git.run("cat-file", "blob", "catat/2026-1:lakip/2026/buku/009-baru.jsonl") == b"{}\r\n", "byte for byte"
    said = git.run("log", "-1", "--format=%an <%ae> %P", "catat/2026-1").decode()
    assert said.startswith("github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com> ")
    assert said.split()[-1] == git.tip("refs/heads/main")
    assert "**[Buka PR-nya](" in (repository / "r.md").read_text()


def test_nothing_new_sends_nothing(forge: ForgeDouble, sends: Sends) -> None:
    done = sends("catat/2026-1")
    assert (done.returncode, done.stdout) == (0, "Tidak ada yang baru, jadi tidak ada yang dikirim.\n")
    assert branches(forge) == {"main"}


@pytest.mark.parametrize(
    "branch", ["main", "--force", "catat/2026 1", "../main", "catat/$(id)", "refs/heads/main", "a//b"]
)
def test_a_branch_is_named_as_ours_are(branch: str, forge: ForgeDouble, sends: Sends, repository: Path) -> None:
    (repository / "lakip" / "2026" / "baru.md").write_text("x")
    done = sends("--", branch)
    assert (done.returncode, done.stdout) == (2, "")
    assert "bukan nama cabang yang dapat dipakai" in done.stderr
    assert branches(forge) == {"main"}


def test_a_branch_that_stands_elsewhere_is_left_alone(forge: ForgeDouble, sends: Sends, repository: Path) -> None:
    (repository / "lakip" / "2026" / "baru.md").write_text("satu")
    assert sends("catat/2026-1").returncode == 0
    before = forge.repo(NAME).git.tip("refs/heads/catat/2026-1")
    (repository / "lakip" / "2026" / "baru.md").write_text("dua")
    done = sends("catat/2026-1")
    assert (done.returncode, done.stdout) == (2, "")
    assert "git push gagal" in done.stderr
    assert forge.repo(NAME).git.tip("refs/heads/catat/2026-1") == before


def test_without_the_right_to_write_nothing_is_sent(forge: ForgeDouble, sends: Sends, repository: Path) -> None:
    (repository / "lakip" / "2026" / "baru.md").write_text("x")
    done = sends("catat/2026-1", contents="read")
    assert (done.returncode, done.stdout) == (2, "")
    assert branches(forge) == {"main"}


@pytest.mark.parametrize("named", ["", "kantor", "https://x/kantor/lakip"])
def test_a_repository_must_be_named(named: str, sends: Sends) -> None:
    done = sends("catat/2026-1", GITHUB_REPOSITORY=named)
    assert (done.returncode, done.stdout) == (2, "")
    assert "pemilik/nama" in done.stderr


def test_a_link_is_never_sent(forge: ForgeDouble, sends: Sends, repository: Path) -> None:
    (repository / "lakip" / "2026" / "rahasia.md").symlink_to("/etc/hostname")
    done = sends("catat/2026-1")
    assert (done.returncode, done.stdout) == (2, "")
    assert "lakip/2026/rahasia.md adalah tautan" in done.stderr
    assert branches(forge) == {"main"}
