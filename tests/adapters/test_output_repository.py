"""The site is delivered to a real Git repository over SSH (a program that stands in for it keeps what it was called with):
once, by one commit; nobody's work there is written over; the key is shown to nobody and gone afterwards."""

import hashlib
import os
import stat
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers import ROOT
from paraf.adapters.github.transport import ForgeError
from paraf.adapters.output_repository import HOST_KEY, MOST_STEPS, OutputRepository, shell_with
from paraf.adapters.site_folder import sign
from paraf.cli import run
from paraf.errors import UsageError
from paraf.terbit.delivery import message

KEY = "-----BEGIN OPENSSH PRIVATE KEY-----\n" + "Aa0+" * 40 + "\n-----END OPENSSH PRIVATE KEY-----\n"
SSH = """\
#!/bin/sh
printf '%s\\n' "$@" >> {kept}/panggilan
while [ $# -gt 2 ]; do
  if [ "$1" = -i ]; then cp "$2" {kept}/kunci; stat -c %a "$2" > {kept}/izin; fi
  case "$2" in UserKnownHostsFile=*) cp "${{2#*=}}" {kept}/host;; esac
  shift
done
test "$1" = git@github.com || exit 255
cd {server} && eval "exec git $(printf %s "$2" | sed "s|^git-||; s|'/|'|")"
"""
WHO = ("-c", "user.name=Uji", "-c", "user.email=uji@contoh.invalid")


def git(folder: Path, *arguments: str) -> str:
    """What git says in a folder."""
    return subprocess.run(
        ["git", *WHO, *arguments], cwd=folder, check=True, capture_output=True, text=True
    ).stdout.strip()


class Delivery:
    """An office's repository with a built site, a server with an empty repository, and the key between them."""

    def __init__(self, folder: Path) -> None:
        self.root, self.kept, self.server = folder / "kantor", folder / "simpan", folder / "server"
        self.output = self.server / "kantor" / "situs.git"
        for path in (self.root / "sop", self.root / "site", self.kept, self.output):
            path.mkdir(parents=True)
        git(self.output, "init", "-q", "--bare", "-b", "main")
        office = (ROOT / "sop" / "instansi.yml").read_text(encoding="utf-8")
        target = "terbit: {tujuan: repositori, repositori: kantor/situs}"
        (self.root / "sop" / "instansi.yml").write_text(office.replace("terbit: {tujuan: tidak}", target))
        (self.root / "sop" / "sop-lakip.yml").write_bytes((ROOT / "sop" / "sop-lakip.yml").read_bytes())
        git(self.root, "init", "-q", "-b", "main")
        self.commit("pertama")
        self.builds({"index.html": "<p>satu", "lakip/2025/v1/index.html": "<p>LAKIP", "aset/LAKIP 2025.pdf": "%PDF"})

    def commit(self, text: str) -> str:
        """A commit more of the office's repository."""
        (self.root / "catatan").write_text(text)
        git(self.root, "add", "catatan")
        git(self.root, "commit", "-q", "-m", text)
        return git(self.root, "rev-parse", "HEAD")

    def builds(self, files: dict[str, str]) -> None:
        """A finished site with these files."""
        subprocess.run(["rm", "-rf", str(self.root / "site")], check=True)
        for name, text in files.items():
            (self.root / "site" / name).parent.mkdir(parents=True, exist_ok=True)
            (self.root / "site" / name).write_text(text)
        sign(self.root / "site")

    def delivers(self) -> int:
        """The command."""
        return run(["--akar", str(self.root), "antar"])

    @property
    def there(self) -> list[str]:
        """The files of the output repository."""
        return git(self.output, "ls-tree", "-r", "--name-only", "main").split("\n")

    @property
    def history(self) -> list[str]:
        """Its commits, newest first."""
        return git(self.output, "log", "--format=%H", "main").split("\n")

    def writes(self, name: str, text: str, said: str) -> None:
        """Somebody else's commit in the output repository."""
        clone = self.kept.parent / "klon"
        subprocess.run(["rm", "-rf", str(clone)], check=True)
        git(self.kept, "clone", "-q", str(self.output), str(clone))
        git(clone, "checkout", "-q", "-B", "main")
        (clone / name).write_text(text)
        git(clone, "add", "-A")
        git(clone, "commit", "-q", "-m", said)
        git(clone, "push", "-q", "origin", "main")


