"""What a book may say: a correct paper is never refused for how its people worked."""

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from alur.book.handmade import BOOKS, Forger, books, closings, lines, said, verified, with_deed
from paraf.alur.states import Closing, Deed

FIRST, SECOND, *_, LAST = sorted(BOOKS)
REHASHED = Forger(rehash=True)


def with_deeds(one: Closing, kind: str, **changes: Any) -> Closing:
    """A paper in which every deed of a kind was done otherwise."""

    def change(deed: Deed) -> Deed:
        return replace(deed, **changes) if deed.kind == kind else deed

    return replace(one, deeds=tuple((step, tuple(map(change, done))) for step, done in one.deeds))


def test_writing_has_no_order_of_its_own() -> None:
    """The same bytes again, pushed after the approvals: they stand, and the last push is the writing."""
    one = closings()[0]
    late = with_deeds(one, "susun", at=one.at - timedelta(minutes=5))
    assert said(books([late])) == []


def test_evidence_follows_the_approval_and_not_the_evidence_before_it() -> None:
    """A receipt may be filed before the list of what was sent."""
    sent = lines(BOOKS[SECOND])[0].tindakan[0].waktu
    assert said(REHASHED.line(SECOND, 1, with_deed(0, waktu=sent - timedelta(minutes=5)))) == []


def test_a_book_written_this_very_second_is_sound() -> None:
    assert verified(BOOKS, now=lines(BOOKS[LAST])[-1].selesai).problems == ()


@pytest.mark.parametrize("account", [5, 999000099])
def test_anybody_may_have_merged(account: int) -> None:
    """The role of the SOP is expected, anybody else is noted: an account without a role, even without a name."""
    one = with_deeds(closings()[0], "gabung", by=account)
    made = books([one])
    deed = lines(made[FIRST])[-1].tindakan[-1]
    assert (deed.nama, deed.kedudukan) == (f"akun nomor {account}", None)
    assert said(made) == []


def test_who_merged_without_a_role_may_get_one_later() -> None:
    """A line written before the office noted the person keeps saying that there was no role."""
    rows = lines(BOOKS[FIRST])
    last = len(rows[-1].tindakan) - 1
    noted = with_deed(last, kedudukan=None, nama=f"akun nomor {rows[-1].tindakan[last].akun}")
    assert said(REHASHED.line(FIRST, len(rows) - 1, noted)) == []


def test_the_standing_of_whoever_merged_is_compared_only_where_there_is_one() -> None:
    """Anybody may merge: that the list knows no term of theirs for that day takes nothing from the paper."""
    rows = lines(BOOKS[FIRST])
    kadin = next(deed for line in rows for deed in line.tindakan if deed.peran == "kadin")
    merged = with_deed(len(rows[-1].tindakan) - 1, akun=kadin.akun, nama=kadin.nama)
    assert rows[-1].tindakan[-1].kedudukan == "definitif"
    assert said(REHASHED.line(FIRST, len(rows) - 1, merged)) == []
