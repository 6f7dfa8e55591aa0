"""Commits, what is said about them, branches, and the activity of a repository."""

from paraf.adapters.forge_double.routing import Call, Refusal, Reply, Routes, invalid, missing
from paraf.adapters.forge_double.shapes import commits, pulls, repository
from paraf.adapters.forge_double.shapes.pulls import of
from paraf.adapters.forge_double.state import CheckRun, Json, Status

ROUTES = Routes()
_UNPROTECTED: Json = {"enforcement_level": "off", "contexts": [], "checks": []}
_STATES = ("error", "failure", "pending", "success")


def _sha(call: Call, name: str = "ref") -> str:
    """The commit that is asked about: by its id, a branch or a tag."""
    asked = call.names[name]
    git = call.repo.git
    found = git.tip(f"refs/heads/{asked}") or git.tip(f"refs/tags/{asked}") or git.resolve(asked)
    if found is None:
        raise Refusal(422, f"No commit found for SHA: {asked}")
    return found


@ROUTES.on("GET", "activity", "contents:read")
def activity(call: Call) -> Reply:
    """Who pushed what, newest first; the only word on it that nobody can forge."""
    asked = call.query
    ref = asked.get("ref")
    wanted = ref if ref is None or ref.startswith("refs/") else f"refs/heads/{ref}"
    found = [
        one
        for one in reversed(call.repo.pushes)
        if wanted in (None, one.ref)
        and asked.get("actor", one.actor.login).lower() == one.actor.login.lower()
        and asked.get("activity_type", one.kind) == one.kind
    ]
    if asked.get("direction") == "asc":
        found.reverse()
    return Reply([commits.push(call.site, one) for one in found])


@ROUTES.on("GET", "commits", "contents:read")
def listed(call: Call) -> Reply:
    """Newest first, from a branch or commit, of one path where it is named."""
    asked = call.query
    start = call.repo.git.tip(f"refs/heads/{asked.get('sha', call.repo.default)}") or asked.get("sha", "")
    if not call.repo.git.resolve(start):
        raise Refusal(409, "Git Repository is empty.") if "sha" not in asked else missing()
    paths = ["--", asked["path"]] if "path" in asked else []
    since = [f"--since={asked['since']}"] if "since" in asked else []
    found = call.repo.git.commits(*since, start, *paths)
    return Reply([commits.commit(call.site, call.repo, one) for one in found])


@ROUTES.on("GET", "commits/{ref}", "contents:read")
def shown(call: Call) -> Reply:
    """One, with what it changes."""
    one = call.repo.git.commit(_sha(call))
    changes = call.repo.git.changes(one.parents[0], one.sha) if one.parents else ()
    return Reply(commits.detailed(call.site, call.repo, one, changes))


@ROUTES.on("GET", "commits/{ref}/pulls", "pull_requests:read")
def pulls_of(call: Call) -> Reply:
    """The pull requests that a commit belongs to or came by."""
    sha, git = _sha(call), call.repo.git
    found = [
        one
        for one in call.repo.pulls
        if sha in (of(one).merge_sha, of(one).head_sha)
        or any(sha == commit.sha for commit in git.between(of(one).base_sha, of(one).head_sha))
    ]
    return Reply([pulls.pull(call.site, call.repo, one) for one in found])


@ROUTES.on("GET", "commits/{ref}/statuses", "statuses:read")
def statuses(call: Call) -> Reply:
    """Everything that was said, newest first."""
    sha = _sha(call)
    found = [one for one in reversed(call.repo.statuses) if one.sha == sha]
    return Reply([commits.status(call.site, call.repo, one) for one in found])


@ROUTES.on("GET", "commits/{ref}/status", "statuses:read")
def combined(call: Call) -> Reply:
    """The newest word of each context, and what follows from them together."""
    sha, repo = _sha(call), call.repo
    newest = {one.context: one for one in repo.statuses if one.sha == sha}
    states = {one.state for one in newest.values()}
    bad = bool(states & {"failure", "error"})
    shown: list[Json] = []
    for one in newest.values():
        entry = commits.status(call.site, repo, one)
        entry.pop("creator")
        shown.append(entry | {"required": None})
    url = f"{call.site.url}/repos/{repo.full_name}/commits/{sha}"
    return Reply(
        {
            "state": "failure" if bad else "success" if states == {"success"} else "pending",
            "statuses": shown,
            "sha": sha,
            "total_count": len(shown),
            "repository": repository.minimal(call.site, repo),
            "commit_url": url,
            "url": f"{url}/status",
        }
    )


