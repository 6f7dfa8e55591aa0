"""Acts of people from GitHub's answers: who by number, what by kind, when by the forge's time; and what is incomplete."""

from datetime import timedelta, timezone
from typing import Any

import pytest

from gerbang.told import AUTHOR, OTHER, ROBOT, at, pull, record, sha
from paraf.alur.facts import Blob, Pull, Version
from paraf.gerbang.answers import (
    GHOST,
    Account,
    CommentAnswer,
    Dismissed,
    End,
    Event,
    PullRecord,
    RepositoryOf,
    ReviewAnswer,
)
from paraf.gerbang.pulls import Content, Judgement, pull_of

WIB = timezone(timedelta(hours=7))
TREE = {"lakip/2026/nota-dinas.md": Blob("100644", "0" * 64, 3)}
STOOD = Version(at=at(1), by=101, tree=TREE, touched=frozenset(TREE))
NOTHING = Judgement(checks={}, sheets={})


def facts(said: PullRecord, content: Content | None = None, judged: Judgement = NOTHING) -> Pull:
    return pull_of(said, content or Content(versions=(STOOD,), paths=frozenset(TREE)), judged, WIB)


def review(**changed: Any) -> ReviewAnswer:
    said: dict[str, Any] = {"id": 9, "user": OTHER, "state": "APPROVED", "body": "baik", "submitted_at": at(8)}
    return ReviewAnswer(**(said | changed))


def test_a_pull_request_of_which_only_its_page_could_be_read_lacks_its_facts() -> None:
    """So it is judged as one that cannot be judged; the control: one that was read lacks nothing."""
    found = facts(PullRecord.nothing(pull(), "Riwayatnya tidak terbaca."))
    assert (found.number, found.missing) == (3, ("Riwayatnya tidak terbaca.",))
    assert facts(record()).missing == ()


def test_everything_that_is_said() -> None:
    """Each answer becomes the fact that it is, in the office's time zone."""
    said = record(
        pull(draft=True),
        reviews=(review(), review(id=10, user=None, body=None, state="CHANGES_REQUESTED"), review(id=11, user=ROBOT)),
        comments=(
            CommentAnswer(id=5, user=AUTHOR, created_at=at(7), body="/ajukan"),
            CommentAnswer(id=6, user=None, created_at=at(7)),
        ),
        timeline=(
            Event(event="review_requested", actor=AUTHOR, created_at=at(7), requested_reviewer=OTHER),
            Event(event="review_requested", actor=ROBOT, created_at=at(7), requested_reviewer=OTHER),
            Event(event="review_requested", actor=AUTHOR, created_at=at(7)),
            Event(event="assigned", created_at=at(7), assignee=OTHER),
            Event(event="ready_for_review", actor=AUTHOR, created_at=at(6)),
            Event(event="ready_for_review", created_at=at(6)),
            Event(event="commented"),
        ),
        review_edits={9: at(9), 10: None, 11: None},
        comment_edits={5: None, 6: at(10)},
    )
    found = facts(said)
    assert found.number == 3
    assert found.author == AUTHOR.id
    assert found.draft
    assert not found.fork
    assert found.open
    assert found.missing == ()
    assert [(one.by, one.state, one.bot, one.text) for one in found.reviews] == [
        (102, "approved", False, "baik"),
        (GHOST, "changes_requested", False, ""),
        (7, "approved", True, "baik"),
    ]
    assert [one.edited for one in found.reviews] == [at(9), None, None]
    assert [(one.by, one.text, one.edited) for one in found.comments] == [(101, "/ajukan", None), (GHOST, "", at(10))]
    assert [(one.by, one.whom, one.bot) for one in found.namings] == [
        (101, 102, False),
        (7, 102, True),
        (GHOST, 102, False),
    ]
    assert [one.by for one in found.readies] == [101, GHOST]
    times = [*(one.at for one in found.reviews), *(one.at for one in found.comments)]
    assert {one.utcoffset() for one in times} == {timedelta(hours=7)}


