"""Whatever the engine calls done can be recorded, verifies, and is read back as the same closing: the two never disagree."""

from hashlib import sha256
from pathlib import Path

import pytest
from msgspec.structs import replace

from alur.story import Checkpoint, case_files, read_case
from paraf.alur.book.reading import folder
from paraf.alur.book.verifying import recorded, verify
from paraf.alur.book.writing import additions, in_order
from paraf.alur.cycle import evaluate_cycle
from paraf.alur.facts import Blob
from paraf.alur.states import Closing, Cycle, Outcome

CASES = case_files()


def disagreements(point: Checkpoint) -> tuple[int, list[str]]:
    """How many papers are done at a moment of a case, and what is wrong with their book."""
    cycle = evaluate_cycle(point.policy, point.facts, point.now)
    books = additions({}, (), cycle.closings, point.policy, point.facts.year)
    read = recorded(books, point.policy, point.facts.year, now=point.now)
    found = verify(books, point.facts.main, point.policy, point.facts.year, now=point.now)
    # What lies on main may differ from what was approved (merged too early again); that is the engine's own answer.
    said = [one.said for one in found.problems if not one.said.startswith("Isi ")]
    said += [] if read == tuple(in_order(cycle.closings)) or said else ["dibaca lain daripada yang ditulis"]
    return len(cycle.closings), said


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_the_engine_calls_done_is_a_sound_book(path: Path) -> None:
    for point in read_case(path).checkpoints:
        if evaluate_cycle(point.policy, point.facts, point.now).doubts:
            continue  # nobody approved the officials that main has: nothing is recorded by them
        done, said = disagreements(point)
        assert said == [], f"{path.stem}, {point.now}: {done} naskah selesai"


def test_control_some_cases_complete_papers() -> None:
    counts = [disagreements(point)[0] for path in CASES for point in read_case(path).checkpoints]
    assert sum(count > 0 for count in counts) > 20
    assert max(counts) >= 7


def test_recording_changes_nothing_that_is_done() -> None:
    """With the book on main the engine answers as it did without: what is recorded is believed."""
    for path in CASES:
        point = read_case(path).checkpoints[-1]
        cycle = evaluate_cycle(point.policy, point.facts, point.now)
        if cycle.closings and not cycle.doubts:
            again = with_book(point, cycle.closings)
            assert again.closings == cycle.closings, path.stem
            assert carried(again) == carried(cycle), path.stem


def carried(cycle: Cycle) -> dict[int, tuple[Outcome, str | None]]:
    """What each pull request carries and what is said of it; one merged too early is not taken for the next version."""
    return {one.pull: (one.outcome, one.carries) for one in cycle.verdicts}


def with_book(point: Checkpoint, closings: tuple[Closing, ...]) -> Cycle:
    """The answer when the book of these closings lies on main."""
    books = additions({}, (), closings, point.policy, point.facts.year)
    texts = {sha256(data).hexdigest(): data for data in books.values()}
    lying = {
        folder(point.facts.year) + name: Blob("100644", sha256(data).hexdigest(), len(data))
        for name, data in books.items()
    }
    facts = replace(point.facts, main={**point.facts.main, **lying}, texts=texts)
    return evaluate_cycle(point.policy, facts, point.now)
