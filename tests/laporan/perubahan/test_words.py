"""Two wordings word by word: nothing is lost, what went stands before what came, and the pieces can be read."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paraf.laporan.perubahan.excerpt import excerpt
from paraf.laporan.perubahan.records import Cell, Piece
from paraf.laporan.perubahan.words import pieces

WORDS = st.lists(st.sampled_from(["satu", "dua", "tiga", "empat", "lima", "dan"]), max_size=25)
SETTINGS = settings(max_examples=200, deadline=None, derandomize=True, database=None)
SIGNS = {"sama": "=", "dihapus": "-", "ditambah": "+"}


def shown(one: str, other: str) -> str:
    return " ".join(f"{SIGNS[piece.tag]}({piece.text})" for piece in pieces(one.split(), other.split()))


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("", "", ""),
        ("a b c", "a b c", "=(a b c)"),
        ("a b c", "a x c", "=(a) -(b) +(x) =(c)"),
        ("a b c", "a c", "=(a) -(b) =(c)"),
        ("a c", "a b c", "=(a) +(b) =(c)"),
        ("", "a b", "+(a b)"),
        ("a b", "", "-(a b)"),
        ("dari 75 persen menjadi 80 persen", "dari 76 persen menjadi 81 persen", None),
        # One word that both have by chance is no hold.
        ("a b c d dan e f g h", "p q r s dan t u v w", "-(a b c d dan e f g h) +(p q r s dan t u v w)"),
        (
            "awal a b c dan e f g akhir",
            "awal p q r dan t u v akhir",
            "=(awal) -(a b c dan e f g) +(p q r dan t u v) =(akhir)",
        ),
        ("a b c d dan", "p q r s dan", "-(a b c d dan) +(p q r s dan)"),
    ],
)
def test_pieces(one: str, other: str, told: str | None) -> None:
    expected = "=(dari) -(75) +(76) =(persen menjadi) -(80) +(81) =(persen)" if told is None else told
    assert shown(one, other) == expected


@SETTINGS
@given(WORDS, WORDS)
def test_both_wordings_can_be_built_again(one: list[str], other: list[str]) -> None:
    cell = Cell("", pieces(one, other))
    assert (cell.before.split(), cell.after.split()) == (one, other)
    assert all(piece.text for piece in cell.pieces)


@SETTINGS
@given(WORDS, WORDS)
def test_the_other_way_round_what_went_comes(one: list[str], other: list[str]) -> None:
    def texts(cell: tuple[Piece, ...], tag: str) -> list[str]:
        return [piece.text for piece in cell if piece.tag == tag]

    there, back = pieces(one, other), pieces(other, one)
    assert texts(there, "dihapus") == texts(back, "ditambah")
    assert texts(there, "ditambah") == texts(back, "dihapus")
    assert texts(there, "sama") == texts(back, "sama")


LONG = " ".join(map(str, range(20)))


@pytest.mark.parametrize(
    ("whole", "short"),
    [
        ((Piece("sama", LONG), Piece("dihapus", "x")), ("… 18 19", "x")),
        ((Piece("ditambah", "x"), Piece("sama", LONG)), ("x", "0 1 …")),
        ((Piece("dihapus", "x"), Piece("sama", LONG), Piece("ditambah", "y")), ("x", "0 1 … 18 19", "y")),
        ((Piece("sama", LONG),), ("0 1 …",)),
        ((Piece("sama", "0 1 2 3 4"), Piece("dihapus", "x")), ("0 1 2 3 4", "x")),
        ((Piece("ditambah", "a b c d"),), ("a b c … (1 kata lagi)",)),
    ],
)
def test_an_excerpt_keeps_the_words_around_a_change(whole: tuple[Piece, ...], short: tuple[str, ...]) -> None:
    assert tuple(piece.text for piece in excerpt(whole, 2, 3)) == short
