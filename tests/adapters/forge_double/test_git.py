"""Git over HTTP with git's own client: clones, fetches, pushes, and what a push brings about."""

import base64
import os
import subprocess
from pathlib import Path

import pytest
from msgspec import Struct

from adapters.forge_double.asking import ask, checked, reviewed, ruleset
from paraf.adapters.forge_double import ForgeDouble
from paraf.adapters.forge_double.serving import commands
from paraf.adapters.forge_double.shapes.pulls import of

BRANCH = "naskah/2025/rancangan"


class Desk(Struct):
    """Somebody's machine with a clone on it."""

    forge: ForgeDouble
    folder: Path
    who: str | None

    def git(self, *arguments: str, name: str = "kantor/lakip") -> subprocess.CompletedProcess[str]:
        """Runs git with this person's token."""
        known = self.forge.site.state.account(self.who) if self.who else None
        token = self.forge.token(self.who) if known and self.who else self.who
        secret = base64.b64encode(f"x-access-token:{token}".encode()).decode()
        header = {"GIT_CONFIG_KEY_0": "http.extraHeader", "GIT_CONFIG_VALUE_0": f"Authorization: Basic {secret}"}
        environment = {
            **{
                "PATH": os.environ["PATH"],
                "HOME": str(self.folder),
                "GIT_CONFIG_NOSYSTEM": "1",
                "GIT_TERMINAL_PROMPT": "0",
            },
            **{"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.id", "LC_ALL": "C"},
            **{"GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.id"},
            **({"GIT_CONFIG_COUNT": "1", **header} if self.who else {}),
        }
        where = self.folder / "kerja"
        command = ["git", *arguments]
        if arguments[0] == "clone":
            command = ["git", "clone", "-q", f"{self.forge.url}/{name}.git", str(where)]
            where = self.folder
        return subprocess.run(command, cwd=where, capture_output=True, text=True, env=environment)

    def commits(self, path: str, text: str) -> str:
        """A commit on the branch that is out; its id."""
        (self.folder / "kerja" / path).write_text(text, encoding="utf-8")
        self.git("add", "--all")
        assert self.git("commit", "-qm", "Ubah").returncode == 0
        return self.git("rev-parse", "HEAD").stdout.strip()


@pytest.fixture
def desk(forge: ForgeDouble, number: int, tmp_path: Path) -> Desk:
    assert number == 1
    found = Desk(forge, tmp_path, "siti")
    assert found.git("clone").returncode == 0
    return found


def test_a_push_belongs_to_whose_token_it_is(desk: Desk) -> None:
    forge = desk.forge
    desk.git("checkout", "-q", BRANCH)
    sha = desk.commits("a.md", "baru\n")
    assert desk.git("push", "-q").returncode == 0
    newest = ask(forge, "GET", f"activity?ref=refs/heads/{BRANCH}").value[0]
    assert (newest["actor"]["login"], newest["after"], newest["activity_type"]) == ("siti", sha, "push")
    pull = ask(forge, "GET", "pulls/1").value
    assert pull["head"]["sha"] == sha
    (last,) = ask(forge, "GET", "pulls/1/commits").value[-1:]
    assert (last["sha"], last["author"]) == (sha, None), "whoever signed so is no account"
    said = desk.git("ls-remote", "origin").stdout
    assert f"{sha}\trefs/pull/1/head" in said
    assert f"{pull['merge_commit_sha']}\trefs/pull/1/merge" in said
    assert desk.git("fetch", "-q", "origin", "refs/pull/1/merge").returncode == 0


def test_a_new_branch_a_forced_one_and_one_that_goes(desk: Desk) -> None:
    desk.git("checkout", "-qb", "lain")
    desk.commits("c.md", "x")
    assert desk.git("push", "-q", "origin", "lain").returncode == 0
    desk.git("commit", "-q", "--amend", "-m", "Lain")
    assert desk.git("push", "-q", "origin", "lain").returncode == 1
    assert desk.git("push", "-qf", "origin", "lain").returncode == 0
    assert desk.git("push", "-q", "origin", ":lain").returncode == 0
    kinds = [one["activity_type"] for one in ask(desk.forge, "GET", "activity?ref=lain").value]
    assert kinds == ["branch_deletion", "force_push", "branch_creation"]


def test_any_commit_can_be_fetched_by_its_id(desk: Desk) -> None:
    first = of(desk.forge.repo("kantor/lakip").issues[1]).head_sha
    desk.forge.person("siti").pushes(
        {"c.md": "x"}, BRANCH, parents=(desk.forge.repo("kantor/lakip").git.tip("refs/heads/main") or "",)
    )
    assert desk.git("fetch", "-q", "--depth=1", "origin", first).returncode == 0


