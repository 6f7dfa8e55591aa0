"""What can be asked for: repositories, pull requests, reviews, comments, people.

A thing is a dict of its fields; a field that is a function is asked with its arguments, and only if it is wanted.
"""

import base64
import binascii
from collections.abc import Callable
from typing import Any

from msgspec import Struct

from paraf.adapters.forge_double.graphql.document import GraphqlError
from paraf.adapters.forge_double.routing import Site, can, role_in
from paraf.adapters.forge_double.shapes.people import association
from paraf.adapters.forge_double.shapes.pulls import of
from paraf.adapters.forge_double.state import Account, Comment, Issue, Json, Repo, Review, Token

Nodes = list[Callable[[], Json]]


class Asking(Struct):
    """Who asks, and of what site."""

    site: Site
    token: Token


def root(asking: Asking) -> Json:
    """Where every query starts."""
    token = asking.token
    reset = asking.site.now

    def of_name(arguments: Json) -> Json:
        found = asking.site.state.repo(f"{arguments['owner']}/{arguments['name']}")
        if found is None or not can(found, token.account, "read"):
            name = f"{arguments['owner']}/{arguments['name']}"
            raise GraphqlError(f"Could not resolve to a Repository with the name '{name}'.", "NOT_FOUND")
        return repository(asking, found)

    rate = {"limit": token.limit, "cost": 1, "remaining": max(0, token.limit - token.used - 1), "used": token.used + 1}
    return {
        "__typename": "Query",
        "repository": of_name,
        "viewer": lambda _: actor(asking, token.account),
        "rateLimit": {"__typename": "RateLimit", "resetAt": reset, **rate},
    }


def repository(asking: Asking, repo: Repo) -> Json:
    """A repository."""

    def numbered(arguments: Json) -> Json:
        found = repo.issues.get(arguments["number"])
        if found is None or found.pull is None:
            kind = f"Could not resolve to a PullRequest with the number of {arguments['number']}."
            raise GraphqlError(kind, "NOT_FOUND")
        return pull(asking, repo, found)

    def all_pulls(arguments: Json) -> Json:
        states = arguments.get("states") or ["OPEN", "CLOSED", "MERGED"]
        kept = [one for one in repo.pulls if _state(one) in states]
        return connection("PullRequest", arguments, [_later(pull, asking, repo, one) for one in kept])

    def pinned(arguments: Json) -> Json:
        kept: Nodes = [_later(_pin, asking, repo, repo.issues[one]) for one in repo.pinned]
        return connection("PinnedIssue", arguments, kept)

    return {
        "__typename": "Repository",
        "id": f"R_{repo.id}",
        "databaseId": repo.id,
        "name": repo.name,
        "nameWithOwner": repo.full_name,
        "isPrivate": repo.private,
        "viewerPermission": role_in(repo, asking.token.account).upper(),
        "pullRequest": numbered,
        "pullRequests": all_pulls,
        "pinnedIssues": pinned,
        "issue": lambda arguments: issue(asking, repo, _plain(repo, arguments["number"])),
    }


def _plain(repo: Repo, number: int) -> Issue:
    found = repo.issues.get(number)
    if found is None or found.pull:
        raise GraphqlError(f"Could not resolve to an Issue with the number of {number}.", "NOT_FOUND")
    return found


def _later(make: Callable[..., Json], *arguments: Any) -> Callable[[], Json]:
    return lambda: make(*arguments)


def _pin(asking: Asking, repo: Repo, one: Issue) -> Json:
    return {"__typename": "PinnedIssue", "id": f"PI_{one.id}", "issue": lambda _: issue(asking, repo, one)}


def _state(one: Issue) -> str:
    return "MERGED" if of(one).merged else one.state.upper()


def _common(asking: Asking, repo: Repo, one: Issue) -> Json:
    site = asking.site
    return {
        **_numbered(one.id),
        "number": one.number,
        "title": one.title,
        "body": one.body or "",
        "url": f"{site.url}/{repo.full_name}/{'pull' if one.pull else 'issues'}/{one.number}",
        "createdAt": one.created,
        "updatedAt": one.updated,
        "lastEditedAt": one.edited,
        "closed": one.state == "closed",
        "author": actor(asking, one.author),
        "comments": lambda arguments: connection(
            "IssueComment", arguments, [_later(comment, asking, repo, one, found) for found in one.comments]
        ),
    }


def issue(asking: Asking, repo: Repo, one: Issue) -> Json:
    """An issue."""
    pinned = {"isPinned": one.number in repo.pinned, "state": one.state.upper()}
    return {"__typename": "Issue", "id": f"I_{one.id}", **_common(asking, repo, one), **pinned}


