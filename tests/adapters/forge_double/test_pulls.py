"""Pull requests: what can be opened, what follows from pushes, from closing, from the base that moves."""

from typing import Any

import pytest

from adapters.forge_double.asking import ask
from paraf.adapters.forge_double import ForgeDouble, Refusal
from paraf.adapters.forge_double.bare import NOTHING
from paraf.adapters.forge_double.shapes.pulls import of

BRANCH = "naskah/2025/rancangan"


def pull(forge: ForgeDouble, number: int) -> Any:
    return ask(forge, "GET", f"pulls/{number}").value


def events(forge: ForgeDouble, number: int) -> list[str]:
    return [one["event"] for one in ask(forge, "GET", f"issues/{number}/timeline").value]


def test_one_pull_request(forge: ForgeDouble, number: int) -> None:
    found = pull(forge, number)
    assert (found["number"], found["title"], found["user"]["login"], found["state"]) == (1, "Rancangan", "siti", "open")
    assert (found["head"]["ref"], found["base"]["ref"], found["draft"]) == (BRANCH, "main", False)
    assert (found["commits"], found["additions"], found["deletions"], found["changed_files"]) == (1, 1, 0, 1)
    assert (found["mergeable"], found["mergeable_state"], found["merged"]) == (True, "clean", False)
    git = forge.repo("kantor/lakip").git
    assert git.tip("refs/pull/1/head") == found["head"]["sha"]
    assert git.tip("refs/pull/1/merge") == found["merge_commit_sha"]
    assert git.commit(found["merge_commit_sha"]).parents == (found["base"]["sha"], found["head"]["sha"])


@pytest.mark.parametrize(
    ("who", "asked", "status"),
    [
        ("tamu", {"head": BRANCH, "base": "main", "title": "x"}, 403),
        ("orang", {"head": BRANCH, "base": "main", "title": "x"}, 404),
        (None, {"head": BRANCH, "base": "main", "title": "x"}, 404),
        ("siti", {"head": BRANCH, "base": "main", "title": "x"}, 422),  # there is one already
        ("siti", {"head": "tiada", "base": "main", "title": "x"}, 422),
        ("siti", {"head": "main", "base": "main", "title": "x"}, 422),  # nothing to merge
        ("siti", {"head": BRANCH, "base": "tiada", "title": "x"}, 422),
        ("siti", {"head": BRANCH, "base": "main"}, 422),
    ],
)
def test_what_cannot_be_opened(forge: ForgeDouble, number: int, who: str | None, asked: Any, status: int) -> None:
    assert ask(forge, "POST", "pulls", who, asked).status == status
    assert len(forge.repo("kantor/lakip").pulls) == number


def test_a_push_moves_the_head_and_a_force_push_is_told(forge: ForgeDouble, number: int) -> None:
    git, siti = forge.repo("kantor/lakip").git, forge.person("siti")
    first = siti.pushes({"c.md": "x"}, BRANCH)
    assert pull(forge, number)["head"]["sha"] == first == git.tip("refs/pull/1/head")
    assert "head_ref_force_pushed" not in events(forge, number)
    second = siti.pushes({"d.md": "x"}, BRANCH, parents=(git.tip("refs/heads/main") or "",))
    assert pull(forge, number)["head"]["sha"] == second
    assert "head_ref_force_pushed" in events(forge, number)
    kinds = [(one["activity_type"], one["actor"]["login"]) for one in ask(forge, "GET", f"activity?ref={BRANCH}").value]
    assert kinds == [("force_push", "siti"), ("push", "siti"), ("branch_creation", "siti")]


def test_a_conflict_is_told(forge: ForgeDouble, number: int) -> None:
    forge.person("kantor").pushes({"lakip/b.md": "lain sama sekali\n"}, "main")
    found = pull(forge, number)
    assert (found["mergeable"], found["mergeable_state"], found["merge_commit_sha"]) == (False, "dirty", None)
    assert ask(forge, "PUT", f"pulls/{number}/merge", "budi", {}).status == 405
    assert ask(forge, "PUT", f"pulls/{number}/update-branch", "budi", {}).status == 422


def test_a_draft_cannot_be_merged(forge: ForgeDouble, number: int) -> None:
    siti = forge.person("siti")
    siti.makes_draft(number)
    assert pull(forge, number)["mergeable_state"] == "draft"
    with pytest.raises(Refusal, match="405"):
        siti.merges(number)
    siti.marks_ready(number)
    assert events(forge, number)[-2:] == ["convert_to_draft", "ready_for_review"]
    siti.merges(number)


def test_the_base_is_as_of_the_last_push(forge: ForgeDouble, number: int) -> None:
    before = pull(forge, number)["base"]["sha"]
    forge.person("kantor").pushes({"c.md": "x"}, "main")
    assert pull(forge, number)["base"]["sha"] == before
    forge.person("siti").pushes({"d.md": "x"}, BRANCH)
    assert pull(forge, number)["base"]["sha"] == forge.repo("kantor/lakip").git.tip("refs/heads/main") != before


