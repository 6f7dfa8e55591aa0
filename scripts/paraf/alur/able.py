"""Whether anybody can do what comes next; where nobody can, what the office does about it (DESIGN section 5)."""

from collections.abc import Iterator
from datetime import datetime

from msgspec import Struct

from paraf.alur.conditions import ajukan
from paraf.alur.course import Bound
from paraf.alur.progress import Progress
from paraf.alur.sentences import Speaker
from paraf.sop.dates import write_date
from paraf.sop.forms.papers import Approve, Merge, Submit
from paraf.sop.repository import OFFICIALS


class Impasse(Struct, frozen=True):
    """Why nobody can go on, and the way out; ``role`` is who goes it (``None``: the role that is waited for, once held)."""

    told: str
    act: str
    role: str | None = None


def impasse(progress: Progress, chain: list[Bound], speaker: Speaker, now: datetime) -> Impasse | None:
    """Why this pull request cannot be carried to its end by the people of today, with the way out; ``None``: it can."""
    slots = progress.course.slots
    told = (_lack(progress, chain, at, speaker, now) for at in range(len(chain), len(slots)))
    return next((one for one in told if one), None)


def _lack(progress: Progress, chain: list[Bound], at: int, speaker: Speaker, now: datetime) -> Impasse | None:
    """Whether nobody can fulfil an open condition; a merge anybody may do."""
    course, slot = progress.course, progress.course.slots[at]
    role, name = slot.condition.oleh, speaker.name(slot.condition.oleh)
    approves = isinstance(slot.condition, Approve)
    signs = approves and course.papers.kertas is not None and role in course.papers.kertas.boleh
    people = course.roster.people(role, now)
    able = {person.id if person.id is not None else person.kunci for person in people if person.id or signs}
    if not able and not isinstance(slot.condition, Merge):
        told = f"Pada {write_date(now.date())} tidak ada {name} yang dapat bertindak."
        return Impasse(told, _appoint(f"Plt atau Plh {name}"))
    return _no_approver(progress, chain, at, able, speaker, now) if approves else None


def _no_approver(
    progress: Progress, chain: list[Bound], at: int, able: set[int | str], speaker: Speaker, now: datetime
) -> Impasse | None:
    """Whether every holder of an approving role is the author, handed over, or approved another step."""
    course, slot = progress.course, progress.course.slots[at]
    name = speaker.name(slot.condition.oleh)
    others = able - {course.pull.author}
    if not others:
        told = f"Hanya {speaker.person(course.pull.author)} yang memegang peran {name}, dan PR ini dibukanya sendiri."
        if opener := next(_openers(progress, speaker, now), None):
            who, number = speaker.person(course.pull.author), course.pull.number
            act = f"{who} menutup PR #{number}, lalu {speaker.name(opener)} membuka yang baru."
            return Impasse(told, act, opener)
        return Impasse(told, _appoint(f"Plh {name}"))
    asked = [
        (
            one.condition.oleh,
            {bound.person for bound in ajukan.serving(progress, before, progress.mark(chain[:before]))},
        )
        for before, one in enumerate(course.slots[: len(chain)])
        if isinstance(one.condition, Submit) and one.condition.ke == slot.condition.oleh
    ]
    hands, handed = asked[-1] if asked else ("", set())
    if len(handed) == 1 and others <= handed:
        told = f"Yang menyerahkan naskah ini juga satu-satunya {name}."
        if course.roster.held(hands, now) - handed:
            how = f"dengan menulis komentar /ajukan di PR #{course.pull.number}"
            return Impasse(told, f"{speaker.name(hands)} yang lain menyerahkan naskahnya {how}.", hands)
        return Impasse(told, _appoint(f"Plh {name}"))
    approved = progress.mark(chain).approvers if course.papers.rangkap == "tolak" else frozenset()
    if others <= approved:
        return Impasse(f"Satu-satunya {name} sudah menyetujui langkah lain pada naskah ini.", _appoint(f"Plh {name}"))
    return None


def _openers(progress: Progress, speaker: Speaker, now: datetime) -> Iterator[str]:
    """The roles of which somebody else can open the paper's pull request: rather who writes it, never who approves it."""
    course = progress.course
    approving = {slot.condition.oleh for slot in course.slots if isinstance(slot.condition, Approve)}
    roles = [speaker.writer, *(slot.condition.oleh for slot in course.slots)]
    return (one for one in roles if one not in approving and course.roster.held(one, now) - {course.pull.author})


def _appoint(whom: str) -> str:
    return f"Kantor menunjuk {whom}, lalu mencatatnya di {OFFICIALS}."