def test_rules_hold_for_a_push_and_are_told(desk: Desk) -> None:
    desk.forge.person("kantor").rules(ruleset({"type": "non_fast_forward"}, {"type": "deletion"}, checked()))
    before = desk.forge.repo("kantor/lakip").git.tip("refs/heads/main")
    desk.commits("c.md", "x")
    done = desk.git("push", "origin", "main")
    assert done.returncode == 1
    assert "GH013: Repository rule violations found for refs/heads/main" in done.stderr
    assert 'Required status check "paraf / gerbang" is expected.' in done.stderr
    assert "deletion of the current branch prohibited" in desk.git("push", "origin", ":main").stderr
    assert desk.forge.repo("kantor/lakip").git.tip("refs/heads/main") == before
    assert ask(desk.forge, "GET", "activity?ref=main").value[0]["activity_type"] == "branch_creation"


def test_a_branch_may_have_to_stay(desk: Desk) -> None:
    desk.forge.person("kantor").rules(ruleset({"type": "deletion"}, include="refs/heads/naskah/**/*"))
    assert "Cannot delete this branch" in desk.git("push", "origin", f":{BRANCH}").stderr
    assert ask(desk.forge, "GET", "pulls/1").value["state"] == "open"


def test_git_itself_finds_merges_and_forced_pushes(desk: Desk) -> None:
    owner = Desk(desk.forge, desk.folder, "kantor")
    owner.commits("c.md", "x")
    assert owner.git("push", "-q", "origin", "main").returncode == 0
    desk.forge.person("kantor").rules(ruleset({"type": "non_fast_forward"}, {"type": "required_linear_history"}))
    assert "Cannot force-push" in owner.git("push", "-f", "origin", "HEAD~1:main").stderr
    owner.git("checkout", "-qb", "samping", "HEAD~1")
    owner.commits("d.md", "x")
    owner.git("checkout", "-q", "main")
    owner.git("merge", "-q", "--no-ff", "-m", "Gabung", "samping")
    assert "must not contain merge commits" in owner.git("push", "origin", "main").stderr


def test_a_refused_branch_does_not_hold_up_the_others(desk: Desk) -> None:
    desk.forge.person("kantor").rules(ruleset(reviewed()))
    desk.commits("c.md", "x")
    done = desk.git("push", "origin", "main", "main:refs/heads/lain", "+main:refs/pull/1/head")
    assert "through a pull request" in done.stderr
    assert "hidden ref" in done.stderr
    assert desk.forge.repo("kantor/lakip").git.tip("refs/heads/lain") is not None


@pytest.mark.parametrize(
    ("who", "clones", "pushes"),
    [
        ("siti", True, True),
        ("tamu", True, False),
        ("orang", False, False),
        (None, False, False),
        ("palsu", False, False),
    ],
)
def test_who_is_let_in(forge: ForgeDouble, tmp_path: Path, who: str | None, clones: bool, pushes: bool) -> None:
    desk = Desk(forge, tmp_path, who)
    assert (desk.git("clone").returncode == 0) is clones
    if clones:
        desk.commits("c.md", "x")
        assert (desk.git("push", "-q").returncode == 0) is pushes


@pytest.mark.parametrize(("level", "pushes"), [("read", False), ("write", True)])
def test_a_workflow_has_what_its_scopes_say(forge: ForgeDouble, tmp_path: Path, level: str, pushes: bool) -> None:
    desk = Desk(forge, tmp_path, forge.actions_token(contents=level))
    assert desk.git("clone").returncode == 0
    desk.commits("c.md", "x")
    assert (desk.git("push", "-q").returncode == 0) is pushes
    assert Desk(forge, tmp_path / "kerja", forge.actions_token(statuses="write")).git("clone").returncode != 0


def test_a_public_repository_is_open_to_read(forge: ForgeDouble, tmp_path: Path) -> None:
    forge.repository("kantor/umum", files={"a.md": "x"})
    desk = Desk(forge, tmp_path, None)
    assert desk.git("clone", name="kantor/umum").returncode == 0
    desk.commits("c.md", "x")
    assert desk.git("push", "-q").returncode != 0


def test_a_push_in_pieces(desk: Desk) -> None:
    """Git sends what is larger than a megabyte in chunks of unknown number."""
    desk.git("checkout", "-q", BRANCH)
    (desk.folder / "kerja" / "besar.bin").write_bytes(os.urandom(3_000_000))
    sha = desk.commits("a.md", "dan besar")
    assert desk.git("push", "-q").returncode == 0
    assert ask(desk.forge, "GET", "pulls/1").value["head"]["sha"] == sha


def test_a_local_repository_can_be_adopted(desk: Desk) -> None:
    other = desk.forge.repository("kantor/salinan")
    desk.commits("c.md", "x")
    sha = desk.forge.adopt(other, desk.folder / "kerja")
    assert other.git.tip("refs/heads/main") == sha == desk.git("rev-parse", "HEAD").stdout.strip()
    assert "refs/forge/adopted" not in other.git.refs()


def test_what_a_push_wants_is_read() -> None:
    old, new = "a" * 40, "b" * 40
    first = f"{old} {new} refs/heads/x\0 report-status\n".encode()
    second = f"{new} {old} refs/heads/y".encode()
    body = b"".join(b"%04x%b" % (len(line) + 4, line) for line in (first, second)) + b"0000PACK"
    assert commands(body) == [("refs/heads/x", old, new), ("refs/heads/y", new, old)]
    assert commands(b"0000") == commands(b"") == []
