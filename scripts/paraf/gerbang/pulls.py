"""What GitHub says about one pull request, as facts: acts of people by account and time, and whatever could not be read.

Only the account's number, its kind and the forge's time are believed. What a dismissed review had been stands in the
timeline alone, when a text was changed in the edits alone; where either is missing, the facts are incomplete.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, tzinfo

from msgspec import Struct
from msgspec.structs import replace

from paraf.alur.facts import Comment, Merged, Naming, Pull, Ready, Review, ReviewState, Span, Tree, Version
from paraf.gerbang.answers import BOT, NOBODY, CommentAnswer, Event, PullRecord, ReviewAnswer
from paraf.sop.forms.officials import OfficialsFile

_STATES: dict[str, ReviewState] = {
    "APPROVED": "approved",
    "CHANGES_REQUESTED": "changes_requested",
    "COMMENTED": "commented",
}
_DISMISSED, _PENDING = "DISMISSED", "PENDING"


class Content(Struct, frozen=True, kw_only=True):
    """What the Git objects of a pull request say: see ``Pull``. ``trees`` are the trees of the versions."""

    versions: tuple[Version, ...]
    paths: frozenset[str]
    merged: Tree | None = None
    missing: tuple[str, ...] = ()
    forged: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    trees: tuple[str, ...] = ()


class Judgement(Struct, frozen=True, kw_only=True):
    """What the office's own rules say about the content of a pull request: see ``Pull``."""

    checks: dict[str, tuple[str, ...]]
    sheets: dict[str, str]
    expanded: str | None = None
    rules: str | None = None
    officials: OfficialsFile | None = None
    proposed: OfficialsFile | None = None
    unlike_scaffold: tuple[str, ...] | None = None


def pull_of(record: PullRecord, content: Content, judged: Judgement, zone: tzinfo) -> Pull:
    """The facts of one pull request; every moment in the office's time zone."""
    return _Reader(record, zone).pull(content, judged)


class _Reader:
    """Turns one record into facts; what is missing is collected on the way."""

    def __init__(self, record: PullRecord, zone: tzinfo) -> None:
        self.record = record
        self.zone = zone
        self.missing: list[str] = []

    def pull(self, content: Content, judged: Judgement) -> Pull:
        """Everything."""
        said = self.record.pull
        reviews = tuple(self.reviews())
        comments = tuple(map(self.comment, self.record.comments))
        merged = None
        if said.merged_at:
            by = (said.merged_by or NOBODY).id
            merged = Merged(at=self.at(said.merged_at), by=by, tree=content.merged or {})
        fork = said.head.repo is None or said.base.repo is None or said.head.repo.id != said.base.repo.id
        return Pull(
            number=said.number,
            author=(said.user or NOBODY).id,
            spans=tuple(self.spans()),
            versions=tuple(map(self.version, content.versions)),
            paths=content.paths,
            base=said.base.ref,
            draft=said.draft,
            fork=fork,
            reviews=reviews,
            comments=comments,
            namings=tuple(self.namings()),
            readies=tuple(self.readies()),
            merged=merged,
            checks=judged.checks,
            sheets=judged.sheets,
            expanded=judged.expanded,
            rules=judged.rules,
            officials=judged.officials,
            proposed=judged.proposed,
            unlike_scaffold=judged.unlike_scaffold,
            missing=(*self.record.unread, *content.missing, *self.missing),
            forged=content.forged,
            conflicts=content.conflicts,
        )

    def at(self, moment: datetime) -> datetime:
        """A moment as the office tells it."""
        return moment.astimezone(self.zone)

    def version(self, one: Version) -> Version:
        """A version, its times as the office tells them."""
        at, seen = (self.at(moment) if moment else None for moment in (one.at, one.seen))
        return replace(one, at=at, seen=seen)

    def spans(self) -> Iterator[Span]:
        """When it was open."""
        since: datetime | None = self.record.pull.created_at
        for event, at in _dated(self.record.timeline):
            if event.event in ("closed", "merged") and since:
                yield Span(self.at(since), self.at(at))
                since = None
            elif event.event == "reopened" and since is None:
                since = at
        if since:
            ended = self.record.pull.merged_at
            if self.record.pull.state == "closed" and ended is None:
                self.missing.append("kapan PR ini ditutup")
            yield Span(self.at(since), self.at(ended) if ended else None)
        elif self.record.pull.state == "open":
            self.missing.append("kapan PR ini dibuka lagi")

    def reviews(self) -> Iterator[Review]:
        """The reviews that were submitted."""
        before = {
            event.dismissed_review.review_id: (event.dismissed_review.state.upper(), at)
            for event, at in _dated(self.record.timeline)
            if event.dismissed_review
        }
        for one in self.record.reviews:
            if one.state != _PENDING and (review := self.review(one, before)):
                yield review

    def review(self, one: ReviewAnswer, before: dict[int, tuple[str, datetime]]) -> Review | None:
        """One review, as it was before any dismissal."""
        was, dismissed = before.get(one.id, ("", None)) if one.state == _DISMISSED else (one.state, None)
        state = _STATES.get(was)
        if state is None or one.submitted_at is None:
            self.missing.append(f"isi tinjauan nomor {one.id}")
            return None
        if one.id not in self.record.review_edits:
            self.missing.append(f"riwayat suntingan tinjauan nomor {one.id}")
        who, edited = one.user or NOBODY, self.record.review_edits.get(one.id)
        return Review(
            id=one.id,
            by=who.id,
            state=state,
            at=self.at(one.submitted_at),
            text=one.body or "",
            edited=self.at(edited) if edited else None,
            dismissed=self.at(dismissed) if dismissed else None,
            bot=who.type == BOT,
        )

    def comment(self, one: CommentAnswer) -> Comment:
        """One comment."""
        if one.id not in self.record.comment_edits:
            self.missing.append(f"riwayat suntingan komentar nomor {one.id}")
        who, edited = one.user or NOBODY, self.record.comment_edits.get(one.id)
        return Comment(
            id=one.id,
            by=who.id,
            at=self.at(one.created_at),
            text=one.body or "",
            edited=self.at(edited) if edited else None,
            bot=who.type == BOT,
        )

    def namings(self) -> Iterator[Naming]:
        """Review requests and assignments; a team that is asked is nobody in particular."""
        for event, at in _dated(self.record.timeline):
            whom = {"review_requested": event.requested_reviewer, "assigned": event.assignee}.get(event.event)
            if whom:
                who = event.actor or NOBODY
                yield Naming(by=who.id, whom=whom.id, at=self.at(at), bot=who.type == BOT)

    def readies(self) -> Iterator[Ready]:
        """When a draft was marked as ready."""
        for event, at in _dated(self.record.timeline):
            if event.event == "ready_for_review":
                who = event.actor or NOBODY
                yield Ready(by=who.id, at=self.at(at), bot=who.type == BOT)


def _dated(timeline: Iterable[Event]) -> Iterator[tuple[Event, datetime]]:
    """The events that carry a time, as the forge orders them."""
    return ((one, one.created_at) for one in timeline if one.created_at)
