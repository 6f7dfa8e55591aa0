"""What a repository is set up to: answers that a test lays down (``repo.answers[path] = value``).

The path lies below the repository, without a query. A number instead of a value refuses with that status; a dict is
filled up with what GitHub says besides. Most of it is shown to administrators only, and to no token of a workflow.
"""

import copy
import zlib
from typing import Any

from msgspec import Struct

from paraf.adapters.forge_double.routing import Call, Refusal, Reply, Routes, missing
from paraf.adapters.forge_double.state import Json

ROUTES = Routes()
_NOW = ("created_at", "updated_at")
_REFUSED = {403: "Resource not accessible by integration", 404: "Not Found", 409: "Conflict"}


class Setting(Struct, frozen=True):
    """One path. ``otherwise`` is the answer as long as nothing was laid down (``None``: 404).

    ``key`` wraps a list; ``fill`` names what is added to each dict: times, addresses, an id; ``base`` is what it says
    besides what was laid down.
    """

    path: str
    otherwise: Any
    scope: str = "administration:read"
    role: str = "admin"
    key: str | None = None
    fill: tuple[str, ...] = ()
    base: Json = {}


_READ: Any = {"scope": "actions:read", "role": "read"}
_WORKFLOW = ("id", "node_id", *_NOW, "url", "html_url", "badge_url")
_RUN_URLS = ("jobs_url", "logs_url", "check_suite_url", "artifacts_url", "cancel_url", "rerun_url", "workflow_url")
_RUN = ("id", "node_id", "url", "html_url", *_NOW, *_RUN_URLS, "repository", "head_repository")
_A_RUN: Json = {
    **{"head_branch": "main", "head_sha": "0" * 40, "path": ".github/workflows/gerbang.yml", "run_number": 1},
    **{"event": "schedule", "status": "completed", "conclusion": "success", "workflow_id": 1, "pull_requests": []},
    **{"head_commit": None, "display_title": "gerbang"},
}
_A_PAGE: Json = {"status": "built", "cname": None, "custom_404": False, "public": True}
_A_HOOK: Json = {
    **{"type": "Repository", "name": "web", "active": True, "events": ["push"], "config": {}},
    "last_response": {"code": None, "status": "unused", "message": None},
}
_A_KEY: Json = {"key": "ssh-ed25519 AAAA", "title": "kunci", "verified": True, "read_only": True}
_A_RUNNER: Json = {"name": "mesin", "os": "linux", "status": "online", "busy": False, "labels": []}
_A_WORKFLOW: Json = {"name": "gerbang", "path": ".github/workflows/gerbang.yml", "state": "active"}
_AN_ENVIRONMENT: Json = {"protection_rules": [], "deployment_branch_policy": None}
_AN_EDIT: Json = {"actor": {"id": 0, "type": "User"}}
_ENVIRONMENT = ("id", "node_id", "url", "html_url", *_NOW)
SETTINGS = (
    Setting("actions/permissions", {"enabled": True, "allowed_actions": "all", "sha_pinning_required": False}),
    Setting("actions/permissions/selected-actions", 409),
    Setting(
        "actions/permissions/workflow",
        {"default_workflow_permissions": "write", "can_approve_pull_request_reviews": False},
    ),
    Setting("actions/permissions/fork-pr-contributor-approval", {"approval_policy": "first_time_contributors"}),
    Setting("actions/permissions/artifact-and-log-retention", {"days": 90, "maximum_allowed_days": 90}),
    Setting("actions/policies", None),
    Setting("actions/secrets", [], "secrets:read", "write", "secrets", _NOW),
    Setting("actions/variables", [], "actions_variables:read", "write", "variables", _NOW),
    Setting("environments", [], **_READ, key="environments", fill=_ENVIRONMENT, base=_AN_ENVIRONMENT),
    Setting("environments/{name}", None, **_READ, fill=_ENVIRONMENT, base=_AN_ENVIRONMENT),
    Setting("environments/{name}/secrets", [], "environments:read", "write", "secrets", _NOW),
    Setting(
        "environments/{name}/deployment-branch-policies", [], **_READ, key="branch_policies", fill=("id", "node_id")
    ),
    Setting("pages", None, "pages:read", "write", fill=("url",), base=_A_PAGE),
    Setting("keys", [], fill=("id", "url", "created_at"), base=_A_KEY),
    Setting("hooks", [], "repository_hooks:read", fill=("id", "url", "test_url", "ping_url", *_NOW), base=_A_HOOK),
    Setting("actions/runners", [], key="runners", fill=("id",), base=_A_RUNNER),
    Setting("codeowners/errors", {"errors": []}, "contents:read", "read"),
    Setting("actions/workflows", [], **_READ, key="workflows", fill=_WORKFLOW, base=_A_WORKFLOW),
    Setting("actions/workflows/{workflow}", None, **_READ, fill=_WORKFLOW, base=_A_WORKFLOW),
    Setting("actions/workflows/{workflow}/runs", [], **_READ, key="workflow_runs", fill=_RUN, base=_A_RUN),
    Setting("actions/runs", [], **_READ, key="workflow_runs", fill=_RUN, base=_A_RUN),
    Setting("rulesets/rule-suites", [], "administration:read", "write"),
    Setting("rulesets/{id}/history", [], fill=("updated_at",), base=_AN_EDIT),
    Setting("branches/{branch}/protection", None),
)
_CHANGED = tuple(one.path for one in SETTINGS if one.path.startswith("actions/permissions"))


