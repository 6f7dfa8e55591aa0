"""A second judge, written from DESIGN section 5 alone, as plainly as it goes and without a thought for speed.

It answers only which pull requests may pass (open ones) or passed when they were merged, and finds by trial which act could
fulfil which condition: every act is tried for every condition, and a trial holds when the rules of the text hold. It shares
with the engine the facts, the digests and who holds which role, and nothing else. A pull request of the book is not its
business (``None``).
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from paraf.alur.content import Covered, rows, unfit_files
from paraf.alur.content import digest as digest_of
from paraf.alur.facts import Facts, Policy, Pull, Review, Tree, Version
from paraf.alur.roster import Roster
from paraf.sop.covering import covers
from paraf.sop.forms.officials import OfficialsFile
from paraf.sop.forms.papers import AnyCondition, Approve, Evidence, Merge, Paper, Submit, Write

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
View = Callable[[Tree], object]
EVIDENCE = re.compile(
    r"bukti/([a-z]{1,2}[0-9]{1,3})(?:-v([0-9]+))?(?:-(kertas)|-([0-9]+))?(?:\.yml|(?:-(?!v[0-9])[a-z][a-z-]*)?\.pdf)"
)
ROUND = re.compile(r"putaran/([a-z][a-z0-9-]*)-[0-9]+\.yml")
Spell = tuple[datetime, datetime | None, list[OfficialsFile | None], OfficialsFile]
Reviews = Mapping[str, int]
"""Which review approves which step."""


class Done(Struct, frozen=True):
    """A paper that is closed."""

    paper: str
    edition: int
    at: datetime


class Row(Struct, frozen=True):
    """A condition of a paper, with its step."""

    step: str
    want: AnyCondition


class Act(Struct, frozen=True):
    """What could fulfil a condition."""

    by: int
    at: datetime
    review: int | None = None


class Judge:
    """Goes through the merges in order of time, then through what is open."""

    def __init__(self, policy: Policy, facts: Facts) -> None:
        self.policy = policy
        self.facts = facts
        self.papers = policy.papers
        self.done: list[Done] = []
        self.passing: dict[int, bool | None] = {}
        self.trials: dict[int, Trial] = {}
        self.trusted: OfficialsFile | None = None
        self.wild: list[OfficialsFile | None] = []
        self.lists: dict[int, OfficialsFile] = {}
        self.spells: list[Spell] = []
        if facts.appointments:
            self.trust()
        merged = [(pull.merged.at, pull.number, pull) for pull in facts.pulls if pull.merged]
        for at, number, pull in sorted(merged, key=lambda one: one[:2]):
            # What the book records is done, whatever can still be read of its pull request.
            self.passing[number] = self.passes(pull, at) or any(line["pr"] == number for line in self.recorded())
            if self.passing[number] and (carried := self.carried(pull)):
                self.done.append(Done(carried[0].id, carried[1], at))
        for pull in facts.pulls:
            if pull.open:
                self.passing[pull.number] = self.passes(pull, None) and not pull.draft
            elif not pull.merged:
                self.passing[pull.number] = False

    # ------------------------------------------------------------------------------------ one pull request

    def explains(self, number: int, reviews: Reviews) -> bool:
        """Whether a passing pull request of a paper may pass with exactly these reviews for these steps."""
        return any(True for _ in self.trials[number].assignments(reviews))

    def passes(self, pull: Pull, cut: datetime | None) -> bool | None:
        """Whether it may pass now, or at the moment of its merge (``cut``); facts later than that do not count."""
        tree = pull.merged.tree if pull.merged else pull.versions[-1].tree
        roster = Roster(self.officials_for(pull))
        if self.unfit(pull) or not pull.paths:
            return False
        rules = not all(path.startswith(("lakip/", "docs/")) for path in pull.paths)
        if self.wild and not (rules and (pull.merged or (self.trusted and "sop/petugas.yml" in pull.paths))):
            return False
        if any(path in tree and tree[path].mode in ("120000", "160000") for path in pull.paths):
            return False
        inside = [path for path in pull.paths if path.startswith(f"lakip/{self.facts.year}/")]
        if not inside:
            if any(path.lower().startswith("lakip/") for path in pull.paths):
                return False
            return self.kept(pull, cut, tree, roster)
        if len(inside) < len(pull.paths) or list(unfit_files(tree, pull.paths)):
            return False
        if pull.unlike_scaffold is not None:
            return pull.unlike_scaffold == ()
        names = {path.split("/", 2)[2] for path in inside}
        if all(name.startswith("buku/") for name in names):
            return None
        if (later := self.later_evidence(pull, names, tree, cut, roster)) is not None:
            return later
        carried = self.carried(pull)
        if carried is None or not self.turn_has_come(carried):
            return False
        if self.rival(pull, carried, cut):
            return False
        self.trials[pull.number] = Trial(self, pull, carried, cut, roster, tree)
        return self.explains(pull.number, {})

    def unfit(self, pull: Pull) -> bool:
        """Whether it counts for nothing, whatever it holds."""
        return bool(pull.missing or pull.forged or pull.conflicts or pull.fork or pull.base != "main")

    def trust(self) -> None:
        """Follow the officials from the root of trust on: ``trusted`` is the list believed last, ``wild`` what came outside.

        ``spells`` tells of each list that came outside until when (``None``: still) and which list counts in its stead.
        """
        first, *rest = self.facts.appointments
        self.trusted = first.officials
        start = LONG_AGO
        for one in rest:
            pull = next((pull for pull in self.facts.pulls if pull.merged and pull.number == one.pull), None)
            if (
                pull
                and pull.merged
                and self.trusted
                and "sop/petugas.yml" in pull.paths
                and pull.proposed == one.officials
            ):
                self.lists[pull.number] = self.trusted
                if not any(path.startswith("lakip/") for path in pull.paths) and self.passes(pull, pull.merged.at):
                    if self.wild:
                        self.spells.append((start, pull.merged.at, self.wild, self.trusted))
                    self.trusted, self.wild, start = pull.proposed, [], pull.merged.at
                    continue
            self.wild = [*self.wild, one.officials]
        if self.wild and self.trusted:
            self.spells.append((start, None, self.wild, self.trusted))

    def officials_for(self, pull: Pull) -> OfficialsFile:
        """By which list a pull request is judged: its base's own, unless nobody approved that one."""
        if pull.number in self.lists:
            return self.lists[pull.number]
        if pull.merged is None:
            return self.trusted or self.policy.officials
        for start, end, lists, instead in self.spells:
            if pull.officials in lists and start < pull.merged.at and (end is None or pull.merged.at <= end):
                return instead
        return pull.officials or self.policy.officials

    # ----------------------------------------------------------------------------------- which paper it is

    def editions(self, paper: str) -> int:
        """How often a paper was closed."""
        return sum(one.paper == paper for one in self.done)

    def carried(self, pull: Pull) -> tuple[Paper, int] | None:
        """The paper and its edition; ``None``: none that may be carried."""
        names = {path.split("/", 2)[2] for path in pull.paths if path.startswith(f"lakip/{self.facts.year}/")}
        if len(names) < len(pull.paths) or pull.unlike_scaffold is not None:
            return None
        fitting = [paper for paper in self.papers.naskah if all(self.belongs(paper, name) for name in names)]
        for paper in fitting:
            if not self.editions(paper.id):
                return (paper, 1) if self.fit_evidence(names, 1) else None
        published = False
        for paper in self.papers.naskah:
            published |= any(stage.kode == self.papers.terbit for stage in paper.langkah)
            if published and paper in fitting and not all(EVIDENCE.fullmatch(name) for name in names):
                edition = self.editions(paper.id) + 1
                return (paper, edition) if self.fit_evidence(names, edition) else None
        return None

    def belongs(self, paper: Paper, name: str) -> bool:
        """Whether a file may be in the pull request of a paper."""
        if found := ROUND.fullmatch(name):
            return found[1] == paper.id
        if found := EVIDENCE.fullmatch(name):
            stage = next((one for one in paper.langkah if one.kode.lower() == found[1]), None)
            kind = Approve if found[3] else Evidence
            return stage is not None and any(isinstance(one, kind) for one in stage.syarat)
        return covers(paper.mencakup, name)

    def fit_evidence(self, names: set[str], edition: int) -> bool:
        """Records of an edition bear its number from the second on; later records stand in a pull request of their own."""
        found = [match for name in names if (match := EVIDENCE.fullmatch(name))]
        return all((match[2], match[4]) == (None if edition == 1 else str(edition), None) for match in found)

    def turn_of(self, carried: tuple[Paper, int]) -> datetime:
        """When the turn of a paper began."""
        paper, edition = carried
        before = [one.at for one in self.done if one.paper in paper.setelah and one.edition >= edition]
        own = [one.at for one in self.done if one.paper == paper.id]
        if edition > 1 and not self.follows_edition(paper):
            before = own
        return max([*before, *own], default=LONG_AGO)

    def follows_edition(self, paper: Paper) -> bool:
        """Whether a next edition of the paper waits for one of its predecessor; the published paper's own does not."""
        return not any(stage.kode == self.papers.terbit for stage in paper.langkah)

    def turn_has_come(self, carried: tuple[Paper, int]) -> bool:
        """Whether everything it waits for is closed."""
        paper, edition = carried
        if edition > 1 and not self.follows_edition(paper):
            return True
        return all(self.editions(other) >= edition for other in paper.setelah)

    def rival(self, pull: Pull, carried: tuple[Paper, int], cut: datetime | None) -> bool:
        """Whether another pull request of the same paper has been open longer without a break."""
        mine = (since(pull, cut) or pull.opened, pull.number)
        for other in self.facts.pulls:
            start = since(other, cut)
            if other.fork or other.base != "main":
                continue
            if other.number == pull.number or start is None or (start, other.number) > mine:
                continue
            if cut is not None and other.merged and other.merged.at < cut:
                continue
            paths = other.paths if cut is None else pushed(other, cut)
            rival = self.carried(replace(other, paths=frozenset(paths))) if paths else None
            if rival and rival[0].id == carried[0].id:
                return True
        return False

    def later_evidence(
        self, pull: Pull, names: set[str], tree: Tree, cut: datetime | None, roster: Roster
    ) -> bool | None:
        """Whether later records of closed papers, in a pull request of their own, are in order; ``None``: it holds none."""
        found = [EVIDENCE.fullmatch(name) for name in names]
        if not any(match and match[4] for match in found):
            return None
        for match in found:
            if match is None or not match[4] or int(match[4]) < 2:
                return False
            stage = next(
                (
                    (paper, one, want)
                    for paper in self.papers.naskah
                    for one in paper.langkah
                    for want in one.syarat
                    if one.kode.lower() == match[1] and isinstance(want, Evidence)
                ),
                None,
            )
            if stage is None or not self.editions(stage[0].id):
                return False
            name = match[0]
            last = last_change(pull, f"lakip/{self.facts.year}/{name}", cut)
            if pull.checks.get(name) or f"lakip/{self.facts.year}/{name}" not in tree:
                return False
            if last is None or last.by is None or last.at is None or not roster.holds(last.by, stage[2].oleh, last.at):
                return False
        return True

    # --------------------------------------------------------------------------- pages, and everything else

    def kept(self, pull: Pull, cut: datetime | None, tree: Tree, roster: Roster) -> bool:
        """Pages and governance: enough people whose latest word is an approval of this content."""
        minutes = timedelta(minutes=self.papers.waktu_baca_minimal)
        words: dict[int, Review] = {}
        for review in sorted(pull.reviews, key=lambda one: (one.at, one.id)):
            if review.state != "commented" and not review.bot and (cut is None or review.at <= cut):
                words[review.by] = review
        # Who wrote on what is to be approved is no second person: not who opened it, and not who pushed to it.
        wrote = {pull.author} | {
            one.by for one in pull.versions if one.by and any(p in pull.paths for p in one.touched)
        }
        approving = {
            by: review.at
            for by, review in words.items()
            if review.state == "approved"
            and not happened(review.dismissed, cut)
            and by not in wrote
            and same_files(pull, review.at, minutes, tree)
        }
        pages, rule = self.papers.halaman, self.papers.tata_kelola
        only_pages = all(path.startswith("docs/") for path in pull.paths)
        keeping = pages if only_pages else rule
        against = (one for one in words.values() if one.state == "changes_requested")
        if keeping and any(roster.holds(one.by, role, one.at) for one in against for role in keeping.disetujui):
            return False
        if only_pages:
            roles = pages.disetujui if pages else ()
            return not pull.leaks and any(roster.holds(by, role, at) for by, at in approving.items() for role in roles)
        if rule is None:
            return False
        concerned: set[int] = set()
        if "sop/petugas.yml" in pull.paths:
            if pull.proposed is None:
                return False
            changed = changed_people(roster.file, pull.proposed)
            if changed is None or self.unsettles(roster.file, pull.proposed, cut):
                return False
            concerned = changed
        held = {by for by, at in approving.items() if any(roster.holds(by, role, at) for role in rule.disetujui)}
        core = {by for by, at in approving.items() if any(roster.holds(by, role, at) for role in rule.inti)}
        free = held - concerned
        if len(free) >= rule.banyak and free & core:
            return True
        moment = max(approving.values(), default=None)
        if moment is None:
            return False
        possible = {by for role in rule.disetujui for by in roster.held(role, moment)} - {pull.author}
        remaining = possible - concerned
        return bool(concerned) and len(remaining) < rule.banyak and possible <= held and bool(possible)

    def recorded(self) -> list[dict[str, Any]]:
        """The lines of the books that main has."""
        books = {**self.facts.main, **self.facts.past}
        files = [blob.sha256 for path, blob in books.items() if re.fullmatch(r"lakip/20\d\d/buku/[^/]+", path)]
        return [json.loads(line) for one in files for line in self.facts.texts[one].splitlines()]

    def unsettles(self, old: OfficialsFile, new: OfficialsFile, cut: datetime | None) -> bool:
        """Whether by a new list what was done on a paper that is closed would no longer be of whoever held the role that day.

        What the books of main record is one thing; the other is what is closed and not recorded yet, played again by that list.
        """
        before, after = Roster(old), Roster(new)
        for line in self.recorded():
            if cut is not None and datetime.fromisoformat(line["selesai"]) > cut:
                continue
            for deed in line["tindakan"]:
                at = datetime.fromisoformat(deed["waktu"])
                held = (
                    any(
                        one.nama == deed["di_atas_kertas"] if deed["di_atas_kertas"] else one.id == deed["akun"]
                        for one in roster.people(deed["peran"], at)
                    )
                    for roster in (before, after)
                )
                if deed["jenis"] != "gabung" and tuple(held) == (True, False):
                    return True
        # At the moment of a merge: what of the papers that came before it was closed, each by the officials of its base.
        then = self
        if cut is not None:
            came = tuple(one for one in self.facts.pulls if one.merged and one.merged.at <= cut)
            papers = tuple(one for one in came if not any(path == "sop/petugas.yml" for path in one.paths))
            then = Judge(replace(self.policy, officials=old), replace(self.facts, pulls=papers, appointments=()))
        for number, trial in then.trials.items():
            if trial.cut is not None and then.passing.get(number):
                usual, trial.roster = trial.roster, after
                stays = any(True for _ in trial.assignments({}))
                trial.roster = usual
                if not stays:
                    return True
        return False


