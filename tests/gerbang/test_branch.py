"""What stands when: pushes by the forge's clock, main's movements in between, and what the forge does not tell."""

import pytest

from gerbang.told import OTHER, at, moved, pull, sha
from paraf.gerbang.answers import GHOST, Activity, End, PullAnswer
from paraf.gerbang.branch import Main, Stand, stands

QUIET = Main((moved(-100, "", "m"),), sha("m"))


def short(found: tuple[Stand, ...]) -> list[str]:
    """Each stand as ``minute by head base``; ``?`` where it is not told."""
    said = []
    for one in found:
        when = "-" if one.at is None else f"{(one.at - at(0)).total_seconds() / 60:g}"
        by = "?" if one.unknown else str(one.by) if one.by else "main"
        said.append(f"{when} {by} {one.head[0]} {one.base[0]}")
    return said


def newest_first(*moves: Activity) -> list[Activity]:
    return list(reversed(moves))


BORN = moved(1, "", "b", kind="branch_creation")
PUSH = moved(3, "b", "a", OTHER)

CASES: list[tuple[str, PullAnswer, list[Activity], Main, list[str]]] = [
    (
        "a push in the second of the merge, behind what was merged, is none of it",
        pull(state="closed", merged_at=at(4), merge_commit_sha=sha("m")),
        newest_first(BORN, PUSH, moved(4, "a", "z")),
        QUIET,
        ["1 101 b m", "3 102 a m"],
    ),
    ("pushes before the opening count", pull(), newest_first(BORN, PUSH), QUIET, ["1 101 b m", "3 102 a m"]),
    (
        "an account that is gone is the ghost",
        pull(),
        newest_first(BORN, moved(3, "b", "a", None)),
        QUIET,
        ["1 101 b m", f"3 {GHOST} a m"],
    ),
    (
        "an earlier branch of the same name is not this one",
        pull(),
        newest_first(
            moved(-9, "", "x", kind="branch_creation"), moved(-8, "x", "", kind="branch_deletion"), BORN, PUSH
        ),
        QUIET,
        ["1 101 b m", "3 102 a m"],
    ),
    (
        "a branch whose beginning is not told",
        pull(),
        newest_first(moved(3, "b", "a", OTHER)),
        QUIET,
        ["3 102 a m"],
    ),
    (
        "a branch that was deleted and restored goes on",
        pull(),
        newest_first(BORN, PUSH, moved(6, "a", "", kind="branch_deletion"), moved(7, "", "a", kind="branch_creation")),
        QUIET,
        ["1 101 b m", "3 102 a m", "7 101 a m"],
    ),
    (
        "a movement that is not told stands with nobody's name",
        pull(),
        newest_first(BORN, moved(9, "c", "a", OTHER)),
        QUIET,
        ["1 101 b m", "- ? c m", "9 102 a m"],
    ),
    ("the last movement is not told yet", pull(), newest_first(BORN), QUIET, ["1 101 b m", "- ? a m"]),
    ("nothing is told", pull(), [], QUIET, ["- ? a m"]),
    (
        "main moves in between and after",
        pull(),
        newest_first(BORN, PUSH),
        Main((moved(-100, "", "m"), moved(2, "m", "n"), moved(8, "n", "o")), sha("o")),
        ["1 101 b m", "2 main b n", "3 102 a n", "8 main a o"],
    ),
    (
        "what main did is told later",
        pull(),
        newest_first(BORN, PUSH),
        Main((moved(-100, "", "m"),), sha("n")),
        ["1 101 b m", "3 102 a m", "- main a n"],
    ),
    (
        "nothing is told of main",
        pull(),
        newest_first(BORN, PUSH),
        Main((), sha("m")),
        ["1 101 b m", "3 102 a m", "- main a m"],
    ),
    (
        "a push at the same second as a movement of main stands on it",
        pull(),
        newest_first(BORN, PUSH),
        Main((moved(-100, "", "m"), moved(3, "m", "n")), sha("n")),
        ["1 101 b m", "3 102 a n", "3 main a n"],
    ),
    (
        "before everything that is told of main",
        pull(),
        newest_first(BORN, PUSH),
        Main((moved(2, "l", "m"),), sha("m")),
        ["1 101 b l", "2 main b m", "3 102 a m"],
    ),
    (
        "before main was born",
        pull(),
        newest_first(BORN, PUSH),
        Main((moved(2, "", "m"),), sha("m")),
        ["1 101 b m", "2 main b m", "3 102 a m"],
    ),
    (
        "main moves while it is not told when the last push came",
        pull(),
        newest_first(BORN),
        Main((moved(-100, "", "m"), moved(2, "m", "n")), sha("n")),
        ["1 101 b m", "- ? a n", "2 main a n"],
    ),
    (
        "its own merge and what came later are not before it",
        pull(state="closed", merged_at=at(20), merge_commit_sha=sha("p")),
        newest_first(BORN, PUSH, moved(25, "a", "z")),
        Main((moved(-100, "", "m"), moved(10, "m", "n"), moved(20, "n", "p"), moved(21, "p", "q")), sha("q")),
        ["1 101 b m", "3 102 a m", "10 main a n"],
    ),
    (
        "a merged one whose last push is not told",
        pull(state="closed", merged_at=at(20), merge_commit_sha=sha("p"), head=End("x", sha("c"))),
        newest_first(BORN, PUSH),
        Main((moved(-100, "", "m"), moved(20, "m", "p")), sha("p")),
        ["1 101 b m", "3 102 a m", "- ? c p"],
    ),
]


@pytest.mark.parametrize(
    ("said", "activity", "main", "wanted"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_stands(said: PullAnswer, activity: list[Activity], main: Main, wanted: list[str]) -> None:
    assert short(stands(said, activity, main)) == wanted
