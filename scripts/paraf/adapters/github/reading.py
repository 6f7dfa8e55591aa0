"""Reading everything that GitHub says about pull requests: what the lists have, and the edits that only GraphQL tells."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct

from paraf.adapters.github.client import Client
from paraf.adapters.github.transport import ForgeError
from paraf.gerbang.answers import (
    BOT,
    Activity,
    CommentAnswer,
    Event,
    PullAnswer,
    PullRecord,
    ReviewAnswer,
    Status,
)
from paraf.gerbang.effects import STATUS

_AT_ONCE = 10
_EDITS = """query($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { %s } }"""
_ONE = """p%d: pullRequest(number: %d) {
 reviews(first: 100%s) { nodes { fullDatabaseId lastEditedAt } pageInfo { hasNextPage endCursor } }
 comments(first: 100%s) { nodes { fullDatabaseId lastEditedAt } pageInfo { hasNextPage endCursor } } }"""


class _Node(Struct, frozen=True, rename="camel"):
    """A text; the number is written as a text, because comments have passed what GraphQL's ``Int`` can hold."""

    full_database_id: str | int | None
    last_edited_at: datetime | None = None


class _PageInfo(Struct, frozen=True, rename="camel"):
    has_next_page: bool
    end_cursor: str | None = None


class _Connection(Struct, frozen=True, rename="camel"):
    nodes: tuple[_Node, ...]
    page_info: _PageInfo


class _Edits(Struct, frozen=True):
    reviews: _Connection
    comments: _Connection


class _Repository(Struct, frozen=True):
    repository: dict[str, _Edits]


class Edits(Struct):
    """When texts were last changed, by the id of the review or comment (``None``: never)."""

    reviews: dict[int, datetime | None]
    comments: dict[int, datetime | None]


def open_pulls(client: Client) -> list[PullAnswer]:
    """Every open pull request."""
    return client.pages(PullAnswer, "pulls", state="open")


class _Labelled(Struct, frozen=True):
    number: int
    pull_request: object = None


def merged_with(client: Client, label: str) -> list[PullAnswer]:
    """The pull requests that were merged and still have a label."""
    found = client.pages(_Labelled, "issues", state="closed", labels=label)
    pulls = [client.get(PullAnswer, f"pulls/{one.number}") for one in found if one.pull_request]
    return [pull for pull in pulls if pull.merged_at]


def merged_by_commit(client: Client, commit: str) -> PullAnswer | None:
    """The pull request that brought a commit to main; ``None`` where it came without one."""
    for one in client.pages(PullAnswer, f"commits/{commit}/pulls"):
        if one.merged_at and one.merge_commit_sha == commit:
            found = client.get(PullAnswer, f"pulls/{one.number}")  # the list does not tell who merged it
            if found.merge_commit_sha == commit:  # in a copy of a repository the list may speak of the other one's
                return found
    return None


def movements(client: Client, branch: str) -> tuple[Activity, ...]:
    """Every movement of a branch, newest first."""
    return tuple(client.pages(Activity, "activity", ref=f"refs/heads/{branch}"))


def record_of(client: Client, pull: PullAnswer, edits: Edits) -> PullRecord:
    """Everything about one pull request, complete."""
    moved = movements(client, pull.head.ref)
    told = {one.after for one in moved}
    return PullRecord(
        pull=pull,
        reviews=tuple(client.pages(ReviewAnswer, f"pulls/{pull.number}/reviews")),
        comments=tuple(client.pages(CommentAnswer, f"issues/{pull.number}/comments")),
        timeline=tuple(client.pages(Event, f"issues/{pull.number}/timeline")),
        activity=moved,
        review_edits=edits.reviews,
        comment_edits=edits.comments,
        seen={} if pull.head.sha in told else _seen(client, pull.head.sha),
    )


def _seen(client: Client, commit: str) -> dict[str, datetime]:
    """When the gate's own account first gave this commit a status; a status by anybody else tells nothing."""
    own = [one.created_at for one in own_statuses(client, commit) if one.creator and one.creator.type == BOT]
    return {commit: min(own)} if own else {}


def own_statuses(client: Client, commit: str) -> list[Status]:
    """The statuses of a commit that bear the gate's name, whoever gave them, newest first."""
    return [one for one in client.pages(Status, f"commits/{commit}/statuses") if one.context == STATUS]


def edits_of(client: Client, numbers: Sequence[int]) -> dict[int, Edits]:
    """The edits of the reviews and comments of these pull requests, ten at a time."""
    found = {number: Edits({}, {}) for number in numbers}
    for at in range(0, len(numbers), _AT_ONCE):
        cursors: dict[int, tuple[str, str]] = dict.fromkeys(numbers[at : at + _AT_ONCE], ("", ""))
        while cursors:
            asked = "\n".join(_ONE % (number, number, *after) for number, after in cursors.items())
            said = client.graphql(_Repository, _EDITS % asked, **_names(client)).repository
            if said.keys() != {f"p{number}" for number in cursors}:
                raise ForgeError("GitHub tidak menjawab semua PR yang ditanyakan.")
            cursors = dict(_further(said, found))
    return found


def _further(said: dict[str, _Edits], found: dict[int, Edits]) -> Iterator[tuple[int, tuple[str, str]]]:
    """Take a page in; where there is another one, from where it begins."""
    for alias, page in said.items():
        number = int(alias[1:])
        found[number].reviews.update(_told(page.reviews))
        found[number].comments.update(_told(page.comments))
        if page.reviews.page_info.has_next_page or page.comments.page_info.has_next_page:
            yield number, (_after(page.reviews.page_info), _after(page.comments.page_info))


def _told(page: _Connection) -> dict[int, datetime | None]:
    """The edits of a page; a text without a number is not told, so that whoever looks for it finds nothing."""
    numbered = ((str(node.full_database_id), node.last_edited_at) for node in page.nodes)
    return {int(number): edited for number, edited in numbered if number.isascii() and number.isdigit()}


def _after(page: _PageInfo) -> str:
    """Where a list goes on; one that has ended is asked for nothing more behind its end."""
    return f', after: "{page.end_cursor}"' if page.end_cursor else ""


def _names(client: Client) -> dict[str, Any]:
    owner, name = client.repository.split("/")
    return {"owner": owner, "name": name}
