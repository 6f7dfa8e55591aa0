"""The gate as its workflow runs it (act, host mode) against the double: what passes, and that nothing else ever does.

Every story begins with a note that has all it needs; the control is that without the trick it passes, whatever rang.
"""

import subprocess
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from adapters.github.forge_office import NAME, OWNER, ForgeOffice, office
from helpers import ROOT
from paraf.adapters.forge_double.answering import Exchange
from paraf.gerbang.effects import STATUS
from workflows.running import Ran, Runner
from workflows.test_running import SHELL, hostile

BOT = "github-actions[bot]"
EVENTS: Mapping[str, Mapping[str, Any]] = {
    # The forge leaves the list empty for forks, and a run may claim anything: neither is read (threats T60).
    "workflow_run": {
        "workflow_run": {"head_sha": "0" * 40, "pull_requests": [{"number": 99}], "conclusion": "cancelled"}
    },
    "issue_comment": {"action": "created", "comment": {"body": "`touch $UJI_KENA`"}, "issue": {"number": 99}},
    "schedule": {"schedule": "13,43 0-8 * * 1-5"},
    "push": {"ref": "refs/heads/main", "before": "0" * 40, "after": "1" * 40},
    "workflow_dispatch": {"ref": "refs/heads/naskah"},
}


@cache
def program() -> Mapping[str, bytes]:
    """What main holds besides the office's rules: the program of this repository, and what the gate installs."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "-co", "--exclude-standard", "scripts", "requirements-gerbang.txt"],
        cwd=ROOT, capture_output=True, check=True, text=True,
    )  # fmt: skip
    return {name: (ROOT / name).read_bytes() for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()}


class Gate:
    """The office's note, and the gate that looks at it."""

    def __init__(self, people: ForgeOffice, runner: Runner) -> None:
        self.people, self.runner = people, runner

    def written(self) -> None:
        """The note has all it needs but the last approval."""
        people = self.people
        people.at("2026-01-05 08:35").open(1, "kasubag", people.now("nota-dinas.md"))
        people.at("2026-01-05 08:50").hand(1, "kasubag")
        people.at("2026-01-05 13:10").approve(1, "sekdin")
        people.at("2026-01-06 08:10").hand(1, "staf")

    def passing(self) -> None:
        """The note has all it needs."""
        self.written()
        self.people.at("2026-01-06 10:20").approve(1, "kadin")
        self.people.at("2026-01-07 09:05").push(1, "staf", self.people.now("bukti/a6.yml"))
        self.people.forge.wait(minutes=10)

    @property
    def number(self) -> int:
        """The note's pull request."""
        return self.people.numbers[1]

    @property
    def head(self) -> str:
        """Its head now."""
        return str(self.people.person("staf").asks("GET", f"pulls/{self.number}")["head"]["sha"])

    def runs(self, event: str = "schedule") -> Ran:
        """The workflow, rung by an event."""
        return self.runner.run("gerbang.yml", event, EVENTS[event])

    def said(self, head: str = "") -> list[tuple[str, str]]:
        """State and author of every status under the gate's name on a head, the newest first."""
        found = self.people.person("staf").asks("GET", f"commits/{head or self.head}/statuses")
        return [(one["state"], one["creator"]["login"]) for one in found if one["context"] == STATUS]

    def stands(self, head: str = "") -> str | None:
        """What counts on a head: the newest status of that name."""
        return next((state for state, _ in self.said(head)), None)


@pytest.fixture
def gate(tmp_path: Path) -> Iterator[Gate]:
    with office(tmp_path) as people:
        office_file = (ROOT / "sop" / "instansi.yml").read_bytes().replace(b'["2025", "2026"]', b"[]")
        people.forge.person(OWNER, NAME).pushes({**program(), "sop/instansi.yml": office_file}, "main", "Program")
        yield Gate(people, Runner(tmp_path / "pelari", people.forge, NAME))


@pytest.mark.parametrize("event", EVENTS)
def test_control_a_note_that_has_all_passes_whatever_rang(event: str, gate: Gate) -> None:
    gate.passing()
    ran = gate.runs(event)
    assert ran.good, ran.printed
    assert gate.said() == [("success", BOT)]
    assert not gate.runner.proof.exists()


def test_a_note_that_lacks_an_approval_is_told_who_is_next(gate: Gate) -> None:
    gate.written()
    assert gate.runs("workflow_run").good
    assert gate.stands() == "pending"
    pull = gate.people.person("staf").asks("GET", f"pulls/{gate.number}")
    assert [one["login"] for one in pull["requested_reviewers"]] == ["contoh-kadin"]
    assert pull["title"].startswith("[A5 · di Kadin] ")
    comments = gate.people.person("staf").asks("GET", f"issues/{gate.number}/comments")
    assert [one["user"]["login"] for one in comments if one["body"].startswith("<!-- paraf:gerbang -->")] == [BOT]


