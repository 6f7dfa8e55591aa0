"""Issues and what sticks to them: comments, labels, holders, the order of a timeline."""

from typing import Any

import pytest

from adapters.forge_double.asking import ask
from paraf.adapters.forge_double import ForgeDouble, Refusal


def test_issues_by_label_and_state(forge: ForgeDouble) -> None:
    siti = forge.person("siti")
    first, second = siti.opens_issue("Papan", "isi", ("papan", "2025")), siti.opens_issue("Lain", labels=("2025",))
    siti.closes(second)
    wanted = {
        "issues": [first],
        "issues?labels=papan,2025": [first],
        "issues?labels=2025&state=all": [second, first],
        "issues?labels=tiada": [],
        "issues?state=closed": [second],
        "issues?creator=budi&state=all": [],
        "issues?state=all&sort=updated&direction=asc": [first, second],
    }
    assert {path: [one["number"] for one in ask(forge, "GET", path).value] for path in wanted} == wanted
    assert ask(forge, "GET", f"issues/{second}").value["state_reason"] == "completed"
    siti.reopens(second)
    assert ask(forge, "GET", f"issues/{second}").value["state_reason"] == "reopened"


def test_a_reader_opens_without_labels(forge: ForgeDouble) -> None:
    number = forge.person("tamu").opens_issue("Usul", labels=("papan",))
    assert ask(forge, "GET", f"issues/{number}").value["labels"] == []
    assert ask(forge, "PUT", f"issues/{number}/labels", "tamu", {"labels": ["x"]}).status == 403


@pytest.mark.parametrize(
    ("who", "method", "status"),
    [
        ("siti", "PATCH", 200),
        ("budi", "PATCH", 200),
        ("tamu", "PATCH", 403),
        ("budi", "DELETE", 204),
        ("tamu", "DELETE", 403),
    ],
)
def test_who_changes_a_comment(forge: ForgeDouble, number: int, who: str, method: str, status: int) -> None:
    """Anybody who may write can rewrite what others said (threats T14)."""
    comment = forge.person("siti").comments(number, "awal")
    body = {"body": "lain"} if method == "PATCH" else None
    assert ask(forge, method, f"issues/comments/{comment}", who, body).status == status
    found = ask(forge, "GET", f"issues/{number}/comments").value
    assert [one["user"]["login"] for one in found] == ([] if status == 204 else ["siti"])


@pytest.mark.parametrize(("body", "status"), [("x" * 65_536, 201), ("x" * 65_537, 422), (" ", 422)])
def test_the_length_of_a_comment(forge: ForgeDouble, number: int, body: str, status: int) -> None:
    assert ask(forge, "POST", f"issues/{number}/comments", "tamu", {"body": body}).status == status


def test_labels_stick_and_change(forge: ForgeDouble, number: int) -> None:
    siti = forge.person("siti")
    siti.asks("POST", "labels", {"name": "Siap", "color": "00ff00", "description": "Siap dibaca"})
    siti.labels(number, "siap", "baru")
    assert [one["name"] for one in ask(forge, "GET", f"issues/{number}").value["labels"]] == ["Siap", "baru"]
    siti.asks("PATCH", "labels/siap", {"new_name": "selesai"})
    siti.labels(number, "selesai")
    told = [one for one in ask(forge, "GET", f"issues/{number}/timeline").value if "label" in one]
    assert [(one["event"], one["label"]["name"]) for one in told] == [
        ("labeled", "Siap"),
        ("labeled", "baru"),
        ("unlabeled", "baru"),
    ]
    siti.labels(number)
    assert ask(forge, "GET", f"issues/{number}").value["labels"] == []
    siti.labels(number, "selesai")
    siti.asks("DELETE", "labels/selesai")
    assert ask(forge, "GET", f"issues/{number}").value["labels"] == []


@pytest.mark.parametrize(
    "label",
    [
        {"name": "siap", "color": "00ff00"},
        {"name": "x", "color": "hijau"},
        {"name": "x", "color": "00ff00", "description": "x" * 101},
    ],
)
def test_labels_that_cannot_be(forge: ForgeDouble, label: Any) -> None:
    forge.person("siti").asks("POST", "labels", {"name": "Siap", "color": "00ff00"})
    assert ask(forge, "POST", "labels", "siti", label).status == 422


def test_holders(forge: ForgeDouble, number: int) -> None:
    siti = forge.person("siti")
    siti.assigns(number, "budi", "orang", "hantu")
    siti.assigns(number, "tamu")
    siti.unassigns(number, "budi")
    shown = ask(forge, "GET", f"pulls/{number}").value
    assert [one["login"] for one in shown["assignees"]] == ["tamu"], "whoever cannot hold it is left out without a word"
    told = [one for one in ask(forge, "GET", f"issues/{number}/timeline").value if "assignee" in one]
    assert [(one["event"], one["assignee"]["login"]) for one in told] == [
        ("assigned", "budi"),
        ("assigned", "tamu"),
        ("unassigned", "budi"),
    ]


