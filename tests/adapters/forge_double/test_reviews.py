"""Reviews as GitHub keeps them: which commit they name, what an edit hides, what a dismissal leaves."""

from typing import Any

import pytest

from adapters.forge_double.asking import ask, queried, reviewed, ruleset
from paraf.adapters.forge_double import ForgeDouble, Refusal
from paraf.adapters.forge_double.shapes.pulls import of

BRANCH = "naskah/2025/rancangan"
EDITS = """query($n: Int!) { repository(owner: "kantor", name: "lakip") { pullRequest(number: $n) {
  reviews(first: 100) { nodes { databaseId state lastEditedAt includesCreatedEdit author { login } } }
  comments(first: 100) { nodes { databaseId lastEditedAt } } } } }"""


def reviews(forge: ForgeDouble, number: int, who: str = "siti") -> Any:
    return ask(forge, "GET", f"pulls/{number}/reviews", who).value


def head(forge: ForgeDouble, number: int) -> str:
    return of(forge.repo("kantor/lakip").issues[number]).head_sha


@pytest.mark.parametrize("event", ["APPROVE", "REQUEST_CHANGES"])
def test_nobody_judges_their_own(forge: ForgeDouble, number: int, event: str) -> None:
    with pytest.raises(Refusal, match="422") as refused:
        forge.person("siti").reviews(number, event, "ya")
    assert "own pull request" in str(refused.value.errors)
    forge.person("siti").reviews(number, "COMMENT", "catatan")


def test_a_review_names_the_head_and_ends_the_request(forge: ForgeDouble, number: int) -> None:
    forge.person("siti").requests(number, "budi", "tamu")
    forge.person("budi").reviews(number, "APPROVE")
    (found,) = reviews(forge, number)
    assert (found["state"], found["commit_id"], found["body"]) == ("APPROVED", head(forge, number), "")
    waited = ask(forge, "GET", f"pulls/{number}/requested_reviewers").value["users"]
    assert [one["login"] for one in waited] == ["tamu"]
    shown = ask(forge, "GET", f"pulls/{number}").value["requested_reviewers"]
    assert [one["login"] for one in shown] == ["tamu"]


def test_a_reader_may_review_too(forge: ForgeDouble, number: int) -> None:
    forge.person("tamu").reviews(number, "APPROVE")
    assert reviews(forge, number)[0]["author_association"] == "COLLABORATOR"
    with pytest.raises(Refusal, match="404"):
        forge.person("orang").reviews(number, "APPROVE")


def test_an_approval_follows_the_head_while_the_change_is_the_same(forge: ForgeDouble, number: int) -> None:
    """Finding 1 of the threat table: ``commit_id == head`` does not prove that the head was seen."""
    forge.person("budi").reviews(number, "APPROVE")
    forge.person("tamu").reviews(number, "COMMENT", "dibaca")
    first = head(forge, number)
    forge.person("kantor").pushes({"c.md": "x"}, "main")
    second = forge.person("siti").updates_branch(number)
    assert [one["commit_id"] for one in reviews(forge, number)] == [second, first]
    forge.person("siti").pushes({"lakip/b.md": "dua\ntiga\nempat\n"}, BRANCH)
    assert [one["commit_id"] for one in reviews(forge, number)] == [second, first]
    assert [one["state"] for one in reviews(forge, number)] == ["APPROVED", "COMMENTED"]


def test_a_ruleset_may_dismiss_what_is_stale(forge: ForgeDouble, number: int) -> None:
    forge.person("kantor").rules(ruleset(reviewed(1, dismiss_stale_reviews_on_push=True)))
    forge.person("budi").reviews(number, "APPROVE")
    forge.person("siti").pushes({"c.md": "x"}, BRANCH)
    assert reviews(forge, number)[0]["state"] == "DISMISSED"
    told = ask(forge, "GET", f"issues/{number}/timeline").value[-1]
    assert told["dismissed_review"]["dismissal_commit_id"] == head(forge, number)
    assert told["actor"]["login"] == "siti", "whoever pushed"