class Trial:
    """Tries acts for the conditions of a paper on one pull request."""

    def __init__(
        self, judge: Judge, pull: Pull, carried: tuple[Paper, int], cut: datetime | None, roster: Roster, tree: Tree
    ) -> None:
        self.judge, self.pull, self.cut, self.roster, self.tree = judge, pull, cut, roster, tree
        self.paper, self.edition = carried
        self.year = judge.facts.year
        self.papers = judge.papers
        self.turn = judge.turn_of(carried)
        self.rows = [Row(stage.kode, want) for stage in self.paper.langkah for want in stage.syarat]
        self.minutes = timedelta(minutes=self.papers.waktu_baca_minimal)
        self.reached = 0
        self.looked: dict[tuple[int, tuple[str, ...]], object] = {}
        self.reviews = [one for one in pull.reviews if not one.bot and since(pull, one.at) and not late(one.at, cut)]

    def assignments(self, fixed: Reviews) -> Iterator[dict[int, Act]]:
        """Every way to fulfil all conditions but the merge."""
        yield from self.choose(0, {}, fixed)

    def done(self) -> list[str]:
        """The steps that are complete: as far as acts for one condition after the other can be found."""
        self.reached = 0
        any(True for _ in self.assignments({}))
        return [
            stage.kode
            for stage in self.paper.langkah
            if all(at < self.reached for at, row in enumerate(self.rows) if row.step == stage.kode)
            and not any(isinstance(want, Merge) for want in stage.syarat)
        ]

    def choose(self, index: int, chosen: dict[int, Act], fixed: Reviews) -> Iterator[dict[int, Act]]:
        """Tries everything for the condition ``index``, then goes on."""
        self.reached = max(self.reached, index)
        if index == len(self.rows):
            yield chosen
            return
        row = self.rows[index]
        want = row.want
        blocked = bool(self.pull.checks.get(row.step)) and not isinstance(want, Evidence | Merge)
        if blocked:
            return
        if isinstance(want, Write):
            if self.written(want):
                yield from self.choose(index + 1, chosen, fixed)
        elif isinstance(want, Merge):
            if self.cut is None or self.cut > self.turn:
                yield from self.choose(index + 1, chosen, fixed)
        elif isinstance(want, Evidence):
            if self.recorded(row, want, self.last_approval(index, chosen)):
                yield from self.choose(index + 1, chosen, fixed)
        else:
            acts = self.handings(index, want) if isinstance(want, Submit) else self.approvals(index, want, chosen)
            for act in acts:
                if isinstance(want, Approve) and row.step in fixed and act.review != fixed[row.step]:
                    continue
                if self.later(index, act, chosen):
                    yield from self.choose(index + 1, {**chosen, index: act}, fixed)

    def later(self, index: int, act: Act, chosen: dict[int, Act]) -> bool:
        """Later than the turn, the rounds and the condition before it: hand-over, approval, or evidence."""
        before = max((one.at for one in chosen.values()), default=LONG_AGO)
        timed = [row for row in self.rows[:index] if not isinstance(row.want, Write)]
        if timed and isinstance(timed[-1].want, Evidence):
            last = self.last_change(timed[-1])
            before = max(before, (last and time_of(last)) or LONG_AGO)
        return act.at > before and act.at > self.turn and act.at > self.round_at(index)

    def last_approval(self, index: int, chosen: dict[int, Act]) -> datetime:
        """The last approval before a condition."""
        approvals = [act.at for at, act in chosen.items() if at < index and isinstance(self.rows[at].want, Approve)]
        return max(approvals, default=LONG_AGO)

    def round_at(self, index: int) -> datetime:
        """When the last round began that concerns a condition."""
        steps = [stage.kode for stage in self.paper.langkah]
        found = LONG_AGO
        for review in self.reviews:
            if review.state != "changes_requested" or review.at <= self.turn:
                continue
            for row in self.rows:
                if isinstance(row.want, Approve) and self.roster.holds(review.by, row.want.oleh, review.at):
                    back = self.judge.policy.sop.steps[row.step].on_refusal.value
                    first = steps.index(back) if back in steps else 0
                    if steps.index(self.rows[index].step) >= first:
                        found = max(found, review.at)
        return found

    def bound(self, index: int) -> tuple[str, ...] | None:
        """What a hand-over or an approval binds: the files of the next approval; ``None``: no approval follows."""
        for row in self.rows[index:]:
            if isinstance(row.want, Approve):
                return row.want.atas or self.paper.mencakup
        return None

    def unchanged(self, moment: datetime, patterns: tuple[str, ...], minutes: timedelta) -> bool:
        """Whether the content at a moment is what it is now, and had stood so long."""
        at = at_moment(self.pull, moment, lambda tree: self.covered(tree, patterns))
        if at is None:
            return False
        standing, held = at
        return held == self.covered(self.tree, patterns) and moment - standing >= minutes

    def covered(self, tree: Tree, patterns: tuple[str, ...]) -> object:
        """The covered files of a tree; looked up once."""
        key = (id(tree), patterns)
        if key not in self.looked:
            self.looked[key] = rows(Covered(self.year, tuple(patterns)), tree)
        return self.looked[key]

    def written(self, want: Write) -> bool:
        """``susun``."""
        # Its own file or chapters: what `mencakup` names first. Data alone is no draft, laporan.yml alone no nota dinas.
        if not rows(Covered(self.year, self.paper.mencakup[:1]), self.tree):
            return False
        if self.roster.holds(self.pull.author, want.oleh, self.pull.spans[0].since):
            return True
        for version in self.pull.versions:
            moment = time_of(version)
            if version.by is None or moment is None or (version.at and late(version.at, self.cut)):
                continue
            # What was merged had been pushed before, even where the gate saw it only afterwards.
            moment = min(moment, self.cut or moment)
            names = [path.split("/", 2)[2] for path in version.touched if path.startswith(f"lakip/{self.year}/")]
            mine = [
                name
                for name in names
                if covers(self.paper.mencakup, name) or ((m := ROUND.fullmatch(name)) and m[1] == self.paper.id)
            ]
            if mine and self.roster.holds(version.by, want.oleh, moment):
                return True
        return False

    def handings(self, index: int, want: Submit) -> Iterator[Act]:
        """``ajukan``."""
        acts: list[Act] = []
        for comment in self.pull.comments:
            edited = happened(comment.edited, self.cut)
            if comment.text.strip() == "/ajukan" and not edited and not comment.bot:
                acts.append(Act(comment.by, comment.at))
        for naming in self.pull.namings:
            if not naming.bot and self.roster.holds(naming.whom, want.ke, naming.at):
                acts.append(Act(naming.by, naming.at))
        acts += [Act(ready.by, ready.at) for ready in self.pull.readies if not ready.bot]
        patterns = self.bound(index)
        for act in acts:
            if (
                late(act.at, self.cut)
                or not since(self.pull, act.at)
                or not self.roster.holds(act.by, want.oleh, act.at)
            ):
                continue
            if patterns is not None and self.corrected(want.ke, act.at, patterns):
                continue
            if patterns is None or self.unchanged(act.at, patterns, timedelta(0)):
                yield act

    def approvals(self, index: int, want: Approve, chosen: dict[int, Act]) -> Iterator[Act]:
        """``setujui``, on the screen or on paper."""
        patterns = want.atas or self.paper.mencakup
        handed = [
            act
            for at, act in chosen.items()
            if at < index and isinstance(row := self.rows[at].want, Submit) and row.ke == want.oleh
        ]
        others = {act.by for at, act in chosen.items() if isinstance(self.rows[at].want, Approve)}
        used = {act.review for act in chosen.values()}
        for review in self.reviews:
            if review.state != "approved" or not self.valid(review) or review.id in used:
                continue
            if not self.roster.holds(review.by, want.oleh, review.at) or review.by == self.pull.author:
                continue
            if not handed or handed[-1].by == review.by:
                continue
            if self.papers.rangkap == "tolak" and review.by in others:
                continue
            if self.papers.ketat == "ya" and not self.strict(review, patterns):
                continue
            if self.unchanged(review.at, patterns, self.minutes):
                yield Act(review.by, review.at, review.id)
        if handed:
            yield from self.on_paper(self.rows[index], want, handed[-1].at, patterns, used)

    def valid(self, review: Review) -> bool:
        """Not dismissed, nor voided by a later one of the same person that was; under ``ketat`` never edited."""
        voided = any(
            one.by == review.by
            and one.state == "approved"
            and one.at >= review.at
            and happened(one.dismissed, self.cut)
            for one in self.reviews
        )
        return not voided and not (self.papers.ketat == "ya" and happened(review.edited, self.cut))

    def corrected(self, role: str, moment: datetime, patterns: tuple[str, ...]) -> bool:
        """Whether somebody who is to approve pushed to it since a hand-over: that is void until handed over again."""
        return any(
            version.by is not None
            and (at := time_of(version)) is not None
            and at >= moment
            and not late(at, self.cut)
            and self.roster.holds(version.by, role, at)
            and any(
                path.startswith(f"lakip/{self.year}/") and covers(patterns, path.split("/", 2)[2])
                for path in version.touched
            )
            for version in self.pull.versions
        )

    def strict(self, review: Review, patterns: tuple[str, ...]) -> bool:
        """``ketat: ya``: the approval names the digest, and whoever approves wrote nothing, alone or with others."""
        together = {account for version in self.pull.versions for account in (version.by, *version.co_authors)}
        return digest_of(Covered(self.year, tuple(patterns)), self.tree) in review.text and review.by not in together

    def on_paper(
        self, row: Row, want: Approve, handed: datetime, patterns: tuple[str, ...], used: set[int | None]
    ) -> Iterator[Act]:
        """``cara: kertas``: a sheet filed after the hand-over, confirmed by somebody else."""
        rule = self.papers.kertas
        if rule is None or want.oleh not in rule.boleh:
            return
        name = f"bukti/{row.step.lower()}" + ("" if self.edition == 1 else f"-v{self.edition}") + "-kertas.yml"
        path = f"lakip/{self.year}/{name}"
        last = last_change(self.pull, path, self.cut)
        moment = time_of(last) if last else None
        if last is None or last.by is None or moment is None or moment <= handed or path not in self.tree:
            return
        if self.pull.checks.get(name) or self.pull.sheets.get(name) != digest_of(
            Covered(self.year, tuple(patterns)), self.tree
        ):
            return
        if not self.roster.holds(last.by, rule.dicatat, moment):
            return
        for review in self.reviews:
            if review.state != "approved" or not self.valid(review) or review.id in used or review.at <= moment:
                continue
            if review.by in (last.by, self.pull.author):
                continue
            if any(self.roster.holds(review.by, role, review.at) for role in rule.ditegaskan) and self.unchanged(
                review.at, patterns, timedelta(0)
            ):
                yield Act(-1, review.at, review.id)

    def last_change(self, row: Row) -> Version | None:
        """The last push that changed the record of a step."""
        here = last_change(self.pull, self.record(row), self.cut)
        return here or self.left_behind(self.record(row))

    def left_behind(self, path: str) -> Version | None:
        """The last change of a file in what was merged too early for this very paper, if it stands as that merge left it."""
        before = [
            (pull.merged.at, pull)
            for pull in self.judge.facts.pulls
            if pull.merged
            and pull is not self.pull
            and not self.judge.passing.get(pull.number)
            and not self.judge.unfit(pull)
            and (self.cut is None or pull.merged.at < self.cut)
            and (carried := self.judge.carried(pull))
            and carried[0] is self.paper
        ]
        for at, pull in sorted(before, key=lambda one: (one[0], one[1].number), reverse=True):
            found = last_change(pull, path, at)
            if found and pull.merged and pull.merged.tree.get(path) == self.tree.get(path):
                return found
        return None

    def record(self, row: Row) -> str:
        """Where the record of a step lies."""
        number = "" if self.edition == 1 else f"-v{self.edition}"
        return f"lakip/{self.year}/bukti/{row.step.lower()}{number}.yml"

    def recorded(self, row: Row, want: Evidence, approved: datetime) -> bool:
        """``bukti``."""
        path = self.record(row)
        last = self.last_change(row)
        moment = time_of(last) if last else None
        if last is None or last.by is None or moment is None or path not in self.tree:
            return False
        if self.pull.checks.get(path.split("/", 2)[2]) or last.tree.get(path) != self.tree[path]:
            return False
        return self.roster.holds(last.by, want.oleh, moment) and moment > self.turn and moment > approved


