"""Rules are enforced on merging and on pushing, with the words and numbers that GitHub uses."""

from typing import Any

import pytest

from adapters.forge_double.asking import ask, checked, reviewed, ruleset
from paraf.adapters.forge_double import ForgeDouble, Refusal
from paraf.adapters.forge_double.bare import NOTHING
from paraf.adapters.forge_double.moving import signature
from paraf.adapters.forge_double.shapes.pulls import of

BRANCH = "naskah/2025/rancangan"
CONTEXT = "paraf / gerbang"
KEEP = ({"type": "deletion"}, {"type": "non_fast_forward"}, {"type": "required_linear_history"})


def head(forge: ForgeDouble, number: int) -> str:
    return of(forge.repo("kantor/lakip").issues[number]).head_sha


def refused(forge: ForgeDouble, number: int, way: str = "squash") -> str:
    with pytest.raises(Refusal, match="405") as error:
        forge.person("budi").merges(number, way)
    return error.value.message


def test_a_squash_makes_one_commit(forge: ForgeDouble, number: int) -> None:
    siti, git = forge.person("siti"), forge.repo("kantor/lakip").git
    siti.pushes({"c.md": "x"}, BRANCH, "Berkas baru")
    base, branch = git.tip("refs/heads/main"), head(forge, number)
    sha = forge.person("budi").merges(number)
    made = git.commit(sha)
    assert (made.parents, git.tip("refs/heads/main")) == ((base,), sha)
    assert made.tree == git.commit(branch).tree
    assert made.message == "Rancangan (#1)\n\n* Tambah baris\n\n* Berkas baru"
    assert (made.author[1], made.committer[1]) == (siti.account.email, "noreply@github.com")
    found = ask(forge, "GET", f"pulls/{number}").value
    assert (found["merged"], found["merge_commit_sha"], found["merged_by"]["login"]) == (True, sha, "budi")
    assert found["state"] == "closed"
    assert ask(forge, "GET", "activity?ref=refs/heads/main").value[0]["activity_type"] == "pr_merge"
    assert head(forge, number) == branch


@pytest.mark.parametrize(("way", "parents"), [("merge", 2), ("rebase", 1)])
def test_the_other_ways(forge: ForgeDouble, number: int, way: str, parents: int) -> None:
    forge.person("kantor").pushes({"z.md": "x"}, "main")
    sha = forge.person("budi").merges(number, way)
    assert len(forge.repo("kantor/lakip").git.commit(sha).parents) == parents


def test_settings_and_rules_leave_some_ways(forge: ForgeDouble, number: int) -> None:
    owner = forge.person("kantor")
    owner.rules(ruleset({"type": "required_linear_history"}))
    assert refused(forge, number, "merge") == "Merge commits are not allowed on this repository."
    owner.rules(ruleset(reviewed(allowed_merge_methods=["squash"]), name="cara"))
    assert refused(forge, number, "rebase") == "Rebase merges are not allowed on this repository."
    assert ask(forge, "PATCH", "", "kantor", {"allow_squash_merge": False}).status == 200
    assert refused(forge, number) == "Squash merges are not allowed on this repository."


def test_the_head_that_was_read_must_still_be_the_head(forge: ForgeDouble, number: int) -> None:
    budi, seen = forge.person("budi"), head(forge, number)
    forge.person("siti").pushes({"c.md": "x"}, BRANCH)
    with pytest.raises(Refusal, match="409 Head branch was modified"):
        budi.merges(number, sha=seen)
    budi.merges(number, sha=head(forge, number))
    assert refused(forge, number) == "Pull Request is not mergeable"


def test_only_writers_merge(forge: ForgeDouble, number: int) -> None:
    assert ask(forge, "PUT", f"pulls/{number}/merge", "tamu", {}).status == 403
    assert ask(forge, "PUT", f"pulls/{number}/merge", "orang", {}).status == 404


