"""What people see, and what nobody can make them see: forged statuses, a forge that breaks, a head that moves, look-alikes.

The rows of threats.md 1.4 that concern what the gate does while it runs; those of its workflow stand in ``tests/workflows``.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from adapters.github.forge_office import NAME, OWNER, ForgeOffice, office
from adapters.github.gate_run import GateRun
from paraf.adapters.forge_double.state import Issue
from paraf.adapters.github.transport import ForgeError
from paraf.commands import gerbang
from paraf.gerbang.effects import MARK, STATUS, board_mark
from paraf.views.forge import effects as shown

WRITES = ("POST", "PATCH", "PUT", "DELETE")


class Desk:
    """A note that passes, and the gate that shows it."""

    def __init__(self, people: ForgeOffice, run: GateRun) -> None:
        self.people, self.run, self.forge = people, run, people.forge

    @property
    def number(self) -> int:
        """The note's pull request."""
        return self.people.numbers[1]

    @property
    def issue(self) -> Issue:
        """The same as the forge has it."""
        return self.people.repo.issues[self.number]

    @property
    def head(self) -> str:
        """Its head."""
        assert self.issue.pull
        return self.issue.pull.head_sha

    def handed_over(self) -> None:
        """The note is written and handed to the Sekdin."""
        people = self.people
        people.at("2026-01-05 08:35").open(1, "kasubag", people.now("nota-dinas.md"))
        people.at("2026-01-05 08:50").hand(1, "kasubag")

    def passing(self) -> None:
        """The note is approved twice, and its evidence is filed."""
        people = self.people
        self.handed_over()
        people.at("2026-01-05 13:10").approve(1, "sekdin")
        people.at("2026-01-06 08:10").hand(1, "staf")
        people.at("2026-01-06 10:20").approve(1, "kadin")
        people.at("2026-01-07 09:05").push(1, "staf", people.now("bukti/a6.yml"))
        self.forge.wait(minutes=10)

    def own_comments(self) -> list[str]:
        """The comments of the gate's account."""
        return [one.body for one in self.issue.comments if one.author.bot]

    def sent(self) -> list[str]:
        """What was changed on the forge since this was last asked."""
        found = [f"{method} {target}" for method, target, _ in self.forge.asked if method in WRITES]
        self.forge.asked.clear()
        return [one for one in found if "/graphql" not in one and "git-upload-pack" not in one]

    def asked(self) -> list[str]:
        """Who is asked for a review."""
        assert self.issue.pull
        return [one.login for one in self.issue.pull.requested]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    with office(tmp_path) as people:
        yield Desk(people, GateRun(people, tmp_path, monkeypatch))


def test_a_second_look_sends_nothing(desk: Desk) -> None:
    """The gate may run as often as it likes; nobody gets a mail for it."""
    desk.passing()
    desk.run.sweep()
    assert desk.sent()
    desk.run.sweep()
    assert desk.sent() == []
    assert desk.run.status(desk.head) == "success"


def test_one_comment_rewritten_in_place(desk: Desk) -> None:
    desk.handed_over()
    desk.run.sweep()
    first = desk.own_comments()
    desk.people.at("2026-01-05 13:10").approve(1, "sekdin")
    desk.run.sweep()
    second = desk.own_comments()
    assert len(first) == len(second) == 1
    assert first != second
    assert second[0].startswith(MARK)


def test_a_look_alike_is_left_where_it_is(desk: Desk) -> None:
    """A comment with the gate's mark by somebody else is neither believed nor rewritten."""
    desk.handed_over()
    fake = f"{MARK}\nSemua syarat terpenuhi."
    desk.people.person("tim-satu").comments(desk.number, fake)
    desk.run.sweep()
    assert fake in [one.body for one in desk.issue.comments]
    assert len(desk.own_comments()) == 1


def test_exactly_the_next_person_is_asked(desk: Desk) -> None:
    """Who was asked by the gate is not asked any more when it is another's turn; whom people asked stays asked."""
    desk.handed_over()
    desk.run.sweep()
    assert desk.asked() == ["contoh-sekdin"]
    desk.people.person("kasubag").requests(desk.number, "contoh-tim-dua")
    desk.people.at("2026-01-05 13:10").approve(1, "sekdin")
    desk.run.sweep()
    assert desk.asked() == ["contoh-tim-dua"]
    desk.people.at("2026-01-06 08:10").hand(1, "staf")
    desk.run.sweep()
    assert set(desk.asked()) == {"contoh-kadin", "contoh-tim-dua"}
    desk.people.at("2026-01-06 09:00").push(1, "kasubag", desk.people.now("nota-dinas.md") | {"nota-dinas.md": b"x"})
    desk.run.sweep()
    assert desk.asked() == ["contoh-tim-dua"]