def _answered(setting: Setting, call: Call) -> Reply:
    key = _key(call)
    value = call.repo.answers.get(key, setting.otherwise)
    if value is None:
        raise missing()
    if isinstance(value, int):
        raise Refusal(value, _REFUSED.get(value, "Refused"))
    if isinstance(value, list):
        return Reply([_filled(call, setting, key, one) for one in value], key=setting.key)
    usual = setting.otherwise if isinstance(setting.otherwise, dict) else {}
    return Reply(_filled(call, setting, key, usual | value))


def _key(call: Call) -> str:
    return call.path.removeprefix(f"/repos/{call.names['owner']}/{call.names['repo']}/")


def _filled(call: Call, setting: Setting, key: str, value: Json) -> Json:
    """With ids, times and addresses, where the test named none."""
    from paraf.adapters.forge_double.shapes import repository

    value = setting.base | value
    number = zlib.crc32(repr(sorted(value.items(), key=str)).encode())
    added: Json = {}
    for name in setting.fill:
        if name in value:
            continue
        if name in _NOW:
            added[name] = call.repo.created
        elif name.endswith("repository"):
            added[name] = repository.minimal(call.site, call.repo)
        elif name.endswith("url"):
            added[name] = f"{call.site.url}/repos/{call.repo.full_name}/{key}/{number}"
        else:
            added[name] = number if name == "id" else f"N_{number}"
    return added | copy.deepcopy(value)  # the test may go on changing what it laid down


def _register(setting: Setting) -> None:
    ROUTES.on("GET", setting.path, setting.scope, setting.role)(lambda call: _answered(setting, call))


for _setting in SETTINGS:
    _register(_setting)


def _put(call: Call) -> Reply:
    """Sets it, as an administrator does by hand or by a script."""
    before = call.repo.answers.get(_key(call))
    call.repo.answers[_key(call)] = (before if isinstance(before, dict) else {}) | call.body
    return Reply(status=204)


for _path in _CHANGED:
    ROUTES.on("PUT", _path, "administration:write", "admin")(_put)


@ROUTES.on("POST", "actions/policies", "administration:write", "admin")
def policy(call: Call) -> Reply:
    """A policy of Actions more; newer than the description, so it is told as it was given."""
    made = call.body | {"id": call.site.state.new_id()}
    call.repo.answers.setdefault("actions/policies", []).append(made)
    return Reply(made, 201)


@ROUTES.on("PUT", "environments/{name}", "administration:write", "admin")
def environment_put(call: Call) -> Reply:
    """Makes or changes an environment."""
    name = call.names["name"]
    policy = call.body.get("deployment_branch_policy")
    shown: Json = {"name": name, "protection_rules": [], "deployment_branch_policy": policy}
    call.repo.answers[_key(call)] = shown
    known = [one for one in call.repo.answers.get("environments", []) if one["name"] != name]
    call.repo.answers["environments"] = [*known, shown]
    setting = next(one for one in SETTINGS if one.path == "environments/{name}")
    return _answered(setting, call)


@ROUTES.on("POST", "environments/{name}/deployment-branch-policies", "administration:write", "admin")
def branch_policy(call: Call) -> Reply:
    """Lets a branch into an environment."""
    shown = {"name": call.text("name"), "type": call.body.get("type", "branch")}
    call.repo.answers.setdefault(_key(call), []).append(shown)
    setting = next(one for one in SETTINGS if one.path.endswith("deployment-branch-policies"))
    return Reply(_filled(call, setting, _key(call), shown))
