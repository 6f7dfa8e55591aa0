"""Who holds a role on a day, and whether the papers can be walked by distinct people (DESIGN section 5)."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from itertools import groupby

from msgspec import Struct

from paraf.sop.forms.officials import OfficialsFile, Person, Term
from paraf.sop.forms.papers import Approve, Paper, PapersFile, Submit, Write

Act = Write | Submit | Approve
Held = Mapping[str, Collection[str]]
DAY = timedelta(days=1)


class Vacancy(Struct, frozen=True):
    """Nobody holds ``role``, which has to act at ``steps``."""

    role: str
    steps: tuple[str, ...]


class Overlap(Struct, frozen=True):
    """All roles are held, but by too few ``people`` for these ``acts`` (with their steps); for any one less they do."""

    acts: Mapping[Act, tuple[str, ...]]
    people: int


Lack = Vacancy | Overlap


class Shortage(Struct, frozen=True):
    """From ``start`` to ``end`` (both included, ``None``: open) ``paper`` cannot be walked, because of ``lack``."""

    paper: str
    start: date
    end: date | None
    lack: Lack


def holders(officials: OfficialsFile, role: str, day: date) -> tuple[Person, ...]:
    """The people holding a role that day; while a Plt or Plh is in office, only they hold it."""
    _, held = next(_holdings((role,), officials, day))
    return tuple(person for person in officials.orang if person.kunci in held[role])


def shortages(papers: PapersFile, officials: OfficialsFile, today: date) -> Iterator[Shortage]:
    """Every paper and stretch of days, from today on, that lacks people; of several lacks the first one is named."""
    for paper in papers.naskah:
        lacks = _lacks(paper, papers.rangkap == "tolak", officials, today)
        turns = [next(same) for _, same in groupby(lacks, key=lambda turn: turn[1])]
        ends = [start - DAY for start, _ in turns[1:]]
        for (start, lack), end in zip(turns, [*ends, None], strict=True):
            if lack:
                yield Shortage(paper.id, start, end, lack)


def _lacks(paper: Paper, distinct: bool, officials: OfficialsFile, today: date) -> Iterator[tuple[date, Lack | None]]:
    """What the paper lacks from today on, and from each later day on which a term of its roles begins or is over."""
    acting = [(one.oleh, stage.kode) for stage in paper.langkah for one in stage.syarat]
    roles = {role: tuple(dict.fromkeys(step for other, step in acting if other == role)) for role, _ in acting}
    acts = _acts(paper)
    overlap = cache(lambda held: _overlap(acts, dict(held), distinct))
    for day, held in _holdings(roles, officials, today):
        vacant = next((role for role in roles if not held[role]), None)
        # A role with as many holders as there are acts always has one to spare, so only the others are looked at.
        few = tuple((role, frozenset(held[role])) for role in roles if len(held[role]) < len(acts))
        yield day, Vacancy(vacant, roles[vacant]) if vacant else overlap(few)


def _holdings(roles: Iterable[str], officials: OfficialsFile, today: date) -> Iterator[tuple[date, Held]]:
    """Who holds each role on ``today``, and from each later day on which a term of one of them begins or is over."""
    running = {role: (Counter[str](), Counter[str]()) for role in roles}
    changes: dict[date, list[tuple[Term, int]]] = defaultdict(list, {today: []})
    for term in officials.masa_jabatan:
        start, end = max(term.mulai, today), term.selesai or date.max
        if term.peran in running and start <= end:
            changes[start].append((term, 1))
            if end < date.max:
                changes[end + DAY].append((term, -1))
    for day in sorted(changes):
        for term, change in changes[day]:
            people = running[term.peran][term.kedudukan == "definitif"]
            people[term.orang] += change
            if not people[term.orang]:
                del people[term.orang]
        yield day, {role: (acting or definitive).keys() for role, (acting, definitive) in running.items()}


def _acts(paper: Paper) -> Mapping[Act, tuple[str, ...]]:
    """What the roles do in a paper, as far as it decides who else may act, each with its steps."""
    steps: dict[Act, dict[str, None]] = defaultdict(dict)
    for one, step in ((one, stage.kode) for stage in paper.langkah for one in stage.syarat):
        if isinstance(one, Act):
            steps[one if isinstance(one, Submit) else type(one)(oleh=one.oleh)][step] = None
    return {act: tuple(codes) for act, codes in steps.items()}


def _overlap(steps: Mapping[Act, tuple[str, ...]], few: Held, distinct: bool) -> Overlap | None:
    """The earliest acts that stand in each other's way; ``None`` when people suffice. Only roles in ``few`` can lack."""
    acts = [act for act in steps if act.oleh in few]
    if _suffice(acts, few, distinct):
        return None
    for act in reversed(acts):
        others = [other for other in acts if other != act]
        if not _suffice(others, few, distinct):
            acts = others
    return Overlap({act: steps[act] for act in acts}, len(set().union(*(few[act.oleh] for act in acts))))


def _suffice(acts: list[Act], held: Held, distinct: bool) -> bool:
    """Whether approvers can differ from some author, from who hands over and, if ``distinct``, from each other."""
    approving = {act.oleh: set(held[act.oleh]) for act in acts if isinstance(act, Approve)}
    for act in acts:
        if isinstance(act, Submit) and act.ke in approving and len(held[act.oleh]) == 1:
            approving[act.ke].difference_update(held[act.oleh])
    return _apart(list(approving.values()), [held[act.oleh] for act in acts if isinstance(act, Write)], distinct)


def _apart(approving: list[set[str]], writing: list[Collection[str]], distinct: bool) -> bool:
    """Whether each role that approves finds a person, and each role that writes keeps one who does not approve."""
    if not (_matched(approving) if distinct else all(approving)):
        return False
    return not writing or any(
        _apart([people - {author} for people in approving], [who for who in writing if author not in who], distinct)
        for author in min(writing, key=len)
    )


def _matched(groups: list[set[str]]) -> bool:
    """Whether every group can send a person of its own (a bipartite matching by augmenting paths)."""
    sent: dict[str, int] = {}

    def send(group: int, asked: set[str]) -> bool:
        fresh = groups[group] - asked
        asked |= fresh
        for person in fresh:
            if person not in sent or send(sent[person], asked):
                sent[person] = group
                return True
        return False

    return all(send(group, set()) for group in range(len(groups)))
