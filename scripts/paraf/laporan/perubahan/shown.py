"""In which chapters a figure of the data can be read: in a sentence, or in a row of a table or chart."""

from collections.abc import Iterator

from msgspec import Struct

from paraf.laporan.binding import bound
from paraf.laporan.calls.base import Chart, Figure, Panel
from paraf.laporan.expand import Expansion
from paraf.laporan.perubahan.facts import Fact
from paraf.sop.forms.outline import OutlineFile


class _Row(Struct, frozen=True):
    """A row with all that it may be about: its own first cells, those above an empty one, and its table."""

    chapter: str
    about: frozenset[str]


class Shown:
    """Every figure of an expanded report by how it is written."""

    def __init__(self, expansion: Expansion, outline: OutlineFile | None) -> None:
        self.rows: dict[str, list[_Row]] = {}
        self.headings: list[str] = []
        for one in bound(expansion, outline):
            # A chapter about one goal is called by the goal: its heading is as long as the goal's name.
            heading = one.chapter.chapter.goal or one.heading
            self.headings.append(heading)
            for piece in one.chapter.pieces:
                made = piece.made
                if isinstance(made, Figure):
                    self._add(made.text, _Row(heading, frozenset((_subject(made.label),))))
                elif made is not None:
                    for cells, about in _rows(made):
                        row = _Row(heading, about)
                        for cell in cells:
                            self._add(cell, row)

    def _add(self, written: str, row: _Row) -> None:
        self.rows.setdefault(written, []).append(row)

    def chapters(self, fact: Fact) -> tuple[str, ...]:
        """The headings of the chapters that show it, in order."""
        found = {
            row.chapter
            for form in fact.forms
            for row in self.rows.get(form, ())
            if not row.about.isdisjoint(fact.names)
        }
        return tuple(heading for heading in dict.fromkeys(self.headings) if heading in found)


def _subject(label: str) -> str:
    return label.partition(" · ")[0]


def _rows(made: Panel) -> Iterator[tuple[set[str], frozenset[str]]]:
    table = made.table if isinstance(made, Chart) else made
    subject, above = _subject(made.label), ""
    for row in table.rows:
        above = row[0] or above
        yield set(row), frozenset((subject, above, *row))
