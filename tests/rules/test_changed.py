"""Style on changed lines only: what else was found stays wherever it lies."""

import pytest

from paraf.finding import Finding, Place, Severity
from paraf.rules.changed import changed_lines, only_changed

FOLDER = "lakip/2025"


def finding(code: str, name: str, line: int) -> Finding:
    place = Place(f"{FOLDER}/{name}", line, 1)
    return Finding(code=code, severity=Severity.CATATAN, place=place, subject="s", message="m", repair="r")


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        ("a\nb\nc", "a\nb\nc", []),
        ("a\nb\nc", "a\nX\nc", [2]),
        ("a\nc", "a\nb\nc", [2]),
        ("a\nb\nc", "a\nc", []),
        (None, "a\nb", [1, 2]),
    ],
    ids=["same", "changed", "added", "removed", "new file"],
)
def test_changed_lines_are_those_that_were_not_there(before: str | None, after: str, lines: list[int]) -> None:
    assert sorted(changed_lines(before, after)) == lines


def test_only_style_is_held_to_the_changed_lines() -> None:
    found = [
        finding("BHS101", "a.md", 1),
        finding("BHS101", "a.md", 2),
        finding("PRI101", "a.md", 1),
        finding("BHS102", "baru.md", 1),
        finding("BHS102", "", 1),
    ]
    kept = only_changed(found, FOLDER, {"a.md": "x\ny"}, {"a.md": "x\nz", "baru.md": "x"})
    assert list(kept) == [*found[1:4], found[4]]
