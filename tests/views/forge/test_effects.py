"""The contract with the gate: only a pass is a success, exactly the next approver is requested, nobody else is mentioned."""

import re
from pathlib import Path

import pytest

from alur.story import FOLDER, case_files
from paraf.alur.states import Outcome
from paraf.gerbang.effects import LONGEST, MARK, board_mark
from views.forge.shown import tell, told

_MENTION = re.compile(r"@(?!&#8203;)")
SEKDIN, KADIN = 999000003, 999000004


@pytest.mark.parametrize("path", case_files(), ids=lambda path: path.relative_to(FOLDER).as_posix())
def test_whatever_happens_a_comment_is_short_and_mentions_one_person_at_most(path: Path) -> None:
    for shown in tell(path.read_text(encoding="utf-8")):
        for one in shown.pulls.values():
            assert one.comment.startswith(f"{MARK}\n")
            assert len(one.comment) < 60_000
            assert len(one.description) <= LONGEST
            assert len(_MENTION.findall(one.comment)) <= 1, one.comment
            assert len(one.request) <= 1
        assert shown.board.body.startswith(f"{board_mark(shown.board.year)}\n")
        assert not _MENTION.search(shown.board.body)


@pytest.mark.parametrize(
    ("story", "asked"),
    [
        ("jalan 1 rencana-kerja sampai B1", set()),
        ("1 buka kasubag: rencana-kerja.yml=satu", set()),
        ("1 buka kasubag: rencana-kerja.yml=satu\n1 ajukan kasubag", {KADIN}),
        ("jalan 1 nota-dinas sampai A2", {SEKDIN}),
        ("jalan 1 nota-dinas sampai A2\n1 dorong tim-satu: nota-dinas.md=lain", set()),
        ("jalan 1 nota-dinas sampai A2\n1 temuan A3: nota-dinas.md baris 3: kurang", set()),
        ("jalan 1 nota-dinas sampai A2\n1 kembalikan sekdin: salah", set()),
        ("jalan 1 nota-dinas sampai A2\n+10dtk 1 setuju staf", {SEKDIN}),
    ],
)
def test_exactly_the_next_approver_is_requested(story: str, asked: set[int]) -> None:
    assert told(story).pulls[1].request == asked


def test_only_a_pass_is_a_success() -> None:
    states = {}
    for shown in tell("jalan 1 rencana-kerja sampai B1\n1 dorong kasubag: bukti/b2.yml=satu\n1 gabung kasubag"):
        states[shown.event.split()[1]] = shown.pulls[1].state
    assert states == {"1": "pending", "dorong": "success", "gabung": "pending"}
    assert Outcome.LULUS.value == "lulus"
