"""What a workflow is told has the form of the real payloads that are collected in ``cases/github/events.json``."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from github_form import FOLDER
from paraf.adapters.forge_double import ForgeDouble

REAL = json.loads((FOLDER / "events.json").read_text(encoding="utf-8"))
BRANCH = "naskah/2025/rancangan"
ELSEWHERE = {"installation", "organization", "custom_properties", "stargazers", "master_branch"}
"""What a repository of a person has not, or what only a push tells of one, for compatibility."""
SINCE = {
    *("user_view_type", "allow_forking", "has_discussions", "disabled", "closed_by", "performed_via_github_app"),
    *("state_reason", "timeline_url", "referenced_workflows"),
    *("pull_request", "username", "tahun"),
}
"""What the description has and the examples are too old for; then what depends on the case: a comment on a pull request
instead of an issue, a committer with an account, the inputs of a run."""


def differences(real: Any, made: Any, at: str = "") -> Iterator[str]:
    """Fields that only one of them has, ``-`` what is missing and ``+`` what is new; of lists, the first entries."""
    if isinstance(real, list) and isinstance(made, list) and real and made:
        yield from differences(real[0], made[0], f"{at}[]")
    if isinstance(real, dict) and isinstance(made, dict):
        yield from (f"-{at}.{key}" for key in real.keys() - made.keys() - ELSEWHERE)
        yield from (f"+{at}.{key}" for key in made.keys() - real.keys() - SINCE)
        for key in real.keys() & made.keys():
            yield from differences(real[key], made[key], f"{at}.{key}")


Make = Callable[[ForgeDouble, int], Any]


def reviewed(action: str) -> Make:
    def make(forge: ForgeDouble, number: int) -> Any:
        budi = forge.person("budi")
        review = budi.reviews(number, "APPROVE", "ya")
        return forge.events().review(number, review, action, budi.account)

    return make


def commented(action: str, **more: Any) -> Make:
    def make(forge: ForgeDouble, number: int) -> Any:
        budi = forge.person("budi")
        return forge.events().comment(number, budi.comments(number, "ya"), action, budi.account, **more)

    return make


def pulled(action: str) -> Make:
    return lambda forge, number: forge.events().pull_request(number, action, forge.person("siti").account)


def who(forge: ForgeDouble, login: str = "siti") -> Any:
    return forge.person(login).account


MADE: dict[str, Make] = {
    **{f"pull_request {one}": pulled(one) for one in ("opened", "closed", "reopened", "ready_for_review")},
    "pull_request converted_to_draft": pulled("converted_to_draft"),
    "pull_request synchronize": lambda forge, number: forge.events().synchronize(number, who(forge), "a" * 40),
    "pull_request review_requested": lambda forge, number: forge.events().asked(number, who(forge), who(forge, "budi")),
    "pull_request_review submitted": reviewed("submitted"),
    "pull_request_review dismissed": reviewed("dismissed"),
    "issue_comment created": commented("created"),
    "issue_comment edited": commented("edited", changes={"body": {"from": "tidak"}}),
    "push": lambda forge, _: forge.events().push("refs/heads/main"),
    "workflow_dispatch": lambda forge, _: forge.events().dispatch("refs/heads/main", "x.yml", who(forge), tahun="2027"),
    "workflow_run completed": lambda forge, _: forge.events().workflow_run(
        ".github/workflows/x.yml", BRANCH, who(forge)
    ),
}


@pytest.mark.parametrize("name", REAL)
def test_a_payload_has_the_form_of_a_real_one(forge: ForgeDouble, number: int, name: str) -> None:
    forge.person("kantor").pushes({"c.md": "x"}, "main")
    assert sorted(differences(REAL[name], MADE[name](forge, number))) == []


def test_control_a_difference_is_found() -> None:
    real, made = {"a": {"b": 1}, "c": [{"d": 1}]}, {"a": {"e": 1}, "c": [{}]}
    assert sorted(differences(real, made)) == ["+.a.e", "-.a.b", "-.c[].d"]


def test_what_they_say(forge: ForgeDouble, number: int) -> None:
    events, siti, budi = forge.events(), forge.person("siti"), forge.person("budi")
    old = forge.repo("kantor/lakip").git.tip(f"refs/heads/{BRANCH}") or ""
    new = siti.pushes({"c.md": "x"}, BRANCH, "Berkas baru")
    pushed = events.push(f"refs/heads/{BRANCH}")
    assert (pushed["before"], pushed["after"], pushed["pusher"]["name"]) == (old, new, "siti")
    assert [(one["message"], one["added"]) for one in pushed["commits"]] == [("Berkas baru", ["c.md"])]
    moved = events.synchronize(number, siti.account, old)
    assert (moved["before"], moved["after"], moved["pull_request"]["head"]["sha"]) == (old, new, new)
    review = budi.reviews(number, "APPROVE")
    told = events.review(number, review, "submitted", budi.account)["review"]
    assert (told["state"], told["commit_id"], told["body"]) == ("approved", new, None)
    run = events.workflow_run(".github/workflows/sinyal.yml", BRANCH, siti.account)["workflow_run"]
    assert (run["head_sha"], run["name"], [one["number"] for one in run["pull_requests"]]) == (new, "sinyal", [number])
    siti.pushes_commit("0" * 40, BRANCH)
    gone = events.push(f"refs/heads/{BRANCH}")
    assert (gone["deleted"], gone["head_commit"], gone["commits"]) == (True, None, [])
    assert events.schedule("13 0 * * 1-5")["schedule"] == "13 0 * * 1-5"
