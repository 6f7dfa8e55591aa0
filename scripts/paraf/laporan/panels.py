"""Tables and charts as ordinary Markdown: a caption with its number, a pipe table, a picture with words."""

from paraf.door.regex import regex
from paraf.laporan.calls.base import Align, Panel, Picture, Table

FOLDER = "grafik"
"""Where the pictures of charts lie, beside the expanded chapters."""
_DIVIDER: dict[Align, str] = {"kiri": ":--", "kanan": "--:", "tengah": ":-:"}
_MARKUP = regex(r"([\\`*_\[\]<>|#~^&${}@])")


def plain(text: str) -> str:
    """Text of the data in a line of Markdown: nothing in it is markup."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


def panel_markdown(panel: Panel, number: str) -> str:
    """The panel between its neighbours' empty lines."""
    if isinstance(panel, Table):
        return f"**{number}.** {plain(panel.title)}\n\n{table_markdown(panel)}"
    pictures = "\n\n".join(map(picture_markdown, panel.pictures))
    return f"{pictures}\n\n**{number}.** {plain(panel.title)}\n\n{table_markdown(panel.table)}"


def picture_markdown(picture: Picture) -> str:
    """A picture with its words, alone on its line."""
    return f"![{plain(picture.words)}]({FOLDER}/{picture.name}.svg)"


def table_markdown(table: Table) -> str:
    """A pipe table; the sum in bold, the notes below it."""
    last = len(table.rows) - 1
    rows = [_row(row, bold=table.total and index == last) for index, row in enumerate(table.rows)]
    divider = f"|{'|'.join(_DIVIDER[align] for align in table.align)}|"
    notes = "".join(f"\n\n{plain(note)}" for note in table.notes)
    return "\n".join([_row(table.heads, bold=False), divider, *rows]) + notes


def _row(cells: tuple[str, ...], *, bold: bool) -> str:
    return f"| {' | '.join(f'**{plain(cell)}**' if bold and cell else plain(cell) for cell in cells)} |"
