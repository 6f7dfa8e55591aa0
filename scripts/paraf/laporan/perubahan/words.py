"""Two wordings of one passage, word by word: what stayed, what went, what came, in pieces a person can read.

A single word that happens to stand on both sides of a sentence written anew is no hold for the eye, so it is taken into
the change around it.
"""

from collections.abc import Sequence

from msgspec import Struct

from paraf.laporan.perubahan.common import Pairs, common
from paraf.laporan.perubahan.records import Piece

FEW = 0.3
"""Below this share of common words a passage is shown as a whole, first as it was, then as it is."""


class Span(Struct, frozen=True):
    """A stretch of words: from and to on both sides; ``same`` where the words are the same."""

    same: bool
    start: int
    end: int
    first: int
    last: int


def spans(one: Sequence[str], other: Sequence[str]) -> list[Span]:
    """The stretches of two wordings, in order; same and different ones take turns."""
    pairs = common(one, other)
    if 2 * len(pairs) < FEW * (len(one) + len(other)):
        pairs = []
    return _merged(_raw(pairs, len(one), len(other)))


def _raw(pairs: Pairs, here: int, there: int) -> list[Span]:
    found: list[Span] = []
    start = first = 0
    for at, to in [*pairs, (here, there)]:
        if at > start or to > first:
            found.append(Span(False, start, at, first, to))
        if (at, to) != (here, there):
            last = found[-1] if found else None
            if last and last.same:
                found[-1] = Span(True, last.start, at + 1, last.first, to + 1)
            else:
                found.append(Span(True, at, at + 1, to, to + 1))
        start, first = at + 1, to + 1
    return found


def _merged(found: list[Span]) -> list[Span]:
    """Without same words that are fewer than half of the change on either side."""
    out: list[Span] = []
    for index, span in enumerate(found):
        after = found[index + 1] if index + 1 < len(found) else None
        lonely = span.same and out and after and 2 * (span.end - span.start) < min(_size(out[-1]), _size(after))
        if out and (lonely or (not span.same and not out[-1].same)):
            out[-1] = Span(False, out[-1].start, span.end, out[-1].first, span.last)
        else:
            out.append(span)
    return out


def _size(span: Span) -> int:
    return max(span.end - span.start, span.last - span.first)


def pieces(one: Sequence[str], other: Sequence[str]) -> tuple[Piece, ...]:
    """The words of both, each with what became of it; what went stands before what came."""
    found: list[Piece] = []
    for span in spans(one, other):
        gone, come = " ".join(one[span.start : span.end]), " ".join(other[span.first : span.last])
        if span.same:
            found.append(Piece("sama", come))
        else:
            found += [Piece("dihapus", gone)] if gone else []
            found += [Piece("ditambah", come)] if come else []
    return tuple(found)
