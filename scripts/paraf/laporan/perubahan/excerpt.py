"""The words around a change: long stretches that stayed are cut, very long ones that came or went as well."""

from collections.abc import Sequence

from paraf.laporan.perubahan.records import Piece

GAP = "…"


def excerpt(pieces: Sequence[Piece], around: int, most: int) -> tuple[Piece, ...]:
    """Of what stayed ``around`` words on each side of a change, of what came or went ``most`` words."""
    last = len(pieces) - 1
    return tuple(
        Piece(piece.tag, _stayed(piece.text, around, first=index == 0, last=index == last))
        if piece.tag == "sama"
        else Piece(piece.tag, _cut(piece.text, most))
        for index, piece in enumerate(pieces)
    )


def _stayed(text: str, around: int, *, first: bool, last: bool) -> str:
    words = text.split()
    before, after = 0 if first and not last else around, 0 if last else around
    # A gap of two or three words would save nothing.
    if len(words) <= before + after + 3:
        return text
    behind = words[len(words) - after :] if after else []
    return " ".join([*words[:before], GAP, *behind])


def _cut(text: str, most: int) -> str:
    words = text.split()
    return text if len(words) <= most else " ".join([*words[:most], GAP, f"({len(words) - most} kata lagi)"])
