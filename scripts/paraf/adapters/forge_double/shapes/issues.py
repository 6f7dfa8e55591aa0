"""Issues, comments, labels and the entries of a timeline in answers."""

from paraf.adapters.forge_double.routing import Site
from paraf.adapters.forge_double.shapes.people import association, maybe, user
from paraf.adapters.forge_double.state import Comment, Event, Issue, Json, Label, Repo

_REACTIONS = ("+1", "-1", "laugh", "hooray", "confused", "heart", "rocket", "eyes")
_PEOPLE = ("assignee", "assigner", "requested_reviewer", "review_requester")


def label(site: Site, repo: Repo, one: Label) -> Json:
    """A label."""
    return {
        "id": one.id,
        "node_id": f"LA_{one.id}",
        "url": f"{site.url}/repos/{repo.full_name}/labels/{one.name}".replace(" ", "%20"),
        "name": one.name,
        "color": one.color,
        "default": False,
        "description": one.description,
    }


def reactions(url: str) -> Json:
    """How nobody has reacted yet."""
    return {"url": f"{url}/reactions", "total_count": 0} | dict.fromkeys(_REACTIONS, 0)


def issue(site: Site, repo: Repo, one: Issue) -> Json:
    """An issue, or a pull request seen as one."""
    api = f"{site.url}/repos/{repo.full_name}"
    url = f"{api}/issues/{one.number}"
    page = f"{site.url}/{repo.full_name}/{'pull' if one.pull else 'issues'}/{one.number}"
    return {
        "url": url,
        "repository_url": api,
        "labels_url": f"{url}/labels{{/name}}",
        "comments_url": f"{url}/comments",
        "events_url": f"{url}/events",
        "html_url": page,
        "id": one.id,
        "node_id": f"{'PR' if one.pull else 'I'}_{one.id}",
        "number": one.number,
        "title": one.title,
        "user": user(site, one.author),
        "labels": [label(site, repo, found) for found in one.labels],
        "state": one.state,
        "locked": False,
        "assignee": maybe(site, one.assignees[0] if one.assignees else None),
        "assignees": [user(site, found) for found in one.assignees],
        "milestone": None,
        "comments": len(one.comments),
        "created_at": one.created,
        "updated_at": one.updated,
        "closed_at": one.closed,
        "author_association": association(repo, one.author),
        "active_lock_reason": None,
        "body": one.body,
        "closed_by": maybe(site, one.closer),
        "reactions": reactions(url),
        "timeline_url": f"{url}/timeline",
        "performed_via_github_app": None,
        "state_reason": one.reason,
    } | (_pull_part(site, repo, one) if one.pull else {})


def _pull_part(site: Site, repo: Repo, one: Issue) -> Json:
    assert one.pull is not None
    page = f"{site.url}/{repo.full_name}/pull/{one.number}"
    links = {
        "url": f"{site.url}/repos/{repo.full_name}/pulls/{one.number}",
        "html_url": page,
        "diff_url": f"{page}.diff",
        "patch_url": f"{page}.patch",
        "merged_at": one.pull.merged,
    }
    return {"draft": one.pull.draft, "pull_request": links}


def comment(site: Site, repo: Repo, on: Issue, one: Comment) -> Json:
    """A comment. That it was edited is not shown here, only that it was updated."""
    api = f"{site.url}/repos/{repo.full_name}"
    url = f"{api}/issues/comments/{one.id}"
    page = f"{site.url}/{repo.full_name}/{'pull' if on.pull else 'issues'}/{on.number}"
    return {
        "url": url,
        "html_url": f"{page}#issuecomment-{one.id}",
        "issue_url": f"{api}/issues/{on.number}",
        "id": one.id,
        "node_id": f"IC_{one.id}",
        "user": user(site, one.author),
        "created_at": one.created,
        "updated_at": one.updated,
        "author_association": association(repo, one.author),
        "body": one.body,
        "reactions": reactions(url),
        "performed_via_github_app": None,
    }


def event(site: Site, repo: Repo, one: Event) -> Json:
    """An entry of a timeline that is neither a comment, a review nor a commit."""
    api = f"{site.url}/repos/{repo.full_name}"
    more = {key: user(site, value) if key in _PEOPLE else value for key, value in one.more.items()}
    return {
        "id": one.id,
        "node_id": f"EV_{one.id}",
        "url": f"{api}/issues/events/{one.id}",
        "actor": user(site, one.actor),
        "event": one.kind,
        "commit_id": one.commit,
        "commit_url": f"{api}/commits/{one.commit}" if one.commit else None,
        "created_at": one.at,
        "performed_via_github_app": None,
        **more,
    }