@pytest.fixture
def delivery(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Delivery]:
    made = Delivery(tmp_path)
    programs = tmp_path / "bin"
    programs.mkdir()
    program = programs / "ssh"
    program.write_text(SSH.format(kept=made.kept, server=made.server))
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("KUNCI_KELUARAN", KEY)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    yield made
    assert not list(tmp_path.glob("kunci-*")), "the key is gone"


def test_an_empty_repository_receives_the_site(delivery: Delivery, capsys: pytest.CaptureFixture[str]) -> None:
    assert delivery.delivers() == 0
    names = [".nojekyll", ".paraf", "aset/LAKIP 2025.pdf", "index.html", "lakip/2025/v1/index.html"]
    assert (
        git(delivery.output, "-c", "core.quotePath=false", "ls-tree", "-r", "--name-only", "main").split("\n") == names
    )
    [commit] = delivery.history
    assert capsys.readouterr().out == f"https://github.com/kantor/situs/commit/{commit}\n"
    head = git(delivery.root, "rev-parse", "HEAD")
    assert git(delivery.output, "log", "-1", "--format=%B", "main") == message(head).strip()
    moment = git(delivery.root, "log", "-1", "--format=%ct")
    assert git(delivery.output, "log", "-1", "--format=%at %ct %an", "main") == f"{moment} {moment} github-actions[bot]"


def test_an_equal_site_is_not_sent_again(delivery: Delivery, capsys: pytest.CaptureFixture[str]) -> None:
    assert delivery.delivers() == 0
    before = delivery.history
    delivery.commit("kedua")
    assert delivery.delivers() == 0
    assert delivery.history == before
    assert "tidak ada yang dikirim" in capsys.readouterr().out


def test_a_new_site_is_one_commit_more_and_what_was_withdrawn_is_gone(delivery: Delivery) -> None:
    delivery.delivers()
    delivery.commit("dicabut")
    delivery.builds({"index.html": "<p>dua"})
    assert delivery.delivers() == 0
    assert delivery.there == [".nojekyll", ".paraf", "index.html"]
    assert len(delivery.history) == 2


def test_the_same_inputs_make_the_same_commit(delivery: Delivery) -> None:
    delivery.delivers()
    before = delivery.history
    git(delivery.output, "update-ref", "-d", "refs/heads/main")
    for path in (delivery.root / "site").rglob("*"):
        os.utime(path, (1, 1))
        path.chmod(0o700)
    assert delivery.delivers() == 0
    assert delivery.history == before


@pytest.mark.parametrize("said", ["Update index.html", message("0" * 40)], ids=["theirs", "as if ours"])
@pytest.mark.parametrize("first", [True, False], ids=["after ours", "a repository of somebody"])
def test_what_somebody_else_wrote_is_not_written_over(
    said: str, first: bool, delivery: Delivery, capsys: pytest.CaptureFixture[str]
) -> None:
    if first:
        delivery.delivers()
    delivery.writes("index.html", "<p>tulisan orang", said)
    before = delivery.history
    assert delivery.delivers() == 2
    assert delivery.history == before
    told = capsys.readouterr().err
    assert ("bukan bagian riwayat main" if said.startswith("Terbit") else "tidak ditimpa") in told


def test_what_somebody_wrote_and_took_back_does_not_stand_in_the_way(delivery: Delivery) -> None:
    delivery.delivers()
    before = git(delivery.output, "show", "main:index.html")
    delivery.writes("index.html", "<p>tulisan orang", "Update index.html")
    assert delivery.delivers() == 2
    delivery.writes("index.html", before, "Revert")
    delivery.builds({"index.html": "<p>dua"})
    assert delivery.delivers() == 0
    assert len(delivery.history) == 4