@pytest.mark.parametrize("was", ["approved", "changes_requested", "APPROVED"])
def test_a_dismissed_review_is_what_it_was(was: str) -> None:
    """The review itself says only that it was dismissed (threats T17, T18)."""
    gone = Event(event="review_dismissed", actor=AUTHOR, created_at=at(12), dismissed_review=Dismissed(9, was))
    found = facts(record(reviews=(review(state="DISMISSED"),), timeline=(gone,), review_edits={9: None}))
    assert [(one.state, one.dismissed) for one in found.reviews] == [(was.lower(), at(12))]
    assert found.missing == ()


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (record(reviews=(review(state="DISMISSED"),), review_edits={9: None}), "isi tinjauan nomor 9"),
        (record(reviews=(review(state="ANEH"),), review_edits={9: None}), "isi tinjauan nomor 9"),
        (record(reviews=(review(submitted_at=None),), review_edits={9: None}), "isi tinjauan nomor 9"),
        (record(reviews=(review(),)), "riwayat suntingan tinjauan nomor 9"),
        (
            record(comments=(CommentAnswer(id=5, user=AUTHOR, created_at=at(7)),)),
            "riwayat suntingan komentar nomor 5",
        ),
        (record(pull(state="closed")), "kapan PR ini ditutup"),
        (record(timeline=(Event(event="closed", created_at=at(9)),)), "kapan PR ini dibuka lagi"),
    ],
)
def test_what_is_incomplete_is_told(said: PullRecord, words: str) -> None:
    """A fact that only half is there is never filled in."""
    assert facts(said).missing == (words,)


def test_a_review_that_was_not_submitted_is_none() -> None:
    assert facts(record(reviews=(review(state="PENDING", submitted_at=None),))).reviews == ()


def test_when_it_was_open() -> None:
    """Closed, opened again, merged; the forge tells the merge and then the closing."""
    events = [("closed", 9), ("reopened", 11), ("reopened", 12), ("merged", 20), ("closed", 20)]
    timeline = tuple(Event(event=word, created_at=at(minute)) for word, minute in events)
    merged = pull(state="closed", merged_at=at(20), merge_commit_sha=sha("p"), merged_by=OTHER)
    found = facts(record(merged, timeline=timeline), Content(versions=(STOOD,), paths=frozenset(TREE), merged=TREE))
    assert [(one.since, one.until) for one in found.spans] == [(at(5), at(9)), (at(11), at(20))]
    assert found.merged
    assert (found.merged.by, found.merged.at, found.merged.tree) == (102, at(20), TREE)
    assert found.missing == ()


def test_a_merge_whose_event_is_not_told_ends_the_time_too() -> None:
    """Who merged may be gone; when it was is said by the pull request itself."""
    found = facts(record(pull(state="closed", merged_at=at(20), merge_commit_sha=sha("p"))))
    assert [(one.since, one.until) for one in found.spans] == [(at(5), at(20))]
    assert found.merged
    assert (found.merged.by, found.merged.tree) == (GHOST, {})


@pytest.mark.parametrize(
    ("head", "base", "fork"),
    [
        (RepositoryOf(1), RepositoryOf(1), False),
        (RepositoryOf(2), RepositoryOf(1), True),
        (None, RepositoryOf(1), True),
        (RepositoryOf(1), None, True),
    ],
)
def test_a_fork_is_another_repository_or_one_that_is_gone(
    head: RepositoryOf | None, base: RepositoryOf | None, fork: bool
) -> None:
    found = facts(record(pull(head=End("x", sha("a"), head), base=End("main", sha("m"), base), user=None)))
    assert found.fork is fork
    assert found.author == GHOST


def test_what_the_objects_and_the_rules_say_is_handed_on() -> None:
    unsure = Version(at=None, by=None, tree=TREE, touched=frozenset(), seen=at(3))
    content = Content(
        versions=(STOOD, unsure),
        paths=frozenset(TREE),
        missing=("a",),
        forged=("b",),
        conflicts=("lakip/2026/nota-dinas.md",),
    )
    judged = Judgement(checks={"A1": ("x",)}, sheets={"bukti/a5-kertas.yml": "0" * 64}, expanded="1", rules="2")
    found = facts(record(pull(user=Account(5, "x"))), content, judged)
    assert (found.missing, found.forged, found.conflicts) == (("a",), ("b",), ("lakip/2026/nota-dinas.md",))
    assert (found.checks, found.expanded, found.rules) == ({"A1": ("x",)}, "1", "2")
    assert [(one.at, one.seen, one.by) for one in found.versions] == [(at(1), None, 101), (None, at(3), None)]
    assert {one.utcoffset() for one in (found.versions[0].at, found.versions[1].seen) if one} == {timedelta(hours=7)}
