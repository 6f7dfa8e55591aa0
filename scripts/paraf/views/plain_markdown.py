"""Markdown written by people may format words, not bring its own HTML or addresses that run something."""

from collections.abc import Iterator

from paraf.door.markup import read_markup
from paraf.errors import Fault
from paraf.finding import Place


def refused(file: str, text: str, first: int) -> Iterator[Fault]:
    """Every raw tag and every address with an unknown scheme; ``first`` is the number of the text's first line."""
    for found in read_markup(text).foreign:
        place = Place(file, found.line + first - 1, found.column)
        if found.kind == "html":
            message = f"HTML tidak dipakai di halaman ini: “{found.shown}”"
            yield Fault(place, message, "tulis dengan Markdown, atau apit dengan `…`")
        elif found.kind == "alamat":
            message = f"alamat “{found.shown}” tidak dipakai di halaman ini"
            yield Fault(place, message, "pakai berkas .md, https, atau mailto")
