"""Each row of the table is answered at least once, and every answer has the form that GitHub describes."""

import pytest

from adapters.forge_double.asking import ask, checked, reviewed, ruleset
from github_form import UnrealError, check, operation
from paraf.adapters.forge_double import ForgeDouble
from paraf.adapters.forge_double.answering import TABLE, Exchange, Request
from paraf.adapters.forge_double.shapes.pulls import of

LAID_DOWN = {
    "actions/permissions/selected-actions": {
        "github_owned_allowed": True,
        "verified_allowed": False,
        "patterns_allowed": [],
    },
    "actions/policies": [],
    "actions/secrets": [{"name": "KUNCI"}],
    "actions/variables": [{"name": "NILAI", "value": "1"}],
    "environments": [{"name": "gerbang"}],
    "environments/gerbang": {
        "name": "gerbang",
        "deployment_branch_policy": {"protected_branches": False, "custom_branch_policies": True},
    },
    "environments/gerbang/secrets": [{"name": "KUNCI"}],
    "environments/gerbang/deployment-branch-policies": [{"name": "main", "type": "branch"}],
    "pages": {"build_type": "workflow"},
    "keys": [{"read_only": False}],
    "hooks": [{}],
    "actions/runners": [{"name": "mesin"}],
    "actions/workflows": [{"name": "gerbang", "path": ".github/workflows/gerbang.yml", "state": "active"}],
    "actions/workflows/gerbang.yml": {"name": "gerbang", "path": ".github/workflows/gerbang.yml", "state": "active"},
    "actions/workflows/gerbang.yml/runs": [{}],
    "actions/runs": [{}],
    "rulesets/rule-suites": [{"id": 1, "ref": "refs/heads/main", "result": "bypass", "actor_name": "kantor"}],
    "branches/main/protection": {"enabled": True},
}


def acts(forge: ForgeDouble, number: int) -> None:
    """What people do in a year, once each."""
    siti, budi, owner = forge.person("siti"), forge.person("budi"), forge.person("kantor")
    siti.requests(number, "budi")
    siti.unrequests(number, "budi")
    siti.assigns(number, "budi")
    siti.unassigns(number, "budi")
    review = budi.reviews(number, "APPROVE", "ya", lines=[("lakip/b.md", 1, "baris ini")])
    budi.edits_review(number, review, "ya, kecuali tabel")
    budi.asks("GET", f"pulls/{number}/reviews/{review}")
    siti.dismisses(number, review)
    waiting = budi.asks("POST", f"pulls/{number}/reviews", {"body": "nanti"})["id"]
    budi.asks("POST", f"pulls/{number}/reviews/{waiting}/events", {"event": "COMMENT"})
    commit = of(forge.repo("kantor/lakip").issues[number]).head_sha
    line = {"path": "lakip/b.md", "line": 1, "body": "lagi", "commit_id": commit}
    budi.asks("POST", f"pulls/{number}/comments", line)
    comment = siti.comments(number, "halo")
    siti.edits_comment(comment, "halo lagi")
    siti.asks("GET", f"issues/comments/{comment}")
    siti.deletes_comment(comment)
    siti.comments(number, "tetap")
    siti.asks("POST", "labels", {"name": "jadi", "color": "00ff00"})
    siti.asks("PATCH", "labels/jadi", {"new_name": "selesai"})
    siti.asks("POST", f"issues/{number}/labels", {"labels": ["selesai", "sementara"]})
    siti.asks("DELETE", f"issues/{number}/labels/sementara")
    siti.asks("GET", f"issues/{number}/labels")
    siti.labels(number, "selesai")
    siti.asks("DELETE", "labels/sementara")
    siti.asks("GET", "labels/selesai")
    siti.retitles(number, "Judul lain")
    siti.makes_draft(number)
    siti.marks_ready(number)
    siti.closes(number)
    siti.reopens(number)
    owner.pushes({"c.md": "x"}, "main")
    siti.updates_branch(number)
    siti.opens_issue("Papan", "isi", ("papan",))
    siti.pushes({"d.md": "x"}, "lain")
    siti.retargets(number, "lain")
    siti.retargets(number, "main")
    siti.writes("baru.md", "isi", "lain")
    known = siti.asks("GET", "contents/baru.md?ref=lain")["sha"]
    siti.asks("DELETE", "contents/baru.md", {"message": "Buang", "sha": known, "branch": "lain"})


