"""A drawing cut into pages: what was one arrow stays one, through a pair of connectors with the same letter."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers import CASES, ROOT, load_case
from paraf.sop.repository import read_repository
from paraf.views.flow.draw import page_drawings
from paraf.views.flow.layout import Layout, Wire, lay_out
from paraf.views.flow.pieces import FOOT_ROW, HEAD_ROW, SHEET, Connector, Head, Line, Piece
from paraf.views.flow.route import Pen, Rows, route_pages
from property.strategies import Builtins, dump, sop_files
from views.flow.geometry import near

REAL = [lay_out(section) for section in load_case(ROOT).sop.sections]
OFFICE = (CASES / "dasar" / "instansi.yml").read_bytes()
HEIGHT = 60.0
Placed = list[tuple[int, Piece]]
Drawn = Callable[[Wire], Iterable[tuple[int, Piece]]]


def cut_at(layout: Layout, cuts: Iterable[int]) -> tuple[Rows, ...]:
    edges = [0, *sorted({place for place in cuts if 0 < place < len(layout.rows)}), len(layout.rows)]
    return tuple(layout.rows[start:end] for start, end in pairwise(edges))


def drawn_by(layout: Layout, pages: tuple[Rows, ...]) -> Drawn:
    return Pen(layout, SHEET, pages).wire


def faults(layout: Layout, pages: tuple[Rows, ...], drawn: Drawn) -> list[str]:
    """Everything wrong with how the arrows go from page to page."""
    found: list[str] = []
    page_of = {code: number for number, rows in enumerate(pages) for code in rows}
    for wire in layout.wires:
        name = f"{wire.source.code} -> {wire.target.code}"
        pieces = list(drawn(wire))
        connectors = [(page, piece) for page, piece in pieces if isinstance(piece, Connector)]
        here, there = page_of[wire.source.code], page_of[wire.target.code]
        if here == there:
            found += [f"{name}: a connector on one page"] if connectors else []
        else:
            expected = [(here, FOOT_ROW if there > here else HEAD_ROW), (there, HEAD_ROW if there > here else FOOT_ROW)]
            if [(page, piece.row) for page, piece in connectors] != expected:
                found.append(f"{name}: connectors stand at {connectors}")
            if len({(piece.letter, piece.x, piece.pointing) for _, piece in connectors}) != 1:
                found.append(f"{name}: the pair differs")
        elsewhere = stray(pages, pieces)
        found += [f"{name}: {row} is on another page" for page, row in elsewhere]
        if not elsewhere:
            found += [f"{name}: loose end {end}" for end in loose(pages, pieces)]
        heads = [page for page, piece in pieces if isinstance(piece, Head)]
        found += [] if heads == [there] else [f"{name}: the tip is on page {heads}"]
    return found


def stray(pages: tuple[Rows, ...], pieces: Placed) -> list[tuple[int, str]]:
    return [(page, piece.row) for page, piece in pieces if piece.row not in (HEAD_ROW, FOOT_ROW, *pages[page])]


def loose(pages: tuple[Rows, ...], pieces: Placed) -> list[tuple[int, float, float]]:
    """Line ends that meet no other line, connector or symbol: exactly two per page and arrow are allowed, at its ends."""
    ends: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for page, piece in pieces:
        if isinstance(piece, Line):
            ends[page] += [
                (piece.x1, place(pages[page], piece.row, piece.y1)),
                (piece.x2, place(pages[page], piece.row, piece.y2)),
            ]
    found = []
    for page, spots in ends.items():
        single = [spot for spot in spots if sum(near(spot, other) for other in spots) < 2]
        found += [(page, *spot) for spot in single] if len(single) != 2 else []
    return found


def place(rows: Rows, row: str, y: tuple[float, float]) -> float:
    return (HEAD_ROW, *rows, FOOT_ROW).index(row) * HEIGHT + y[0] * HEIGHT + y[1]


@settings(max_examples=100, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(REAL), st.lists(st.integers(1, 16), max_size=4))
def test_the_real_sop_cut_anywhere(layout: Layout, cuts: list[int]) -> None:
    pages = cut_at(layout, cuts)
    assert faults(layout, pages, drawn_by(layout, pages)) == []


@settings(max_examples=200, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(sop_files(), st.lists(st.integers(1, 29), max_size=5))
def test_any_sop_cut_anywhere(data: Builtins, cuts: list[int]) -> None:
    sop = read_repository({"sop/sop-uji.yml": dump(data), "sop/instansi.yml": OFFICE}).sop
    for section in sop.sections:
        layout = lay_out(section)
        pages = cut_at(layout, cuts)
        assert faults(layout, pages, drawn_by(layout, pages)) == []


def test_letters_are_used_once_per_pair_and_go_on_after_z() -> None:
    layout = REAL[1]
    pages = cut_at(layout, range(1, 17))
    letters = [
        piece.letter for pieces in route_pages(layout, SHEET, pages) for piece in pieces if isinstance(piece, Connector)
    ]
    assert {letters.count(letter) for letter in letters} == {2}
    pen = Pen(layout, SHEET, pages)
    pen.letters = 25
    found = [piece.letter for wire in layout.wires[:3] for _, piece in pen.wire(wire) if isinstance(piece, Connector)]
    assert found[:4] == ["Z", "Z", "AA", "AA"]


def test_a_return_goes_up_through_a_mirrored_connector() -> None:
    layout = REAL[1]
    pages = cut_at(layout, [9])
    up = [
        (page, piece)
        for page, pieces in enumerate(route_pages(layout, SHEET, pages))
        for piece in pieces
        if isinstance(piece, Connector) and piece.pointing == "up"
    ]
    assert [(page, piece.row) for page, piece in up] == [(0, FOOT_ROW), (1, HEAD_ROW)]
    first, second = page_drawings(layout, SHEET, pages)
    assert 'class="sambungan"' in first[FOOT_ROW]
    assert 'class="sambungan"' in second[HEAD_ROW]
    assert 'class="sambungan"' not in first[HEAD_ROW]


def test_control_a_wrong_drawing_is_found() -> None:
    layout = REAL[0]
    pages = cut_at(layout, [4])
    right = drawn_by(layout, pages)

    def without_connectors(wire: Wire) -> Placed:
        return [(page, piece) for page, piece in right(wire) if not isinstance(piece, Connector)]

    def on_the_first_page(wire: Wire) -> Placed:
        return [(0, piece) for _, piece in right(wire)]

    def without_the_last_line(wire: Wire) -> Placed:
        pieces = list(right(wire))
        return [pair for pair in pieces if pair != [p for p in pieces if isinstance(p[1], Line)][1]]

    assert any("connectors stand at" in fault for fault in faults(layout, pages, without_connectors))
    assert any("is on another page" in fault for fault in faults(layout, pages, on_the_first_page))
    assert any("loose end" in fault for fault in faults(layout, pages, without_the_last_line))