def test_a_merge_is_not_ours_whatever_it_says(delivery: Delivery) -> None:
    delivery.delivers()
    head = git(delivery.root, "rev-parse", "HEAD")
    tree = git(delivery.output, "rev-parse", "main^{tree}")
    other = git(delivery.output, "commit-tree", tree, "-m", "lain")
    merged = git(delivery.output, "commit-tree", tree, "-p", "main", "-p", other, "-m", message(head))
    git(delivery.output, "update-ref", "refs/heads/main", merged)
    delivery.builds({"index.html": "<p>dua"})
    assert delivery.delivers() == 2


def test_an_older_site_does_not_replace_a_newer_one(delivery: Delivery, capsys: pytest.CaptureFixture[str]) -> None:
    """T70: an old commit checked out again."""
    old = git(delivery.root, "rev-parse", "HEAD")
    delivery.commit("baru")
    delivery.delivers()
    before = delivery.history
    git(delivery.root, "checkout", "-q", old)
    delivery.builds({"index.html": "<p>lama"})
    assert delivery.delivers() == 2
    assert delivery.history == before
    assert "bukan bagian riwayat main di sini" in capsys.readouterr().err


def test_the_address_that_github_writes_stays(delivery: Delivery) -> None:
    """Setting a domain on the page of settings makes a commit of GitHub's own."""
    delivery.delivers()
    delivery.writes("CNAME", "lakip.contoh.go.id", "Create CNAME")
    delivery.commit("lagi")
    assert delivery.delivers() == 0
    assert len(delivery.history) == 2, "the site is equal, so nothing is sent"
    delivery.builds({"index.html": "<p>dua"})
    assert delivery.delivers() == 0
    assert delivery.there == [".nojekyll", ".paraf", "CNAME", "index.html"]
    for at in range(MOST_STEPS):
        delivery.writes("CNAME", f"lakip{at}.contoh.go.id", "Update CNAME")
    delivery.builds({"index.html": "<p>tiga"})
    assert delivery.delivers() == 2, "so many that nobody looks any further"


def test_an_address_that_is_a_link_is_not_kept(delivery: Delivery) -> None:
    delivery.delivers()
    clone = delivery.kept.parent / "tautan"
    git(delivery.kept, "clone", "-q", str(delivery.output), str(clone))
    (clone / "CNAME").symlink_to("/etc/passwd")
    git(clone, "add", "-A")
    git(clone, "commit", "-q", "-m", "Create CNAME")
    git(clone, "push", "-q", "origin", "main")
    delivery.builds({"index.html": "<p>dua"})
    assert delivery.delivers() == 0
    assert "CNAME" not in delivery.there


@pytest.mark.parametrize("name", [".github/workflows/x.yml", ".gitattributes", "a\\b", "a:b", "a\nb"])
def test_a_hostile_name_sends_nothing(name: str, delivery: Delivery, capsys: pytest.CaptureFixture[str]) -> None:
    delivery.builds({"index.html": "<p>", name: "on: push\n"})
    assert delivery.delivers() == 2
    assert git(delivery.output, "for-each-ref") == ""
    said = capsys.readouterr().err
    assert "nama yang tidak diantar" in said or "tidak dibuat perintah ini" in said


@pytest.mark.parametrize("kind", ["changed", "added", "link", "absent"])
def test_a_site_that_is_not_as_it_was_built_is_not_sent(kind: str, delivery: Delivery) -> None:
    site = delivery.root / "site"
    match kind:
        case "changed":
            (site / "index.html").write_text("<script>")
        case "added":
            (site / "tambahan.html").write_text("x")
        case "link":
            (site / "tautan.html").symlink_to("/etc/passwd")
        case _:
            (site / ".paraf").unlink()
    assert delivery.delivers() == 2
    assert git(delivery.output, "for-each-ref") == ""


