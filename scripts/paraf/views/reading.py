"""The *naskah baca*: the expanded report as pandoc's Markdown, with figures and changes marked for the template.

Marks are spans and blocks that only this module writes; in the writer's own words the same characters are text.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from paraf.laporan.binding import bound, digest, expanded_text, grouped, sunk
from paraf.laporan.calls.base import Chart, Figure, Table
from paraf.laporan.expand import Expanded, Expansion, Piece
from paraf.laporan.panels import plain, table_markdown
from paraf.sop.dates import write_date
from paraf.sop.forms.outline import OutlineFile
from paraf.sop.repository import Repository

_WHOLE = 20
"""Letters of the longest figure that stays on one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A document ready for the printer: ``source`` is pandoc's Markdown, ``text`` the plain expanded report,
    ``pictures`` by name beside it, ``words`` what the template prints around it."""

    source: str
    text: str
    pictures: dict[str, str]
    words: dict[str, str]


def reading(repo: Repository, expansion: Expansion, before: Expansion | None, since: str | None) -> Reading:
    """The report as one document; passages that ``before`` does not have are marked as changed ``since``."""
    outline = repo.outline.value if repo.outline else None
    report = expansion.context.report
    old = _known(before, outline) if before else None
    parts = []
    for one in bound(expansion, outline):
        parts.append(f"{'#' * one.level} {_own(one.heading)}\n")
        parts.append(_body(one.chapter, one.sink, old))
    text = expanded_text(expansion, outline)
    form = report.identity.value if report.identity else None
    sample = str(report.year) in repo.office.tahun_contoh
    return Reading(
        source="\n".join(parts),
        text=text,
        pictures={f"{chart.name}.svg": chart.svg for one in expansion.chapters for chart in one.charts},
        words={
            "judul": f"{form.judul if form else 'Laporan'} Tahun {report.year}",
            "kantor": repo.office.nama,
            "pemerintah": repo.office.pemerintah,
            "keadaan": f"Keadaan data {write_date(form.keadaan)}" if form else "",
            "contoh": "DATA CONTOH – bukan laporan resmi" if sample else "",
            "sejak": f"Garis di tepi menandai bagian yang berubah sejak {since}." if since else "",
            "sidik": grouped(digest(text)),
            "lebar": str(repo.office.kertas.lebar),
            "tinggi": str(repo.office.kertas.tinggi),
        },
    )


def _known(before: Expansion, outline: OutlineFile | None) -> set[str]:
    """The lines a reader has seen already; a line is a sentence, a row or a heading."""
    return {line.strip().lstrip("#").strip() for line in expanded_text(before, outline).split("\n")}


def _own(text: str) -> str:
    """The writer's words: what would be a mark of ours in pandoc's eyes is text."""
    return text.replace("]{", "]\\{").replace(":::", "\\:::")


def _body(chapter: Expanded, sink: int, old: set[str] | None) -> str:
    return "".join(_line(pieces, sink, old) for pieces in _lines(chapter))


def _lines(chapter: Expanded) -> Iterator[list[Piece]]:
    """The pieces line by line; a panel is a line of its own."""
    line: list[Piece] = []
    for piece in chapter.pieces:
        line.append(piece)
        if piece.made is None and piece.text.endswith("\n"):
            yield line
            line = []
    if line:
        yield line


def _line(pieces: list[Piece], sink: int, old: set[str] | None) -> str:
    text = "".join(piece.text for piece in pieces)
    end = "\n" if text.endswith("\n") else ""
    panel = next((piece for piece in pieces if isinstance(piece.made, Table | Chart)), None)
    if panel:
        changed = old is not None and any(line.strip() not in old for line in text.split("\n") if line.strip())
        return f"\n{_block(_panel(panel), changed)}\n{end}"
    if any(piece.number and piece.made is None for piece in pieces):
        return f"\n::: {{.judul-panel}}\n{_own(text.strip())}\n:::\n{end}"
    said = sunk("".join(_piece(piece) for piece in pieces).rstrip("\n"), sink)
    new = old is not None and text.strip() and text.strip().lstrip("#").strip() not in old
    if (
        new
        and not said.lstrip().startswith(("#", "|", ">", "-", "*", "+", "!", "**"))
        and not said.lstrip()[:1].isdigit()
    ):
        said = f"[{said}]{{.ubah}}"
    return f"{said}{end}"


def _piece(piece: Piece) -> str:
    if isinstance(piece.made, Figure):
        # A date or a sum of few words is not torn at the end of a line.
        text = piece.text.replace(" ", "\N{NO-BREAK SPACE}") if len(piece.text) <= _WHOLE else piece.text
        return f'[{text}]{{.angka label="{_label(piece.made.label)}"}}'
    return _own(piece.text)


def _panel(piece: Piece) -> str:
    """A table or chart with its source above, its caption and its notes, as blocks of ours."""
    made = piece.made
    assert isinstance(made, Table | Chart)
    table = made.table if isinstance(made, Chart) else made
    caption = _div(f'judul-panel label="{_label(made.label)}"', f"**{piece.number}.** {plain(made.title)}")
    parts = [
        caption,
        table_markdown(replace(table, notes=())),
        *(_div("catatan-panel", plain(note)) for note in table.notes),
    ]
    if not isinstance(made, Chart):
        return "\n\n".join(parts)
    picture = f"![{plain(made.words)}](grafik/{made.name}.svg)"
    return "\n\n".join((":::: {.grafik-panel}", picture, *parts, "::::"))


def _label(text: str) -> str:
    """A source inside the quotes of an attribute."""
    return text.translate({ord('"'): "'", ord("\\"): None, ord("|"): "/"})


def _div(name: str, text: str) -> str:
    return f"::: {{.{name}}}\n{text}\n:::"


def _block(text: str, changed: bool) -> str:
    return f"::::: {{.ubah}}\n{text}\n:::::\n" if changed else text
