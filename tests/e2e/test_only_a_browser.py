"""People with nothing but a browser carry the first draft from B4 to B7, following what the gate tells them.

They press the buttons that GitHub's pages have, on a forge that behaves like GitHub with the shipped rules enforced. What
they do is what the guides say; a link of the gate that led nowhere, or a button that is not there, would stop them.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from adapters.github.forge_office import NAME, OWNER, ForgeOffice, office, people
from adapters.github.gate_run import GateRun
from alur import sample
from helpers import ROOT
from paraf.alur.states import State

LAST = "80-penutup.md"
BRANCH = "naskah/2025/draf-awal"


class Signed:
    """Somebody signed in, in front of the repository's pages."""

    def __init__(self, browser: Browser, url: str, who: str) -> None:
        self.page: Page = browser.new_context(base_url=url).new_page()
        self.page.goto(f"/login?as={people()[who].akun}&return_to=/{NAME}/issues")

    def press(self, name: str) -> None:
        """A button, or what opens the part in which it stands."""
        self.page.get_by_role("button", name=name, exact=True).click()

    def follow(self, name: str | re.Pattern[str]) -> None:
        """A link, by its words."""
        self.page.get_by_role("link", name=name).first.click()

    def opens(self, title: str) -> None:
        """The pull request from the list."""
        self.page.goto(f"/{NAME}/pulls")
        self.follow(re.compile(title))

    def comments(self, text: str) -> None:
        """What is written in the field below."""
        self.page.get_by_label("Add a comment").fill(text)
        self.press("Comment")

    def reviews(self, what: str, why: str = "") -> None:
        """From *Review changes* to *Submit review*."""
        self.press("Review changes")
        self.page.get_by_label("Leave a comment").fill(why)
        self.page.get_by_label(what, exact=True).check()
        self.press("Submit review")


class Room:
    """The office with its gate, and everybody at a browser of his own."""

    def __init__(self, browser: Browser, people_: ForgeOffice, run: GateRun) -> None:
        self.browser, self.people, self.run = browser, people_, run
        self.signed: dict[str, Signed] = {}

    def who(self, who: str, minutes: float = 10) -> Signed:
        """Somebody's turn, some minutes later; the gate has looked in between."""
        self.run.sweep()
        self.people.forge.wait(minutes=minutes)
        if who not in self.signed:
            self.signed[who] = Signed(self.browser, self.people.forge.url, who)
        return self.signed[who]

    def state(self, step: str) -> State:
        """The state of a step now."""
        return next(one.state for one in self.run.shown().steps if one.step == step)


@pytest.fixture
def room(browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    """The note, the plan and the data are done; of the chapters all but the last are on main already."""
    with office(tmp_path) as found:
        admin = found.forge.person(OWNER, NAME)
        written = {
            path: data for path, data in found.files.items() if path[:2].isdigit() or path.startswith("lampiran/")
        }
        admin.pushes({f"lakip/2025/{path}": data for path, data in written.items() if path != LAST}, "main")
        sample.note_and_individual_reports(found)
        sample.plan_and_data(found)
        admin.rules(*(json.loads(path.read_bytes()) for path in sorted((ROOT / ".github" / "rulesets").glob("*.json"))))
        found.at("2026-02-03 09:00")
        yield Room(browser, found, GateRun(found, tmp_path, monkeypatch))


def test_the_first_draft_from_writing_to_the_official_text(room: Room) -> None:
    """Tim, Kasubag, Sekdin and Staf, one after the other; one return on the way."""
    tim = room.who("tim-satu")
    tim.follow(re.compile("Posisi naskah"))
    tim.follow("Mulai Draf awal LAKIP")
    if tim.page.get_by_role("link", name=LAST).count():
        tim.follow(LAST)
        tim.follow("Edit this file")
    tim.page.get_by_label("File contents").fill(room.people.shorter(LAST)[LAST].decode())
    tim.press("Commit changes…")
    tim.page.get_by_label("Branch name").fill(BRANCH)
    tim.press("Propose changes")
    tim.press("Create pull request")
    number = int(tim.page.url.rpartition("/")[2])

    kasubag = room.who("kasubag")
    kasubag.opens("Draf awal LAKIP 2025")
    expect(kasubag.page.get_by_role("heading", level=1)).to_contain_text("di Kasubag KPP")
    kasubag.follow("Serahkan kepada Sekdin")
    kasubag.comments("/ajukan")

    sekdin = room.who("sekdin")
    sekdin.opens("di Sekdin")
    sekdin.follow("Baca, lalu setujui atau kembalikan")
    sekdin.reviews("Request changes", "Simpulannya belum lengkap.")
    assert room.state("B5") is State.DIKEMBALIKAN

    tim = room.who("tim-satu")
    tim.opens("di Tim")
    tim.follow("naskahnya")
    tim.follow(LAST)
    tim.follow("Edit this file")
    tim.page.get_by_label("File contents").fill(room.people.files[LAST].decode())
    tim.press("Commit changes…")
    tim.press("Commit changes")

    kasubag = room.who("kasubag")
    kasubag.opens("di Kasubag KPP")
    kasubag.follow("Serahkan kepada Sekdin")
    kasubag.comments("/ajukan")

    sekdin = room.who("sekdin")
    sekdin.opens("di Sekdin")
    expect(sekdin.page.get_by_role("columnheader", name="Menjadi")).to_be_visible()
    sekdin.follow("Baca, lalu setujui atau kembalikan")
    sekdin.reviews("Approve")
    assert room.state("B6") is State.SELESAI

    staf = room.who("staf", minutes=60 * 24 * 9)  # the sections have read it
    staf.opens("di Staf")
    staf.follow(re.compile("b7.yml|[Cc]atat|[Ss]impan"))
    assert staf.page.get_by_label("Name your file…").input_value() == "lakip/2025/bukti/b7.yml"
    assert "langkah: B7" in staf.page.get_by_label("File contents").input_value()
    staf.page.get_by_label("File contents").fill(room.people.files["bukti/b7.yml"].decode())
    staf.press("Commit changes…")
    staf.press("Commit changes")

    staf = room.who("staf")
    staf.opens("di Staf")
    if staf.page.get_by_role("button", name="Update branch").count():
        staf.press("Update branch")
        staf = room.who("staf")
        staf.opens("di Staf")
    staf.press("Squash and merge")
    expect(staf.page.get_by_text("Merged")).to_be_visible()
    cycle = room.run.shown()
    assert [one.paper for one in cycle.closings][-1] == "draf-awal"
    assert cycle.closings[-1].pull == number
