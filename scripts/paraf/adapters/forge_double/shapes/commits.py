"""Commits, and what is said about them, in answers."""

from datetime import UTC, datetime

from paraf.adapters.forge_double.bare import Change, Commit
from paraf.adapters.forge_double.routing import Site
from paraf.adapters.forge_double.shapes.people import app, maybe, user
from paraf.adapters.forge_double.state import Account, CheckRun, Json, Push, Repo, Status

WEB_FLOW = Account("web-flow", 19864447)
"""Who commits what is done on GitHub's pages."""
WEB_EMAIL = "noreply@github.com"
_UNSIGNED = {"verified": False, "reason": "unsigned", "signature": None, "payload": None, "verified_at": None}
_CHANGES = {"A": "added", "D": "removed", "M": "modified", "T": "changed"}


def whose(site: Site, email: str) -> Account | None:
    """The account that an address belongs to. Anybody can write any address into a commit (threats T03)."""
    if email == WEB_EMAIL:
        return WEB_FLOW
    return next((account for account in site.state.accounts.values() if account.email == email), None)


def _moment(text: str) -> str:
    return datetime.fromisoformat(text).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _signed(who: tuple[str, str, str]) -> Json:
    return {"name": who[0], "email": who[1], "date": _moment(who[2])}


def _parents(site: Site, repo: Repo, one: Commit) -> list[Json]:
    api, page = f"{site.url}/repos/{repo.full_name}", f"{site.url}/{repo.full_name}"
    return [{"sha": sha, "url": f"{api}/commits/{sha}", "html_url": f"{page}/commit/{sha}"} for sha in one.parents]


def commit(site: Site, repo: Repo, one: Commit) -> Json:
    """A commit of a list."""
    api, page = f"{site.url}/repos/{repo.full_name}", f"{site.url}/{repo.full_name}"
    return {
        "sha": one.sha,
        "node_id": f"C_{repo.id}_{one.sha}",
        "commit": {
            "author": _signed(one.author),
            "committer": _signed(one.committer),
            "message": one.message,
            "tree": {"sha": one.tree, "url": f"{api}/git/trees/{one.tree}"},
            "url": f"{api}/git/commits/{one.sha}",
            "comment_count": 0,
            "verification": _UNSIGNED,
        },
        "url": f"{api}/commits/{one.sha}",
        "html_url": f"{page}/commit/{one.sha}",
        "comments_url": f"{api}/commits/{one.sha}/comments",
        "author": maybe(site, whose(site, one.author[1])),
        "committer": maybe(site, whose(site, one.committer[1])),
        "parents": _parents(site, repo, one),
    }


def detailed(site: Site, repo: Repo, one: Commit, changes: tuple[Change, ...]) -> Json:
    """A commit by itself, with the files it changes."""
    added, removed = sum(change.added for change in changes), sum(change.removed for change in changes)
    return commit(site, repo, one) | {
        "stats": {"total": added + removed, "additions": added, "deletions": removed},
        "files": [changed(site, repo, change, one.sha) for change in changes[:300]],
    }


def changed(site: Site, repo: Repo, change: Change, sha: str) -> Json:
    """A changed file."""
    api, page = f"{site.url}/repos/{repo.full_name}", f"{site.url}/{repo.full_name}"
    return {
        "sha": change.blob,
        "filename": change.path,
        "status": _CHANGES[change.status],
        "additions": change.added,
        "deletions": change.removed,
        "changes": change.added + change.removed,
        "blob_url": f"{page}/blob/{sha}/{change.path}",
        "raw_url": f"{page}/raw/{sha}/{change.path}",
        "contents_url": f"{api}/contents/{change.path}?ref={sha}",
    }


def committed(site: Site, repo: Repo, one: Commit) -> Json:
    """A commit in a timeline."""
    api, page = f"{site.url}/repos/{repo.full_name}", f"{site.url}/{repo.full_name}"
    return {
        "event": "committed",
        "sha": one.sha,
        "node_id": f"C_{repo.id}_{one.sha}",
        "url": f"{api}/git/commits/{one.sha}",
        "html_url": f"{page}/commit/{one.sha}",
        "author": _signed(one.author),
        "committer": _signed(one.committer),
        "tree": {"sha": one.tree, "url": f"{api}/git/trees/{one.tree}"},
        "message": one.message,
        "parents": _parents(site, repo, one),
        "verification": _UNSIGNED,
    }


def status(site: Site, repo: Repo, one: Status) -> Json:
    """A commit status."""
    return {
        "url": f"{site.url}/repos/{repo.full_name}/statuses/{one.sha}",
        "avatar_url": f"{site.url}/avatars/u/{one.creator.id}?v=4",
        "id": one.id,
        "node_id": f"SC_{one.id}",
        "state": one.state,
        "description": one.description,
        "target_url": one.target,
        "context": one.context,
        "created_at": one.at,
        "updated_at": one.at,
        "creator": user(site, one.creator),
    }


def check(site: Site, repo: Repo, one: CheckRun) -> Json:
    """A check run."""
    api = f"{site.url}/repos/{repo.full_name}/check-runs/{one.id}"
    keys = ("title", "summary", "text")
    output = {key: one.output.get(key) for key in keys} | {
        "annotations_count": len(one.output.get("annotations", ())),
        "annotations_url": f"{api}/annotations",
    }
    return {
        "id": one.id,
        "name": one.name,
        "node_id": f"CR_{one.id}",
        "head_sha": one.sha,
        "external_id": one.external,
        "url": api,
        "html_url": f"{site.url}/{repo.full_name}/runs/{one.id}",
        "details_url": one.details,
        "status": one.status,
        "conclusion": one.conclusion,
        "started_at": one.started,
        "completed_at": one.completed,
        "output": output,
        "check_suite": {"id": one.id + 1},
        "app": app(site, one.app, one.started),
        "pull_requests": [],
    }


def push(site: Site, one: Push) -> Json:
    """A line of the repository's activity."""
    return {
        "id": one.id,
        "node_id": f"PSH_{one.id}",
        "before": one.before,
        "after": one.after,
        "ref": one.ref,
        "timestamp": one.at,
        "activity_type": one.kind,
        "actor": user(site, one.actor),
    }
