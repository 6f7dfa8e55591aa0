"""The *lembar perubahan* for a terminal: first as it was, then as it is, the words that differ in brackets."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from paraf.door.text import visible
from paraf.laporan.perubahan.excerpt import excerpt
from paraf.laporan.perubahan.records import Angka, Change, Part, Perubahan, Piece, Tag
from paraf.views import perubahan_words as words

WIDTH = 100
_LABELS: tuple[tuple[str, Tag], ...] = (("Semula", "dihapus"), ("Menjadi", "ditambah"))


def as_text(perubahan: Perubahan, name: str, before: str, after: str) -> str:
    """The whole sheet as plain lines; nothing in it steers a terminal."""
    lines = [words.title(perubahan, name), f"Semula: {before}. Menjadi: {after}.", words.summary(perubahan)]
    for heading, origin in words.HEADINGS:
        if found := words.figures(perubahan, origin):
            lines += ["", heading, *_figure_lines(found)]
    if any(not one.made for part in perubahan.parts for one in part.changes):
        lines += ["", "Kata yang berubah diapit [ ]; nomor paragraf menurut naskah baca."]
    for part in perubahan.parts:
        lines += ["", part.title, *_part_lines(part)]
    return "\n".join(visible(line) for line in lines)


def _figure_lines(found: Sequence[Angka]) -> Iterator[str]:
    above = ""
    for one in found[: words.MOST_FIGURES]:
        if one.subject != above:
            yield f"  {one.subject}"
        above = one.subject
        yield f"    {one.what}: semula {one.before or words.ABSENT}, menjadi {one.after or words.GONE}"
        if one.shown:
            yield from _wrapped(f"dibaca di {words.chapters(one.shown)}", "      ")
    if len(found) > words.MOST_FIGURES:
        yield f"  dan {len(found) - words.MOST_FIGURES} lagi"


def _part_lines(part: Part) -> Iterator[str]:
    if said := words.state(part):
        yield f"  {said}"
    shown = words.own(part)[: words.MOST_CHANGES]
    for change in shown:
        yield f"  {words.place(change)}"
        yield from _change_lines(change)
    if rest := words.left_out(part, len(shown)):
        yield f"  {rest}"
    if places := words.derived(part):
        yield from _wrapped(f"{words.DERIVED}: {places}.", "  ")


def _change_lines(change: Change) -> Iterator[str]:
    marked = change.way in ("diubah", "dipindahkan")
    for cell in words.told_cells(change):
        head = f"{cell.head}: " if cell.head else ""
        pieces = excerpt(cell.pieces, words.CONTEXT, words.MOST_WORDS)
        if all(piece.tag == "sama" for piece in pieces):
            yield from _wrapped(f"Bunyinya: {head}{_side(pieces, 'sama', marked=False)}", "    ")
            continue
        for label, tag in _LABELS:
            if said := _side(pieces, tag, marked=marked):
                yield from _wrapped(f"{label}: {head}{said}", "    ")


def _side(pieces: Sequence[Piece], tag: Tag, *, marked: bool) -> str:
    """The words of one side, those that the other does not have in brackets."""
    told = (
        f"[{piece.text}]" if marked and piece.tag == tag else piece.text
        for piece in pieces
        if piece.tag in ("sama", tag)
    )
    return " ".join(told)


def _wrapped(text: str, indent: str) -> list[str]:
    return wrap(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=f"{indent}  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
