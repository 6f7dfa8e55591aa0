"""A whole year on GitHub with the shipped rules enforced: seven papers, 29 steps, and what happens in an office meanwhile.

Two rejections, approvals that lapse and come back, a Plh, a page, evidence after approvals, *Update branch*, a paper that is
tried to be merged too early, the book. After everything that anybody does the gate looks, as its workflow would.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from adapters.github.forge_office import NAME, OWNER, ForgeOffice, office
from adapters.github.gate_run import GateRun
from alur.sample import ANSWERED, tell_2025
from helpers import ROOT
from paraf.adapters.forge_double.routing import Refusal
from paraf.alur.states import Outcome, State
from paraf.gerbang.effects import MARK, STATUS

RULESETS = sorted((ROOT / ".github" / "rulesets").glob("*.json"))
OFFICIALS = "sop/petugas.yml"
PLH = (
    "  - {peran: sekdin, orang: contoh-kasubag, kedudukan: plh, mulai: 2026-02-25, selesai: 2026-02-25,"
    " sk: SK contoh 6}\n"
)


class BusyOffice(ForgeOffice):
    """The story of the sample, with more going on: ``meanwhile`` is done when the story comes to a moment."""

    meanwhile: dict[str, Callable[[], None]]

    def at(self, moment: str) -> "BusyOffice":
        """Go to a moment; what happened before it happens."""
        if act := self.meanwhile.pop(moment, None):
            act()
        super().at(moment)
        return self

    def approve(self, number: int, who: str) -> None:
        """During his Plh's day the Sekdin does not approve."""
        day = self.forge.clock.now.date().isoformat()
        super().approve(number, "kasubag" if (who, day) == ("sekdin", "2026-02-25") else who)

    def merge(self, number: int, who: str) -> None:
        """Main may have moved: then the branch is brought up to date first, and judged again."""
        issue = self.repo.issues[self.numbers[number]]
        assert issue.pull
        tip = self.repo.git.tip("refs/heads/main")
        assert tip
        if not self.repo.git.contains(issue.pull.head_sha, tip):
            with pytest.raises(Refusal, match="not up to date"):
                super().merge(number, who)
            self.person(who).updates_branch(self.numbers[number])
            self.heard()
        super().merge(number, who)


class Year:
    """What goes on besides the sample's story, and what is asked of the gate at every look."""

    def __init__(self, people: BusyOffice, run: GateRun) -> None:
        self.people, self.run = people, run
        self.looks = 0
        self.states: dict[str, list[State]] = {}
        people.heard = self.look

    def look(self) -> None:
        """The gate looks; what it shows holds at any time."""
        self.looks += 1
        cycle = self.run.shown()
        for step in cycle.steps:
            seen = self.states.setdefault(step.step, [])
            if not seen or seen[-1] is not step.state:
                seen.append(step.state)
        verdicts = {one.pull: one for one in cycle.verdicts}
        for number, issue in self.people.repo.issues.items():
            own = [one for one in issue.comments if one.author.bot and one.body.startswith(MARK)]
            if issue.pull is None or issue.state != "open":
                continue
            assert len(own) == 1, f"#{number} has {len(own)} comments of the gate"
            passes = verdicts[number].outcome is Outcome.LULUS
            last = self.run.status(issue.pull.head_sha)
            assert (last == "success") is passes, f"#{number}: {last}, {verdicts[number]}"

    def merged_too_early(self) -> None:
        """The button does nothing while the gate has not said success."""
        with pytest.raises(Refusal) as refused:
            self.people.person("staf").merges(self.people.numbers[5])
        assert STATUS in str(refused.value)

    def record(self) -> None:
        """The book is continued by a pull request that holds just what the gate reckons."""
        books = self.run.book()
        assert books
        branch = f"catat/{self.people.year}-{self.looks}"
        staf = self.people.person("staf")
        staf.pushes({f"lakip/{self.people.year}/buku/{name}": data for name, data in books.items()}, branch)
        number = staf.opens(branch, "Catatan")
        self.look()
        staf.merges(number)
        self.look()

    def page(self) -> None:
        """A hand-written page, approved by the Sekdin; main moves while a paper is under way."""
        kasubag = self.people.person("kasubag")
        kasubag.pushes({"docs/tanya.md": b"# Tanya jawab\n\nJawaban pendek.\n"}, "halaman")
        number = kasubag.opens("halaman", "Tanya jawab")
        self.look()
        self.people.forge.wait(minutes=5)
        self.people.person("sekdin").reviews(number, "APPROVE")
        self.look()
        kasubag.merges(number)
        self.look()
        done = self.people.repo.issues[number]
        assert "selesai" in done.comments[-1].body
        assert done.labels == []

    def appoint(self) -> None:
        """A Plh for one day, approved by two who are not appointed."""
        staf, text = self.people.person("staf"), (ROOT / OFFICIALS).read_text(encoding="utf-8")
        staf.pushes({OFFICIALS: text.rstrip("\n") + "\n" + PLH}, "plh")
        number = staf.opens("plh", "Plh Sekdin 25 Februari")
        self.look()
        self.people.forge.wait(minutes=5)
        for who in ("sekdin", "kadin"):
            self.people.person(who).reviews(number, "APPROVE")
            self.look()
        staf.merges(number)
        self.look()

    def send_back(self) -> None:
        """The second rejection, answered without a change."""
        self.people.at("2026-02-19 10:00").send_back(6, "sekdin", "Tunggu rapat pimpinan.")
        self.people.at("2026-02-19 14:00").hand(6, "kasubag")

    def lapse(self) -> None:
        """A chapter is changed after the approval of the last draft, and changed back."""
        chapter = ANSWERED[2]
        self.people.at("2026-02-20 11:00").push(6, "tim-satu", self.people.shorter(chapter))
        self.people.at("2026-02-20 11:30").push(6, "tim-satu", self.people.now(chapter))


@pytest.fixture
def year(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Year]:
    with office(tmp_path, kind=BusyOffice) as people:
        assert isinstance(people, BusyOffice)
        people.forge.person(OWNER, NAME).rules(*(json.loads(path.read_bytes()) for path in RULESETS))
        found = Year(people, GateRun(people, tmp_path, monkeypatch))
        people.meanwhile = {
            "2026-01-20 09:00": found.record,
            "2026-02-12 15:00": found.merged_too_early,
            "2026-02-20 10:00": found.send_back,
            "2026-02-20 13:00": found.lapse,
            "2026-02-23 09:30": found.page,
            "2026-02-25 09:30": found.appoint,
        }
        yield found


def test_a_year_with_the_rules_enforced(year: Year) -> None:
    """Every step is done in the end, by whom the SOP names; what stood in between lapsed and came back as it should."""
    tell_2025(year.people)
    year.record()
    cycle = year.run.shown()
    assert {step.step: step.state for step in cycle.steps if step.state is not State.SELESAI} == {}
    assert len(cycle.steps) == 29
    assert [one.paper for one in cycle.closings] == [
        "nota-dinas",
        "laporan-individu",
        "rencana-kerja",
        "data-lakip",
        "draf-awal",
        "draf-akhir",
        "surat-pengantar",
    ]
    assert cycle.oddities == ()
    assert State.DIKEMBALIKAN in year.states["B5"]
    assert State.DIKEMBALIKAN in year.states["B8"]
    assert State.GUGUR in year.states["B10"]
    assert year.run.book() == {}
    deeds = {step.step: step.deeds for step in cycle.steps}
    assert [deed.by for deed in deeds["B14"] if deed.kind == "setujui"] == [999000002]
    assert year.looks > 60
