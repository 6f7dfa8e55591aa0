"""Which file a chapter that is absent ought to be: a number that nobody has yet, between its neighbours of the outline."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from paraf.laporan.chapter import NAME
from paraf.laporan.report import Report
from paraf.sop.forms.outline import ChapterPlan, OutlineFile

Asked = tuple[str, str | None]
"""A chapter the outline asks for: the plan's id, and the goal where there is one chapter for each."""
_NUMBERS = 100


def file_names(outline: OutlineFile, goals: Sequence[str], report: Report | None) -> Mapping[Asked, str]:
    """The file below the year's folder of every chapter: the one that is there, else the one to begin.

    A file that bears the name of a chapter but says it is something unknown is taken for it. Where the neighbours leave
    no number between them, the next free one of this part of the outline counts; where none is free there, the last.
    Two chapters are never given one name.
    """
    asked = [(plan, goal, rank) for plan in outline.bab for rank, goal in enumerate(_goals(plan, goals))]
    there = {
        (plan.id, goal): report.by_id[plan.id, goal].file.rpartition("/")[2]
        for plan, goal, _ in asked
        if report and (plan.id, goal) in report.by_id
    }
    unknown = (report.files if report else frozenset()) - set(there.values())
    taken = {int(name[:2]) for name in (report.files if report else ()) if NAME.fullmatch(name)}
    above = [_NUMBERS]
    for plan, goal, _ in reversed(asked):
        above.append(int(there[plan.id, goal][:2]) if (plan.id, goal) in there else above[-1])
    found: dict[Asked, str] = {}
    below = -1
    for at, (plan, goal, rank) in enumerate(asked):
        name = there.get((plan.id, goal))
        if name is None:
            tail = f"{plan.id}{f'-{goal.lower()}' if goal else ''}.md"
            wanted = int(plan.nomor) + rank
            if f"{wanted:02}-{tail}" not in unknown:
                wanted = _free(_band(outline, plan), wanted, range(below + 1, above[-1 - at]), taken)
            taken.add(wanted)
            name = f"{wanted:02}-{tail}"
        found[plan.id, goal] = name
        below = int(name[:2])
    return found


def doubtful(outline: OutlineFile, report: Report) -> frozenset[str]:
    """The plans of which nobody can say what is absent: a file numbered like theirs cannot be read."""
    chapters = {f"{report.folder}/{name}" for name in report.files if NAME.fullmatch(name)}
    unread = {int(file.rpartition("/")[2][:2]) for file in chapters - {chapter.file for chapter in report.chapters}}
    return frozenset(plan.id for plan in outline.bab if not unread.isdisjoint(_band(outline, plan)))


def _goals(plan: ChapterPlan, goals: Sequence[str]) -> Iterator[str | None]:
    yield from goals if plan.per_sasaran == "ya" else (None,)


def _band(outline: OutlineFile, plan: ChapterPlan) -> range:
    """The numbers of a plan: up to the one that the next plan begins with."""
    first = int(plan.nomor)
    return range(first, min((int(other.nomor) for other in outline.bab if int(other.nomor) > first), default=_NUMBERS))


def _free(band: range, wanted: int, between: range, taken: Collection[int]) -> int:
    """A number of the band: the wanted one if it may be, else the next that stands right, else the next that is free."""
    free = [number for number in band if number not in taken]
    right = [number for number in free if number in between]
    for choice in (right, free):
        if choice:
            return next((number for number in choice if number >= wanted), choice[-1])
    return band[-1]