def pull(asking: Asking, repo: Repo, one: Issue) -> Json:
    """A pull request."""
    found = of(one)

    def reviews(arguments: Json) -> Json:
        own = asking.token.account.id
        seen = [kept for kept in found.reviews if kept.state != "PENDING" or kept.author.id == own]
        return connection("PullRequestReview", arguments, [_later(review, asking, repo, one, kept) for kept in seen])

    return {
        "__typename": "PullRequest",
        "id": f"PR_{one.id}",
        **_common(asking, repo, one),
        "state": _state(one),
        "isDraft": found.draft,
        "merged": found.merged is not None,
        "headRefName": found.head,
        "headRefOid": found.head_sha,
        "baseRefName": found.base,
        "baseRefOid": found.base_sha,
        "reviews": reviews,
    }


def review(asking: Asking, repo: Repo, on: Issue, one: Review) -> Json:
    """A review; here it shows that its text was once another."""
    commit = {"__typename": "Commit", "oid": one.commit}
    told = {"state": one.state, "submittedAt": one.submitted, "commit": commit}
    page = f"{asking.site.url}/{repo.full_name}/pull/{on.number}#pullrequestreview-{one.id}"
    written = _written(asking, repo, one.author, one.body, one.submitted or asking.site.now, one.edited)
    return {
        "__typename": "PullRequestReview",
        "id": f"PRR_{one.id}",
        **_numbered(one.id),
        "url": page,
        **written,
        **told,
    }


def comment(asking: Asking, repo: Repo, on: Issue, one: Comment) -> Json:
    """A comment; here it shows that its text was once another."""
    kind = "pull" if on.pull else "issues"
    page = f"{asking.site.url}/{repo.full_name}/{kind}/{on.number}#issuecomment-{one.id}"
    written = _written(asking, repo, one.author, one.body, one.created, one.edited)
    return {"__typename": "IssueComment", "id": f"IC_{one.id}", **_numbered(one.id), "url": page, **written}


def _numbered(number: int) -> Json:
    """A number as GraphQL writes it: what its ``Int`` cannot hold is told as a text alone."""
    return {"databaseId": number if number < 1 << 31 else None, "fullDatabaseId": str(number)}


def _written(asking: Asking, repo: Repo, author: Account, body: str, at: str, edited: str | None) -> Json:
    return {
        "author": actor(asking, author),
        "authorAssociation": association(repo, author),
        "body": body,
        "createdAt": at,
        "updatedAt": edited or at,
        "lastEditedAt": edited,
        "includesCreatedEdit": edited is not None,
    }


def actor(asking: Asking, account: Account) -> Json:
    """Somebody."""
    kind = "Bot" if account.bot else "User"
    login = account.login.removesuffix("[bot]")
    node = f"{'BOT' if account.bot else 'U'}_{account.id}"
    return {"__typename": kind, "login": login, "databaseId": account.id, "id": node}


def connection(kind: str, arguments: Json, nodes: Nodes) -> Json:
    """One stretch of a list, with what is before and behind it. Raises ``GraphqlError`` when no length is given."""
    first, last = arguments.get("first"), arguments.get("last")
    if (first is None) == (last is None):
        raise GraphqlError("You must provide a `first` or `last` value to properly paginate the connection.")
    if not 0 <= int(first or last or 0) <= 100:
        raise GraphqlError(
            "Requesting more than 100 records on the connection exceeds the `first` limit of 100 records."
        )
    start = _place(arguments["after"]) if arguments.get("after") else 0
    stop = _place(arguments["before"]) - 1 if arguments.get("before") else len(nodes)
    if first is not None:
        stop = min(stop, start + first)
    else:
        start = max(start, stop - int(last or 0))
    places = range(start, max(start, stop))
    info = {
        "__typename": "PageInfo",
        "hasNextPage": stop < len(nodes),
        "hasPreviousPage": start > 0,
        "startCursor": _cursor(start + 1) if places else None,
        "endCursor": _cursor(stop) if places else None,
    }
    return {
        "__typename": f"{kind}Connection",
        "totalCount": len(nodes),
        "nodes": lambda _: [nodes[at]() for at in places],
        "edges": lambda _: [
            {"__typename": f"{kind}Edge", "cursor": _cursor(at + 1), "node": nodes[at]()} for at in places
        ],
        "pageInfo": info,
    }


def _cursor(place: int) -> str:
    return base64.b64encode(f"cursor:v2:{place}".encode()).decode()


def _place(cursor: str) -> int:
    try:
        return int(base64.b64decode(cursor, validate=True).decode().removeprefix("cursor:v2:"))
    except (binascii.Error, ValueError) as error:
        raise GraphqlError(f"`{cursor}` does not appear to be a valid cursor.") from error