# ------------------------------------------------------------------------------------------- what stood when


def since(pull: Pull, moment: datetime | None) -> datetime | None:
    """Since when it was open without a break, at a moment (``None``: now); ``None``: it was not open."""
    if moment is None:
        return pull.spans[-1].since if pull.open else None
    for span in pull.spans:
        if span.since <= moment and (span.until is None or span.until >= moment):
            return span.since
    return None


def pushed(pull: Pull, moment: datetime) -> set[str]:
    """What its people had pushed by a moment."""
    return {
        path
        for version in pull.versions
        if version.by is not None and (at := time_of(version)) is not None and at <= moment
        for path in version.touched
    }


def time_of(version: Version) -> datetime | None:
    """When it stood at the latest."""
    return version.at or version.seen


def at_moment(pull: Pull, moment: datetime, view: View) -> tuple[datetime, object] | None:
    """What a pull request held at a moment as ``view`` sees it, and since when; ``None``: nobody can tell.

    A version whose push nobody timed came at some time after the version before; until the gate saw it (or something of a
    known time replaced it) either of the two may have stood.
    """
    marks: list[tuple[datetime, bool, object]] = []
    for version in pull.versions:
        held = view(version.tree)
        if version.at is not None:
            marks = [mark for mark in marks if mark[0] < version.at]
            marks.append((version.at, True, held))
        elif not marks or marks[-1][1:] != (True, held):
            marks.append((marks[-1][0] if marks else LONG_AGO, False, None))
            if version.seen is not None:
                marks.append((version.seen, True, held))
    stood = [mark for mark in marks if mark[0] <= moment]
    if not stood or not stood[-1][1]:
        return None
    _, _, now = stood[-1]
    start = stood[-1][0]
    for at, known, held in reversed(stood):
        if not known or held != now:
            break
        start = at
    return start, now