@ROUTES.on("POST", "statuses/{ref}", "statuses:write", "write")
def said(call: Call) -> Reply:
    """Anybody who may write may say anything (threats T53)."""
    state, description = call.body.get("state"), call.body.get("description")
    sha = call.repo.git.resolve(call.names["ref"]) if len(call.names["ref"]) == 40 else None
    if sha is None:
        raise Refusal(422, f"No commit found for SHA: {call.names['ref']}")
    if state not in _STATES:
        raise invalid("State is not included in the list", "Status", "state")
    if isinstance(description, str) and len(description) > 140:
        raise invalid("description is too long (maximum is 140 characters)", "Status", "description")
    context = call.body.get("context", "default")
    target = call.body.get("target_url")
    if sum((one.sha, one.context) == (sha, context) for one in call.repo.statuses) >= 1000:
        raise invalid("This SHA and context has reached the maximum number of statuses.", "Status", "base")
    site = call.site
    one = Status(site.state.new_id(), sha, state, context, description, target, site.now, call.actor)
    call.repo.statuses.append(one)
    return Reply(commits.status(site, call.repo, one), 201)


@ROUTES.on("GET", "commits/{ref}/check-runs", "checks:read")
def checks(call: Call) -> Reply:
    """What apps said; of several with one name only the newest, unless all are asked for."""
    sha, name = _sha(call), call.query.get("check_name")
    found = [one for one in call.repo.checks if one.sha == sha and name in (None, one.name)]
    if call.query.get("filter", "latest") == "latest":
        found = list({(one.name, one.app): one for one in found}.values())
    return Reply([commits.check(call.site, call.repo, one) for one in reversed(found)], key="check_runs")


@ROUTES.on("POST", "check-runs", "checks:write", "write")
def checked(call: Call) -> Reply:
    """Only apps say such things."""
    app = call.actor.app
    if app is None:
        raise Refusal(403, "You must authenticate via a GitHub App.")
    body, site = call.body, call.site
    conclusion = body.get("conclusion")
    state = "completed" if conclusion else body.get("status", "queued")
    one = CheckRun(
        site.state.new_id(), call.text("head_sha"), call.text("name"), state, conclusion, body.get("external_id", ""),
        body.get("details_url"), body.get("output") or {}, site.now, site.now if conclusion else None, app,
    )  # fmt: skip
    call.repo.checks.append(one)
    return Reply(commits.check(site, call.repo, one), 201)


@ROUTES.on("GET", "branches/{branch*}", "contents:read")
def branch(call: Call) -> Reply:
    """A branch and where it stands."""
    name, repo = call.names["branch"], call.repo
    sha = repo.git.tip(f"refs/heads/{name}")
    if sha is None:
        raise Refusal(404, "Branch not found")
    url = f"{call.site.url}/repos/{repo.full_name}/branches/{name}"
    page = f"{call.site.url}/{repo.full_name}/tree/{name}"
    return Reply(
        {
            "name": name,
            "commit": commits.commit(call.site, repo, repo.git.commit(sha)),
            "_links": {"self": url, "html": page},
            "protected": False,
            "protection": {"enabled": False, "required_status_checks": _UNPROTECTED},
            "protection_url": f"{url}/protection",
        }
    )


@ROUTES.on("GET", "git/ref/{ref*}", "contents:read")
def ref(call: Call) -> Reply:
    """Where a ref stands."""
    name = f"refs/{call.names['ref']}"
    sha = call.repo.git.tip(name)
    if sha is None:
        raise missing()
    api = f"{call.site.url}/repos/{call.repo.full_name}/git"
    target = {"sha": sha, "type": "commit", "url": f"{api}/commits/{sha}"}
    return Reply({"ref": name, "node_id": f"REF_{name}", "url": f"{api}/{name}", "object": target})
