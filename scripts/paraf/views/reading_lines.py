"""A line of the expanded report as pandoc's Markdown: figures with their sources, panels, and what changed, marked.

Marks are spans and blocks that only this module writes; in the writer's own words the same characters are text.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec.structs import replace

from paraf.laporan.binding import sunk
from paraf.laporan.calls.base import Chart, Figure, Table
from paraf.laporan.expand import Piece
from paraf.laporan.markdown import Kind
from paraf.laporan.panels import picture_markdown, plain, table_markdown
from paraf.views.changed_lines import BLOCK, MARK, key, marked
from paraf.views.own_words import LONGEST, attribute, own, row
from paraf.views.standing import Layout, Standing, fenced

_WHOLE = 20
"""Letters of the longest figure that stays on one line."""
Known = frozenset[str] | None
"""The lines a reader has seen already; ``None`` where nothing is compared."""


def one_line(text: str) -> str:
    """The writer's words on a line of ours; of very many only the first."""
    return own(text if len(text) <= LONGEST else f"{text[:LONGEST]} …", {})


def heading_line(level: int, heading: str, old: Known) -> str:
    """A heading with the empty line below it."""
    return _marked(f"{'#' * level} {one_line(heading)}", heading, old) + "\n"


def block(name: str, text: str) -> str:
    """A block of ours."""
    return f"::: {{.{name}}}\n{text}\n:::"


def body_lines(pieces: Iterable[Piece], standing: Layout, sink: int, old: Known) -> str:
    """The lines of a chapter or annex below its heading."""
    return "".join(_line(line, standing, sink, old) for line in _lines(pieces)).rstrip("\n") + "\n"


def _lines(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """The pieces line by line; a panel is a line of its own."""
    line: list[Piece] = []
    for piece in pieces:
        line.append(piece)
        if piece.made is None and piece.text.endswith("\n"):
            yield line
            line = []
    if line:
        yield line


def _line(pieces: list[Piece], standing: Layout, sink: int, old: Known) -> str:
    here = standing.at(pieces[0].line)
    text = "".join(piece.text for piece in pieces)
    end = "\n" if text.endswith("\n") else ""
    panel = next((piece for piece in pieces if isinstance(piece.made, Table | Chart)), None)
    if panel:
        return f"\n{_panel(panel, old)}\n{end}"
    if any(piece.number and piece.made is None for piece in pieces):
        return f"\n{_caption(pieces, text.strip(), old)}\n{end}"
    if here.raw:
        shown = here.text if here.text is not None else _plainly(pieces).rstrip("\n")
    else:
        shown = sunk(_said(pieces, here, standing).rstrip("\n"), sink)
        shown = _marked(row(shown, here.columns) if here.columns else shown, text, old, here.kind)
    return f"{here.before}{shown}{end}{here.after}"


def _caption(pieces: list[Piece], text: str, old: Known) -> str:
    """The caption of a table written by hand."""
    if len(text) <= LONGEST:
        return block("judul-panel", _marked(one_line(text), text, old))
    before, after = fenced([text])
    return f"{before}\n{_plainly(pieces).strip()}\n{after}"


def _said(pieces: list[Piece], here: Standing, standing: Layout) -> str:
    """The writer's words between the figures, and the figures with their sources."""
    notes = {} if here.note else standing.notes
    parts: list[str] = []
    first = replace(pieces[0], text=pieces[0].text[here.lead :])
    for figure, group in groupby([first, *pieces[1:]], lambda piece: isinstance(piece.made, Figure)):
        if figure:
            parts += map(_figure, group)
        else:
            words = "".join(piece.text for piece in group)
            parts.append(own(words, notes, table=bool(here.columns), more=not words.endswith("\n")))
    return "".join(parts)


def _plainly(pieces: list[Piece]) -> str:
    """The line without any markup of ours."""
    return "".join(str(piece.made) if isinstance(piece.made, Figure) else piece.text for piece in pieces)


def _figure(piece: Piece) -> str:
    assert isinstance(piece.made, Figure)
    # A date or a sum of few words is not torn at the end of a line.
    text = piece.text.replace(" ", "\N{NO-BREAK SPACE}") if len(piece.text) <= _WHOLE else piece.text
    return f'[{text}]{{.angka label="{attribute(piece.made.label)}"}}'


def _marked(shown: str, text: str, old: Known, kind: Kind = "paragraf") -> str:
    """What is shown of a text, with a mark where the text is new."""
    return marked(shown, kind) if old is not None and key(text) not in old else shown


def _panel(piece: Piece, old: Known) -> str:
    """A table or chart: its caption with its source, its rows and its notes, as blocks of ours."""
    made = piece.made
    assert isinstance(made, Table | Chart)
    table = made.table if isinstance(made, Chart) else made
    title = plain(made.title)
    head, divider, *rows = table_markdown(replace(table, notes=())).split("\n")
    parts = [
        block(f'judul-panel label="{attribute(made.label)}"', f"**{piece.number}.** {_marked(title, title, old)}"),
        "\n".join((_row(head, old), divider, *(_row(row, old) for row in rows))),
        *(block("catatan-panel", _marked(one_line(plain(note)), plain(note), old)) for note in table.notes),
    ]
    if isinstance(made, Chart):
        parts = [":::: {.grafik-panel}", *map(picture_markdown, made.pictures), *parts, "::::"]
    whole = "\n\n".join(parts)
    return f"::::: {BLOCK}\n{whole}\n:::::\n" if MARK in whole else whole


def _row(row: str, old: Known) -> str:
    return _marked(row, row, old, "tabel")
