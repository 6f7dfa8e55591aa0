"""Which passage of one state is which of the other: in its place, rewritten there, or somewhere else by now.

First the same words in the same order, part by part. What lies between two of those is compared with what lies there on the
other side. What is left over is looked for in the whole report: the same words, then mostly the same words. Everything is
bounded, so that a report of any size takes a time in proportion to it; and it is the same whichever state comes first.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from paraf.laporan.perubahan.common import Pairs, common, rising
from paraf.laporan.perubahan.passages import Passage, Words

ALIKE, MOVED = 0.5, 0.6
"""Share of common words from which a passage counts as rewritten in its place, or as the same one elsewhere."""
LEAST = 6
"""Words of the shortest passage that is looked for elsewhere; shorter ones come and go by chance."""
MOST_WORDS = 60_000
"""Words that are compared between two passages that stayed, all pairs together; beyond, only the whole report is searched."""
COMMON = 8
"""Passages that may share a row of three words; a row that more share says nothing."""

Passages = Sequence[Passage]
Lefts = tuple[list[int], list[int]]


class Aligned(Struct, frozen=True):
    """Pairs of positions: those that kept their order, and those that did not; the rest is gone, or new."""

    kept: Pairs
    moved: Pairs


def aligned(before: Passages, after: Passages, parts: Sequence[tuple[range, range]]) -> Aligned:
    """The pairs of two whole reports. ``parts`` are the positions of each part on both sides."""
    turned = [one.key for one in before] > [one.key for one in after]
    if turned:
        before, after = after, before
        parts = [(second, first) for first, second in parts]
    kept: Pairs = []
    for here, there in parts:
        kept += _kept(before, after, here, there)
    moved = _moved(before, after, kept)
    # What was found again between the same neighbours as before was rewritten there, not moved.
    kept, moved = _settled(kept, moved, parts)
    if turned:
        kept, moved = [(second, first) for first, second in kept], [(second, first) for first, second in moved]
    return Aligned(sorted(kept), sorted(moved, key=lambda pair: pair[1]))


def _kept(before: Passages, after: Passages, here: range, there: range) -> Iterator[tuple[int, int]]:
    keys = [before[at].key for at in here], [after[at].key for at in there]
    start = first = 0
    for at, to in [*common(*keys), (len(here), len(there))]:
        if at > start and to > first:
            yield from _rewritten(before, after, here[start:at], there[first:to])
        if at < len(here) and to < len(there):
            yield here[at], there[to]
        start, first = at + 1, to + 1


def _rewritten(before: Passages, after: Passages, here: range, there: range) -> Iterator[tuple[int, int]]:
    """Pairs of one stretch in order that are alike as a whole: the row of pairs with the most in common."""
    work = len(there) * sum(len(before[at].words) for at in here) + len(here) * sum(
        len(after[at].words) for at in there
    )
    if work > MOST_WORDS and (len(here), len(there)) != (1, 1):
        return
    bags = [Counter(before[at].words) for at in here], [Counter(after[at].words) for at in there]
    best = [[0.0] * (len(there) + 1) for _ in range(len(here) + 1)]
    score = [[_likeness(one, other) for other in bags[1]] for one in bags[0]]
    for at in range(len(here) - 1, -1, -1):
        for to in range(len(there) - 1, -1, -1):
            alike = score[at][to] + best[at + 1][to + 1] if score[at][to] >= ALIKE else 0.0
            best[at][to] = max(alike, best[at + 1][to], best[at][to + 1])
    at = to = 0
    while at < len(here) and to < len(there):
        if score[at][to] >= ALIKE and best[at][to] == score[at][to] + best[at + 1][to + 1]:
            yield here[at], there[to]
            at, to = at + 1, to + 1
        elif best[at][to] == best[at + 1][to]:
            at += 1
        else:
            to += 1


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """The share of words that two passages have in common, 0 to 1."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0