def test_the_request_of_the_gate_is_no_hand_over(desk: Desk) -> None:
    """T12: what a program does counts for nothing."""
    desk.people.at("2026-01-05 08:35").open(1, "kasubag", desk.people.now("nota-dinas.md"))
    desk.run.sweep()
    bot = desk.forge.person("github-actions[bot]", NAME)
    bot.requests(desk.number, "contoh-sekdin")
    bot.comments(desk.number, "/ajukan")
    cycle = desk.run.shown()
    assert {step.step for step in cycle.steps if step.state.value == "selesai"} == {"A1"}


def test_a_forged_success_is_written_over(desk: Desk) -> None:
    """T53: any writer can give it; the gate's next look takes it back, and what is merged by it closes nothing."""
    desk.handed_over()
    desk.run.sweep()
    desk.people.person("tim-satu").says(desk.head, "success", STATUS, "Semua syarat terpenuhi.")
    assert desk.run.status(desk.head) == "success"
    desk.run.sweep()
    assert desk.run.status(desk.head) == "pending"
    desk.people.person("tim-satu").says(desk.head, "success", STATUS)
    desk.people.person("tim-satu").merges(desk.number)
    cycle = desk.run.shown()
    assert cycle.closings == ()
    assert next(one for one in cycle.verdicts if one.pull == desk.number).outcome.value == "disatukan terlalu dini"


def test_a_forged_failure_does_not_stay(desk: Desk) -> None:
    """Nor can anybody keep a paper from passing."""
    desk.passing()
    desk.run.sweep()
    desk.people.person("tim-satu").says(desk.head, "failure", STATUS)
    desk.run.sweep()
    assert desk.run.status(desk.head) == "success"


