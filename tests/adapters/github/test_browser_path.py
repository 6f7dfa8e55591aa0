"""A draft goes from B4 to B7 by the very requests that GitHub's pages send, along the links that the gate shows.

The board's link, a chapter saved on a new branch, the pull request, more writing, ``/ajukan``, a review, evidence in a
prefilled file, the merge: the steps of the guide ``docs/menulis/draf-awal.md``, which quotes what is seen on the way.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from adapters.github.forge_office import NAME, ForgeOffice, office, scaffolded
from adapters.github.gate_run import GateRun
from alur.sample import ANSWERED, note_and_individual_reports, plan_and_data
from helpers import ROOT
from paraf.adapters.forge_double.state import Issue
from paraf.gerbang.effects import board_mark

GUIDE = (ROOT / "docs" / "menulis" / "draf-awal.md").read_text(encoding="utf-8")
BRANCH = "naskah/2025/draf-awal"
_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")


class Browser:
    """Somebody in front of GitHub's pages: links are followed, files saved on a branch, buttons pressed."""

    def __init__(self, people: ForgeOffice, run: GateRun) -> None:
        self.people, self.run = people, run
        self.number = 0

    def save(self, who: str, path: str, data: bytes, branch: str, new: bool = False) -> None:
        """*Commit changes…*: one file, one commit; ``new`` first makes the branch, as *Create a new branch* does."""
        person = self.people.person(who)
        if new:
            tip = self.people.repo.git.tip("refs/heads/main")
            person.pushes_commit(tip or "", branch)
        person.writes(path, data.decode(), branch)

    def drop(self, who: str, path: str, branch: str) -> None:
        """*Delete file*: a chapter of the scaffold that this year does not need."""
        self.people.person(who).pushes({path: None}, branch, "Hapus")

    def look(self) -> str:
        """The gate runs; what its comment says then."""
        self.run.shown()
        return self.comment()

    def comment(self) -> str:
        """The gate's comment."""
        (found,) = [one for one in self.issue().comments if one.author.bot]
        return found.body

    def issue(self) -> Issue:
        """The pull request."""
        return self.people.repo.issues[self.number]

    def board(self) -> str:
        """The pinned page of the year."""
        return next(
            one.body or "" for one in self.people.repo.issues.values() if (one.body or "").startswith(board_mark(2025))
        )


def link(text: str, words: str) -> str:
    """The address behind a link, by a piece of its words."""
    return str(next(address for said, address in _LINK.findall(text) if words in said))


@pytest.fixture
def browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Browser]:
    with office(tmp_path) as there:
        note_and_individual_reports(there)
        plan_and_data(there)
        there.at("2026-02-03 08:00")
        found = Browser(there, GateRun(there, tmp_path / "gerbang", monkeypatch))
        found.run.shown()
        yield found


def test_from_the_board_to_the_official_text(browser: Browser) -> None:
    there, seen = browser.people, [browser.board()]

    def looked() -> None:
        """What everybody sees now."""
        text = browser.look()
        said = browser.people.repo.statuses[-1].description or ""
        seen.extend([text, browser.issue().title, said, browser.board()])

    # The board's link leads to the folder of the chapters.
    begin = link(browser.board(), "Mulai Draf awal LAKIP")
    assert urlsplit(begin).path == f"/{NAME}/tree/main/lakip/2025"
    # A chapter is saved on a new branch, and the pull request opened.
    chapters, draft = there.chapters(), there.shorter(*ANSWERED)
    texts = {name: draft.get(name, there.files[name]) for name in chapters}
    browser.save("tim-satu", f"lakip/2025/{chapters[0]}", texts[chapters[0]], BRANCH, new=True)
    browser.number = there.person("tim-satu").opens(BRANCH, "Draf awal LAKIP 2025")
    looked()
    # The other chapters, one by one, on the same branch.
    for name in chapters[1:]:
        browser.save("tim-dua", f"lakip/2025/{name}", texts[name], BRANCH)
    for name, data in there.now("lampiran/").items():
        browser.save("tim-satu", f"lakip/2025/{name}", data, BRANCH)
    for name in scaffolded(2025):
        if name not in there.files:
            browser.drop("tim-satu", f"lakip/2025/{name}", BRANCH)
    looked()
    # Handed over, approved, recorded in the file that the comment has filled in, joined.
    there.at("2026-02-10 09:30").person("kasubag").comments(browser.number, "/ajukan")
    looked()
    assert urlsplit(link(browser.comment(), "Baca, lalu setujui")).path == f"/{NAME}/pull/{browser.number}/files"
    there.at("2026-02-10 11:00").person("sekdin").reviews(browser.number, "APPROVE")
    looked()
    address = urlsplit(link(browser.comment(), "Catat bukti langkah B7"))
    asked = parse_qs(address.query)
    assert address.path == f"/{NAME}/new/{BRANCH}"
    assert asked["filename"] == ["lakip/2025/bukti/b7.yml"]
    assert "tanggal_edar:" in asked["value"][0]
    there.at("2026-02-12 15:00")
    browser.save("staf", asked["filename"][0], there.files["bukti/b7.yml"], BRANCH)
    looked()
    there.at("2026-02-12 15:20").person("staf").merges(browser.number)
    looked()
    assert "selesai Kamis, 12 Februari 2026" in browser.board()
    assert link(browser.board(), "Mulai Draf akhir LAKIP")
    unseen = [one for one in quoted() if not any(one in text for text in seen)]
    assert unseen == [], "the guide quotes what nobody sees"


def quoted() -> list[str]:
    """What the guide says is seen: sentences, titles, and the links of the gate."""
    guide = GUIDE.replace("2026", "2025")
    sentences = re.findall(r"^> (.+)$", guide, re.MULTILINE)
    titles = re.findall(r"`(\[[^`]+)`", guide)
    links = [one for one in re.findall(r"\*\*([^*]+)\*\*", guide) if one.startswith(("Mulai ", "Catat ", "Baca, "))]
    return [*sentences, *titles, *links]


def test_control_the_guide_quotes_something_of_each_kind() -> None:
    assert len(quoted()) >= 9
