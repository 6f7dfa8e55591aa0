"""``paraf andai``: a sentence of a small closed language becomes one more fact, so that the engine can be asked again."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from paraf.alur.content import REGULAR, below
from paraf.alur.facts import Blob, Comment, Facts, Merged, Policy, Pull, Review, ReviewState, Span, Tree, Version
from paraf.alur.slots import record_of
from paraf.alur.states import Cycle
from paraf.door.keys import listing
from paraf.door.regex import regex
from paraf.door.text import echo
from paraf.errors import UsageError
from paraf.sop.covering import covers
from paraf.sop.forms.papers import Paper
from paraf.sop.forms.sop import Role
from paraf.sop.model import Sop
from paraf.sop.officials import holders
from paraf.sop.stages import carriers

Kind = Literal["susun", "ajukan", "setujui", "bukti", "gabung"]
VERBS: dict[str, Kind] = {
    "menyusun": "susun",
    "mengajukan": "ajukan",
    "menyetujui": "setujui",
    "mengembalikan": "setujui",
    "mencatat bukti": "bukti",
    "menyatukan": "gabung",
}
"""What may be supposed, and the condition that a step must have for it."""
_RETURN = "mengembalikan"
_SENTENCE = regex(rf"(.+?) ({'|'.join(VERBS)}) ([a-z]{{1,2}} ?\.? ?[0-9]{{1,3}})")
_ANY = "andaian"
_SHA256 = "0" * 64
"""Stands for the bytes of a file that is only supposed."""


class Wish(Struct, frozen=True):
    """A holder of ``role`` does ``verb`` at ``step``."""

    role: str
    verb: str
    step: str


def read_wish(sentence: str, sop: Sop, policy: Policy) -> Wish:
    """A sentence such as ``sekdin menyetujui B10``; raises ``UsageError`` with the forms there are."""
    found = _SENTENCE.fullmatch(" ".join(sentence.casefold().split()))
    if not found:
        raise UsageError(f"'{echo(sentence)}' tidak dimengerti. {forms(sop)}")
    role = next((role for role in sop.roles if found[1] in _names(role)), None)
    if role is None:
        raise UsageError(f"'{echo(found[1])}' bukan pelaksana pada SOP ini. {forms(sop)}")
    step = re.sub(r"[ .]", "", found[3]).upper()
    if step not in sop.steps:
        steps = list(sop.steps)
        raise UsageError(f"Langkah {step} tidak ada. Langkah: {steps[0]} sampai {steps[-1]}.")
    stages = {stage.kode: stage.syarat for paper in policy.papers.naskah for stage in paper.langkah}
    asked = [one.__struct_config__.tag for one in stages.get(step, ())]
    if VERBS[found[2]] not in asked:
        able = [verb for verb, kind in VERBS.items() if kind in asked] or ["(tidak ada)"]
        raise UsageError(f"Pada langkah {step} tidak ada yang {found[2]}. Yang ada: {listing(able)}.")
    return Wish(role.id, found[2], step)


def forms(sop: Sop) -> str:
    """The forms of a sentence, for somebody who wrote another one."""
    return f"Tulis: PELAKSANA, lalu {listing(VERBS)}, lalu LANGKAH. Pelaksana: {listing(role.sebutan for role in sop.roles)}."


def _names(role: Role) -> set[str]:
    return {name.casefold() for name in (role.id, role.sebutan, *role.sebutan_lain)}


def suppose(policy: Policy, facts: Facts, cycle: Cycle, wish: Wish, now: datetime) -> Facts:
    """The facts with one more act at ``now``, on the content as it is; raises ``UsageError`` where nobody could do it."""
    paper = carriers(policy.papers)[wish.step]
    people = [person.id for person in holders(policy.officials, wish.role, now.date()) if person.id is not None]
    role = policy.sop.role[wish.role].sebutan
    if not people:
        raise UsageError(f"Hari itu tidak ada {role} yang mempunyai akun, menurut sop/petugas.yml.")
    carrying = {one.pull for one in cycle.verdicts if one.carries == paper.id}
    pull = next((pull for pull in facts.pulls if pull.open and pull.number in carrying), None)
    if pull is None and VERBS[wish.verb] != "susun":
        raise UsageError(
            f"Belum ada PR terbuka yang membawa {paper.nama}. Andaikan dulu penyusunannya, atau buka PR-nya."
        )
    if pull is None:
        return replace(facts, pulls=(*facts.pulls, _opened(facts, paper, people[0], now)))
    edition = 1 + max((one.edition for one in cycle.closings if one.paper == paper.id), default=0)
    changed = _with(pull, facts, paper, edition, wish, people[0], now)
    return replace(facts, pulls=tuple(changed if one is pull else one for one in facts.pulls))


def _opened(facts: Facts, paper: Paper, by: int, now: datetime) -> Pull:
    """A pull request that brings the paper's files as they are; files that are not there yet are supposed."""
    there = _covered(facts.main, facts.year, paper)
    named = {below(facts.year) + name for name in _plain_names(paper)}
    supposed = {path: Blob(REGULAR, _SHA256, len(_ANY)) for path in named - there}
    touched = there | named
    version = Version(at=now, by=by, tree={**facts.main, **supposed}, touched=touched)
    number = max((pull.number for pull in facts.pulls), default=0) + 1
    return Pull(number=number, author=by, spans=(Span(now),), versions=(version,), paths=touched)


def _covered(tree: Tree, year: int, paper: Paper) -> frozenset[str]:
    """The paper's files in a tree."""
    folder = below(year)
    return frozenset(
        path for path in tree if path.startswith(folder) and covers(paper.mencakup, path.removeprefix(folder))
    )


def _plain_names(paper: Paper) -> Iterator[str]:
    """A file for every pattern of the paper."""
    for pattern in paper.mencakup:
        written = pattern.replace("NN", "01", 1) if pattern.startswith("NN") else pattern
        yield written.replace("*", _ANY) if not written.endswith("/") else f"{written}{_ANY}.md"


def _with(pull: Pull, facts: Facts, paper: Paper, edition: int, wish: Wish, by: int, now: datetime) -> Pull:
    """The pull request of an edition of the paper with what is wished."""
    tree: Tree = pull.versions[-1].tree if pull.versions else facts.main
    match VERBS[wish.verb]:
        case "setujui":
            state: ReviewState = "changes_requested" if wish.verb == _RETURN else "approved"
            number = max((review.id for one in facts.pulls for review in one.reviews), default=0) + 1
            return replace(pull, reviews=(*pull.reviews, Review(id=number, by=by, state=state, at=now, text=_ANY)))
        case "ajukan":
            number = max((comment.id for one in facts.pulls for comment in one.comments), default=0) + 1
            return replace(pull, comments=(*pull.comments, Comment(id=number, by=by, at=now, text="/ajukan")))
        case "gabung":
            closed = replace(pull.spans[-1], until=now)
            return replace(pull, merged=Merged(at=now, by=by, tree=tree), spans=(*pull.spans[:-1], closed))
        case "bukti":
            path = below(facts.year) + record_of(wish.step, edition)
            return _pushed(pull, {**tree, path: Blob(REGULAR, _SHA256, len(_ANY))}, frozenset({path}), by, now)
        case _:
            return _pushed(pull, tree, _covered(tree, facts.year, paper), by, now)


def _pushed(pull: Pull, tree: Tree, touched: frozenset[str], by: int, now: datetime) -> Pull:
    version = Version(at=now, by=by, tree=tree, touched=touched)
    return replace(pull, versions=(*pull.versions, version), paths=pull.paths | touched)