def test_the_head_moves_while_the_gate_looks(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """T72: what was judged is not what stands any more, so nothing says success."""
    desk.passing()
    real = shown.effects

    def meanwhile(*given: Any) -> Any:
        desk.people.person("kasubag").writes("lakip/2025/nota-dinas.md", "Lain.\n", "naskah/2025/naskah-1")
        return real(*given)

    before = desk.head
    monkeypatch.setattr("paraf.commands.gerbang.effects", meanwhile)
    desk.run.sweep()
    assert before != desk.head
    assert desk.run.status(before) == "pending"
    assert desk.run.status(desk.head) is None


@pytest.mark.parametrize("act", ["closes", "makes_draft"])
def test_it_is_closed_while_the_gate_looks(desk: Desk, monkeypatch: pytest.MonkeyPatch, act: str) -> None:
    """The same for what is no longer open, or only a draft."""
    desk.passing()
    real = shown.effects

    def meanwhile(*given: Any) -> Any:
        getattr(desk.people.person("kasubag"), act)(desk.number)
        return real(*given)

    monkeypatch.setattr("paraf.commands.gerbang.effects", meanwhile)
    desk.run.sweep()
    assert desk.run.status(desk.head) == "pending"


@pytest.mark.parametrize(
    "path",
    [
        "pulls/{number}/reviews",
        "issues/{number}/comments",
        "issues/{number}/timeline",
        "activity",
    ],
)
@pytest.mark.parametrize("status", [403, 404, 502])
def test_facts_that_cannot_be_read_are_no_success(desk: Desk, path: str, status: int, monkeypatch: Any) -> None:
    """T41: one page of one list is enough; the success of an earlier look is taken back."""
    desk.passing()
    desk.run.sweep()
    assert desk.run.status(desk.head) == "success"
    desk.forge.fails("GET", f"/repos/{NAME}/{path.format(number=desk.number)}", status, times=-1)
    monkeypatch.setattr("paraf.adapters.github.transport.time.sleep", lambda _: None)
    try:
        desk.run.sweep()
    except ForgeError:
        assert path == "activity", "only what concerns all of them stops them all"
    assert desk.run.status(desk.head) == "error"
    desk.forge.faults.clear()
    desk.run.sweep()
    assert desk.run.status(desk.head) == "success"


def test_a_second_page_of_reviews_that_fails(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A return that stands on the second page is not overlooked because that page cannot be read."""
    desk.passing()
    for _ in range(100):
        desk.people.person("tim-satu").reviews(desk.number, "COMMENT", "Catatan.")
    desk.people.person("kadin").reviews(desk.number, "REQUEST_CHANGES", "Belum.")
    monkeypatch.setattr("paraf.adapters.github.transport.time.sleep", lambda _: None)
    desk.forge.fails("GET", f"/repos/{NAME}/pulls/{desk.number}/reviews", 502, page=2, times=-1)
    desk.run.sweep()
    assert desk.run.status(desk.head) == "error"
    desk.forge.faults.clear()
    desk.run.sweep()
    assert desk.run.status(desk.head) == "pending"


@pytest.mark.parametrize("path", ["graphql", f"repos/{NAME}/pulls/1", f"repos/{NAME}/commits/[0-9a-f]+/pulls"])
def test_what_concerns_all_takes_every_success_back(desk: Desk, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    """Edits are told by GraphQL alone; a merged paper that cannot be read leaves the whole year in the dark."""
    desk.passing()
    desk.people.person("kasubag").pushes({"docs/a.md": b"# A\n"}, "halaman")
    page = desk.people.person("kasubag").opens("halaman", "A")
    desk.run.sweep()
    monkeypatch.setattr("paraf.adapters.github.transport.time.sleep", lambda _: None)
    desk.people.merge(1, "staf")
    desk.forge.fails("*", f"/{path}", 502, times=-1)
    head = desk.people.repo.issues[page].pull
    assert head
    with pytest.raises(ForgeError):
        desk.run.sweep()
    assert desk.run.status(head.head_sha) == "error"


def test_one_that_cannot_be_written_does_not_stop_the_others(desk: Desk) -> None:
    """The others are shown, and the trouble is told in the end."""
    desk.passing()
    people = desk.people
    people.at("2026-01-08 09:20").open(3, "kasubag", people.now("rencana-kerja.yml"))
    desk.forge.fails("PATCH", f"/repos/{NAME}/pulls/{desk.number}", 403, times=-1)
    with pytest.raises(ForgeError, match=f"#{desk.number}"):
        desk.run.sweep()
    assert "B1" in people.repo.issues[people.numbers[3]].title


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("PATCH", "pulls/{number}"),
        ("PUT", "issues/{number}/labels"),
        ("PATCH", "issues/comments/[0-9]+"),
        ("POST", "pulls/{number}/requested_reviewers"),
    ],
)
def test_an_earlier_success_does_not_outlive_its_reasons(desk: Desk, method: str, path: str) -> None:
    """Whatever GitHub does not take, such as a request to somebody who has left: the status is there before it."""
    desk.passing()
    desk.run.sweep()
    assert desk.run.status(desk.head) == "success"
    desk.people.person("kadin").reviews(desk.number, "REQUEST_CHANGES", "Belum.")
    desk.forge.wait(minutes=5)
    desk.people.hand(1, "kasubag")  # so that somebody is to be asked, too
    desk.forge.fails(method, f"/repos/{NAME}/{path.format(number=desk.number)}", 422, times=-1)
    with pytest.raises(ForgeError, match=f"#{desk.number}"):
        desk.run.sweep()
    assert desk.run.status(desk.head) != "success"


def test_a_link_that_cannot_be_looked_up_keeps_nobody_waiting(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the naskah baca lies is told by another part of GitHub, which may be out of order by itself."""
    desk.passing()
    desk.run.sweep()
    desk.people.person("kadin").reviews(desk.number, "REQUEST_CHANGES", "Belum.")
    monkeypatch.setattr("paraf.adapters.github.transport.time.sleep", lambda _: None)
    desk.forge.fails("GET", f"/repos/{NAME}/actions/.*", 502, times=-1)
    desk.run.sweep()
    assert desk.run.status(desk.head) == "pending"


def test_what_cannot_be_compared_takes_every_success_back(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the verdict and its telling nothing may fail in silence."""
    desk.passing()
    desk.run.sweep()

    def failing(*_: object) -> Iterator[object]:
        raise ForgeError("tidak terbaca")

    monkeypatch.setattr(gerbang, "metas_of", failing)
    with pytest.raises(ForgeError, match="tidak terbaca"):
        desk.run.sweep()
    assert desk.run.status(desk.head) == "error"


def test_numbers_of_comments_are_large(desk: Desk) -> None:
    """Comments of GitHub have long passed what GraphQL's ``Int`` can hold."""
    desk.people.forge.site.state.last_id = 3_456_789_012
    desk.passing()
    desk.run.sweep()
    assert desk.run.status(desk.head) == "success"


def test_words_of_people_do_nothing(desk: Desk) -> None:
    """T57: a title and a branch are words, whatever signs are in them."""
    kasubag = desk.people.person("kasubag")
    branch = "naskah/$(id)`id`;'\"&|<b>"
    kasubag.pushes({"lakip/2025/nota-dinas.md": desk.people.files["nota-dinas.md"]}, branch)
    title = '$(touch x) `id` "; rm -rf / #\u202e</details><script>alert(1)</script> @contoh-kadin'
    number = kasubag.opens(branch, title)
    desk.run.sweep()
    issue = desk.people.repo.issues[number]
    assert issue.title.startswith("[A2")
    comment = next(one.body for one in issue.comments if one.author.bot)
    assert "<script>" not in comment
    assert "@contoh-kadin" not in comment
    assert "<b>" not in comment


def test_labels_of_people_stay(desk: Desk) -> None:
    """The gate has its own labels, in their colours."""
    desk.handed_over()
    desk.people.person("kasubag").labels(desk.number, "penting", "siap disatukan")
    desk.run.sweep()
    own = {"Nota dinas penyusunan Lapkin", "LAKIP 2025", "di Sekdin"}
    assert {label.name for label in desk.issue.labels} == {"penting", *own}
    assert desk.people.repo.labels["di sekdin"].color == "fbca04"


def test_what_is_over_is_told_so_and_nobody_is_asked(desk: Desk) -> None:
    """A paper that was merged no longer says that somebody is to merge it; its status stays what it was."""
    desk.passing()
    desk.run.sweep()
    assert "Satukan ke naskah resmi" in desk.own_comments()[0]
    desk.people.merge(1, "staf")
    desk.run.sweep()
    assert "**Selesai.** Nota dinas penyusunan Lapkin 2025 disatukan ke naskah resmi" in desk.own_comments()[0]
    assert desk.issue.title == "[Selesai] Nota dinas penyusunan Lapkin 2025"
    assert {label.name for label in desk.issue.labels} == {"Nota dinas penyusunan Lapkin", "LAKIP 2025"}
    desk.sent()
    desk.run.sweep()
    assert desk.sent() == [], "nothing is written twice"


def test_what_was_over_before_the_gate_spoke_is_left_alone(desk: Desk) -> None:
    desk.handed_over()
    desk.people.person("kasubag").asks("PATCH", f"pulls/{desk.number}", {"state": "closed"})
    desk.run.sweep()
    assert desk.own_comments() == []


def test_one_board(desk: Desk) -> None:
    """It is opened once and pinned, and rewritten when something changes."""
    desk.handed_over()
    desk.run.sweep()
    board = [one for one in desk.people.repo.issues.values() if (one.body or "").startswith(board_mark(2025))]
    assert len(board) == 1
    assert desk.people.repo.pinned == [board[0].number]
    before = board[0].body
    fake = desk.forge.person(OWNER, NAME).opens_issue("Papan", f"{board_mark(2025)}\nlain", ("posisi naskah",))
    desk.people.at("2026-01-05 13:10").approve(1, "sekdin")
    desk.run.sweep()
    assert board[0].body != before
    assert desk.people.repo.issues[fake].body == f"{board_mark(2025)}\nlain"


def test_a_verdict_on_the_terminal(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """Without ``--tulis`` nothing is shown on the forge, and the exit code tells whether it passes."""
    desk.passing()
    desk.sent()
    assert gerbang.gerbang(desk.run.root, desk.number, everything=False, write=False, save=None) == 0
    assert f"PR #{desk.number} (Nota dinas" in capsys.readouterr().out
    assert desk.sent() == []
    desk.people.person("kasubag").writes("lakip/2025/nota-dinas.md", "Lain.\n", "naskah/2025/naskah-1")
    assert gerbang.gerbang(desk.run.root, desk.number, everything=False, write=False, save=None) == 1
