"""Rulesets: setting them up, and which rules hold where."""

from paraf.adapters.forge_double.routing import Call, Reply, Routes, invalid, missing
from paraf.adapters.forge_double.rules import bypasses, rulesets_for
from paraf.adapters.forge_double.state import Json, Ruleset

ROUTES = Routes()
_KINDS = (
    *("creation", "update", "deletion", "required_linear_history", "required_signatures", "pull_request"),
    *("required_status_checks", "non_fast_forward", "required_deployments", "commit_message_pattern"),
    *("branch_name_pattern", "tag_name_pattern", "file_path_restriction", "max_file_size", "merge_queue"),
)


def _seen(call: Call, one: Ruleset, whole: bool = True) -> Json:
    """As shown; who stands above it only to those who may change it."""
    repo, api = call.repo, f"{call.site.url}/repos/{call.repo.full_name}/rulesets/{one.id}"
    page = f"{call.site.url}/{repo.full_name}/rules/{one.id}"
    actor = call.token.account if call.token else None
    seen: Json = {
        "id": one.id,
        "name": one.body["name"],
        "target": one.body.get("target", "branch"),
        "source_type": "Repository",
        "source": repo.full_name,
        "enforcement": one.body["enforcement"],
        "node_id": f"RRS_{one.id}",
        "_links": {"self": {"href": api}, "html": {"href": page}},
        "created_at": one.created,
        "updated_at": one.updated,
    }
    if not whole:
        return seen
    above = actor is not None and bypasses(repo, one, actor, True)
    seen |= {"conditions": one.body.get("conditions") or {}, "rules": one.body.get("rules") or []}
    seen["current_user_can_bypass"] = "always" if above else "never"
    return seen | ({"bypass_actors": one.body.get("bypass_actors") or []} if call.role == "admin" else {})


@ROUTES.on("GET", "rulesets", "metadata:read")
def listed(call: Call) -> Reply:
    """All of them, in short."""
    return Reply([_seen(call, one, whole=False) for one in call.repo.rulesets.values()])


@ROUTES.on("POST", "rulesets", "administration:write", "admin")
def made(call: Call) -> Reply:
    """A new one."""
    if any(one.body["name"] == call.text("name") for one in call.repo.rulesets.values()):
        raise invalid("Name must be unique", "Ruleset", "name")
    _acceptable(call)
    one = Ruleset(call.site.state.new_id(), dict(call.body), call.site.now, call.site.now)
    call.repo.rulesets[one.id] = one
    return Reply(_seen(call, one), 201)


def _acceptable(call: Call) -> None:
    if call.text("enforcement") not in ("active", "disabled", "evaluate"):
        raise invalid("Enforcement is not included in the list", "Ruleset", "enforcement")
    for rule in call.body.get("rules") or ():
        if rule.get("type") not in _KINDS:
            raise invalid(f"Invalid rule '{rule.get('type')}'", "Ruleset", "rules")


def _one(call: Call) -> Ruleset:
    number = call.names["id"]
    found = call.repo.rulesets.get(int(number)) if number.isdigit() else None
    if found is None:
        raise missing()
    return found


@ROUTES.on("GET", "rulesets/{id}", "metadata:read")
def shown(call: Call) -> Reply:
    """One of them, whole."""
    return Reply(_seen(call, _one(call)))


@ROUTES.on("PUT", "rulesets/{id}", "administration:write", "admin")
def changed(call: Call) -> Reply:
    """It reads otherwise now."""
    one = _one(call)
    one.body.update(call.body)
    one.updated = call.site.now
    return Reply(_seen(call, one))


@ROUTES.on("DELETE", "rulesets/{id}", "administration:write", "admin")
def gone(call: Call) -> Reply:
    """It holds no more."""
    call.repo.rulesets.pop(_one(call).id)
    return Reply(status=204)


@ROUTES.on("GET", "rules/branches/{branch*}", "metadata:read")
def of_branch(call: Call) -> Reply:
    """Every rule that holds on a branch, and which ruleset says so."""
    source = {"ruleset_source_type": "Repository", "ruleset_source": call.repo.full_name}
    return Reply(
        [
            rule | source | {"ruleset_id": one.id}
            for one in rulesets_for(call.repo, f"refs/heads/{call.names['branch']}")
            for rule in one.body.get("rules") or ()
        ]
    )
