"""All charts of an edition on one page, each with the table of its figures beside it."""

from collections.abc import Iterator

from paraf.laporan.calls.base import Chart
from paraf.laporan.expand import Piece
from paraf.laporan.panels import FOLDER, plain, table_markdown
from paraf.views.html import el, link
from paraf.views.page import Page
from paraf.views.terbit.frame import CHARTS, framed
from paraf.views.terbit.own_markdown import CLOSE, Headings, box, site_markdown
from paraf.views.terbit.parts import Part
from paraf.views.terbit.shelf import Shelf, Volume

TITLE = "Grafik"
_LEAD = (
    "Semua grafik laporan ini. Angka di sampingnya sama dengan yang digambar; judulnya membuka bab yang membahasnya."
)


def charts_page(shelf: Shelf, volume: Volume) -> Iterator[Page]:
    """The page; none where the report has no chart."""
    found = list(_charts(volume))
    if found:
        path = f"{volume.folder}{CHARTS}"
        body = [_LEAD]
        for part, piece in found:
            body += _shown(volume, part, piece)
        yield framed(shelf, volume, path, TITLE, body)


def _charts(volume: Volume) -> Iterator[tuple[Part, Piece]]:
    """Every chart once, where it stands first."""
    seen: set[str] = set()
    for part, expanded in zip(volume.parts.parts, volume.edition.expansion.chapters, strict=False):
        for piece in expanded.pieces:
            if isinstance(piece.made, Chart) and piece.made.pictures[0].name not in seen:
                seen.add(piece.made.pictures[0].name)
                yield part, piece


def _shown(volume: Volume, part: Part, piece: Piece) -> Iterator[str]:
    """The chart and its table in a box of two columns."""
    chart = piece.made
    assert isinstance(chart, Chart)
    name = part.path.removeprefix(volume.folder)
    yield f"## {link(f'{piece.number}. {chart.title}', name)}"
    yield box("berdampingan")
    pictures = [el("img", alt=one.words, src=f"../{FOLDER}/{one.name}.svg", loading="lazy") for one in chart.pictures]
    yield el("div", *pictures, class_="grafik")
    label = f"**{piece.number}.** {plain(chart.title)}"
    shown = site_markdown([label, "", *table_markdown(chart.table).split("\n")], lambda _: None, Headings())
    yield shown.partition("\n\n")[2]
    yield CLOSE
