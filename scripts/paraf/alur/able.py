"""Whether anybody can do what comes next; where nobody can, what the office does about it (DESIGN section 5)."""

from collections.abc import Iterator
from datetime import datetime

from paraf.alur.conditions import ajukan
from paraf.alur.course import Bound
from paraf.alur.progress import Progress
from paraf.alur.sentences import Speaker
from paraf.sop.dates import write_date
from paraf.sop.forms.papers import Approve, Merge, Submit


def impasse(progress: Progress, chain: list[Bound], speaker: Speaker, now: datetime) -> str | None:
    """Why this pull request cannot be carried to its end by the people of today, with the way out; ``None``: it can."""
    return next(_impasses(progress, chain, speaker, now), None)


def _impasses(progress: Progress, chain: list[Bound], speaker: Speaker, now: datetime) -> Iterator[str]:
    course = progress.course
    for at, slot in enumerate(course.slots[len(chain) :], len(chain)):
        role, name = slot.condition.oleh, speaker.name(slot.condition.oleh)
        people = course.roster.people(role, now)
        on_paper = course.papers.kertas is not None and role in course.papers.kertas.boleh
        signs = isinstance(slot.condition, Approve) and on_paper
        able = {person.id if person.id is not None else person.kunci for person in people if person.id or signs}
        if not able and not isinstance(slot.condition, Merge):
            yield f"Pada {write_date(now.date())} tidak ada {name} yang dapat bertindak. Tunjuk Plt atau Plh {name}."
        elif isinstance(slot.condition, Approve):
            yield from _approvers(progress, chain, at, able, speaker)


def _approvers(
    progress: Progress, chain: list[Bound], at: int, able: set[int | str], speaker: Speaker
) -> Iterator[str]:
    """Whether some holder of an approving role is neither author, nor handed over, nor approved another step."""
    course, slot = progress.course, progress.course.slots[at]
    name = speaker.name(slot.condition.oleh)
    if able == {course.pull.author}:
        yield (
            f"Hanya {speaker.person(course.pull.author)} yang memegang peran {name}, dan PR ini dibukanya sendiri."
            f" Tutup PR ini, lalu minta {speaker.name(speaker.writer)} membuka yang baru."
        )
        return
    others = able - {course.pull.author}
    asked = [
        {one.person for one in ajukan.serving(progress, before, progress.mark(chain[:before]))}
        for before, one in enumerate(course.slots[:at])
        if before < len(chain) and isinstance(one.condition, Submit) and one.condition.ke == slot.condition.oleh
    ]
    handed = asked[-1] if asked else set()
    if others and len(handed) == 1 and others <= handed:
        yield f"Yang menyerahkan naskah ini juga satu-satunya {name}. Minta orang lain menyerahkannya, atau tunjuk Plh."
        return
    approved = progress.mark(chain).approvers if course.papers.rangkap == "tolak" else frozenset()
    if others and others <= approved:
        yield f"Satu-satunya {name} sudah menyetujui langkah lain pada naskah ini. Tunjuk Plh {name}."