def test_a_status_is_awaited_by_its_name(forge: ForgeDouble, number: int) -> None:
    forge.person("kantor").rules(ruleset(checked()))
    siti, sha = forge.person("siti"), head(forge, number)
    expected = f'Required status check "{CONTEXT}" is expected.'
    assert expected in refused(forge, number)
    for state in ("pending", "failure", "error"):
        siti.says(sha, state, CONTEXT)
        assert expected in refused(forge, number)
    siti.says(sha, "success", "paraf / lain")
    assert expected in refused(forge, number)
    siti.says(sha, "success", CONTEXT)
    siti.says(sha, "failure", CONTEXT)
    assert expected in refused(forge, number)
    assert ask(forge, "GET", f"pulls/{number}").value["mergeable_state"] == "blocked"
    siti.says(sha, "success", CONTEXT)  # anybody who may write can say so (threats T53)
    forge.person("budi").merges(number)


def test_an_old_success_does_not_hold_for_a_new_head(forge: ForgeDouble, number: int) -> None:
    forge.person("kantor").rules(ruleset(checked()))
    forge.person("siti").says(head(forge, number), "success", CONTEXT)
    forge.person("siti").pushes({"c.md": "x"}, BRANCH)
    assert "is expected" in refused(forge, number)


@pytest.mark.parametrize("conclusion", ["success", "neutral", "skipped"])
def test_a_check_run_of_the_name_counts_too(forge: ForgeDouble, number: int, conclusion: str) -> None:
    forge.person("kantor").rules(ruleset(checked(app=15368)))
    forge.person("siti").says(head(forge, number), "success", CONTEXT)
    assert "is expected" in refused(forge, number), "siti is not the app that is named"
    run = {"name": CONTEXT, "head_sha": head(forge, number), "conclusion": conclusion}
    assert ask(forge, "POST", "check-runs", forge.actions_token(checks="write"), run).status == 201
    forge.person("budi").merges(number)


def test_strict_means_up_to_date(forge: ForgeDouble, number: int) -> None:
    owner = forge.person("kantor")
    owner.pushes({"z.md": "x"}, "main")
    owner.rules(ruleset(checked(strict=True)))
    forge.person("siti").says(head(forge, number), "success", CONTEXT)
    assert "not up to date" in refused(forge, number)
    forge.person("siti").says(forge.person("siti").updates_branch(number), "success", CONTEXT)
    forge.person("budi").merges(number)


def test_reviews_are_counted_of_writers_only(forge: ForgeDouble, number: int) -> None:
    forge.person("kantor").rules(ruleset(reviewed(1)))
    lacking = "At least 1 approving review is required by reviewers with write access."
    forge.person("tamu").reviews(number, "APPROVE")
    assert lacking in refused(forge, number)
    forge.person("budi").reviews(number, "APPROVE")
    forge.person("kantor").reviews(number, "REQUEST_CHANGES", "belum")
    assert "Changes have been requested" in refused(forge, number)
    forge.person("kantor").reviews(number, "COMMENT", "hm")
    assert "Changes have been requested" in refused(forge, number)
    forge.person("kantor").reviews(number, "APPROVE")
    forge.person("budi").merges(number)


def test_the_last_pusher_does_not_approve_alone(forge: ForgeDouble, number: int) -> None:
    forge.person("kantor").rules(ruleset(reviewed(1, require_last_push_approval=True)))
    forge.person("budi").pushes({"c.md": "x"}, BRANCH)
    forge.person("budi").reviews(number, "APPROVE")
    assert "someone other than the last pusher" in refused(forge, number)
    forge.person("kantor").reviews(number, "APPROVE")
    forge.person("budi").merges(number)


@pytest.mark.parametrize(
    ("actor", "mode", "passes"),
    [
        ({"actor_id": 5, "actor_type": "RepositoryRole"}, "always", True),
        ({"actor_id": 5, "actor_type": "RepositoryRole"}, "pull_request", True),
        ({"actor_id": 4, "actor_type": "RepositoryRole"}, "always", False),
        ({"actor_id": 1, "actor_type": "OrganizationAdmin"}, "always", True),
        ({"actor_id": 15368, "actor_type": "Integration"}, "always", False),
    ],
)
def test_some_stand_above_a_ruleset(forge: ForgeDouble, number: int, actor: Any, mode: str, passes: bool) -> None:
    owner = forge.person("kantor")
    owner.rules(ruleset(checked(), bypass_actors=[{**actor, "bypass_mode": mode}]))
    if passes:
        owner.merges(number)
    else:
        with pytest.raises(Refusal, match="405"):
            owner.merges(number)


