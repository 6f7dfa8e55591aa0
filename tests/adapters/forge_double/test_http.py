"""Around every answer: who asks, pages, tags, limits, and failures on demand."""

import http.client
import re
import time
from urllib.parse import urlsplit

import pytest

from adapters.forge_double.asking import BELOW, ask
from paraf.adapters.forge_double import ForgeDouble


def comments(forge: ForgeDouble, number: int, count: int) -> None:
    for at in range(count):
        forge.person("siti").comments(number, f"komentar {at}")


def links(text: str) -> dict[str, str]:
    return {name: address for address, name in re.findall(r'<([^>]+)>; rel="(\w+)"', text)}


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/repos/kantor/tiada", 404),
        ("/repos/kantor/lakip/", 404),
        ("/tiada", 404),
        ("pulls/99", 404),
        ("pulls/x", 404),
        ("issues/99", 404),
        ("issues/comments/1", 404),
        ("pulls/1/reviews/1", 404),
        ("commits/tiada", 422),
        ("contents/tiada.md", 404),
        ("contents/a.md?ref=tiada", 404),
        ("branches/tiada", 404),
        ("branches/main/protection", 404),
        ("git/ref/heads/../../config", 404),
        ("labels/tiada", 404),
        ("rulesets/1", 404),
        ("pages", 404),
        ("/users/tiada", 404),
        ("/user/1", 404),
    ],
)
def test_what_is_not_there(forge: ForgeDouble, number: int, path: str, status: int) -> None:
    assert number == 1
    assert ask(forge, "GET", path, "kantor").status == status


def test_names_do_not_tell_capitals_apart(forge: ForgeDouble) -> None:
    assert ask(forge, "GET", "/repos/Kantor/LAKIP").value["full_name"] == "kantor/lakip"
    assert ask(forge, "GET", "/users/SITI").value["id"] == 102


@pytest.mark.parametrize(("who", "status"), [("siti", 200), ("orang", 404), (None, 404), ("palsu", 401)])
def test_a_private_repository_is_hidden(forge: ForgeDouble, who: str | None, status: int) -> None:
    assert ask(forge, "GET", "", who).status == status


def test_a_public_one_is_read_by_anybody_and_changed_by_few(forge: ForgeDouble) -> None:
    forge.repository("kantor/umum", files={"a.md": "x"})
    assert ask(forge, "GET", "/repos/kantor/umum", None).status == 200
    assert ask(forge, "POST", "/repos/kantor/umum/issues", None, {"title": "x"}).status == 401
    assert ask(forge, "POST", "/repos/kantor/umum/issues", "orang", {"title": "x"}).status == 201
    assert ask(forge, "PATCH", "/repos/kantor/umum/issues/1", "orang", {"labels": ["x"]}).status == 200
    assert ask(forge, "GET", "/repos/kantor/umum", "orang").value["permissions"]["push"] is False


def test_pages(forge: ForgeDouble, number: int) -> None:
    comments(forge, number, 65)
    first = ask(forge, "GET", f"issues/{number}/comments")
    assert len(first.value) == 30
    assert links(first.headers["Link"]).keys() == {"next", "last"}
    found, at = [], f"{BELOW}/issues/{number}/comments?per_page=25"
    while at:
        page = ask(forge, "GET", at)
        found += [one["body"] for one in page.value]
        at = links(page.headers.get("Link", "")).get("next", "").removeprefix(forge.url)
    assert found == [f"komentar {one}" for one in range(65)]
    assert links(page.headers["Link"]).keys() == {"prev", "first"}
    assert len(ask(forge, "GET", f"issues/{number}/comments?per_page=100").value) == 65
    assert ask(forge, "GET", f"issues/{number}/comments?per_page=100").headers.get("Link") is None
    assert ask(forge, "GET", f"issues/{number}/comments?page=9").value == []


def test_no_page_is_longer_than_a_hundred(forge: ForgeDouble, number: int) -> None:
    comments(forge, number, 101)
    page = ask(forge, "GET", f"issues/{number}/comments?per_page=1000")
    assert len(page.value) == 100
    assert "page=2" in links(page.headers["Link"])["next"]


def test_a_tag_saves_the_answer_and_the_limit(forge: ForgeDouble, number: int) -> None:
    first = ask(forge, "GET", f"pulls/{number}")
    left = int(first.headers["X-RateLimit-Remaining"])
    again = ask(forge, "GET", f"pulls/{number}", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status, again.value) == (304, None)
    third = ask(forge, "GET", f"pulls/{number}")
    assert int(third.headers["X-RateLimit-Remaining"]) == left - 1
    forge.person("budi").comments(number, "baru")
    changed = ask(forge, "GET", f"pulls/{number}", headers={"If-None-Match": first.headers["ETag"]})
    assert changed.status == 200
    assert changed.headers["ETag"] != first.headers["ETag"]


def test_the_limit_of_an_hour(forge: ForgeDouble) -> None:
    forge.site.state.tokens[forge.token("siti")].limit = 3
    assert [ask(forge, "GET", "pulls").status for _ in range(5)] == [200, 200, 200, 403, 403]
    over = ask(forge, "GET", "pulls")
    assert over.headers["X-RateLimit-Remaining"] == "0"
    assert int(over.headers["X-RateLimit-Reset"]) == forge.clock.seconds + 3600
    assert "rate limit exceeded" in over.value["message"]
    forge.wait(hours=1)
    assert ask(forge, "GET", "pulls").status == 200


