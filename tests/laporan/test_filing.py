"""A chapter that is absent gets a number of its own, in the order of the outline, and never the place of another."""

import pytest

from laporan.case import FOLDER, base_files, facts
from paraf.laporan.filing import doubtful, file_names
from paraf.laporan.report import Report
from paraf.sop.forms.outline import OutlineFile

FIRST, SECOND = f"{FOLDER}/31-capaian-ss-1.md", f"{FOLDER}/32-capaian-ss-2.md"
GOALS = ["SS-1", "SS-2", "SS-3"]


def laid(**names: str | None) -> tuple[OutlineFile, Report]:
    """The base report with the two chapters of goals under other names (``None``: absent)."""
    files = base_files()
    for goal, path in (("ss1", FIRST), ("ss2", SECOND)):
        text = files.pop(path)
        if names.get(goal):
            files[f"{FOLDER}/{names[goal]}"] = text
    found = facts(files)
    assert found.outline
    return found.outline, found.report


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        (None, None, ["31-capaian-ss-1.md", "32-capaian-ss-2.md", "33-capaian-ss-3.md"]),
        ("31-layanan.md", None, ["31-layanan.md", "32-capaian-ss-2.md", "33-capaian-ss-3.md"]),
        # Its own number is another goal's: the next one that is free.
        ("32-layanan.md", None, ["32-layanan.md", "33-capaian-ss-2.md", "34-capaian-ss-3.md"]),
        (None, "35-gangguan.md", ["31-capaian-ss-1.md", "35-gangguan.md", "36-capaian-ss-3.md"]),
        # There is no number before it, so the next free one is taken, and the check of order says what to move.
        (None, "31-gangguan.md", ["32-capaian-ss-1.md", "31-gangguan.md", "33-capaian-ss-3.md"]),
        ("69-layanan.md", None, ["69-layanan.md", "32-capaian-ss-2.md", "33-capaian-ss-3.md"]),
    ],
)
def test_an_absent_chapter_is_numbered_between_its_neighbours(
    first: str | None, second: str | None, wanted: list[str]
) -> None:
    outline, report = laid(ss1=first, ss2=second)
    names = file_names(outline, GOALS, report)
    assert [names["capaian", goal] for goal in GOALS] == wanted


def test_a_number_of_a_chapter_that_nobody_knows_is_taken_too() -> None:
    files = base_files()
    files[f"{FOLDER}/33-lain.md"] = "---\nid: lain\njudul: Lain\n---\n"
    found = facts(files)
    assert found.outline
    assert file_names(found.outline, GOALS, found.report)["capaian", "SS-3"] == "34-capaian-ss-3.md"


def test_a_file_with_the_name_of_a_chapter_and_an_unknown_id_is_taken_for_it() -> None:
    files = base_files()
    files[SECOND] = files[SECOND].replace("id: capaian", "id: capain")
    found = facts(files)
    assert found.outline
    assert file_names(found.outline, GOALS, found.report)["capaian", "SS-2"] == "32-capaian-ss-2.md"


def test_more_goals_than_numbers_share_the_last_and_keep_names_of_their_own() -> None:
    outline, _ = laid()
    goals = [f"SS-{number}" for number in range(1, 61)]
    names = file_names(outline, goals, None)
    found = [names["capaian", goal] for goal in goals]
    assert found[38] == "69-capaian-ss-39.md"
    assert found[-1] == "69-capaian-ss-60.md"
    assert len(set(names.values())) == len(names)
    assert names["anggaran", None] == "70-anggaran.md"


def test_a_file_that_cannot_be_read_leaves_the_chapters_of_its_numbers_open() -> None:
    files = base_files()
    files[f"{FOLDER}/45-rusak.md"] = "tanpa kepala"
    found = facts(files)
    assert found.outline
    assert doubtful(found.outline, found.report) == {"capaian"}
    assert doubtful(found.outline, facts(base_files()).report) == frozenset()