@pytest.mark.parametrize(
    ("more", "holds"),
    [
        ({"enforcement": "disabled"}, False),
        ({"enforcement": "evaluate"}, False),
        ({"include": "refs/heads/lain"}, False),
        ({"include": "refs/heads/ma*"}, True),
        ({"include": "refs/heads/mai?"}, True),
        ({"include": "refs/*"}, False),
        ({"include": "refs/**"}, False),
        ({"include": "refs/**/*"}, True),
        ({"include": "refs/heads/**/*"}, True),
        ({"include": "refs/heads/m.*"}, False),
        ({"include": "~ALL"}, True),
        ({"target": "tag"}, False),
    ],
)
def test_where_a_ruleset_holds(forge: ForgeDouble, number: int, more: Any, holds: bool) -> None:
    forge.person("kantor").rules(ruleset(checked(), **more))
    rules = ask(forge, "GET", "rules/branches/main").value
    assert bool(rules) is holds
    if not holds:
        forge.person("budi").merges(number)


def test_pushes_are_judged_too(forge: ForgeDouble, number: int) -> None:
    owner, git = forge.person("kantor"), forge.repo("kantor/lakip").git
    owner.rules(ruleset(*KEEP))
    first = git.tip("refs/heads/main") or ""
    owner.pushes({"c.md": "x"}, "main")
    with pytest.raises(Refusal, match="Cannot force-push"):
        owner.pushes_commit(first, "main")
    with pytest.raises(Refusal, match="refusing to delete"):
        owner.pushes_commit(NOTHING, "main")
    merge = git.join(
        git.commit(first).tree, (git.tip("refs/heads/main") or "", first), "x\n", signature(forge.site, owner.account)
    )
    with pytest.raises(Refusal, match="must not contain merge commits"):
        owner.pushes_commit(merge, "main")
    owner.rules(ruleset(reviewed(), name="telaah"))
    with pytest.raises(Refusal, match="through a pull request"):
        owner.pushes({"d.md": "x"}, "main")
    with pytest.raises(Refusal, match="409"):
        owner.writes("d.md", "x", "main")
    forge.person("budi").merges(number)


def test_creating_and_updating_can_be_closed(forge: ForgeDouble) -> None:
    owner = forge.person("kantor")
    owner.rules(ruleset({"type": "creation"}, {"type": "update"}, include="refs/heads/gh-pages"))
    with pytest.raises(Refusal, match="creations being restricted"):
        owner.pushes({"x.md": "x"}, "gh-pages")
    owner.pushes({"x.md": "x"}, "lain")


def test_the_branch_goes_where_the_setting_says_so(forge: ForgeDouble, number: int) -> None:
    forge.repo("kantor/lakip").settings["delete_branch_on_merge"] = True
    forge.person("budi").merges(number)
    assert forge.repo("kantor/lakip").git.tip(f"refs/heads/{BRANCH}") is None
    assert ask(forge, "GET", "activity").value[0]["activity_type"] == "branch_deletion"


def test_rulesets_are_refused_where_they_make_no_sense(forge: ForgeDouble) -> None:
    owner = forge.person("kantor")
    owner.rules(ruleset())
    for wrong in (ruleset(), ruleset(name="b", enforcement="kadang"), ruleset({"type": "lain"}, name="c")):
        assert ask(forge, "POST", "rulesets", "kantor", wrong).status == 422
    assert ask(forge, "POST", "rulesets", "budi", ruleset(name="d")).status == 403
    identity = ask(forge, "GET", "rulesets").value[0]["id"]
    assert "bypass_actors" not in ask(forge, "GET", f"rulesets/{identity}", "budi").value
    assert ask(forge, "GET", f"rulesets/{identity}", "kantor").value["bypass_actors"] == []
