"""A chapter with its calls answered: what a person reads and approves (DESIGN sections 5 and 7).

What stands in code (between backticks, in a fence) is shown as it is; a call there is told, for nobody means it.
"""

import re
from bisect import bisect
from collections.abc import Collection, Iterator
from functools import cached_property

from msgspec import Struct

from paraf.door.regex import regex
from paraf.errors import Fault
from paraf.finding import Place
from paraf.laporan.calls.base import CallError, Chart, Context, Figure, Panel
from paraf.laporan.calls.reading import parse_call
from paraf.laporan.chapter import Chapter, code_spans
from paraf.laporan.numbering import CAPTION, Numbering, code_lines, number_panels, panel_call
from paraf.laporan.panels import panel_markdown, plain
from paraf.laporan.report import Report

MAX_CALLS, MAX_TEXT = 400, 3_000_000
"""Calls of one chapter, letters they may add to it."""
# One pass over a line of any length: what opens ends at the next brace of its kind.
_OPENING = regex(
    r"\{ {1,3}\{ {0,3}(?P<spaced>[a-z_]{1,40} ?\([^{}]{0,300}\)) {0,3}\} {0,3}\}"
    r"|\{\{(?P<call>(?:(?!\{\{|\}\}).)*)\}\}|\{%(?:(?!\{%|%\}).)*%\}|\{#(?:(?!\{#|#\}).)*#\}|\{\{|\}\}|\{%|%\}|\{#|#\}"
)


class Piece(Struct, frozen=True):
    """A stretch of the expanded text. ``made`` is what a call answered, ``None`` for the writer's own words.

    ``line`` and ``column`` are where it comes from; ``number`` is a panel's or a caption's ("Tabel 3").
    """

    text: str
    line: int
    column: int
    made: Figure | Panel | None = None
    number: str | None = None