def reads(forge: ForgeDouble, number: int) -> None:
    """Every path that can only be read."""
    commit = of(forge.repo("kantor/lakip").issues[number]).head_sha
    pull, issue, sha = f"pulls/{number}", f"issues/{number}", f"commits/{commit}"
    paths = [
        *("", "pulls", pull, f"{pull}/reviews", f"{pull}/comments", f"{pull}/commits", f"{pull}/files"),
        *(
            f"{pull}/requested_reviewers",
            issue,
            "issues",
            f"{issue}/comments",
            f"{issue}/timeline",
            "activity",
            "commits",
        ),
        *(
            "commits?path=a.md",
            sha,
            f"{sha}/pulls",
            f"{sha}/status",
            f"{sha}/statuses",
            f"{sha}/check-runs",
            "branches/main",
        ),
        *("git/ref/heads/main", "labels", "collaborators", "collaborators/siti/permission", "rules/branches/main"),
        *("contents/a.md", "contents/lakip", "/users/siti", "/user/102", "/user", "/rate_limit"),
    ]
    assert [path for path in paths if ask(forge, "GET", path, "kantor").status != 200] == []


def settings(forge: ForgeDouble) -> None:
    """What only an administrator sets and sees."""
    owner = forge.person("kantor")
    rules = ruleset({"type": "deletion"}, {"type": "non_fast_forward"}, reviewed(), checked())
    (identity,) = owner.rules(rules)
    for method, path, body in [
        ("GET", "rulesets", None),
        ("GET", f"rulesets/{identity}", None),
        ("PUT", f"rulesets/{identity}", rules),
        ("GET", f"rulesets/{identity}/history", None),
        ("GET", "rules/branches/main", None),
        ("DELETE", f"rulesets/{identity}", None),
        ("PATCH", "", {"allow_auto_merge": False}),
        ("PUT", "actions/permissions", {"enabled": True, "allowed_actions": "selected"}),
        ("PUT", "actions/permissions/selected-actions", {"github_owned_allowed": True}),
        ("PUT", "actions/permissions/workflow", {"default_workflow_permissions": "read"}),
        ("PUT", "actions/permissions/fork-pr-contributor-approval", {"approval_policy": "all_external_contributors"}),
        ("PUT", "actions/permissions/artifact-and-log-retention", {"days": 7}),
        ("POST", "actions/policies", {"name": "gerbang", "enforcement": "active", "rules": []}),
        ("PUT", "environments/terbit", {"deployment_branch_policy": None}),
        ("POST", "environments/terbit/deployment-branch-policies", {"name": "main"}),
    ]:
        assert ask(forge, method, path, "kantor", body).status < 300, (method, path)
    forge.repo("kantor/lakip").answers.update(LAID_DOWN)
    for path in LAID_DOWN:
        assert ask(forge, "GET", path, "kantor").status == 200, path
    others = ("actions/permissions", "actions/permissions/workflow", "actions/permissions/artifact-and-log-retention")
    for path in (*others, "actions/permissions/fork-pr-contributor-approval", "codeowners/errors"):
        assert ask(forge, "GET", path, "kantor").status == 200, path


def test_every_row_is_answered_in_the_form_that_github_describes(forge: ForgeDouble, number: int) -> None:
    acts(forge, number)
    head = of(forge.repo("kantor/lakip").issues[number]).head_sha
    bot = forge.actions_token(checks="write", statuses="write")
    run = {"name": "periksa", "head_sha": head, "conclusion": "success", "output": {"title": "a", "summary": "b"}}
    assert ask(forge, "POST", "check-runs", bot, run).status == 201
    assert ask(forge, "POST", f"statuses/{head}", bot, {"state": "success", "context": "lain"}).status == 201
    reads(forge, number)
    settings(forge)
    forge.person("budi").merges(number)
    assert ask(forge, "GET", f"pulls/{number}/merge").status == 204
    assert ask(forge, "GET", f"pulls/{number}").value["merged"] is True
    answered = {operation(method, target.partition("?")[0]) for method, target, status in forge.asked if status < 300}
    rows = {operation(row.method, row.template.replace("*}", "}")) for row in TABLE.rows}
    assert rows - answered == set()


def said(path: str, status: int, value: object) -> Exchange:
    return Exchange(Request("GET", path, {}), status, {}, value)


@pytest.mark.parametrize(
    ("status", "value"),
    [
        (200, {"users": []}),
        (200, {"users": [], "teams": [], "extra": 1}),
        (200, {"users": [{"login": "siti"}], "teams": []}),
        (404, {"message": "Not Found"}),
        (404, {"message": "", "documentation_url": "x"}),
        (410, {"message": "Gone", "documentation_url": "x"}),
    ],
)
def test_control_an_unreal_answer_is_found(status: int, value: object) -> None:
    with pytest.raises(UnrealError):
        check(said("/repos/a/b/pulls/1/requested_reviewers", status, value))
    check(said("/repos/a/b/pulls/1/requested_reviewers", 200, {"users": [], "teams": []}))


def test_control_an_unreal_request_is_found(forge: ForgeDouble, number: int) -> None:
    assert ask(forge, "GET", "pulls?halaman=2").status == 500
    assert "halaman" in str(forge.broken.pop())
    assert ask(forge, "PATCH", f"issues/{number}", "siti", {"state": "selesai"}).status == 500
    assert "selesai" in str(forge.broken.pop())
