"""Pull requests and their reviews in answers."""

from paraf.adapters.forge_double.routing import Site
from paraf.adapters.forge_double.shapes.issues import label
from paraf.adapters.forge_double.shapes.people import association, maybe, user
from paraf.adapters.forge_double.shapes.repository import repository
from paraf.adapters.forge_double.state import Issue, Json, Pull, Repo, Review


def of(issue: Issue) -> Pull:
    """What makes an issue a pull request."""
    assert issue.pull is not None
    return issue.pull


def _side(site: Site, repo: Repo, ref: str, sha: str, shown: Json) -> Json:
    return {
        "label": f"{repo.owner.login}:{ref}",
        "ref": ref,
        "sha": sha,
        "user": user(site, repo.owner),
        "repo": shown,
    }


def pull(site: Site, repo: Repo, issue: Issue) -> Json:
    """A pull request of a list."""
    one = of(issue)
    api, page = f"{site.url}/repos/{repo.full_name}", f"{site.url}/{repo.full_name}/pull/{issue.number}"
    url = f"{api}/pulls/{issue.number}"
    addresses = {
        **{"self": url, "html": page, "issue": f"{api}/issues/{issue.number}"},
        **{"comments": f"{api}/issues/{issue.number}/comments", "review_comments": f"{url}/comments"},
        **{"review_comment": f"{api}/pulls/comments{{/number}}", "commits": f"{url}/commits"},
        "statuses": f"{api}/statuses/{one.head_sha}",
    }
    shown = repository(site, repo)
    return {
        "url": url,
        "id": issue.id,
        "node_id": f"PR_{issue.id}",
        "html_url": page,
        "diff_url": f"{page}.diff",
        "patch_url": f"{page}.patch",
        **{f"{name}_url": address for name, address in addresses.items() if name not in ("self", "html")},
        "number": issue.number,
        "state": issue.state,
        "locked": False,
        "title": issue.title,
        "user": user(site, issue.author),
        "body": issue.body,
        "created_at": issue.created,
        "updated_at": issue.updated,
        "closed_at": issue.closed,
        "merged_at": one.merged,
        "merge_commit_sha": one.merge_sha,
        "assignee": maybe(site, issue.assignees[0] if issue.assignees else None),
        "assignees": [user(site, found) for found in issue.assignees],
        "requested_reviewers": [user(site, found) for found in one.requested],
        "requested_teams": [],
        "labels": [label(site, repo, found) for found in issue.labels],
        "milestone": None,
        "draft": one.draft,
        "head": _side(site, repo, one.head, one.head_sha, shown),
        "base": _side(site, repo, one.base, one.base_sha, shown),
        "_links": {name: {"href": address} for name, address in addresses.items()},
        "author_association": association(repo, issue.author),
        "auto_merge": None,
        "active_lock_reason": None,
    }


def review(site: Site, repo: Repo, issue: Issue, one: Review) -> Json:
    """A review. That its text was edited is shown by GraphQL only."""
    page = f"{site.url}/{repo.full_name}/pull/{issue.number}#pullrequestreview-{one.id}"
    url = f"{site.url}/repos/{repo.full_name}/pulls/{issue.number}"
    return {
        "id": one.id,
        "node_id": f"PRR_{one.id}",
        "user": user(site, one.author),
        "body": one.body,
        "state": one.state,
        "html_url": page,
        "pull_request_url": url,
        "author_association": association(repo, one.author),
        "_links": {"html": {"href": page}, "pull_request": {"href": url}},
        "commit_id": one.commit,
    } | ({"submitted_at": one.submitted} if one.submitted else {})
