"""Expected minutes: schedules are counted as cron means them, events follow from the papers, a private repository pays."""

import msgspec
import pytest

from gerbang.doctor.healthy import OFFICE, settings, snapshot, subject, with_repository, words
from helpers import ROOT
from paraf.adapters.workflows import read_workflows
from paraf.gerbang.doctor.minutes import COMFORTABLE, DAYS, monthly, scheduled
from paraf.gerbang.doctor.point import State, Workflow

replace = msgspec.structs.replace
FLOWS = read_workflows(ROOT)


@pytest.mark.parametrize(
    ("cron", "expected"),
    [
        ("0 0 * * *", DAYS),
        ("13,43 0-8 * * 1-5", 2 * 9 * DAYS * 5 / 7),
        ("*/30 * * * *", 2 * 24 * DAYS),
        ("5/20 * * * *", 3 * 24 * DAYS),
        ("0 0 1 * *", DAYS / 31),
        ("0 0 * 1,2 *", DAYS / 6),
        ("0 0-22/2 * * *", 12 * DAYS),
        ("x 0 * * *", 0),
        ("*/0 * * * *", 0),
        ("setiap jam", 0),
    ],
)
def test_a_schedule_is_counted(cron: str, expected: float) -> None:
    assert scheduled(cron) == pytest.approx(expected)


def test_the_shipped_workflows_stay_within_the_bar() -> None:
    """Issue 6: below 1,000 minutes a month in a private free repository."""
    assert OFFICE.papers
    found = monthly(FLOWS, OFFICE.papers.value)
    assert set(found) == {
        f".github/workflows/{name}.yml" for name in ("baca", "gerbang", "jalankan", "periksa", "sinyal", "terbit")
    }
    assert found[".github/workflows/gerbang.yml"] == max(found.values())
    assert 300 < sum(found.values()) < COMFORTABLE


def test_a_workflow_is_started_by_the_kinds_of_events_it_names() -> None:
    """Half of what a year causes; one that follows another runs as often as that one."""
    assert OFFICE.papers
    papers = OFFICE.papers.value
    every = Workflow(path="a", name="semua", events={"pull_request_review": ()})
    none = Workflow(path="b", name="lain", events={"pull_request_review": ("edited",)})
    after = Workflow(path="c", name="sesudah", events={"workflow_run": ()}, after=("semua", "tidak ada"), minutes=3)
    approvals = sum(
        1
        for paper in papers.naskah
        for stage in paper.langkah
        for one in stage.syarat
        if type(one).__name__ == "Approve"
    )
    found = monthly((every, none, after), papers)
    assert found == {"a": (approvals + approvals // 2) / 2, "b": 0, "c": 3 * found["a"]}


def test_what_it_costs_depends_on_who_may_see_the_repository() -> None:
    gate = next(one for one in FLOWS if one.name == "gerbang")
    often = replace(gate, schedules=("*/20 * * * *",))
    always = replace(gate, schedules=("*/5 * * * *",))
    assert "dari 2000 menit gratis untuk repositori tertutup" in words(subject(), State.BERES)
    assert "pada repositori terbuka tidak dihitung" in words(with_repository(private=False), State.BERES)
    assert "menit gratis; sesudah habis" in words(subject(workflows=(often,)), State.PERLU)
    assert "menit gratis; sesudah habis" in words(
        subject(workflows=(replace(gate, schedules=("*/30 * * * *",)),)), State.CATATAN
    )
    assert "Jarangkan jadwal" in words(subject(workflows=(always,)), State.PERLU)
    assert "menit; pada repositori terbuka" in words(subject(snapshot(settings(), repositori="ditolak")), State.CATATAN)
    assert "tidak dapat dihitung" in words(subject(papers=None, officials=None), State.TAK_TAHU)