@pytest.mark.parametrize(
    ("scopes", "method", "path", "body", "status"),
    [
        ({"statuses": "write"}, "POST", "statuses/{sha}", {"state": "success"}, 201),
        ({"statuses": "read"}, "POST", "statuses/{sha}", {"state": "success"}, 403),
        ({}, "POST", "statuses/{sha}", {"state": "success"}, 403),
        ({"issues": "write"}, "POST", "issues/1/comments", {"body": "x"}, 201),
        ({"pull_requests": "write"}, "POST", "issues/1/comments", {"body": "x"}, 201),
        ({"pull_requests": "read"}, "POST", "issues/1/comments", {"body": "x"}, 403),
        ({"pull_requests": "write"}, "POST", "issues", {"title": "x"}, 403),
        ({"pull_requests": "read"}, "GET", "pulls/1/reviews", None, 200),
        ({"contents": "read"}, "GET", "pulls/1/reviews", None, 403),
        ({"contents": "read"}, "GET", "activity", None, 200),
        ({"pull_requests": "write"}, "PUT", "pulls/1/merge", {}, 403),
        ({"contents": "write"}, "PUT", "pulls/1/merge", {}, 200),
        ({}, "GET", "", None, 200),
        ({"contents": "read"}, "GET", "actions/permissions", None, 403),
        ({"contents": "read"}, "GET", "rules/branches/main", None, 200),
    ],
)
def test_a_workflows_token_does_what_it_was_given(
    forge: ForgeDouble, number: int, scopes: dict[str, str], method: str, path: str, body: object, status: int
) -> None:
    sha = ask(forge, "GET", f"pulls/{number}").value["head"]["sha"]
    found = ask(forge, method, path.format(sha=sha), forge.actions_token(**scopes), body)
    assert found.status == status
    if status == 403:
        assert found.value["message"] == "Resource not accessible by integration"


def test_the_workflows_account_is_a_bot(forge: ForgeDouble, number: int) -> None:
    made = ask(forge, "POST", f"issues/{number}/comments", forge.actions_token(issues="write"), {"body": "x"}).value[
        "user"
    ]
    assert (made["login"], made["id"], made["type"]) == ("github-actions[bot]", 41898282, "Bot")


@pytest.mark.parametrize("status", [401, 403, 404, 429, 500, 502, 503, 504])
def test_a_failure_happens_as_often_as_wanted(forge: ForgeDouble, status: int) -> None:
    forge.fails("GET", ".*/pulls", status, times=2, headers={"Retry-After": "1"})
    seen = [ask(forge, "GET", "pulls") for _ in range(3)]
    assert [one.status for one in seen] == [status, status, 200]
    assert seen[0].headers["Retry-After"] == "1"
    assert seen[0].value["message"]


def test_a_failure_of_the_second_page_only(forge: ForgeDouble, number: int) -> None:
    comments(forge, number, 3)
    forge.fails("GET", ".*/comments", times=-1, page=2)
    path = f"issues/{number}/comments?per_page=2"
    assert [ask(forge, "GET", f"{path}&page={page}").status for page in (1, 2, 1, 2)] == [200, 502, 200, 502]
    assert ask(forge, "GET", "pulls").status == 200


def test_a_failure_meets_whole_paths_and_methods(forge: ForgeDouble, number: int) -> None:
    forge.fails("POST", ".*/pulls")
    forge.fails("*", "/graphql", 503, body="<html>")
    assert ask(forge, "GET", "pulls").status == 200
    assert ask(forge, "GET", f"pulls/{number}").status == 200
    with pytest.raises(ValueError, match="Expecting value"):
        ask(forge, "POST", "/graphql", "siti", {"query": "{viewer{login}}"})


def test_an_answer_can_be_put_into_its_mouth(forge: ForgeDouble) -> None:
    forge.fails("GET", ".*/pulls", 200, body='[{"number": "satu"}]')
    assert ask(forge, "GET", "pulls").value == [{"number": "satu"}]


def test_an_answer_that_hangs(forge: ForgeDouble) -> None:
    forge.fails("GET", ".*/pulls", 200, hangs=0.15)
    begun = time.perf_counter()
    assert ask(forge, "GET", "issues").status == 200
    assert ask(forge, "GET", "pulls").status == 200
    assert time.perf_counter() - begun > 0.15


def test_nobody_waits_for_a_hanging_answer_at_the_end(forge: ForgeDouble) -> None:
    forge.fails("GET", ".*/pulls", 502, hangs=60)
    line = http.client.HTTPConnection("127.0.0.1", urlsplit(forge.url).port or 0, timeout=0.05)
    line.request("GET", f"{BELOW}/pulls", headers={"Authorization": f"Bearer {forge.token('siti')}"})
    with pytest.raises(TimeoutError):
        line.getresponse()
    line.close()


@pytest.mark.parametrize(("body", "status"), [(b"{", 400), (b"[]", 422), (b'{"body": 5}', 422), (b"", 422)])
def test_bodies_that_are_none(forge: ForgeDouble, number: int, body: bytes, status: int) -> None:
    line = http.client.HTTPConnection("127.0.0.1", urlsplit(forge.url).port or 0, timeout=5)
    headers = {"Authorization": f"Bearer {forge.token('siti')}"}
    line.request("POST", f"{BELOW}/issues/{number}/comments", body, headers)
    assert line.getresponse().status == status
    line.close()


def test_every_request_is_kept_count_of(forge: ForgeDouble, number: int) -> None:
    forge.asked.clear()
    ask(forge, "GET", f"pulls/{number}")
    ask(forge, "GET", "pulls/99")
    assert forge.asked == [("GET", f"{BELOW}/pulls/{number}", 200), ("GET", f"{BELOW}/pulls/99", 404)]
    assert ask(forge, "GET", "/rate_limit").value["rate"]["used"] > 0