def test_the_key_is_held_by_nobody_else_and_the_host_is_pinned(
    delivery: Delivery, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KUNCI_KELUARAN", f"\n{KEY.rstrip()}".replace("\n", "\r\n"))
    monkeypatch.setenv("GIT_SSH_COMMAND", "false")
    assert delivery.delivers() == 0
    assert (delivery.kept / "kunci").read_text() == KEY, "line ends of Windows and a lost last one do no harm"
    assert (delivery.kept / "izin").read_text() == "600\n"
    assert (delivery.kept / "host").read_text() == f"github.com {HOST_KEY}\n"
    called = (delivery.kept / "panggilan").read_text()
    for setting in ("StrictHostKeyChecking=yes", "IdentitiesOnly=yes", "IdentityAgent=none", "BatchMode=yes"):
        assert setting in called
    assert "GlobalKnownHostsFile=/dev/null" in called
    assert "\n-F\n/dev/null\n" in f"\n{called}"
    printed = capfd.readouterr()
    held = (delivery.root / "build").rglob("*")
    assert not any("Aa0+Aa0+" in text for text in (called, printed.out, printed.err))
    assert not any(b"Aa0+Aa0+" in path.read_bytes() for path in held if path.is_file())


def test_the_pinned_host_key_is_the_one_that_github_publishes() -> None:
    """Its fingerprint as GitHub Docs shows it."""
    kind, blob = HOST_KEY.split(" ")
    data = b64decode(blob)
    assert data[4 : 4 + len(kind)] == kind.encode()
    digest = b64encode(hashlib.sha256(data).digest()).decode().rstrip("=")
    assert digest == "+DiY3wvvV6TuJJhbpZisF/zLDA0zPMSvHdkr4UvCOqU"


@pytest.mark.parametrize("key", ["", "kunci", KEY.replace("END", "ND"), KEY.replace("PRIVATE", "PUBLIC"), KEY + "x"])
def test_what_is_no_key_is_refused_and_not_repeated(
    key: str, delivery: Delivery, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KUNCI_KELUARAN", key)
    assert delivery.delivers() == 2
    said = capsys.readouterr().err
    assert said.startswith("KUNCI_KELUARAN tidak ada atau bukan kunci pribadi")
    assert "Aa0+" not in said
    with pytest.raises(UsageError), shell_with(key):
        pass


def test_a_server_that_refuses_is_told_with_what_to_look_at(
    delivery: Delivery, capsys: pytest.CaptureFixture[str]
) -> None:
    hook = delivery.output / "hooks" / "pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    assert delivery.delivers() == 2
    assert "kantor/situs tidak dapat ditulis" in capsys.readouterr().err
    subprocess.run(["rm", "-rf", str(delivery.output)], check=True)
    assert delivery.delivers() == 2
    said = capsys.readouterr().err
    assert "kantor/situs tidak dapat dibuka" in said
    assert "Allow write access" in said


def test_a_branch_that_moves_meanwhile_is_not_written_over(delivery: Delivery, tmp_path: Path) -> None:
    delivery.delivers()
    with shell_with(KEY) as shell:
        output = OutputRepository(tmp_path / "lagi.git", "kantor/situs", "main", shell)
        tip = output.tip()
        assert tip
        files = {"index.html": delivery.root / "site" / "index.html"}
        commit = output.record(output.tree(files, tip), tip, "x", 1)
        delivery.writes("index.html", "y", "lain")
        before = delivery.history
        with pytest.raises(ForgeError, match="tidak dapat ditulis"):
            output.deliver(commit, tip)
        output.close()
    assert delivery.history == before


@pytest.mark.parametrize("target", ["tidak", "pages", "zip"])
def test_only_where_the_office_wrote_so(target: str, delivery: Delivery, capsys: pytest.CaptureFixture[str]) -> None:
    file = delivery.root / "sop" / "instansi.yml"
    text = file.read_text().replace("{tujuan: repositori, repositori: kantor/situs}", f"{{tujuan: {target}}}")
    file.write_text(text)
    assert delivery.delivers() == 2
    assert f"'{target}', bukan repositori" in capsys.readouterr().err
    assert not (delivery.kept / "panggilan").exists()


def test_outside_a_repository_no_source_can_be_named(delivery: Delivery, capsys: pytest.CaptureFixture[str]) -> None:
    (delivery.root / ".git").rename(delivery.root / "bukan-git")
    assert delivery.delivers() == 2
    assert "bukan repositori Git" in capsys.readouterr().err


def test_modes_are_those_of_plain_files(delivery: Delivery) -> None:
    os.chmod(delivery.root / "site" / "index.html", stat.S_IRWXU)
    delivery.delivers()
    assert {line.split()[0] for line in git(delivery.output, "ls-tree", "-r", "main").split("\n")} == {"100644"}
