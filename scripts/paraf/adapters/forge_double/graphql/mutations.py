"""What GraphQL alone can change: pins and drafts."""

from collections.abc import Callable

from paraf.adapters.forge_double.graphql.document import GraphqlError
from paraf.adapters.forge_double.graphql.things import Asking, issue, pull
from paraf.adapters.forge_double.moving import happened
from paraf.adapters.forge_double.routing import can
from paraf.adapters.forge_double.shapes.pulls import of
from paraf.adapters.forge_double.state import Issue, Json, Repo

_MOST_PINS = 3


def _found(asking: Asking, node: str, prefix: str, scope: str, own: bool = False) -> tuple[Repo, Issue]:
    """The issue of a node id, if whoever asks may change it."""
    for repo in asking.site.state.repos.values():
        for one in repo.issues.values():
            if node == f"{prefix}_{one.id}" and bool(one.pull) == (prefix == "PR"):
                _may(asking, repo, one, scope, own)
                return repo, one
    raise GraphqlError(f"Could not resolve to a node with the global id of '{node}'.", "NOT_FOUND")


def _may(asking: Asking, repo: Repo, one: Issue, scope: str, own: bool) -> None:
    token = asking.token
    if token.scopes is not None:
        if token.scopes.get(scope) != "write":
            raise GraphqlError("Resource not accessible by integration", "FORBIDDEN")
    elif not can(repo, token.account, "write") and not (own and one.author.id == token.account.id):
        raise GraphqlError(f"{token.account.login} does not have the correct permissions to execute this.", "FORBIDDEN")


def _pin(asking: Asking, given: Json) -> Json:
    repo, one = _found(asking, given["issueId"], "I", "issues")
    if one.number not in repo.pinned:
        if len(repo.pinned) >= _MOST_PINS:
            raise GraphqlError("Maximum 3 pinned issues per repository", "UNPROCESSABLE")
        repo.pinned.append(one.number)
        happened(asking.site, one, "pinned", asking.token.account)
    return {"__typename": "PinIssuePayload", "issue": issue(asking, repo, one)}


def _unpin(asking: Asking, given: Json) -> Json:
    repo, one = _found(asking, given["issueId"], "I", "issues")
    if one.number in repo.pinned:
        repo.pinned.remove(one.number)
        happened(asking.site, one, "unpinned", asking.token.account)
    return {"__typename": "UnpinIssuePayload", "issue": issue(asking, repo, one)}


def _ready(asking: Asking, given: Json) -> Json:
    repo, one = _found(asking, given["pullRequestId"], "PR", "pull_requests", own=True)
    if of(one).draft:
        of(one).draft = False
        happened(asking.site, one, "ready_for_review", asking.token.account)
    return {"__typename": "MarkPullRequestReadyForReviewPayload", "pullRequest": pull(asking, repo, one)}


def _draft(asking: Asking, given: Json) -> Json:
    repo, one = _found(asking, given["pullRequestId"], "PR", "pull_requests", own=True)
    if not of(one).draft:
        of(one).draft = True
        happened(asking.site, one, "convert_to_draft", asking.token.account)
    return {"__typename": "ConvertPullRequestToDraftPayload", "pullRequest": pull(asking, repo, one)}


MUTATIONS: dict[str, Callable[[Asking, Json], Json]] = {
    "pinIssue": _pin,
    "unpinIssue": _unpin,
    "markPullRequestReadyForReview": _ready,
    "convertPullRequestToDraft": _draft,
}
