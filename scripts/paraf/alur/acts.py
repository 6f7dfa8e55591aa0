"""What happened in one pull request, in order: content that came to stand, and the acts of people."""

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise
from typing import Literal

from msgspec import Struct

from paraf.alur.facts import Pull, Version

COMMAND = "/ajukan"

Kind = Literal["isi", "kabur", "serah", "setuju", "kembali", "cabut"]
"""Content stands, content may stand already, a hand-over, an approval, a return, an approval taken back."""


class Act(Struct, frozen=True, kw_only=True):
    """One happening. ``whom`` is the account it names, ``review`` the number of the review it is or takes back.

    ``version`` is the place of the content among the versions. ``order`` breaks ties of time: content, hand-over, review.
    """

    at: datetime
    order: int
    kind: Kind
    by: int = 0
    whom: int | None = None
    review: int | None = None
    version: int = -1


def versions_of(pull: Pull) -> tuple[Version, ...]:
    """Everything that stood; of a merged one what the merge made of it comes last."""
    found, merged = pull.versions, pull.merged
    if merged is None:
        return found
    before = found[-1].tree if found else {}
    names = before.keys() | merged.tree.keys()
    touched = frozenset(path for path in names if before.get(path) != merged.tree.get(path))
    return (*found, Version(at=merged.at, by=None, tree=merged.tree, touched=touched))


def acts(pull: Pull, versions: tuple[Version, ...]) -> list[Act]:
    """Everything that counts, up to the merge, oldest first.

    A bot's act, a command that was edited and a review that only comments count for nothing; neither does what people
    did while the pull request was closed.
    """
    until = pull.merged.at if pull.merged else None
    people = (act for act in _people(pull, until) if pull.span_at(act.at) or act.kind == "cabut")
    found = [*_contents(versions), *people]
    return sorted(
        (act for act in found if until is None or act.at <= until),
        key=lambda act: (act.at, act.order, act.version, act.review or 0, act.by, act.whom or 0),
    )


def _contents(versions: tuple[Version, ...]) -> Iterator[Act]:
    """When each version surely stood, and from when on it may have stood where the forge did not tell its time."""
    earlier: datetime | None = None
    for number, version in enumerate(versions):
        surely = version.at or version.seen
        if version.at is None and earlier:
            yield Act(at=earlier, order=0, kind="kabur", version=number)
        if surely:
            yield Act(at=surely, order=0, kind="isi", version=number)
            earlier = surely


def _people(pull: Pull, until: datetime | None) -> Iterator[Act]:
    for ready in pull.readies:
        if not ready.bot:
            yield Act(at=ready.at, order=1, kind="serah", by=ready.by)
    for naming in pull.namings:
        if not naming.bot:
            yield Act(at=naming.at, order=1, kind="serah", by=naming.by, whom=naming.whom)
    for comment in pull.comments:
        edited = comment.edited is not None and (until is None or comment.edited <= until)
        if not comment.bot and not edited and comment.text.strip() == COMMAND:
            yield Act(at=comment.at, order=1, kind="serah", by=comment.by)
    for review in pull.reviews:
        if review.bot or review.state == "commented":
            continue
        kind: Kind = "setuju" if review.state == "approved" else "kembali"
        yield Act(at=review.at, order=2, kind=kind, by=review.by, review=review.id)
        if review.dismissed and kind == "setuju":
            yield Act(at=review.dismissed, order=3, kind="cabut", by=review.by, review=review.id)


def in_order(versions: tuple[Version, ...]) -> bool:
    """Whether the forge's own times of the pushes follow the order of the contents."""
    known = [version.at for version in versions if version.at]
    return all(one <= other for one, other in pairwise(known))
