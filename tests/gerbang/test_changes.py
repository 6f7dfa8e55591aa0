"""What a reader must look at again: lines that changed, came or went, where they stand."""

import pytest

from paraf.gerbang.changes import MOST_LINES, changed
from paraf.gerbang.effects import ChangedText


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ({"Bab I": "a\nb\n"}, {"Bab I": "a\nb\n"}, []),
        ({"Bab I": "a\nb\n"}, {"Bab I": "a\n\n---\n  b"}, []),
        ({"Bab I": "a\nb"}, {"Bab I": "a\nc"}, [("Bab I", "b", "c")]),
        ({"Bab I": "a\nb"}, {"Bab I": "a\nb\nc"}, [("Bab I", "", "c")]),
        ({"Bab I": "a\nb"}, {"Bab I": "b"}, [("Bab I", "a", "")]),
        ({"Bab I": "a\nb\nz"}, {"Bab I": "c\nd\ne\nz"}, [("Bab I", "a", "c"), ("Bab I", "b", "d"), ("Bab I", "", "e")]),
        ({"Bab I": "a"}, {"Bab II": "b"}, [("Bab II", "", "b"), ("Bab I", "a", "")]),
        ({}, {}, []),
        (
            {"Data": "a"},
            {"Data": "a\n" * (MOST_LINES + 1)},
            [("Data", "1 baris", f"{MOST_LINES + 1} baris")],
        ),
    ],
)
def test_changed(before: dict[str, str], after: dict[str, str], wanted: list[tuple[str, str, str]]) -> None:
    assert list(changed(before, after)) == [ChangedText(*one) for one in wanted]
