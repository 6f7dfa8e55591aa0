"""Which approvals count: the two-person rule, content that could be read, and sheets signed on paper (DESIGN section 5)."""

from datetime import timedelta

from msgspec import Struct

from paraf.alur.acts import Act
from paraf.alur.conditions import ajukan
from paraf.alur.course import Bound
from paraf.alur.gaps import OwnHandOver, OwnPaper, Refusal, Uncertain, Unnamed, Unread
from paraf.alur.progress import Progress
from paraf.alur.slots import sheet_of
from paraf.door.regex import regex
from paraf.sop.forms.papers import Approve, Submit

_SPACE = regex(r"\s+")


class Confirmed(Struct, frozen=True):
    """A sheet signed on paper: the digest of the file that records it, and the person who signed."""

    sheet: str
    person: int | str


def refusal(progress: Progress, act: Act, at: int, chain: list[Bound], person: int | str) -> Refusal | None:
    """Why the approval of a person does not count for a condition; everything before that one holds.

    The person is not the one who acts where a review confirms what somebody signed on paper.
    """
    course, slot = progress.course, progress.course.slots[at]
    assert slot.binds
    strict = course.papers.ketat == "ya"
    if person == course.pull.author or (strict and _helped(progress, person)):
        return OwnPaper(act.by, act.at)
    if all(handed.person == person for handed in _handed_over(progress, at, chain)):
        return OwnHandOver(act.by, act.at)
    if not progress.standing.certain(slot.binds):
        return Uncertain(act.by, act.at)
    stood = act.at - progress.standing.since(slot.binds)
    if stood < timedelta(minutes=course.papers.waktu_baca_minimal):
        return Unread(act.by, act.at, int(stood.total_seconds()))
    if strict and person == act.by and not _names(progress, act, progress.key(slot)):
        return Unnamed(act.by, act.at)
    return None


def confirmation(progress: Progress, act: Act, chain: list[Bound]) -> Confirmed | None:
    """What a review confirms: the sheet that somebody signed on paper for the open approval, filed after the hand-over.

    Who may sign so, who files the sheet and who confirms it stands in ``naskah.yml``; the one who confirms neither filed it
    nor opened the pull request, and the sheet names the digest of this very content.
    """
    course, kept, at = progress.course, progress.course.papers.kertas, len(chain)
    slot = course.slots[at]
    if kept is None or not isinstance(slot.condition, Approve) or slot.condition.oleh not in kept.boleh:
        return None
    if not any(progress.holds(act.by, role, act.at) for role in kept.ditegaskan):
        return None
    name = sheet_of(slot.step, course.edition)
    filed, blob = progress.standing.changes.get(course.path(name)), progress.standing.tree.get(course.path(name))
    if filed is None or blob is None or filed.by is None or act.by in (filed.by, course.pull.author):
        return None
    handed = min(one.deed.at for one in _handed_over(progress, at, chain))
    if not progress.holds(filed.by, kept.dicatat, filed.at) or filed.earliest <= handed:
        return None
    signers = course.roster.people(slot.condition.oleh, act.at)
    if course.pull.sheets.get(name) != progress.key(slot) or len(signers) != 1 or signers[0].id == act.by:
        return None
    return Confirmed(blob.sha256, signers[0].kunci if signers[0].id is None else signers[0].id)


def _handed_over(progress: Progress, at: int, chain: list[Bound]) -> list[Bound]:
    """The hand-overs that an approval may answer; a paper in order has one before every approval."""
    asked = progress.course.slots[at].condition.oleh
    conditions = [slot.condition for slot in progress.course.slots[:at]]
    last = max(before for before, one in enumerate(conditions) if isinstance(one, Submit) and one.ke == asked)
    return list(ajukan.serving(progress, last, progress.mark(chain[:last])))


def _helped(progress: Progress, person: int | str) -> bool:
    """Whether a person wrote on the content up to now, by a push or as a co-author."""
    seen = progress.standing.versions[: progress.standing.now + 1]
    return any(person == one.by or person in one.co_authors for one in seen)


def _names(progress: Progress, act: Act, content: str) -> bool:
    """Whether the text of a review, as it was submitted, names the digest of the content."""
    review = next(one for one in progress.course.pull.reviews if one.id == act.review)
    until = progress.course.until
    edited = review.edited is not None and (until is None or review.edited <= until)
    return not edited and content in _SPACE.sub("", review.text).lower()