class Expanded(Struct, frozen=True, kw_only=True, dict=True):
    """A chapter after its calls; ``pieces`` in order, the body only."""

    chapter: Chapter
    pieces: tuple[Piece, ...]

    @cached_property
    def markdown(self) -> str:
        """The body as ordinary Markdown."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def charts(self) -> Iterator[Chart]:
        """The charts it shows."""
        return (piece.made for piece in self.pieces if isinstance(piece.made, Chart))


class Expansion(Struct, frozen=True, kw_only=True):
    """Every chapter of a report; a chapter with a fault shows the call as it was written."""

    context: Context
    chapters: tuple[Expanded, ...]
    faults: tuple[Fault, ...]


def expand_report(report: Report, previous: Report | None = None, only: Collection[Chapter] | None = None) -> Expansion:
    """Answer every call of every chapter, in order; or of some of them, which is no different for these."""
    numbering = number_panels(report.chapters)
    context = Context(report=report, previous=previous, numbers=numbering.keys)
    faults: list[Fault] = []
    asked = report.chapters if only is None else only
    chapters = tuple(expand_chapter(chapter, context, numbering, faults) for chapter in asked)
    return Expansion(context=context, chapters=chapters, faults=tuple(faults))


def expand_chapter(chapter: Chapter, context: Context, numbering: Numbering, faults: list[Fault]) -> Expanded:
    """Answer the calls of one chapter; what goes wrong is added to ``faults`` with its place."""
    writer = _Writer(chapter, context, numbering, faults)
    for number in range(chapter.first, chapter.first + len(chapter.lines)):
        writer.line(number)
    return Expanded(chapter=chapter, pieces=tuple(piece for piece in writer.pieces if piece.text))


class _Writer:
    """Goes through the lines of one chapter and counts what its calls cost."""

    def __init__(self, chapter: Chapter, context: Context, numbering: Numbering, faults: list[Fault]) -> None:
        self.chapter, self.context, self.numbering, self.faults = chapter, context, numbering, faults
        self.pieces: list[Piece] = []
        self.calls, self.size, self.full = 0, 0, False
        self.code = code_lines(chapter)

    def text(self, number: int) -> str:
        """A line, empty beyond the ends."""
        index = number - self.chapter.first
        return self.chapter.lines[index] if 0 <= index < len(self.chapter.lines) else ""

    def line(self, number: int) -> None:
        text = self.text(number)
        end = "\n" if number < self.chapter.first + len(self.chapter.lines) - 1 else ""
        label = self.numbering.places.get((self.chapter.file, number))
        caption = CAPTION.match(text) if label else None
        if label and caption:
            before, after = self.margins(number)
            self.pieces.append(Piece(f"{before}**{label}.** ", number, 1, number=label))
            self.inline(number, text, caption.start("title"), end + after)
        elif label and not self.full:
            self.panel(number, text, label, end)
        elif "{" in text or "}" in text:
            self.inline(number, text, 0, end)
        else:
            self.pieces.append(Piece(text + end, number, 1))

    def panel(self, number: int, text: str, label: str, end: str) -> None:
        """A table or a chart, kept apart from its neighbours."""
        parsed = panel_call(text)
        column = len(text) - len(text.lstrip())
        assert parsed
        try:
            self.spend(0)
            made = parsed.answer(self.context)
            assert not isinstance(made, Figure)
        except CallError as error:
            self.fault(number, column, str(error), error.repair)
            self.pieces.append(Piece(text + end, number, 1))
            return
        before, after = self.margins(number)
        shown = f"{before}{panel_markdown(made, label)}{after}"
        self.size += len(shown)
        self.pieces += [Piece(shown, number, column + 1, made, label), Piece(end, number, len(text) + 1)]

    def margins(self, number: int) -> tuple[str, str]:
        """The empty lines that are missing above and below."""
        return ("\n" if self.text(number - 1).strip() else ""), ("\n" if self.text(number + 1).strip() else "")

    def inline(self, number: int, text: str, at: int, end: str) -> None:
        """A line with figures in it; in code they are shown as they were written."""
        fenced = number in self.code
        code = [edge for span in code_spans(text) for edge in span]
        for found in _OPENING.finditer(text, at):
            if self.full:
                break
            self.pieces.append(Piece(text[at : found.start()], number, at + 1))
            at = found.end()
            # An odd number of edges lies before what is inside a span.
            self.pieces.append(self.answer(number, found, in_code=fenced or bisect(code, found.start()) % 2 == 1))
        self.pieces.append(Piece(text[at:] + end, number, at + 1))

    def answer(self, number: int, found: re.Match[str], *, in_code: bool) -> Piece:
        """What stands in the place of one pair of braces."""
        here = Piece(found[0], number, found.start() + 1)
        if in_code and found["call"] is None:
            return here
        try:
            self.spend(len(here.text))
            if in_code:
                raise CallError(*_IN_CODE)
            if found["spaced"] is not None:
                raise CallError("kurung kurawal panggilan ini berjarak", f"rapatkan: {{{{ {found['spaced']} }}}}")
            if found["call"] is None:
                raise CallError(*_stray(found[0]))
            parsed = parse_call(found["call"])
            if isinstance(parsed, CallError):
                raise CallError(str(parsed), parsed.repair)
            made = parsed.answer(self.context)
            if not isinstance(made, Figure):
                raise CallError(
                    f"“{parsed.call.name}” harus berdiri sendiri pada barisnya",
                    "pindahkan ke baris tersendiri, di luar kalimat, butir, dan tabel",
                )
        except CallError as error:
            self.fault(number, found.start(), str(error), error.repair)
            return here
        shown = plain(made.text)
        self.size += len(shown)
        return Piece(shown, number, here.column, made)

    def spend(self, letters: int) -> None:
        """Count one call; raises ``CallError`` once, when the chapter has had enough of them."""
        self.calls, self.size = self.calls + 1, self.size + letters
        if self.calls > MAX_CALLS or self.size > MAX_TEXT:
            self.full = True
            raise CallError(
                f"bab ini memakai lebih dari {MAX_CALLS} panggilan atau tabelnya terlalu besar; selebihnya tidak dijawab",
                "pecah menjadi beberapa bab",
            )

    def fault(self, number: int, offset: int, message: str, repair: str) -> None:
        self.faults.append(Fault(self.chapter.place(number, offset + 1), message, repair))


_IN_CODE = ("panggilan ini ditulis sebagai kode, jadi tidak dijawab", "hapus tanda ` di sekitarnya")


def _stray(text: str) -> tuple[str, str]:
    """What to say about braces that are no call."""
    if text == "{{":
        return "panggilan ini tidak ditutup pada barisnya", "tutup dengan }} pada baris yang sama"
    if text == "}}":
        return "tanda }} ini tanpa pembuka", "tulis {{ di depan panggilannya, atau hapus"
    return f"tanda “{text[:2]}” tidak dipakai di sini", 'pakai hanya {{ panggilan("…") }}, atau hapus'


def call_places(expanded: Expanded) -> Iterator[tuple[Place, Piece]]:
    """Every answered call with where it was written."""
    for piece in expanded.pieces:
        if piece.made is not None:
            yield expanded.chapter.place(piece.line, piece.column), piece
