"""The sample years hold together: story, evidence, book and snapshots; what the story makes is what lies in the repository."""

import re
from datetime import date, datetime
from hashlib import sha256

import pytest

from alur.sample import DONE, POLICY, RENEW, ROOT, STILL, facts_2025, facts_2026, files_of, outputs
from alur.world import WIB, blob
from helpers import load_case
from paraf.alur.book.reading import folder
from paraf.alur.book.verifying import verify
from paraf.alur.cycle import evaluate_cycle
from paraf.alur.facts import Facts, Tree
from paraf.alur.snapshot import read_snapshot
from paraf.alur.states import Outcome, State
from paraf.laporan.records.reading import read_evidence
from paraf.laporan.records.scans import Filed, downloads
from paraf.sop.evidence import evidence_forms

MADE = outputs()
OFFICE = load_case(ROOT)
BOOKS = {name.removeprefix(folder(2025)): data for name, data in MADE.items() if name.startswith(folder(2025))}


@pytest.mark.parametrize("name", sorted(MADE))
def test_what_the_story_makes_lies_here(name: str) -> None:
    assert (ROOT / name).is_file(), f"{name} tidak ada. {RENEW}"
    assert (ROOT / name).read_bytes() == MADE[name], f"{name} tidak lagi cocok dengan contohnya. {RENEW}"


def test_nothing_else_lies_in_the_sample_book() -> None:
    assert {path.name for path in (ROOT / folder(2025)).iterdir()} == BOOKS.keys(), RENEW


@pytest.mark.parametrize(("year", "facts"), [(2025, facts_2025()), (2026, facts_2026())], ids=["2025", "2026"])
def test_the_trees_end_in_the_files_as_they_are(year: int, facts: Facts) -> None:
    """What is merged, and of 2026 what the open pull requests bring."""
    trees: dict[str, str] = {}
    for tree in [pull.versions[-1].tree for pull in facts.pulls if pull.open] + [facts.main]:
        trees |= {path: blob.sha256 for path, blob in tree.items()}
    assert trees == {f"lakip/{year}/{path}": _sha256(data) for path, data in files_of(year).items()}


def _sha256(data: bytes) -> str:
    return sha256(data).hexdigest()


def test_the_sample_book_verifies() -> None:
    main: Tree = facts_2025().main
    found = verify(BOOKS, main, POLICY, 2025, now=datetime(2026, 3, 1, tzinfo=WIB))
    assert found.problems == ()
    assert [volume.paper for volume in found.volumes] == [
        *("nota-dinas", "laporan-individu", "rencana-kerja", "data-lakip", "draf-awal", "draf-akhir", "surat-pengantar")
    ]
    assert found.contents == ("tertutup", "sama", "sama", "sama", "tertutup", "sama", "sama")


def test_evidence_is_filed_after_what_it_tells() -> None:
    """No record was pushed before the last day that it names."""
    cycle = evaluate_cycle(POLICY, facts_2025(), DONE)
    looked = 0
    for step, deed in ((step, deed) for one in cycle.closings for step, deeds in one.deeds for deed in deeds):
        if deed.kind == "bukti":
            text = files_of(2025)[f"bukti/{step.lower()}.yml"].decode()
            days = [date.fromisoformat(day) for day in re.findall(r"\b(?:tanggal\w*|jam): (2026-\d\d-\d\d)", text)]
            assert days
            assert max(days) <= deed.at.date(), step
            looked += 1
    assert looked == 8


def test_the_whole_year_is_done() -> None:
    cycle = evaluate_cycle(POLICY, facts_2025(), DONE)
    assert {step.state for step in cycle.steps} == {State.SELESAI}
    assert {verdict.outcome for verdict in cycle.verdicts} == {Outcome.SELESAI}
    assert cycle.oddities == ()


def test_the_year_that_is_being_written_stands_where_it_stands() -> None:
    cycle = evaluate_cycle(POLICY, facts_2026(), STILL)
    done = [step.step for step in cycle.steps if step.state is State.SELESAI]
    assert done[:6] == ["A1", "A2", "A3", "A4", "A5", "A6"]
    assert {"A7", "B1", "B2"} <= set(done)
    assert not {"A8", "B3", "B5"} & set(done)
    assert [one.paper for one in cycle.closings] == ["rencana-kerja", "nota-dinas"]
    assert all(one.next.sentence for one in cycle.verdicts)


@pytest.mark.parametrize(("year", "read"), [(2025, DONE), (2026, STILL)])
def test_the_snapshots_are_small_and_say_when_they_were_read(year: int, read: datetime) -> None:
    data = MADE[f"sop/contoh/fakta-{year}.json"]
    assert len(data) < 200_000
    assert read_snapshot(data).read == read


def test_the_document_that_was_printed_is_bound() -> None:
    """The record names the bytes that lie beside it, and the book binds both: another PDF is told."""
    tree = dict(facts_2025().main)
    name = "bukti/b12-lakip.pdf"
    found = read_evidence(evidence_forms(OFFICE), 2025, "bukti/b12.yml", files_of(2025)["bukti/b12.yml"], DONE.date())
    assert found.record
    assert downloads({"bukti/b12.yml": found.record}, "B12") == {"naskah": Filed(name, _sha256(files_of(2025)[name]))}
    tree[f"lakip/2025/{name}"] = blob("lain")
    (problem,) = verify(BOOKS, tree, POLICY, 2025, now=datetime(2026, 3, 1, tzinfo=WIB)).problems
    assert problem.said.startswith("Bukti B12 tidak sama dengan yang tercatat.")