def test_a_run_again_judges_what_is_now(gate: Gate) -> None:
    """T70: the event of an earlier run, run again after the note was sent back."""
    gate.passing()
    assert gate.runs("workflow_run").good
    gate.people.send_back(1, "kadin", "Salah tanggal.")
    assert gate.runs("workflow_run").good
    assert gate.stands() != "success"


def test_a_page_of_reviews_that_fails_passes_nothing(gate: Gate) -> None:
    """T41: the objection may stand on the page that was not read; what was said before is taken back."""
    gate.passing()
    assert gate.runs().good
    for _ in range(101):
        gate.people.person("staf").reviews(gate.number, "COMMENT", "catatan")
    # So much patience is more than there is: it fails at once.
    patience = {"Retry-After": "600"}
    path = f".*/pulls/{gate.number}/reviews"
    gate.people.forge.fails("GET", path, 429, page=2, times=-1, headers=patience)
    gate.runs()
    assert gate.said()[0] == ("error", BOT)


def test_a_head_that_moves_during_the_run_does_not_pass(gate: Gate) -> None:
    """T72: what was judged is not what stands there now."""
    gate.passing()
    before = gate.head
    moved: list[str] = []

    def watch(exchange: Exchange) -> None:
        if not moved and exchange.request.path.endswith("/timeline"):
            moved.append("")
            changed = {"lakip/2025/nota-dinas.md": gate.people.files["nota-dinas.md"] + b"Diam-diam.\n"}
            gate.people.person("kasubag").pushes(changed, "naskah/2025/naskah-1")

    gate.people.forge.observers.append(watch)
    gate.runs()
    assert moved
    assert gate.head != before
    assert gate.stands() != "success"
    assert gate.runs().good
    assert gate.stands() == "pending"


def test_a_forged_success_does_not_last(gate: Gate) -> None:
    """T52, T53: at level 1 a writer can say it; the next look says otherwise."""
    gate.written()
    gate.people.person("kasubag").says(gate.head, "success", STATUS, "Lulus")
    assert gate.stands() == "success", "this is what level 1 leaves open until the gate looks again"
    assert gate.runs().good
    assert gate.said()[0] == ("pending", BOT)


def test_what_was_never_judged_has_no_status(gate: Gate) -> None:
    """T54, T73: the rules ask for a status, and where the gate did not run there is none."""
    gate.passing()
    assert gate.said() == []


@pytest.mark.parametrize("branch", ["naskah/2025/naskah-9", SHELL], ids=["plain", "shell"])
def test_nothing_of_a_pull_request_runs(branch: str, gate: Gate) -> None:
    """T49, T56, T57: files that want to be taken up, names that want to be commands; and none of it passes."""
    person = gate.people.person("kasubag")
    files = {name: text.encode() for name, text in hostile(ROOT, gate.runner.proof).items()}
    person.pushes(files, branch)
    number = person.opens(branch, "`touch $UJI_KENA` $(touch $UJI_KENA) ::error::palsu")
    person.comments(number, "::add-path::/kena\n`touch $UJI_KENA`")
    gate.runs("workflow_run")
    assert not gate.runner.proof.exists()
    assert gate.runner.kept.exists()
    head = person.asks("GET", f"pulls/{number}")["head"]["sha"]
    assert gate.stands(head) in ("failure", "error", "pending")


def test_what_is_done_is_recorded_from_a_browser(gate: Gate) -> None:
    """Run workflow, Create pull request, and the gate passes it without a review: it equals what it reckons itself."""
    gate.passing()
    gate.people.merge(1, "staf")
    inputs = {"pekerjaan": "catat", "tahun": "2025"}
    ran = gate.runner.run("jalankan.yml", "workflow_dispatch", {"ref": "refs/heads/main"}, **inputs)
    assert ran.good, ran.printed
    assert "## Catatan buku kendali 2025" in ran.summary
    person = gate.people.person("kasubag")
    number = person.opens("catat/2025-1", "Catatan buku kendali 2025")
    files = [one["filename"] for one in person.asks("GET", f"pulls/{number}/files")]
    assert files == ["lakip/2025/buku/001-nota-dinas.jsonl"]
    assert gate.runs().good
    head = person.asks("GET", f"pulls/{number}")["head"]["sha"]
    assert gate.said(head) == [("success", BOT)]


@pytest.mark.parametrize("scope", ["statuses", "issues", "pull-requests", "contents"])
def test_every_scope_is_needed(scope: str, gate: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    """T61: with one scope less nothing passes, or people are not told; so none is too much."""
    gate.passing()
    whole = gate.people.forge.actions_token
    lacking = scope.replace("-", "_")

    def less(**scopes: str) -> str:
        return whole(**{name: level for name, level in scopes.items() if name != lacking})

    monkeypatch.setattr(gate.people.forge, "actions_token", less)
    ran = gate.runs()
    assert not ran.good
    assert gate.stands() != "success" or scope == "issues"
