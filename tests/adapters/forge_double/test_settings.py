"""Settings: what a test lays down is told, to those who may know."""

import pytest

from adapters.forge_double.asking import ask
from paraf.adapters.forge_double import ForgeDouble
from paraf.adapters.forge_double.answers.settings import SETTINGS

PATHS = [one.path.format(name="gerbang", workflow="gerbang.yml", id=1, branch="main") for one in SETTINGS]
OPEN = {
    "environments",
    "environments/gerbang/deployment-branch-policies",
    "codeowners/errors",
    "actions/workflows",
    "actions/workflows/gerbang.yml/runs",
    "actions/runs",
}
"""Those that everybody who may read the repository may see."""


def test_a_repository_is_as_github_makes_it(forge: ForgeDouble) -> None:
    found = ask(forge, "GET", "", "kantor").value
    assert (found["default_branch"], found["visibility"], found["private"]) == ("main", "private", True)
    assert (found["allow_merge_commit"], found["allow_auto_merge"], found["delete_branch_on_merge"]) == (
        True,
        False,
        False,
    )
    assert found["security_and_analysis"]["secret_scanning"]["status"] == "disabled"
    assert ask(forge, "GET", "actions/permissions", "kantor").value["allowed_actions"] == "all"
    assert ask(forge, "GET", "actions/permissions/selected-actions", "kantor").status == 409
    assert ask(forge, "GET", "pages", "kantor").status == 404
    assert ask(forge, "GET", "branches/main/protection", "kantor").status == 404
    assert ask(forge, "GET", "actions/secrets", "kantor").value == {"total_count": 0, "secrets": []}


def test_settings_are_seen_by_those_who_may_push_or_rule(forge: ForgeDouble) -> None:
    assert "allow_merge_commit" not in ask(forge, "GET", "", "tamu").value
    assert "allow_merge_commit" in ask(forge, "GET", "", "siti").value
    assert "security_and_analysis" not in ask(forge, "GET", "", "siti").value
    forge.repo("kantor/lakip").answers["hooks"] = []
    assert [path for path in PATHS if ask(forge, "GET", path, "tamu").status == 200] == [
        one for one in PATHS if one in OPEN
    ]


def test_what_is_laid_down_is_told(forge: ForgeDouble) -> None:
    repo = forge.repo("kantor/lakip")
    repo.settings["allow_auto_merge"] = True
    repo.settings["security_and_analysis"]["secret_scanning"]["status"] = "enabled"
    repo.answers["actions/permissions/workflow"] = {"can_approve_pull_request_reviews": True}
    repo.answers["actions/secrets"] = [{"name": f"KUNCI_{at}"} for at in range(40)]
    found = ask(forge, "GET", "", "kantor").value
    assert found["allow_auto_merge"] is True
    assert found["security_and_analysis"]["secret_scanning"]["status"] == "enabled"
    assert ask(forge, "GET", "actions/permissions/workflow", "kantor").value == {
        "default_workflow_permissions": "write",
        "can_approve_pull_request_reviews": True,
    }
    secrets = ask(forge, "GET", "actions/secrets", "kantor")
    assert (secrets.value["total_count"], len(secrets.value["secrets"])) == (40, 30)
    assert 'rel="next"' in secrets.headers["Link"]


@pytest.mark.parametrize("status", [403, 404])
def test_a_number_refuses(forge: ForgeDouble, status: int) -> None:
    forge.repo("kantor/lakip").answers["keys"] = status
    assert ask(forge, "GET", "keys", "kantor").status == status


def test_an_administrator_sets_them_over_http(forge: ForgeDouble) -> None:
    policy = {"protected_branches": False, "custom_branch_policies": True}
    calls = [
        ("PUT", "actions/permissions", {"enabled": True, "sha_pinning_required": True}),
        ("PUT", "environments/gerbang", {"deployment_branch_policy": policy}),
        ("POST", "environments/gerbang/deployment-branch-policies", {"name": "main"}),
        ("PATCH", "", {"security_and_analysis": {"secret_scanning": {"status": "enabled"}}}),
    ]
    assert [ask(forge, *call[:2], "siti", call[2]).status for call in calls] == [403] * 4
    assert [ask(forge, *call[:2], "kantor", call[2]).status for call in calls] == [204, 200, 200, 200]
    assert ask(forge, "GET", "actions/permissions", "kantor").value["sha_pinning_required"] is True
    shown = ask(forge, "GET", "environments", "kantor").value
    assert [(one["name"], one["deployment_branch_policy"]) for one in shown["environments"]] == [("gerbang", policy)]
    branches = ask(forge, "GET", "environments/gerbang/deployment-branch-policies", "kantor").value["branch_policies"]
    assert [(one["name"], one["type"]) for one in branches] == [("main", "branch")]


def test_people_who_were_let_in(forge: ForgeDouble) -> None:
    shown = ask(forge, "GET", "collaborators", "kantor").value
    assert {one["login"]: one["role_name"] for one in shown} == {
        **{"kantor": "admin", "siti": "write"},
        **{"budi": "write", "tamu": "read"},
    }
    told = {
        name: ask(forge, "GET", f"collaborators/{name}/permission").value
        for name in ("kantor", "siti", "tamu", "orang")
    }
    assert {name: one["permission"] for name, one in told.items()} == {
        **{"kantor": "admin", "siti": "write"},
        **{"tamu": "read", "orang": "none"},
    }
    assert ask(forge, "GET", "collaborators", "tamu").status == 403
