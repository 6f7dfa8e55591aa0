"""Whether anybody can do what comes next; where nobody can, what the office does about it (DESIGN section 5)."""

from datetime import datetime

from paraf.alur.conditions import ajukan
from paraf.alur.course import Bound
from paraf.alur.progress import Progress
from paraf.alur.sentences import Speaker
from paraf.sop.dates import write_date
from paraf.sop.forms.papers import Approve, Merge, Submit


def impasse(progress: Progress, chain: list[Bound], speaker: Speaker, now: datetime) -> str | None:
    """Why this pull request cannot be carried to its end by the people of today, with the way out; ``None``: it can."""
    slots = progress.course.slots
    told = (_lack(progress, chain, at, speaker, now) for at in range(len(chain), len(slots)))
    return next((one for one in told if one), None)


def _lack(progress: Progress, chain: list[Bound], at: int, speaker: Speaker, now: datetime) -> str | None:
    """Whether nobody can fulfil an open condition; a merge anybody may do."""
    course, slot = progress.course, progress.course.slots[at]
    role, name = slot.condition.oleh, speaker.name(slot.condition.oleh)
    approves = isinstance(slot.condition, Approve)
    signs = approves and course.papers.kertas is not None and role in course.papers.kertas.boleh
    people = course.roster.people(role, now)
    able = {person.id if person.id is not None else person.kunci for person in people if person.id or signs}
    if not able and not isinstance(slot.condition, Merge):
        return f"Pada {write_date(now.date())} tidak ada {name} yang dapat bertindak. Tunjuk Plt atau Plh {name}."
    return _no_approver(progress, chain, at, able, speaker) if approves else None


def _no_approver(progress: Progress, chain: list[Bound], at: int, able: set[int | str], speaker: Speaker) -> str | None:
    """Whether every holder of an approving role is the author, handed over, or approved another step."""
    course, slot = progress.course, progress.course.slots[at]
    name = speaker.name(slot.condition.oleh)
    others = able - {course.pull.author}
    if not others:
        return (
            f"Hanya {speaker.person(course.pull.author)} yang memegang peran {name}, dan PR ini dibukanya sendiri."
            f" Tutup PR ini, lalu minta {speaker.name(speaker.writer)} membuka yang baru."
        )
    asked = [
        {one.person for one in ajukan.serving(progress, before, progress.mark(chain[:before]))}
        for before, one in enumerate(course.slots[: min(at, len(chain))])
        if isinstance(one.condition, Submit) and one.condition.ke == slot.condition.oleh
    ]
    handed = asked[-1] if asked else set()
    if len(handed) == 1 and others <= handed:
        return (
            f"Yang menyerahkan naskah ini juga satu-satunya {name}. Minta orang lain menyerahkannya, atau tunjuk Plh."
        )
    approved = progress.mark(chain).approvers if course.papers.rangkap == "tolak" else frozenset()
    if others <= approved:
        return f"Satu-satunya {name} sudah menyetujui langkah lain pada naskah ini. Tunjuk Plh {name}."
    return None
