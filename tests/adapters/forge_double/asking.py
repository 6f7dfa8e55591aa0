"""A request over HTTP as any client sends it."""

import http.client
import json
from collections.abc import Mapping
from email.message import Message
from typing import Any
from urllib.parse import urlsplit

from msgspec import Struct

from paraf.adapters.forge_double import ForgeDouble

BELOW = "/repos/kantor/lakip"


class Asked(Struct):
    """What came back."""

    status: int
    headers: Message
    value: Any


def ask(
    forge: ForgeDouble,
    method: str,
    path: str,
    who: str | None = "siti",
    body: Any = None,
    headers: Mapping[str, str] = {},
) -> Asked:
    """The answer; ``who`` is a login or a token. A path without a slash lies below the repository."""
    known = forge.site.state.account(who) if who else None
    token = {"Authorization": f"Bearer {forge.token(who) if known and who else who}"} if who else {}
    line = http.client.HTTPConnection("127.0.0.1", urlsplit(forge.url).port or 0, timeout=10)
    target = path if path.startswith("/") else f"{BELOW}/{path}".rstrip("/")
    try:
        line.request(method, target, json.dumps(body) if body is not None else None, {**token, **headers})
        answer = line.getresponse()
        data = answer.read()
    finally:
        line.close()
    return Asked(answer.status, answer.headers, json.loads(data) if data else None)


def queried(forge: ForgeDouble, query: str, who: str = "siti", **variables: Any) -> Any:
    """The answer to a GraphQL query."""
    return ask(forge, "POST", "/graphql", who, {"query": query, "variables": variables}).value


def ruleset(*rules: Any, name: str = "utama", include: str = "~DEFAULT_BRANCH", **more: Any) -> Any:
    """A ruleset as the REST interface takes it."""
    names = {"ref_name": {"include": [include], "exclude": []}}
    return {
        "name": name,
        "target": "branch",
        "enforcement": "active",
        "conditions": names,
        "rules": list(rules),
        **more,
    }


def reviewed(count: int = 0, **more: Any) -> Any:
    """The rule that a branch changes by pull requests only."""
    off = ("dismiss_stale_reviews_on_push", "require_code_owner_review", "require_last_push_approval")
    parameters = dict.fromkeys([*off, "required_review_thread_resolution"], False)
    return {"type": "pull_request", "parameters": {**parameters, "required_approving_review_count": count, **more}}


def checked(context: str = "paraf / gerbang", strict: bool = False, app: int | None = None) -> Any:
    """The rule that a commit needs a status."""
    wanted = {"context": context} | ({"integration_id": app} if app else {})
    parameters = {"strict_required_status_checks_policy": strict, "required_status_checks": [wanted]}
    return {"type": "required_status_checks", "parameters": parameters}
