"""Who acts next on a pull request: by the roles of today, and by the rule of two persons (DESIGN section 5)."""

from paraf.alur.carried import Pages, Rules
from paraf.alur.facts import Review
from paraf.alur.keepers import Needed, for_pages, for_rules, words
from paraf.alur.others import NAMES
from paraf.alur.states import Outcome
from paraf.sop.forms.officials import Person
from paraf.sop.forms.papers import Approve, Submit
from paraf.views.forge.desk import Desk
from paraf.views.forge.turn import Turn


def note_of(desk: Desk, turn: Turn) -> Review | None:
    """The review by which the paper was sent back: the latest one of somebody who approves on it."""
    stages = turn.paper.langkah if turn.paper else ()
    roles = [one.oleh for stage in stages for one in stage.syarat if isinstance(one, Approve)]
    found = [
        one
        for one in turn.pull.reviews
        if one.state == "changes_requested" and any(desk.roster.holds(one.by, role, one.at) for role in roles)
    ]
    return max(found, key=lambda one: (one.at, one.id), default=None)


def able(desk: Desk, turn: Turn) -> tuple[Person, ...]:
    """Who may do what is open, the first one first; of an approval nobody who wrote, handed over or approved before."""
    if turn.step is None or turn.step.role is None:
        return ()
    people = [one for one in desk.roster.people(turn.step.role, desk.now) if one.id is not None and one.akun]
    if turn.approver:
        barred = _barred(desk, turn)
        return tuple(one for one in people if one.id not in barred)
    if turn.mends or not isinstance(turn.condition, Submit):
        return tuple(sorted(people, key=lambda one: one.id != turn.pull.author))
    asked = desk.roster.held(turn.condition.ke, desk.now)
    return tuple(sorted(people, key=lambda one: one.id in asked))


def _barred(desk: Desk, turn: Turn) -> frozenset[int]:
    """Whose approval would not count here."""
    papers, handed = desk.policy.papers, [deed.by for deed in turn.deeds if deed.kind == "ajukan"][-1:]
    approved = [deed.by for deed in turn.deeds if deed.kind == "setujui"] if papers.rangkap == "tolak" else []
    helped = [who for one in turn.pull.versions for who in (one.by, *one.co_authors)] if papers.ketat == "ya" else []
    return frozenset(who for who in (turn.pull.author, *handed, *approved, *helped) if who is not None)


def next_people(desk: Desk, turn: Turn) -> tuple[Person, ...]:
    """Who is spoken to: who may do what is open, else the one of those who keep pages and rules that is asked."""
    keeper = None if turn.step else asked(desk, turn)
    return (
        able(desk, turn)
        if keeper is None
        else tuple(one for one in desk.policy.officials.orang if one.id == keeper and one.akun)
    )


def acting(desk: Desk, turn: Turn) -> str:
    """``Plh `` or ``Plt `` where whoever is next acts as one, else ``""``."""
    people = able(desk, turn)
    if not people or turn.step is None or turn.step.role is None or people[0].id is None:
        return ""
    return desk.acting(turn.step.role, people[0].id, desk.now)


def asked(desk: Desk, turn: Turn) -> int | None:
    """The account that is asked for its review: exactly one, and only while an approval is open."""
    if turn.approver:
        return next((one.id for one in able(desk, turn)), None)
    return _keeper(desk, turn) if turn.verdict.outcome is Outcome.MENUNGGU and turn.paper is None else None


def _keeper(desk: Desk, turn: Turn) -> int | None:
    """Of those who keep the pages or the rules, who is to approve next."""
    papers, pull = desk.policy.papers, turn.pull
    if turn.verdict.next.role is None:
        return None
    if turn.verdict.carries == NAMES[Pages] and (kept := papers.halaman):
        said = words(pull, desk.roster, papers, kept.disetujui)
        return _first(desk, for_pages(pull, desk.roster, papers, desk.now), said.approved)
    if turn.verdict.carries == NAMES[Rules] and (governed := papers.tata_kelola):
        said = words(pull, desk.roster, papers, governed.disetujui, governed.inti)
        return _first(desk, for_rules(pull, desk.roster, papers, desk.now), said.approved)
    return None


def _first(desk: Desk, needed: Needed, approved: frozenset[int]) -> int | None:
    """The same one that the verdict names."""
    return next(iter(sorted(needed.people - approved, key=desk.roster.name)), None)
