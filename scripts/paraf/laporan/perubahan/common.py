"""What two sequences have in common, in order: bounded in time whatever the sequences are, and the same both ways round.

Ends that are alike go first; then what occurs once on both sides holds the rest in place (the *patience* way), and short
stretches between are compared in full. Of a long stretch without anything to hold on to, nothing is taken as common.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

MOST_CELLS, MOST_WORK, DEEPEST = 4_000, 2_000_000, 12
"""Pairs of a stretch that is compared in full, pairs of all stretches together, how often what is left is looked at again."""

Pairs = list[tuple[int, int]]
_Stretch = tuple[int, int, int, int]


def common(one: Sequence[str], other: Sequence[str]) -> Pairs:
    """Pairs of positions with equal elements, rising on both sides."""
    if (len(one), list(one)) > (len(other), list(other)):
        return [(first, second) for second, first in _common(other, one)]
    return _common(one, other)


def _common(one: Sequence[str], other: Sequence[str]) -> Pairs:
    found: Pairs = []
    work = 0
    stretches: list[tuple[_Stretch, int]] = [((0, len(one), 0, len(other)), 0)]
    while stretches:
        stretch, depth = stretches.pop()
        start, end, first, last = _trimmed(one, other, stretch, found)
        cells = (end - start) * (last - first)
        if not cells:
            continue
        if cells <= MOST_CELLS and work + cells <= MOST_WORK:
            work += cells
            found += [(start + at, first + there) for at, there in _longest(one[start:end], other[first:last])]
            continue
        anchors = _anchors(one, other, (start, end, first, last)) if depth < DEEPEST else []
        for at, there in anchors:
            found.append((at, there))
            stretches.append(((start, at, first, there), depth + 1))
            start, first = at + 1, there + 1
        if anchors:
            stretches.append(((start, end, first, last), depth + 1))
    return sorted(found)


def _trimmed(one: Sequence[str], other: Sequence[str], stretch: _Stretch, found: Pairs) -> _Stretch:
    """A stretch without its ends that are alike, which are found."""
    start, end, first, last = stretch
    while start < end and first < last and one[start] == other[first]:
        found.append((start, first))
        start, first = start + 1, first + 1
    while start < end and first < last and one[end - 1] == other[last - 1]:
        end, last = end - 1, last - 1
        found.append((end, last))
    return start, end, first, last


def _anchors(one: Sequence[str], other: Sequence[str], stretch: _Stretch) -> Pairs:
    """What occurs once on both sides of a stretch, as long as it stays in order."""
    start, end, first, last = stretch
    here, there = Counter(one[start:end]), Counter(other[first:last])
    places = {word: at for at, word in enumerate(other[first:last], start=first) if there[word] == 1}
    once = [
        (at, places[word]) for at, word in enumerate(one[start:end], start=start) if here[word] == 1 and word in places
    ]
    return rising(once)


def rising(pairs: Pairs) -> Pairs:
    """The longest row of pairs whose second numbers rise, too; the first numbers rise already."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, there) in enumerate(pairs):
        at = bisect_left(tails, there)
        before.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(there)
            ends.append(index)
        else:
            tails[at], ends[at] = there, index
    row: Pairs = []
    index = ends[-1] if ends else -1
    while index >= 0:
        row.append(pairs[index])
        index = before[index]
    return row[::-1]


def _longest(one: Sequence[str], other: Sequence[str]) -> Pairs:
    """The longest common row of two short sequences."""
    lengths = [[0] * (len(other) + 1)]
    for word in reversed(one):
        below, row = lengths[-1], [0] * (len(other) + 1)
        for at in range(len(other) - 1, -1, -1):
            row[at] = below[at + 1] + 1 if word == other[at] else max(below[at], row[at + 1])
        lengths.append(row)
    lengths.reverse()
    at = there = 0
    found: Pairs = []
    while at < len(one) and there < len(other):
        if one[at] == other[there]:
            found.append((at, there))
            at, there = at + 1, there + 1
        elif lengths[at + 1][there] >= lengths[at][there + 1]:
            at += 1
        else:
            there += 1
    return found
