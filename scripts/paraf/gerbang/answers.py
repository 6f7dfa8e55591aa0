"""What GitHub says about pull requests, as far as the gate reads it; the names of the fields are GitHub's own.

Everything else in an answer is passed over. A field that may be missing has ``None`` or a default here, so that whoever
reads it must decide what its absence means.
"""

from datetime import datetime
from typing import Literal

from msgspec import Struct

GHOST = 10137
"""The account that stands for deleted ones; it holds no role."""
BOT = "Bot"


class Account(Struct, frozen=True):
    """An account; ``type`` is ``User``, ``Bot`` or ``Organization``."""

    id: int
    login: str
    type: str = "User"


NOBODY = Account(GHOST, "ghost")


class RepositoryOf(Struct, frozen=True):
    """The repository of one end of a pull request."""

    id: int


class End(Struct, frozen=True):
    """One end of a pull request: a branch, the commit at its tip, and whose repository it lies in (``None``: gone)."""

    ref: str
    sha: str
    repo: RepositoryOf | None = None


class Label(Struct, frozen=True):
    """A label."""

    name: str


class PullAnswer(Struct, frozen=True, kw_only=True):
    """A pull request as the list or its own page has it; the list does not tell who merged it."""

    number: int
    title: str
    state: Literal["open", "closed"]
    user: Account | None
    created_at: datetime
    head: End
    base: End
    draft: bool = False
    labels: tuple[Label, ...] = ()
    requested_reviewers: tuple[Account, ...] = ()
    merged_at: datetime | None = None
    merge_commit_sha: str | None = None
    merged_by: Account | None = None


class ReviewAnswer(Struct, frozen=True, kw_only=True):
    """A review; a dismissed one no longer says what it was."""

    id: int
    user: Account | None
    state: str
    body: str | None = None
    submitted_at: datetime | None = None


class CommentAnswer(Struct, frozen=True, kw_only=True):
    """A comment on the page of a pull request."""

    id: int
    user: Account | None
    created_at: datetime
    body: str | None = None


class Dismissed(Struct, frozen=True):
    """Which review was dismissed, and what it had been."""

    review_id: int
    state: str


class Event(Struct, frozen=True, kw_only=True):
    """An event of the timeline; comments, reviews and commits in it are read elsewhere and have no ``actor`` here."""

    event: str = ""
    actor: Account | None = None
    created_at: datetime | None = None
    requested_reviewer: Account | None = None
    assignee: Account | None = None
    dismissed_review: Dismissed | None = None


class Activity(Struct, frozen=True, kw_only=True):
    """A movement of a branch, by the forge's own clock; the one authority on who pushed what when."""

    before: str
    after: str
    ref: str
    timestamp: datetime
    activity_type: str
    actor: Account | None


class Status(Struct, frozen=True, kw_only=True):
    """A commit status."""

    context: str
    created_at: datetime
    state: str
    description: str | None = None
    creator: Account | None = None


class PullRecord(Struct, frozen=True, kw_only=True):
    """Everything that GitHub says about one pull request.

    ``edits`` tells for the id of each review and comment when its text was last changed; an id that is not in it was not
    read. ``activity`` are the movements of its branch, newest first; ``seen`` when the gate first saw a commit.
    """

    pull: PullAnswer
    reviews: tuple[ReviewAnswer, ...]
    comments: tuple[CommentAnswer, ...]
    timeline: tuple[Event, ...]
    activity: tuple[Activity, ...]
    review_edits: dict[int, datetime | None]
    comment_edits: dict[int, datetime | None]
    seen: dict[str, datetime]
    unread: tuple[str, ...] = ()
    """Why something of it could not be read at all."""

    @classmethod
    def nothing(cls, pull: PullAnswer, why: str) -> "PullRecord":
        """A pull request of which only its own page could be read."""
        return cls(
            pull=pull,
            reviews=(),
            comments=(),
            timeline=(),
            activity=(),
            review_edits={},
            comment_edits={},
            seen={},
            unread=(why,),
        )
