"""What the repository's settings must be: the rules of main, and what GitHub Actions may do (DESIGN section 5, threats 3.3).

GitHub reads none of these files. A ruleset is one body of ``POST /repos/{owner}/{repo}/rulesets`` and may be imported on the
page of the rulesets; each entry of the other names its call.
"""

from collections.abc import Mapping

from paraf.gerbang.effects import STATUS

ACTIONS_APP = 15368
"""GitHub Actions itself. At level 1 the verdict is posted by its token; only an App of one's own stops forging by writers."""
_MAIN = {"ref_name": {"include": ["~DEFAULT_BRANCH"], "exclude": []}}
GATE_EVENTS = ("workflow_run", "issue_comment", "schedule", "push", "workflow_dispatch")
OTHER_EVENTS = ("pull_request", "pull_request_review")


def _ruleset(name: str, *rules: Mapping[str, object]) -> dict[str, object]:
    return {
        "name": name,
        "target": "branch",
        "enforcement": "active",
        "bypass_actors": [],
        "conditions": _MAIN,
        "rules": list(rules),
    }


# The forge asks for no approval, dismisses none and asks no code owner: evidence is pushed after an approval and must not
# void it. Who approved what is for the gate to judge.
_PULL_REQUEST = {
    "type": "pull_request",
    "parameters": {
        "required_approving_review_count": 0,
        "dismiss_stale_reviews_on_push": False,
        "require_code_owner_review": False,
        "require_last_push_approval": False,
        "required_review_thread_resolution": False,
        "allowed_merge_methods": ["squash"],
    },
}
_STATUS_CHECK = {
    "type": "required_status_checks",
    "parameters": {
        "strict_required_status_checks_policy": True,
        "do_not_enforce_on_create": False,
        "required_status_checks": [{"context": STATUS, "integration_id": ACTIONS_APP}],
    },
}
RULESETS: Mapping[str, Mapping[str, object]] = {
    # Two rulesets: an App that may pass the second one later still cannot rewrite main.
    "main-keutuhan": _ruleset(
        "main: tidak dihapus, tidak ditulis ulang",
        {"type": "deletion"},
        {"type": "non_fast_forward"},
        {"type": "required_linear_history"},
    ),
    "main-gerbang": _ruleset("main: hanya lewat PR yang lulus gerbang", _PULL_REQUEST, _STATUS_CHECK),
}
"""The bodies by the name of their file."""


def _policy(name: str, allowed: tuple[str, ...], paths: tuple[str, ...] = ()) -> dict[str, object]:
    return {
        "method": "POST",
        "path": "actions/policies",
        "body": {
            "name": name,
            "enforcement": "active",
            **({"conditions": {"workflow_path": {"include": list(paths), "exclude": []}}} if paths else {}),
            "rules": [{"type": "restrict_action_events", "parameters": {"allowed_events": list(allowed)}}],
        },
    }


def _put(path: str, **body: object) -> dict[str, object]:
    return {"method": "PUT", "path": path, "body": body}


ACTIONS: tuple[Mapping[str, object], ...] = (
    _put("actions/permissions", enabled=True, allowed_actions="selected", sha_pinning_required=True),
    _put(
        "actions/permissions/selected-actions", github_owned_allowed=True, verified_allowed=False, patterns_allowed=[]
    ),
    _put("actions/permissions/workflow", default_workflow_permissions="read", can_approve_pull_request_reviews=False),
    _put("actions/permissions/fork-pr-contributor-approval", approval_policy="all_external_contributors"),
    _policy("gerbang", GATE_EVENTS, (".github/workflows/gerbang.yml",)),
    _policy("semua alur kerja", (*OTHER_EVENTS, *GATE_EVENTS)),
)
"""The calls in order; a path lies below ``/repos/{owner}/{repo}/``. Policies need ``X-GitHub-Api-Version: 2026-03-10``."""
