"""What is new in a report for a reader who judged it before, as rows of a comment: figures first, then passages.

Of the *lembar perubahan* only what somebody changed is told; what followed from the data stands behind it, counted on.
"""

from collections.abc import Iterator, Mapping, Sequence

from paraf.gerbang.changes import changed
from paraf.gerbang.effects import ChangedText
from paraf.laporan.budget import FILE as BUDGET
from paraf.laporan.expand import Expansion
from paraf.laporan.perubahan.comparing import perubahan_of
from paraf.laporan.perubahan.excerpt import excerpt
from paraf.laporan.perubahan.records import Change, Origin, Part, Perubahan, Piece, Spot
from paraf.laporan.report import PERFORMANCE, Report
from paraf.sop.covering import covers
from paraf.sop.forms.outline import OutlineFile

AROUND, MOST_WORDS = 5, 25
"""Words beside a change, and words that came or went, in a cell."""
MOST_LETTERS = 1_500_000
"""Letters of both states up to which they are compared passage by passage; longer ones line by line."""
_DATA = (PERFORMANCE, BUDGET)


def is_report(patterns: Sequence[str], report: Report) -> bool:
    """Whether a paper carries a part of the report that can be compared by its words."""
    names = [chapter.file.removeprefix(f"{report.folder}/") for chapter in report.chapters]
    return any(covers(patterns, name) for name in (*names, *_DATA))


def bearable(then: Report, now: Report) -> bool:
    """Whether two states are small enough to be compared passage by passage while somebody waits."""
    return sum(len(text) for one in (then, now) for text in one.texts.values()) <= MOST_LETTERS


def news(
    then: Expansion, now: Expansion, outline: OutlineFile | None, patterns: Sequence[str]
) -> Iterator[ChangedText]:
    """Everything that became different in the files a paper covers, the most telling first."""
    found = perubahan_of(then, now, outline)
    told = set[str]()
    if any(covers(patterns, name) for name in _DATA):
        yield from _figures(found, "data", told)
    parts = [part for part in found.parts if part.file == "" or covers(patterns, part.file)]
    rows = [(change, part) for part in parts for change in part.changes if not change.made]
    yield from (_row(change) for change, _ in rows if _has_figures(change))
    yield from filter(None, map(_renamed, parts))
    yield from (_row(change) for change, _ in rows if not _has_figures(change))
    yield from changed(*(_others(one.context.report, patterns, found, told) for one in (then, now)))
    if any(covers(patterns, name) for name in _DATA):
        yield from _figures(found, "hitungan", told)


def _figures(found: Perubahan, origin: Origin, told: set[str]) -> Iterator[ChangedText]:
    for one in found.angka:
        if one.origin == origin:
            told.add(origin)
            yield ChangedText(f"{one.subject}: {one.what}", one.before, one.after)


def _has_figures(change: Change) -> bool:
    """Whether a figure went or came."""
    return any(
        letter.isdigit() for cell in change.cells for one in cell.pieces if one.tag != "sama" for letter in one.text
    )


def _renamed(part: Part) -> ChangedText | None:
    return ChangedText(f"Judul {part.file or part.title}", part.was, part.title) if part.was else None


def _row(change: Change) -> ChangedText:
    spot = change.after or change.before
    assert spot
    pieces = tuple(_pieces(change))
    before = " ".join(one.text for one in pieces if one.tag != "ditambah")
    after = " ".join(one.text for one in pieces if one.tag != "dihapus")
    if change.way == "dipindahkan":
        assert change.before
        return ChangedText(_place(spot), f"(pada {_place(change.before)})", after)
    return ChangedText(_place(spot), before, after, pieces if change.way == "diubah" else ())


def _pieces(change: Change) -> Iterator[Piece]:
    """The words of a passage around what differs; of a row the cells that do, each behind the name of its column."""
    for cell in change.cells:
        if len(change.cells) == 1 or any(one.tag != "sama" for one in cell.pieces):
            yield from (Piece("sama", f"{cell.head}:"),) if cell.head else ()
            yield from excerpt(cell.pieces, AROUND, MOST_WORDS)


def _place(spot: Spot) -> str:
    inner = spot.panel or (f"paragraf {spot.paragraph}" if spot.paragraph else spot.section)
    return f"{spot.part}, {inner}" if inner else spot.part


def _others(report: Report, patterns: Sequence[str], found: Perubahan, told: set[str]) -> Mapping[str, str]:
    """The covered files that are no part of the bound report; data whose figures were told are not told again."""
    bound = {chapter.file.removeprefix(f"{report.folder}/") for chapter in report.chapters}
    bound |= {part.file for part in found.parts}
    bound |= {f"lampiran/{one.berkas}" for one in (report.annexes.value.lampiran if report.annexes else ())}
    known = set(_DATA) if "data" in told else set()
    return {
        name: text
        for name, text in sorted(report.texts.items())
        if covers(patterns, name) and name not in bound and name not in known
    }
