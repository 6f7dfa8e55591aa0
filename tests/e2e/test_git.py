"""Git is asked for facts; whatever a repository configures, nothing of its choice is run, and what is missing is missing."""

import os
import subprocess
from pathlib import Path

import pytest

from paraf.adapters.git import commit_of, files_at, head_seconds

SECONDS = 1_700_000_000
SIGNED = """\
tree {tree}
author Uji <uji@contoh.invalid> 1 +0000
committer Uji <uji@contoh.invalid> {seconds} +0700
gpgsig -----BEGIN PGP SIGNATURE-----
 committer Palsu <palsu@contoh.invalid> 5 +0000
 -----END PGP SIGNATURE-----

committer Palsu <palsu@contoh.invalid> 7 +0000
"""


def git(root: Path, *arguments: str, feed: str = "") -> str:
    done = subprocess.run(["git", *arguments], cwd=root, input=feed, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository whose one commit claims to be signed."""
    root = tmp_path / "repositori"
    (root / "lakip" / "2025" / "data").mkdir(parents=True)
    (root / "lakip" / "2025" / "10-a.md").write_text("# A\n")
    (root / "lakip" / "2025" / "data" / "b.yml").write_text("")
    (root / "lakip" / "2025" / "c.pdf").write_bytes(b"%PDF")
    (root / "lakip" / "2025" / "d.md").symlink_to("10-a.md")
    git(root, "init", "-q")
    git(root, "add", "-A")
    signed = SIGNED.format(tree=git(root, "write-tree"), seconds=SECONDS)
    git(root, "update-ref", "HEAD", git(root, "hash-object", "-t", "commit", "-w", "--stdin", feed=signed))
    return root


@pytest.fixture
def proof(tmp_path: Path, root: Path) -> Path:
    """What a program writes that the repository's settings name; it is named wherever Git would look for one."""
    proof, program = tmp_path / "bukti", tmp_path / "jahat"
    program.write_text(f"#!/bin/sh\necho dijalankan >> {proof}\nexit 1\n")
    program.chmod(0o755)
    settings = {
        "log.showSignature": "true",
        **dict.fromkeys(
            ["gpg.program", "core.pager", "core.fsmonitor", "core.sshCommand", "diff.external"], str(program)
        ),
        "core.repositoryFormatVersion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.promisor": "true",
        "remote.origin.url": str(tmp_path),
        "remote.origin.uploadpack": str(program),
        "alias.cat-file": f"!{program}",
        "protocol.allow": "always",
    }
    for name, value in settings.items():
        git(root, "config", name, value)
    return proof


def lose(root: Path, path: str) -> str:
    """Take one object away, as a partial clone does not have it."""
    identity = git(root, "rev-parse", f"HEAD:{path}")
    (root / ".git" / "objects" / identity[:2] / identity[2:]).unlink()
    return identity


def test_control_the_settings_would_run_the_program(root: Path, proof: Path) -> None:
    subprocess.run(["git", "log", "-1"], cwd=root, env=os.environ | {"GIT_PAGER": "cat"}, capture_output=True)
    assert proof.is_file()
    proof.unlink()
    subprocess.run(["git", "cat-file", "-p", lose(root, "lakip/2025/10-a.md")], cwd=root, capture_output=True)
    assert proof.is_file()


def test_nothing_that_a_repository_names_is_run(root: Path, proof: Path) -> None:
    assert head_seconds(root) == SECONDS
    assert files_at(root, "HEAD", "lakip/2025") is not None
    lose(root, "lakip/2025/10-a.md")
    assert files_at(root, "HEAD", "lakip/2025") is None
    lose(root, "lakip")
    assert files_at(root, "HEAD", "lakip/2025") is None
    assert head_seconds(root) == SECONDS
    assert not proof.exists()


def test_the_files_of_a_revision_are_read_without_links_and_without_what_nobody_reads(root: Path) -> None:
    found = files_at(root, "HEAD", "lakip/2025")
    assert found == {"10-a.md": b"# A\n", "data/b.yml": b"", "c.pdf": b""}
    assert files_at(root, "HEAD", "lakip/2024") == {}


@pytest.mark.parametrize("revision", ["", "tidak-ada", "--all", "-h", "HEAD:lakip", "a b", "x\ny"])
def test_what_is_no_revision_is_none(root: Path, revision: str) -> None:
    assert commit_of(root, revision) is None
    assert files_at(root, revision, "lakip/2025") is None


def test_no_commit_no_repository_and_no_git_have_no_time(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(root, "update-ref", "-d", "HEAD")
    assert head_seconds(root) is None
    assert head_seconds(tmp_path) is None
    monkeypatch.setenv("PATH", str(tmp_path))
    assert head_seconds(root) is None


def test_a_committer_without_a_time_has_none(root: Path) -> None:
    broken = SIGNED.format(tree=git(root, "write-tree"), seconds="kemarin")
    made = git(root, "hash-object", "-t", "commit", "-w", "--literally", "--stdin", feed=broken)
    git(root, "update-ref", "HEAD", made)
    assert head_seconds(root) is None
