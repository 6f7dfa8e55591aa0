"""The second judge agrees with every case, so that a disagreement with the engine means something."""

import re

import pytest

from alur.naive import Judge
from alur.story import FOLDER, case_files, read_case

NAMES = [path.relative_to(FOLDER).as_posix() for path in case_files()]
SIZE = "isi/terlalu-besar.txt"
"""The one thing it does not look at: the size of a file."""
PASSES = {"lulus", "selesai"}


@pytest.mark.parametrize("name", [name for name in NAMES if name != SIZE])
def test_the_second_judge_agrees(name: str) -> None:
    for checkpoint in read_case(FOLDER / name).checkpoints:
        judge = Judge(checkpoint.policy, checkpoint.facts)
        for question in checkpoint.questions:
            if found := re.fullmatch(r"(\d+) (bukan )?([a-z|-]+)", question.text):
                claimed = PASSES.issuperset(found[3].split("|")) != bool(found[2])
                assert bool(judge.passing[int(found[1])]) == claimed, question


def test_control_it_passes_and_refuses() -> None:
    """It is no judge that always says the same."""
    answers = {
        bool(passes)
        for name in NAMES[:80]
        for checkpoint in read_case(FOLDER / name).checkpoints
        for passes in Judge(checkpoint.policy, checkpoint.facts).passing.values()
    }
    assert answers == {True, False}