def test_update_branch_merges_the_base(forge: ForgeDouble, number: int) -> None:
    budi, git = forge.person("budi"), forge.repo("kantor/lakip").git
    with pytest.raises(Refusal, match="no new commits"):
        budi.updates_branch(number)
    forge.person("kantor").pushes({"c.md": "x"}, "main")
    wrong = {"expected_head_sha": "a" * 40}
    assert ask(forge, "PUT", f"pulls/{number}/update-branch", "budi", wrong).status == 422
    head = budi.updates_branch(number)
    made = git.commit(head)
    assert (len(made.parents), made.author[1], made.committer[1]) == (2, budi.account.email, "noreply@github.com")
    assert made.message == f"Merge branch 'main' into {BRANCH}"
    assert ask(forge, "GET", "activity").value[0]["actor"]["login"] == "budi"


def test_closing_reopening_and_the_branch_that_goes(forge: ForgeDouble, number: int) -> None:
    siti = forge.person("siti")
    siti.closes(number)
    assert ask(forge, "GET", "pulls").value == []
    assert [one["number"] for one in ask(forge, "GET", "pulls?state=closed").value] == [number]
    siti.reopens(number)
    siti.pushes_commit(NOTHING, BRANCH)
    assert pull(forge, number)["state"] == "closed"
    assert events(forge, number)[-4:] == ["closed", "reopened", "head_ref_deleted", "closed"]
    with pytest.raises(Refusal, match="422"):
        siti.reopens(number)


def test_what_reaches_the_base_otherwise_counts_as_merged(forge: ForgeDouble, number: int) -> None:
    git = forge.repo("kantor/lakip").git
    head = git.tip(f"refs/heads/{BRANCH}") or ""
    forge.person("kantor").pushes_commit(head, "main")
    found = pull(forge, number)
    assert (found["merged"], found["merged_by"]["login"], found["merge_commit_sha"]) == (True, "kantor", head)
    assert events(forge, number)[-2:] == ["merged", "closed"]


@pytest.mark.parametrize("merged", [True, False])
def test_the_base_that_goes(forge: ForgeDouble, number: int, merged: bool) -> None:
    """A pull request behind a merged one is pointed at that one's base, without anybody asking (threats T45)."""
    siti = forge.person("siti")
    siti.pushes({"c.md": "x"}, "lain", parents=(forge.repo("kantor/lakip").git.tip(f"refs/heads/{BRANCH}") or "",))
    child = siti.opens("lain", "Lanjutan", base=BRANCH)
    if merged:
        siti.merges(number)
    siti.pushes_commit(NOTHING, BRANCH)
    found = pull(forge, child)
    assert (found["base"]["ref"], found["state"]) == (("main", "open") if merged else (BRANCH, "closed"))
    assert ("automatic_base_change_succeeded" in events(forge, child)) is merged


def test_lists_and_their_filters(forge: ForgeDouble, number: int) -> None:
    siti = forge.person("siti")
    siti.pushes({"c.md": "x"}, "lain")
    second = siti.opens("lain", "Lain", base=BRANCH)
    wanted = {
        "pulls": [second, number],
        "pulls?direction=asc": [number, second],
        f"pulls?base={BRANCH}": [second],
        "pulls?head=kantor:lain": [second],
        "pulls?state=all&sort=updated": [second, number],
        "pulls?state=closed": [],
    }
    assert {path: [one["number"] for one in ask(forge, "GET", path).value] for path in wanted} == wanted
    assert {one["number"] for one in ask(forge, "GET", "issues").value} == {number, second}


def test_the_pull_requests_of_a_commit(forge: ForgeDouble, number: int) -> None:
    siti, git = forge.person("siti"), forge.repo("kantor/lakip").git
    inner = git.tip(f"refs/heads/{BRANCH}")
    siti.pushes({"c.md": "x"}, BRANCH)
    merged = siti.merges(number)
    for sha in (inner, of(forge.repo("kantor/lakip").issues[number]).head_sha, merged):
        assert [one["number"] for one in ask(forge, "GET", f"commits/{sha}/pulls").value] == [number]
    before = git.commit(merged).parents[0]
    assert ask(forge, "GET", f"commits/{before}/pulls").value == []


def test_only_the_author_or_a_writer_changes_it(forge: ForgeDouble, number: int) -> None:
    assert ask(forge, "PATCH", f"pulls/{number}", "tamu", {"title": "x"}).status == 403
    assert ask(forge, "PATCH", f"pulls/{number}", "budi", {"title": "Baru"}).value["title"] == "Baru"
    renamed = ask(forge, "GET", f"issues/{number}/timeline").value[-1]
    assert (renamed["event"], renamed["rename"]) == ("renamed", {"from": "Rancangan", "to": "Baru"})
