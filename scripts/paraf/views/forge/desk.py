"""What the views of the gate look at together: the answer about a year, its facts, the rules, the forge's addresses."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from msgspec import Struct, field

from paraf.alur.book.noting import books_of, lacking
from paraf.alur.facts import Facts, Policy, Pull
from paraf.alur.roster import Roster
from paraf.alur.states import Closing, Cycle
from paraf.door.regex import regex
from paraf.gerbang.effects import Meta
from paraf.laporan.records.names import EvidenceName
from paraf.laporan.records.template import template
from paraf.sop.evidence import EvidenceForm, evidence_forms
from paraf.sop.forms.evidence import AnyField, Day, Group, Rows
from paraf.sop.forms.papers import Paper
from paraf.sop.model import Sop
from paraf.sop.repository import Repository
from paraf.views.forge.escape import GAP, plain
from paraf.views.forge.links import Forge

_NUMBER = regex(rf"&#35;{GAP}([0-9]{{1,9}})(?![0-9])")


class Desk(Struct, frozen=True, kw_only=True):
    """A year as the gate sees it; ``unnoted`` are the files that its book lacks, or why it cannot be continued;
    ``titles`` those of the pull requests.
    """

    cycle: Cycle
    facts: Facts
    policy: Policy
    repo: Repository
    now: datetime
    forge: Forge
    forms: Mapping[str, EvidenceForm] = field(default_factory=dict)
    unnoted: Mapping[str, bytes] | str = field(default_factory=dict)
    titles: Mapping[int, str] = field(default_factory=dict)

    @property
    def year(self) -> int:
        """The year of the report."""
        return self.facts.year

    @property
    def sop(self) -> Sop:
        """The SOP of the year."""
        return self.policy.sop

    @property
    def roster(self) -> Roster:
        """Who holds which role, as main says."""
        return Roster(self.policy.officials)

    @property
    def clock(self) -> str:
        """The letters behind a time: WIB."""
        return self.repo.office.zona_waktu.singkatan

    def role(self, role: str) -> str:
        """A role as the SOP calls it."""
        return self.sop.role[role].sebutan

    def acting(self, role: str, account: int, at: datetime) -> str:
        """``Plh `` or ``Plt `` where the account holds the role as one at that moment, else ``""``."""
        keys = {one.kunci for one in self.policy.officials.orang if one.id == account}
        terms = (
            one
            for one in self.policy.officials.masa_jabatan
            if one.peran == role and one.orang in keys and one.mulai <= at.date() <= (one.selesai or at.date())
        )
        return next((f"{one.kedudukan.capitalize()} " for one in terms if one.kedudukan != "definitif"), "")

    def paper(self, key: str | None) -> Paper | None:
        """A paper by its id; what a pull request carries may be of another kind."""
        return next((one for one in self.policy.papers.naskah if one.id == key), None)

    def pull(self, number: int) -> Pull | None:
        """The facts of a pull request."""
        return next((one for one in self.facts.pulls if one.number == number), None)

    def closing(self, number: int) -> Closing | None:
        """The paper that this pull request brought to its end."""
        return next((one for one in self.cycle.closings if one.pull == number), None)

    def named(self, paper: Paper, edition: int = 1) -> str:
        """``Draf awal LAKIP 2026``, and which version if it is not the first."""
        again = f" (versi {edition})" if edition > 1 else ""
        return f"{paper.nama} {self.year}{again}"

    def say(self, text: str, longest: int = 400) -> str:
        """A sentence about the year as Markdown; the pull requests that it names are linked."""
        known = {one.pull for one in self.cycle.verdicts}

        def link(found: re.Match[str]) -> str:
            number = int(found[1])
            return f"[#{number}]({self.forge.pull(number)})" if number in known else found[0]

        return _NUMBER.sub(link, plain(text, longest))

    def blank(self, step: str, edition: int = 1, number: int = 1) -> str:
        """The record of a step to fill in, ``""`` where none is known.

        No day is filled in: it would be another one tomorrow, and the day of the act is nobody's to guess.
        """
        form = self.forms.get(step)
        if form is None:
            return ""
        name = EvidenceName(step, edition, number)
        return template(form, name, date.min, dict.fromkeys(_days(form.fields), ""))


def _days(fields: Iterable[AnyField], before: str = "") -> Iterator[str]:
    """The addresses of the days in a record."""
    for one in fields:
        if isinstance(one, (Group, Rows)):
            row = "1." if isinstance(one, Rows) else ""
            yield from _days(one.isian, f"{one.kunci}.{row}")
        elif isinstance(one, Day):
            yield before + one.kunci


def desk_of(
    cycle: Cycle, facts: Facts, policy: Policy, repo: Repository, metas: Iterable[Meta], now: datetime, address: str
) -> Desk:
    """The desk of a year, with what its book lacks."""
    return Desk(
        cycle=cycle,
        facts=facts,
        policy=policy,
        repo=repo,
        now=now,
        forge=Forge(address.rstrip("/")),
        forms=evidence_forms(repo),
        unnoted=_unnoted(cycle, facts, policy, now),
        titles={one.number: one.title for one in metas},
    )


def _unnoted(cycle: Cycle, facts: Facts, policy: Policy, now: datetime) -> Mapping[str, bytes] | str:
    try:
        books = books_of(facts)
    except KeyError as error:
        return f"Isi {error.args[0]} tidak terbaca."
    return lacking(books, cycle.closings, policy, facts.year, now=now)
