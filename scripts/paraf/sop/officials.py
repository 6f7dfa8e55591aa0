"""Who holds a role on a day, and whether the papers can be walked with distinct people (DESIGN section 5)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from paraf.sop.forms.officials import OfficialsFile, Person
from paraf.sop.forms.papers import Approve, Paper, PapersFile, Submit, Write


@dataclass(frozen=True, slots=True)
class Shortage:
    """From ``start`` to ``end`` (both included, ``None``: open) ``paper`` cannot be walked; ``roles`` says between whom.

    With one role nobody holds it; with several, too few distinct people hold them.
    """

    paper: str
    start: date
    end: date | None
    roles: tuple[str, ...]


def holders(officials: OfficialsFile, role: str, day: date) -> tuple[Person, ...]:
    """The people holding a role that day; while a Plt or Plh is in office, only they hold it."""
    running = [
        term
        for term in officials.masa_jabatan
        if term.peran == role and term.mulai <= day and (term.selesai is None or day <= term.selesai)
    ]
    acting = [term for term in running if term.kedudukan != "definitif"]
    keys = {term.orang for term in acting or running}
    return tuple(person for person in officials.orang if person.kunci in keys)


def shortages(papers: PapersFile, officials: OfficialsFile, today: date) -> Iterator[Shortage]:
    """Every paper and stretch of days, from today on, for which the roles lack distinct people."""
    for paper in papers.naskah:
        running: Shortage | None = None
        for start, end in _stretches(officials, today):
            roles = _lacking(paper, papers.rangkap == "catat", officials, start)
            if running and running.roles == roles:
                running = Shortage(paper.id, running.start, end, roles)
                continue
            if running:
                yield running
            running = Shortage(paper.id, start, end, roles) if roles else None
        if running:
            yield running


def _stretches(officials: OfficialsFile, today: date) -> list[tuple[date, date | None]]:
    """The days from today on, cut wherever a term begins or ends."""
    cuts = {today}
    for term in officials.masa_jabatan:
        cuts.add(term.mulai)
        if term.selesai and term.selesai < date.max:
            cuts.add(term.selesai + timedelta(days=1))
    starts = sorted(day for day in cuts if day >= today)
    ends = [day - timedelta(days=1) for day in starts[1:]]
    return list(zip(starts, [*ends, None], strict=True))


def _lacking(paper: Paper, double_allowed: bool, officials: OfficialsFile, day: date) -> tuple[str, ...]:
    """The roles between which people are lacking on that day; empty when the paper can be walked."""
    conditions = [condition for stage in paper.langkah for condition in stage.syarat]
    needed = dict.fromkeys(condition.oleh for condition in conditions)
    people = {role: {person.kunci for person in holders(officials, role, day)} for role in needed}
    for role in needed:
        if not people[role]:
            return (role,)
    approvers = list(dict.fromkeys(c.oleh for c in conditions if isinstance(c, Approve)))
    authors = {c.oleh for c in conditions if isinstance(c, Write)}
    handing = {(c.oleh, c.ke) for c in conditions if isinstance(c, Submit) and c.ke in approvers}
    for choice in product(*(sorted(people[role]) for role in approvers)):
        chosen = dict(zip(approvers, choice, strict=True))
        distinct = double_allowed or len(set(choice)) == len(choice)
        handed = all(people[giver] - {chosen[taker]} for giver, taker in handing)
        written = all(people[author] - set(choice) for author in authors)
        if distinct and handed and written:
            return ()
    return tuple(dict.fromkeys([*approvers, *sorted({giver for giver, _ in handing} | authors)]))
