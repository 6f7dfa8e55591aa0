"""A year while its pull requests are taken in order: what is done, whose turn it is, who carries what."""

from collections.abc import Iterator
from datetime import datetime

from msgspec import Struct, field
from msgspec.structs import replace

from paraf.alur.book.noting import books_of
from paraf.alur.book.verifying import recorded
from paraf.alur.carried import Carried, Carries, carried
from paraf.alur.course import NEVER, Course, Filed
from paraf.alur.facts import Facts, Policy, Pull
from paraf.alur.judged import Judged, broken, judge
from paraf.alur.roster import Roster
from paraf.alur.slots import slots_of
from paraf.alur.states import Closing, NextAct
from paraf.alur.trust import contradictions
from paraf.sop.forms.officials import OfficialsFile
from paraf.sop.forms.papers import Paper
from paraf.sop.repository import OFFICIALS

CHECK = "Petugas TI memeriksa sebabnya, lalu menilai lagi."
"""What is done where nothing can be said."""


class Year(Struct):
    """What is known so far.

    ``booked`` are the papers that the book records, by pull request. ``early`` is for each paper the last pull request that was
    merged although something was missing, ``filed`` what such ones left on main, ``carriers`` the one that carries it now.
    ``doubts`` are reasons for which nothing that is not done yet can be believed. ``bases`` are the officials by which a merged
    pull request is judged where its own base's do not tell, ``outside`` names the changes of the officials that are in doubt;
    ``healable`` tells whether an approved list is known from before them.
    """

    policy: Policy
    facts: Facts
    now: datetime
    closings: list[Closing] = field(default_factory=list)
    booked: dict[int, Closing] = field(default_factory=dict)
    early: dict[str, Judged] = field(default_factory=dict)
    carriers: dict[str, Judged] = field(default_factory=dict)
    oddities: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    filed: dict[str, dict[str, Filed]] = field(default_factory=dict)
    bases: dict[int, OfficialsFile] = field(default_factory=dict)
    outside: str = ""
    healable: bool = False

    @property
    def roster(self) -> Roster:
        """The officials as the base tip has them."""
        return Roster(self.policy.officials)

    def roster_of(self, pull: Pull) -> Roster:
        """The officials by which a pull request is judged."""
        return Roster(self.bases.get(pull.number) or pull.officials or self.policy.officials)

    @property
    def repair(self) -> NextAct:
        """Who does what where nothing can be said."""
        act = CHECK
        if self.healable:
            act = (
                f"Petugas TI membuka PR berisi {OFFICIALS} yang benar; yang menyetujuinya pejabat menurut daftar sebelum"
                " perubahan itu."
            )
        return NextAct(role=None, sentence=act)

    @property
    def papers(self) -> tuple[Paper, ...]:
        """The papers of a year in order."""
        return self.policy.papers.naskah

    def take_book(self) -> None:
        """What the book records is done, unless the forge, where it was read, says otherwise."""
        year = self.facts.year
        try:
            books = books_of(self.facts)
        except KeyError as error:
            self.doubts.append(f"Buku tidak dapat dibaca: isi {error.args[0]} tidak ada di antara faktanya.")
            return
        found = recorded(books, self.policy, year, now=self.now)
        if books and not found:
            self.doubts.append(f"Buku tahun {year} tidak utuh. Sebabnya disebut perintah 'paraf verifikasi {year}'.")
        names = {paper.id: paper.nama for paper in self.papers}
        for one in found:
            against = list(contradictions(one, self.facts, names.get(one.paper, one.paper)))
            self.oddities += against
            self.doubts += against[:1]
            if not against:
                self.closings.append(one)
                self.booked[one.pull] = one

    def done(self, before: datetime | None = None) -> dict[str, int]:
        """The last edition of every paper that is done, or was before a moment."""
        editions: dict[str, int] = {}
        for one in self.closings:
            if before is None or one.at < before:
                editions[one.paper] = max(one.edition, editions.get(one.paper, 0))
        return editions

    def carried(self, pull: Pull) -> Carried:
        """What a pull request carries, as the year stood when it was merged, or stands now."""
        before = pull.merged.at if pull.merged else None
        return carried(self.policy.papers, pull, self.facts.year, self.done(before))

    def judge(self, pull: Pull, what: Carries) -> Judged:
        """Walk a pull request that carries a paper, by the officials of its base."""
        course = Course(
            year=self.facts.year,
            paper=what.paper,
            edition=what.edition,
            slots=slots_of(self.policy.sop, what.paper, self.facts.year),
            papers=self.policy.papers,
            roster=self.roster_of(pull),
            pull=pull,
            turn=self._turn(what.paper, what.edition),
            filed=self.filed.get(what.paper.id, {}),
        )
        return judge(self.policy.sop, course, what)

    def merged_early(self, judged: Judged) -> None:
        """A pull request was merged although something was missing: it is brought again, and what it filed stays filed."""
        paper, standing = judged.carried.paper.id, judged.progress.standing
        self.early[paper] = judged
        if broken(judged.pull):
            return
        filed = {
            path: Filed(standing.tree[path], change)
            for path, change in standing.changes.items()
            if path in standing.tree
        }
        self.filed[paper] = {**self.filed.get(paper, {}), **filed}

    def rivals(self, judged: Judged) -> Iterator[str]:
        """Pull requests that carried the paper of a merged one when that was merged, open longer than it."""
        pull = judged.pull
        assert pull.merged
        for other in self.facts.pulls:
            span = other.span_at(pull.merged.at)
            if span is None or (span.since, other.number) >= (pull.opened, pull.number) or broken(other):
                continue
            # What it changed, although main may hold the same by now.
            own = frozenset().union(*(one.touched for one in other.versions if one.by is not None))
            what = carried(self.policy.papers, replace(other, paths=own), self.facts.year, self.done())
            if isinstance(what, Carries) and what.paper == judged.carried.paper:
                yield f"Saat itu naskah ini sudah dibawa PR #{other.number}, yang lebih dahulu dibuka."

    def waited_for(self, paper: Paper) -> Iterator[Paper]:
        """The papers for which a paper waits and that are not done."""
        done = self.done()
        return (one for one in self.papers if one.id in paper.setelah and one.id not in done)

    def _turn(self, paper: Paper, edition: int) -> datetime | None:
        """When the turn of an edition began: when all it waits for was done, the edition before it, too."""
        follows = any(
            stage.kode == self.policy.papers.terbit
            for one in self.papers
            for stage in one.langkah
            if one.id in paper.setelah
        )
        waits = dict.fromkeys(paper.setelah, edition if follows else 1)
        waits |= {paper.id: edition - 1} if edition > 1 else {}
        done = {(one.paper, one.edition): one.at for one in self.closings}
        return max((done.get(wait, NEVER) for wait in waits.items()), default=None)
