"""What was changed between two states of a paper, line by line: what a reader who looked before must look at again.

A line is a sentence of a chapter, a row of a table or a value of a data file.
"""

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from itertools import zip_longest

from paraf.gerbang.effects import ChangedText

MOST_LINES = 6_000
"""Lines of a file up to which it is compared line by line; a longer one is told as changed."""


def changed(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[ChangedText]:
    """The differences of texts by the place they stand for (a chapter's title, a file's name), in their order."""
    for place in dict.fromkeys([*after, *before]):
        old, new = before.get(place, ""), after.get(place, "")
        if old != new:
            yield from _lines(place, _written(old), _written(new))


def _lines(place: str, old: list[str], new: list[str]) -> Iterator[ChangedText]:
    if max(len(old), len(new)) > MOST_LINES:
        yield ChangedText(place, f"{len(old)} baris", f"{len(new)} baris")
        return
    for kind, start, end, first, last in SequenceMatcher(None, old, new).get_opcodes():
        if kind != "equal":
            pairs = zip_longest(old[start:end], new[first:last], fillvalue="")
            yield from (ChangedText(place, one, other) for one, other in pairs)


def _written(text: str) -> list[str]:
    """The lines that hold words."""
    return [line for raw in text.split("\n") if (line := raw.strip()) and any(map(str.isalnum, line))]