def last_change(pull: Pull, path: str, cut: datetime | None) -> Version | None:
    """The last version in which a file differs from the one before."""
    found = None
    for version in pull.versions:
        moment = time_of(version)
        if path in version.touched and (cut is None or moment is None or moment <= cut):
            found = version
    return found


def late(moment: datetime, cut: datetime | None) -> bool:
    """Whether a fact is later than the merge."""
    return cut is not None and moment > cut


def happened(moment: datetime | None, cut: datetime | None) -> bool:
    """Whether something was done to a fact before the merge."""
    return moment is not None and (cut is None or moment <= cut)


def same_files(pull: Pull, moment: datetime, minutes: timedelta, tree: Tree) -> bool:
    """Whether all that the pull request changes stood at a moment as it does now, for long enough."""
    at = at_moment(pull, moment, lambda one: {path: one.get(path) for path in pull.paths})
    return at is not None and at[1] == {path: tree.get(path) for path in pull.paths} and moment - at[0] >= minutes


def changed_people(old: OfficialsFile, new: OfficialsFile) -> set[int] | None:
    """Who is appointed or removed; ``None``: a term was changed otherwise than by closing it, or a person by the account."""
    kept = {person.kunci: person.id for person in new.orang}
    if any(person.kunci not in kept or person.id not in (None, kept[person.kunci]) for person in old.orang):
        return None
    accounts = {person.kunci: person.id for person in (*old.orang, *new.orang)}
    fresh = list(new.masa_jabatan)
    touched = set()
    for term in old.masa_jabatan:
        if term in fresh:
            fresh.remove(term)
            continue
        closed = [
            one
            for one in fresh
            if (one.peran, one.orang, one.kedudukan, one.mulai) == (term.peran, term.orang, term.kedudukan, term.mulai)
            and term.selesai is None
            and one.selesai is not None
        ]
        if not closed:
            return None
        fresh.remove(closed[0])
        touched.add(term.orang)
    touched |= {term.orang for term in fresh}
    return {number for key in touched if (number := accounts.get(key)) is not None}
