"""One row's part of a drawing as SVG without styles or scripts: nested frames stand for shares, pixels for the rest."""

from collections import defaultdict
from collections.abc import Mapping

from paraf.sop.model import Section, Sop, Step
from paraf.views.flow.layout import Layout, Node, lay_out
from paraf.views.flow.pieces import FOOT_ROW, HEAD_ROW, Connector, Down, Head, Line, Piece, Style
from paraf.views.flow.route import Rows, gutter_width, middle, route_pages
from paraf.views.html import Html, el, joined


def row_drawings(section: Section, style: Style) -> tuple[Layout, Mapping[str, Html]]:
    """The layout of a procedure and, for every row, its drawing."""
    layout = lay_out(section)
    (drawings,) = page_drawings(layout, style, (layout.rows,))
    return layout, drawings


def page_drawings(layout: Layout, style: Style, pages: tuple[Rows, ...]) -> list[Mapping[str, Html]]:
    """For every page, given by its rows, the drawing of each row and of the two rows that hold connectors."""
    nodes: dict[str, list[Node]] = defaultdict(list)
    for node in layout.nodes:
        nodes[node.code].append(node)
    width = drawing_width(layout, style)
    drawn: list[Mapping[str, Html]] = []
    for rows, found in zip(pages, route_pages(layout, style, pages), strict=True):
        pieces: dict[str, list[Piece]] = defaultdict(list)
        for piece in found:
            pieces[piece.row].append(piece)
        drawn.append({row: _row(pieces[row], nodes[row], style, width) for row in (HEAD_ROW, *rows, FOOT_ROW)})
    return drawn


def drawing_width(layout: Layout, style: Style) -> float:
    """Lanes and gutter, in pixels."""
    return layout.lanes * style.lane + gutter_width(layout, style)


def _row(pieces: list[Piece], nodes: list[Node], style: Style, width: float) -> Html:
    drawn = [_piece(piece, style) for piece in pieces] + [_symbol(node, style) for node in nodes]
    return el(
        "svg", joined(drawn), class_="jalur", width=_number(width), height="100%", aria_hidden="true", focusable="false"
    )


def _piece(piece: Piece, style: Style) -> Html:
    match piece:
        case Line():
            return _line(piece)
        case Head():
            across, down = ((-4, 4), (-7, -7)) if piece.pointing == "down" else ((7, 7), (-4, 4))
            x = _number(piece.x)
            points = f"{x},0 " + " ".join(
                f"{_number(piece.x + dx)},{_number(dy)}" for dx, dy in zip(across, down, strict=True)
            )
            return _frame(piece.y, el("polygon", points=points, class_="ujung"), piece.y.px)
        case Connector():
            return _frame(Down(0.5), _pentagon(piece, style.connector / 2))
        case _:
            return _frame(piece.y, el("text", piece.text, x=_number(piece.x), y=_number(piece.y.px)))


def _line(line: Line) -> Html:
    """Both ends hang in their own frame: from the first spot to the second's share, then on to its pixels."""
    kind = "putus" if line.dashed else None
    run = f"{_number((line.y2.share - line.y1.share) * 100)}%"
    x1, x2 = _number(line.x1), _number(line.x2)
    if line.y1.share == line.y2.share:
        piece = el("line", x1=x1, y1=_number(line.y1.px), x2=x2, y2=_number(line.y2.px), class_=kind)
        return _frame(line.y1, piece)
    first = _frame(line.y1, el("line", x1=x1, y1=_number(line.y1.px), x2=x2, y2=run))
    if not line.y2.px:
        return first
    return joined([first, _frame(line.y2, el("line", x1=x2, y1="0", x2=x2, y2=_number(line.y2.px)))])


def _pentagon(connector: Connector, half: float) -> Html:
    """A home plate: square where the arrow comes in, pointed where it goes on."""
    x, way = connector.x, 1 if connector.pointing == "down" else -1
    spots = [(x - half, -way * half), (x + half, -way * half), (x + half, 0), (x, way * half), (x - half, 0)]
    shape = el("polygon", points=" ".join(f"{_number(a)},{_number(b)}" for a, b in spots), class_="simbol")
    letter = el("text", connector.letter, x=_number(x), y=_number(-way * half / 4 + 3), text_anchor="middle")
    return el("g", shape, letter, class_="sambungan")


def _frame(at: Down, content: Html, shift: float = 0.0) -> Html:
    """A nested drawing whose origin is a share of the row's height, then ``shift`` pixels."""
    inner = el("g", content, transform=f"translate(0 {_number(shift)})") if shift else content
    return el("svg", inner, y=f"{_number(at.share * 100)}%", height="100%", width="100%", overflow="visible")


def _symbol(node: Node, style: Style) -> Html:
    x, half, rise = middle(node, style), style.width / 2, style.height / 2
    kind = "simbol tafsir" if node.read else "simbol"
    if node.shape == "belah-ketupat":
        points = [(x, -rise), (x + half, 0), (x, rise), (x - half, 0)]
        shape = el("polygon", points=" ".join(f"{_number(a)},{_number(b)}" for a, b in points), class_=kind)
    else:
        shape = el(
            "rect",
            x=_number(x - half),
            y=_number(-rise),
            width=_number(style.width),
            height=_number(style.height),
            rx=_number(rise) if node.shape == "kapsul" else None,
            class_=kind,
        )
    return _frame(Down(node.share), shape)


def _number(value: float) -> str:
    """A coordinate with at most two decimals and no needless zero, so that the same drawing is the same bytes."""
    short = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if short == "-0" else short


def undrawn_returns(section: Section) -> list[Step]:
    """The steps from which the work may come back although they hold no diamond to draw it from."""
    return [step for step in section.steps if step.on_refusal.value and not step.decides]


def flow_words(sop: Sop, step: Step) -> str:
    """The same flow in a sentence: who, what shape, where to."""
    shapes = ", lalu ".join(
        f"{symbol.bentuk.replace('-', ' ')} pada {sop.role[role].sebutan}" for role, symbol in step.placed if role
    )
    ways = "; ".join(f"{edge.label + ': ' if edge.label else ''}ke {edge.target}" for edge in step.edges)
    back = "" if step.decides or not step.on_refusal.value else f"; bila dikembalikan, ke {step.on_refusal.value}"
    return f"{shapes or 'belum dapat digambar'}; {ways or 'selesai'}{back}."