def test_a_dismissal_keeps_the_former_state_in_the_timeline_only(forge: ForgeDouble, number: int) -> None:
    review = forge.person("budi").reviews(number, "REQUEST_CHANGES", "belum")
    forge.person("siti").dismisses(number, review, "sudah")
    assert reviews(forge, number)[0]["state"] == "DISMISSED"
    told = [one for one in ask(forge, "GET", f"issues/{number}/timeline").value if one["event"] == "review_dismissed"]
    assert [one["actor"]["login"] for one in told] == ["siti"]
    expected = {"state": "changes_requested", "review_id": review, "dismissal_message": "sudah"}
    assert told[0]["dismissed_review"] == expected
    nodes = queried(forge, EDITS, n=number)["data"]["repository"]["pullRequest"]["reviews"]["nodes"]
    assert nodes[0]["state"] == "DISMISSED"
    with pytest.raises(Refusal, match="422"):
        forge.person("siti").dismisses(number, review)
    with pytest.raises(Refusal, match="403"):
        forge.person("tamu").dismisses(number, review)


def test_an_edit_is_seen_by_graphql_only(forge: ForgeDouble, number: int) -> None:
    review = forge.person("budi").reviews(number, "APPROVE", "ya")
    before = reviews(forge, number)[0]
    forge.wait(minutes=5)
    forge.person("budi").edits_review(number, review, "ya, tapi")
    assert reviews(forge, number)[0] == before | {"body": "ya, tapi"}
    (node,) = queried(forge, EDITS, n=number)["data"]["repository"]["pullRequest"]["reviews"]["nodes"]
    assert (node["lastEditedAt"], node["includesCreatedEdit"]) == ("2026-01-05T01:05:00Z", True)
    assert ask(forge, "PUT", f"pulls/{number}/reviews/{review}", "tamu", {"body": "x"}).status == 403


def test_a_waiting_review_is_seen_by_its_writer_only(forge: ForgeDouble, number: int) -> None:
    budi = forge.person("budi")
    review = budi.asks("POST", f"pulls/{number}/reviews", {"body": "nanti"})
    assert (review["state"], "submitted_at" in review) == ("PENDING", False)
    assert reviews(forge, number) == []
    assert len(reviews(forge, number, "budi")) == 1
    budi.asks("POST", f"pulls/{number}/reviews/{review['id']}/events", {"event": "APPROVE"})
    assert reviews(forge, number)[0]["state"] == "APPROVED"


def test_a_review_may_name_an_older_commit(forge: ForgeDouble, number: int) -> None:
    first = head(forge, number)
    forge.person("siti").pushes({"c.md": "x"}, BRANCH)
    forge.person("budi").reviews(number, "APPROVE", commit=first)
    assert reviews(forge, number)[0]["commit_id"] == first
    assert (
        ask(forge, "POST", f"pulls/{number}/reviews", "budi", {"event": "APPROVE", "commit_id": "b" * 40}).status == 422
    )


@pytest.mark.parametrize("event", ["COMMENT", "REQUEST_CHANGES"])
def test_some_reviews_need_words(forge: ForgeDouble, number: int, event: str) -> None:
    with pytest.raises(Refusal, match="422"):
        forge.person("budi").reviews(number, event)
    forge.person("budi").reviews(number, event, lines=[("lakip/b.md", 2, "di sini")])
    assert ask(forge, "GET", f"pulls/{number}").value["review_comments"] == 1


@pytest.mark.parametrize(("login", "status"), [("siti", 422), ("orang", 422), ("hantu", 422), ("budi", 201)])
def test_who_can_be_asked(forge: ForgeDouble, number: int, login: str, status: int) -> None:
    """Not the author, and nobody who was not let in."""
    assert ask(forge, "POST", f"pulls/{number}/requested_reviewers", "siti", {"reviewers": [login]}).status == status


def test_requests_are_told(forge: ForgeDouble, number: int) -> None:
    siti = forge.person("siti")
    siti.requests(number, "budi")
    siti.requests(number, "budi")
    siti.unrequests(number, "budi")
    told = ask(forge, "GET", f"issues/{number}/timeline").value[-2:]
    assert [one["event"] for one in told] == ["review_requested", "review_request_removed"]
    assert {one["requested_reviewer"]["login"] for one in told} == {"budi"}
    assert {one["review_requester"]["login"] for one in told} == {"siti"}
