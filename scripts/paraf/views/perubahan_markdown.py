"""The *lembar perubahan* as Markdown for a forge: what people wrote can neither end a table nor call anybody."""

from collections.abc import Iterator, Sequence

from paraf.laporan.perubahan.excerpt import excerpt
from paraf.laporan.perubahan.records import Angka, Cell, Part, Perubahan, Piece
from paraf.views import perubahan_words as words
from paraf.views.forge.escape import plain

_MARKS = {"sama": "", "dihapus": "~~", "ditambah": "**"}


def as_markdown(perubahan: Perubahan, name: str, before: str, after: str) -> str:
    """The whole sheet."""
    return "\n\n".join(_parts(perubahan, name, before, after)) + "\n"


def _parts(perubahan: Perubahan, name: str, before: str, after: str) -> Iterator[str]:
    yield f"# {plain(words.title(perubahan, name))}"
    yield f"Semula: **{plain(before)}**. Menjadi: **{plain(after)}**. {words.summary(perubahan)}"
    for heading, origin in words.HEADINGS:
        if found := words.figures(perubahan, origin):
            yield f"## {heading}"
            yield "\n".join(_table(found))
    if any(not one.made for part in perubahan.parts for one in part.changes):
        yield "Yang dicoret dihapus, yang tebal ditambahkan. Nomor paragraf menurut naskah baca."
    for part in perubahan.parts:
        yield f"## {plain(part.title)}"
        yield from _part(part)


def _table(found: Sequence[Angka]) -> Iterator[str]:
    yield "| Angka | Semula | Menjadi | Dibaca di |"
    yield "|---|---|---|---|"
    for one in found[: words.MOST_FIGURES]:
        cells = (words.subject(one), one.before or words.ABSENT, one.after or words.GONE, words.chapters(one.shown))
        yield f"| {' | '.join(map(plain, cells))} |"
    if len(found) > words.MOST_FIGURES:
        yield f"| dan {len(found) - words.MOST_FIGURES} lagi | | | |"


def _part(part: Part) -> Iterator[str]:
    if said := words.state(part):
        yield plain(said)
    shown = words.own(part)[: words.MOST_CHANGES]
    if shown:
        yield "\n".join(f"- {plain(words.place(one))}: {'; '.join(map(_cell, words.told_cells(one)))}" for one in shown)
    if rest := words.left_out(part, len(shown)):
        yield rest
    if places := words.derived(part):
        yield f"{words.DERIVED}: {plain(places)}."


def _cell(cell: Cell) -> str:
    head = f"{plain(cell.head)}: " if cell.head else ""
    return head + " ".join(map(_piece, excerpt(cell.pieces, words.CONTEXT, words.MOST_WORDS)))


def _piece(piece: Piece) -> str:
    mark = _MARKS[piece.tag]
    return f"{mark}{plain(piece.text)}{mark}"
