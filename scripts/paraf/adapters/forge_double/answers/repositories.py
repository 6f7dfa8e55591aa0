"""A repository by itself, its labels, and the people who were let in."""

import re

from paraf.adapters.forge_double.routing import ROLES, Call, Reply, Routes, invalid, missing, role_in
from paraf.adapters.forge_double.shapes import issues, repository
from paraf.adapters.forge_double.shapes.people import user
from paraf.adapters.forge_double.state import Account, Json, Label

ROUTES = Routes()
_COLOR = re.compile(r"[0-9A-Fa-f]{6}")
_OLD_NAMES = {"write": "write", "maintain": "write", "triage": "read"}


@ROUTES.on("GET", "", "metadata:read")
def shown(call: Call) -> Reply:
    """The repository."""
    return Reply(repository.full(call.site, call.repo, call.token.account if call.token else None))


@ROUTES.on("PATCH", "", "administration:write", "admin")
def changed(call: Call) -> Reply:
    """Its settings."""
    known = call.repo.settings
    known.update({key: value for key, value in call.body.items() if key in known and key != "security_and_analysis"})
    for key, value in (call.body.get("security_and_analysis") or {}).items():
        known["security_and_analysis"][key] = value
    call.repo.private = call.body.get("private", call.repo.private)
    return shown(call)


@ROUTES.on("GET", "labels", "issues:read")
def labels(call: Call) -> Reply:
    """All labels."""
    return Reply([issues.label(call.site, call.repo, one) for one in call.repo.labels.values()])


@ROUTES.on("POST", "labels", "issues:write", "write")
def label_made(call: Call) -> Reply:
    """A new label."""
    name, color = call.text("name"), call.text("color", "ededed")
    if name.lower() in call.repo.labels:
        raise invalid("", "Label", "name", "already_exists")
    if not _COLOR.fullmatch(color):
        raise invalid("", "Label", "color", "invalid")
    if len(call.body.get("description") or "") > 100:
        raise invalid("description is too long (maximum is 100 characters)", "Label", "description")
    one = Label(call.site.state.new_id(), name, color, call.body.get("description"))
    call.repo.labels[name.lower()] = one
    return Reply(issues.label(call.site, call.repo, one), 201)


def _label(call: Call) -> Label:
    found = call.repo.labels.get(call.names["name"].lower())
    if found is None:
        raise missing()
    return found


@ROUTES.on("GET", "labels/{name}", "issues:read")
def label_shown(call: Call) -> Reply:
    """One label."""
    return Reply(issues.label(call.site, call.repo, _label(call)))


@ROUTES.on("PATCH", "labels/{name}", "issues:write", "write")
def label_changed(call: Call) -> Reply:
    """Its name, colour and description; wherever it sticks, it changes too."""
    one = _label(call)
    call.repo.labels.pop(one.name.lower())
    one.name = call.body.get("new_name", one.name)
    one.color = call.body.get("color", one.color)
    one.description = call.body.get("description", one.description)
    call.repo.labels[one.name.lower()] = one
    return Reply(issues.label(call.site, call.repo, one))


@ROUTES.on("DELETE", "labels/{name}", "issues:write", "write")
def label_gone(call: Call) -> Reply:
    """It is taken off everywhere."""
    one = call.repo.labels.pop(_label(call).name.lower())
    for issue in call.repo.issues.values():
        issue.labels = [kept for kept in issue.labels if kept is not one]
    return Reply(status=204)


def _insider(call: Call, account: Account) -> Json:
    role = role_in(call.repo, account)
    ranks = ("pull", "triage", "push", "maintain", "admin")
    rank = ROLES.index(role) - 1
    return user(call.site, account) | {
        "permissions": {name: at <= rank for at, name in enumerate(ranks)},
        "role_name": "" if role == "none" else role,
    }


@ROUTES.on("GET", "collaborators", "metadata:read", "write")
def insiders(call: Call) -> Reply:
    """Who was let in, the owner among them; shown to those who may push."""
    repo = call.repo
    inside = [repo.owner, *(call.site.state.accounts[one] for one, role in repo.roles.items() if role != "none")]
    wanted = {one.id: one for one in inside if one.id != repo.owner.id or call.query.get("affiliation") != "outside"}
    return Reply([_insider(call, one) for one in wanted.values()])


@ROUTES.on("GET", "collaborators/{login}/permission", "metadata:read")
def permission(call: Call) -> Reply:
    """What somebody may."""
    account = call.site.state.account(call.names["login"])
    if account is None:
        raise missing()
    role = role_in(call.repo, account)
    shown = _insider(call, account)
    return Reply({"permission": _OLD_NAMES.get(role, role), "user": shown, "role_name": shown["role_name"]})
