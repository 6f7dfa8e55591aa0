"""The *naskah baca*: the expanded report as pandoc's Markdown, with figures and changes marked for the template.

Marks are spans and blocks that only this module writes; in the writer's own words the same characters are text.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from paraf.laporan.binding import PICTURES, annexes, bound, digest, expanded_text, grouped, sunk
from paraf.laporan.calls.base import Chart, Figure, Table
from paraf.laporan.expand import Expansion, Piece
from paraf.laporan.markdown import Block, Kind, blocks
from paraf.laporan.panels import plain, table_markdown
from paraf.laporan.report import Report
from paraf.sop.dates import write_date
from paraf.sop.repository import Repository
from paraf.views.changed_lines import BLOCK, MARK, gone, key, keys, marked

MAX_GONE = 300
"""Earlier lines that are printed at most."""
_WHOLE = 20
"""Letters of the longest figure that stays on one line."""
Known = frozenset[str] | None
"""The lines a reader has seen already; ``None`` where nothing is compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A document ready for the printer: ``source`` is pandoc's Markdown, ``text`` the plain expanded report,
    ``pictures`` the charts by name, ``photos`` the year's own pictures it shows, ``words`` what the template prints."""

    source: str
    text: str
    pictures: dict[str, str]
    photos: tuple[str, ...]
    words: dict[str, str]


def reading(repo: Repository, expansion: Expansion, before: Expansion | None, since: str | None) -> Reading:
    """The report as one document; passages that ``before`` does not have are marked as changed ``since``."""
    outline = repo.outline.value if repo.outline else None
    report = expansion.context.report
    text = expanded_text(expansion, outline)
    earlier = expanded_text(before, outline) if before else None
    old = keys(earlier) if earlier is not None else None
    parts = []
    for one in bound(expansion, outline):
        parts.append(_heading(one.level, one.heading, old))
        parts.append(_body(_lines(one.chapter.pieces), one.chapter.chapter.blocks, one.sink, old))
    for annex in annexes(report):
        heading = _heading(1, annex.heading, old)
        # What only says where it is needs no page of its own.
        parts.append(f"{_div('sambung', '')}\n\n{heading}" if annex.elsewhere else heading)
        pieces = [[Piece(f"{line}\n", number, 1)] for number, line in enumerate(annex.lines, start=1)]
        parts.append(_body(pieces, blocks(annex.lines, 1), 0, old))
    lost = gone(earlier, text) if earlier is not None else {}
    source = "\n".join([*parts, *_lost(lost)])
    return Reading(
        source=source,
        text=text,
        pictures={f"{chart.name}.svg": chart.svg for one in expansion.chapters for chart in one.charts},
        photos=tuple(name for name in sorted(report.files) if name.endswith(PICTURES) and _shown(name, text)),
        words=_words(repo, report, text) | {"sejak": _since(since, source.count(MARK), lost) if since else ""},
    )


def _words(repo: Repository, report: Report, text: str) -> dict[str, str]:
    form = report.identity.value if report.identity else None
    sample = str(report.year) in repo.office.tahun_contoh
    return {
        "judul": f"{form.judul if form else 'Laporan'} Tahun {report.year}",
        "kantor": repo.office.nama,
        "pemerintah": repo.office.pemerintah,
        "keadaan": f"Keadaan data {write_date(form.keadaan)}" if form else "",
        "contoh": "DATA CONTOH – bukan laporan resmi" if sample else "",
        "sidik": grouped(digest(text)),
        "lebar": str(repo.office.kertas.lebar),
        "tinggi": str(repo.office.kertas.tinggi),
    }


def _since(since: str, marks: int, lost: Mapping[str, list[str]]) -> str:
    """What the cover says about the changes."""
    if not marks and not lost:
        return f"Tidak ada yang berubah sejak {since}."
    end = " Bunyi semula ada pada bagian terakhir." if lost else ""
    return f"Bagian yang berubah sejak {since} bergaris di tepi kiri dan berlatar kuning.{end}"


def _lost(lost: Mapping[str, list[str]]) -> Iterator[str]:
    """The last part: what stood there before, under the headings of then."""
    if not lost:
        return
    yield "# Bunyi Semula\n"
    yield (
        _div("catatan-panel", "Bagian ini bukan isi laporan. Yang diganti atau dihapus tersalin menurut urutannya.")
        + "\n"
    )
    room = MAX_GONE
    for heading, lines in lost.items():
        if room > 0:
            yield f"#### {_own(heading)}\n"
            yield "".join(f"- {_own(line)}\n" for line in lines[:room])
        room -= len(lines)
    if room < 0:
        yield _div("catatan-panel", f"Masih ada {-room} baris lagi.") + "\n"


def _shown(name: str, text: str) -> bool:
    """Whether an address in the text leads to a file, in one of the three ways to write a space in it."""
    return f"({name}" in text or f"(<{name}>" in text or f"({name.replace(' ', '%20')}" in text


def _own(text: str) -> str:
    """The writer's words: what would be a mark of ours in pandoc's eyes is text."""
    return text.replace("]{", "]\\{").replace(":::", "\\:::")


def _heading(level: int, heading: str, old: Known) -> str:
    line = f"{'#' * level} {_own(heading)}"
    return _marked(line, heading, old) + "\n"


def _body(lines: Iterable[list[Piece]], found: Iterable[Block], sink: int, old: Known) -> str:
    kinds = {block.line + at: block.kind for block in found for at in range(len(block.lines))}
    shown = "".join(_line(pieces, kinds.get(pieces[0].line, "paragraf"), sink, old) for pieces in lines)
    return shown.rstrip("\n") + "\n"


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


def _line(pieces: list[Piece], kind: Kind, sink: int, old: Known) -> str:
    text = "".join(piece.text for piece in pieces)
    end = "\n" if text.endswith("\n") else ""
    panel = next((piece for piece in pieces if isinstance(piece.made, Table | Chart)), None)
    if panel:
        return f"\n{_panel(panel, old)}\n{end}"
    if any(piece.number and piece.made is None for piece in pieces):
        return f"\n{_div('judul-panel', _marked(_own(text.strip()), text, old))}\n{end}"
    said = sunk("".join(_piece(piece) for piece in pieces).rstrip("\n"), sink)
    return _marked(said, text, old, kind) + end


def _piece(piece: Piece) -> str:
    if isinstance(piece.made, Figure):
        # A date or a sum of few words is not torn at the end of a line.
        text = piece.text.replace(" ", "\N{NO-BREAK SPACE}") if len(piece.text) <= _WHOLE else piece.text
        return f'[{text}]{{.angka label="{_label(piece.made.label)}"}}'
    return _own(piece.text)


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
        _div(f'judul-panel label="{_label(made.label)}"', f"**{piece.number}.** {_marked(title, title, old)}"),
        "\n".join((_row(head, old), divider, *(_row(row, old) for row in rows))),
        *(_div("catatan-panel", _marked(plain(note), plain(note), old)) for note in table.notes),
    ]
    if isinstance(made, Chart):
        parts = [":::: {.grafik-panel}", f"![{plain(made.words)}](grafik/{made.name}.svg)", *parts, "::::"]
    whole = "\n\n".join(parts)
    return f"::::: {BLOCK}\n{whole}\n:::::\n" if MARK in whole else whole


def _row(row: str, old: Known) -> str:
    return _marked(row, row, old, "tabel")


def _label(text: str) -> str:
    """A source inside the quotes of an attribute."""
    return text.translate({ord('"'): "'", ord("\\"): None, ord("|"): "/"})


def _div(name: str, text: str) -> str:
    return f"::: {{.{name}}}\n{text}\n:::"
