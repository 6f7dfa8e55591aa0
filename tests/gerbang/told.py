"""Answers of GitHub made by hand, for the tests of what becomes of them."""

from datetime import UTC, datetime, timedelta
from typing import Any

from paraf.gerbang.answers import Account, Activity, End, PullAnswer, PullRecord, RepositoryOf

START = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)
AUTHOR = Account(101, "contoh-tim")
OTHER = Account(102, "contoh-lain")
ROBOT = Account(7, "gerbang[bot]", "Bot")


def at(minutes: float) -> datetime:
    """So many minutes after the start."""
    return START + timedelta(minutes=minutes)


def sha(letter: str) -> str:
    """A commit by one letter."""
    return letter * 40


def pull(**changed: Any) -> PullAnswer:
    """An open pull request whose head is ``a``."""
    own = RepositoryOf(1)
    said: dict[str, Any] = {
        "number": 3,
        "title": "Draf",
        "state": "open",
        "user": AUTHOR,
        "created_at": at(5),
        "head": End("naskah/2026/draf", sha("a"), own),
        "base": End("main", sha("m"), own),
    }
    return PullAnswer(**(said | changed))


def moved(
    minutes: float, before: str, after: str, by: Account | None = AUTHOR, kind: str = "push", ref: str = "x"
) -> Activity:
    """A movement of a branch; ``""`` is the commit before the first."""
    return Activity(
        before=sha(before) if before else "0" * 40,
        after=sha(after) if after else "0" * 40,
        ref=f"refs/heads/{ref}",
        timestamp=at(minutes),
        activity_type=kind,
        actor=by,
    )


def record(said: PullAnswer | None = None, **changed: Any) -> PullRecord:
    """A pull request about which nothing else is said."""
    empty: dict[str, Any] = {
        **dict.fromkeys(("reviews", "comments", "timeline", "activity"), ()),
        **{"review_edits": {}, "comment_edits": {}, "seen": {}},
    }
    return PullRecord(pull=said or pull(), **(empty | changed))