def test_a_timeline_is_in_order(forge: ForgeDouble, number: int) -> None:
    siti, budi = forge.person("siti"), forge.person("budi")
    for act in (
        lambda: siti.requests(number, "budi"),
        lambda: siti.comments(number, "tolong"),
        lambda: budi.reviews(number, "COMMENT", "sebentar"),
        lambda: siti.pushes({"c.md": "x"}, "naskah/2025/rancangan"),
        lambda: budi.reviews(number, "APPROVE"),
        lambda: siti.retitles(number, "Baru"),
        lambda: budi.merges(number),
    ):
        forge.wait(minutes=1)
        act()
    told = [one["event"] for one in ask(forge, "GET", f"issues/{number}/timeline").value]
    wanted = [
        "committed",
        "review_requested",
        "commented",
        "reviewed",
        "committed",
        "reviewed",
        "renamed",
        "merged",
        "closed",
    ]
    assert told == wanted


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({"state": "success", "context": "x", "description": "x" * 140}, 201),
        ({"state": "success", "context": "x", "description": "x" * 141}, 422),
        ({"state": "lulus"}, 422),
    ],
)
def test_statuses_have_limits(forge: ForgeDouble, number: int, asked: Any, status: int) -> None:
    sha = ask(forge, "GET", f"pulls/{number}").value["head"]["sha"]
    assert ask(forge, "POST", f"statuses/{sha}", "siti", asked).status == status
    assert ask(forge, "POST", f"statuses/{'a' * 40}", "siti", {"state": "success"}).status == 422
    assert ask(forge, "POST", f"statuses/{sha}", "tamu", {"state": "success"}).status == 403


def test_the_newest_status_of_a_context_counts(forge: ForgeDouble, number: int) -> None:
    sha = ask(forge, "GET", f"pulls/{number}").value["head"]["sha"]
    for state in ("failure", "success"):
        forge.person("siti").says(sha, state, "satu")
    forge.person("siti").says(sha, "pending", "dua")
    found = ask(forge, "GET", f"commits/{sha}/status").value
    assert (found["state"], found["total_count"]) == ("pending", 2)
    assert [one["state"] for one in ask(forge, "GET", f"commits/{sha}/statuses").value] == [
        "pending",
        "success",
        "failure",
    ]


def test_check_runs_are_an_apps(forge: ForgeDouble, number: int) -> None:
    sha = ask(forge, "GET", f"pulls/{number}").value["head"]["sha"]
    run = {"name": "periksa", "head_sha": sha}
    assert ask(forge, "POST", "check-runs", "siti", run).status == 403
    token = forge.actions_token(checks="write")
    for more in ({}, {"conclusion": "success"}):
        assert ask(forge, "POST", "check-runs", token, run | more).status == 201
    found = ask(forge, "GET", f"commits/{sha}/check-runs").value
    assert (found["total_count"], found["check_runs"][0]["conclusion"]) == (1, "success")
    assert ask(forge, "GET", f"commits/{sha}/check-runs?filter=all").value["total_count"] == 2


def test_files_as_the_pages_write_them(forge: ForgeDouble, number: int) -> None:
    budi = forge.person("budi")
    assert number == 1
    branch = "naskah/2025/rancangan"
    sha = budi.writes("lakip/b.md", "baru\n", branch, "Perbaiki")
    assert ask(forge, "GET", "pulls/1").value["head"]["sha"] == sha
    made = forge.repo("kantor/lakip").git.commit(sha)
    assert (made.message, made.author[1], made.committer[1]) == ("Perbaiki", budi.account.email, "noreply@github.com")
    stale = {"message": "x", "content": "eA==", "branch": branch, "sha": "a" * 40}
    assert ask(forge, "PUT", "contents/lakip/b.md", "siti", stale).status == 409
    del stale["sha"]
    assert ask(forge, "PUT", "contents/lakip/b.md", "siti", stale).status == 422
    assert ask(forge, "PUT", "contents/x.md", "siti", stale | {"content": "?"}).status == 422
    assert ask(forge, "PUT", "contents/x.md", "siti", stale | {"branch": "tiada"}).status == 404
    assert ask(forge, "DELETE", "contents/tiada.md", "siti", {"message": "x", "sha": "a" * 40}).status == 404
    with pytest.raises(Refusal, match="403"):
        forge.person("tamu").writes("x.md", "x", branch)