def _moved(before: Passages, after: Passages, kept: Pairs) -> Pairs:
    """What is left over on both sides and is the same, or nearly."""
    gone, come = {at for at, _ in kept}, {to for _, to in kept}
    here = [at for at, one in enumerate(before) if at not in gone and _known(one)]
    there = [to for to, one in enumerate(after) if to not in come and _known(one)]
    found = _same(before, after, here, there)
    gone, come = {at for at, _ in found}, {to for _, to in found}
    here, there = [at for at in here if at not in gone], [to for to in there if to not in come]
    return found + _nearly(before, after, here, there)


def _known(one: Passage) -> bool:
    return len(one.words) >= LEAST and not one.generated


def _same(before: Passages, after: Passages, here: Sequence[int], there: Sequence[int]) -> Pairs:
    """Pairs with the same words; of several alike the first with the first."""
    places: dict[str, list[int]] = {}
    for at in reversed(here):
        places.setdefault(before[at].key, []).append(at)
    return [(places[after[to].key].pop(), to) for to in there if places.get(after[to].key)]


def _nearly(before: Passages, after: Passages, here: Sequence[int], there: Sequence[int]) -> Pairs:
    """Pairs with mostly the same rows of three words, the likest first."""
    rows = {at: _rows(before[at]) for at in here}
    others = {to: _rows(after[to]) for to in there}
    index: dict[Words, list[int]] = {}
    for at, own in rows.items():
        for row in own:
            index.setdefault(row, []).append(at)
    telling = {row: places for row, places in index.items() if len(places) <= COMMON}
    found = []
    for to, own in others.items():
        shared = Counter(at for row in own for at in telling.get(row, ()))
        found += [
            (-likeness, at, to)
            for at, many in shared.items()
            if (likeness := 2 * many / (len(rows[at]) + len(own))) >= MOVED / 2
            and _likeness(Counter(before[at].words), Counter(after[to].words)) >= MOVED
        ]
    gone, come = set[int](), set[int]()
    pairs: Pairs = []
    for _, at, to in sorted(found):
        if at not in gone and to not in come:
            gone.add(at)
            come.add(to)
            pairs.append((at, to))
    return pairs


def _rows(one: Passage) -> set[Words]:
    words = one.words
    return {words[at : at + 3] for at in range(len(words) - 2)}


def _settled(kept: Pairs, moved: Pairs, parts: Sequence[tuple[range, range]]) -> tuple[Pairs, Pairs]:
    """Pairs of one part that do not cross those that kept their order were not moved."""
    part_of = _part_of(parts)
    inside: dict[int, Pairs] = {}
    for pair in moved:
        if part_of[0].get(pair[0], -1) == part_of[1].get(pair[1], -2):
            inside.setdefault(part_of[0][pair[0]], []).append(pair)
    anchors: dict[int, Pairs] = {}
    for pair in kept:
        anchors.setdefault(part_of[0][pair[0]], []).append(pair)
    stayed = {pair for number, pairs in inside.items() for pair in _uncrossed(anchors.get(number, []), pairs)}
    return [*kept, *stayed], [pair for pair in moved if pair not in stayed]


def _part_of(parts: Sequence[tuple[range, range]]) -> tuple[Mapping[int, int], Mapping[int, int]]:
    first = {at: number for number, (here, _) in enumerate(parts) for at in here}
    return first, {to: number for number, (_, there) in enumerate(parts) for to in there}


def _uncrossed(anchors: Pairs, pairs: Pairs) -> Pairs:
    """The pairs that lie between the same anchors on both sides and cross none of each other."""
    ends: list[tuple[int, int]] = [(-1, -1), *sorted(anchors)]
    stretches: dict[int, Pairs] = {}
    index = 0
    for at, to in sorted(pairs):
        while index + 1 < len(ends) and ends[index + 1][0] < at:
            index += 1
        below = ends[index + 1][1] if index + 1 < len(ends) else None
        if ends[index][1] < to and (below is None or to < below):
            stretches.setdefault(index, []).append((at, to))
    return [pair for found in stretches.values() for pair in rising(found)]
