"""A chapter: front matter, body, blocks and sections, each knowing its lines."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property

from msgspec import Struct

from paraf.door.decode import Source, load
from paraf.door.regex import regex
from paraf.door.text import Spots, text_of
from paraf.errors import Fault
from paraf.finding import Place
from paraf.laporan.forms.chapter import ChapterFront
from paraf.laporan.markdown import Block, blocks
from paraf.laporan.numbers import write_number

NAME = regex(r"([0-9]{2})-[a-z0-9]+(-[a-z0-9]+)*\.md")
"""A chapter's file: two digits that order it, then words."""
CALL = regex(r"\{\{(?:(?!\{\{).)*?\}\}")
"""A call as it is written. Of braces opened twice the last count, so that a line of them is read once."""
MAX_LINES = 20_000
"""Lines of one chapter; an ordinary one has two hundred, and every rule looks at every line."""
_WORD = regex(r"[^\W\d_]+")
_FRONT = regex(r"\A---\n(.*?)^---[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_TICKS = regex(r"`+")
_ADDRESS = regex(r"(?<=\])\([^()]{0,500}\)|<[^<>\s]{1,500}>|https?://\S+")


class Line(Struct, frozen=True):
    """One line of prose with its number; what is not prose in it (calls, code, addresses) is blanked out in ``bare``."""

    number: int
    text: str
    bare: str


class Section(Struct, frozen=True):
    """A heading and the blocks below it up to the next heading of its level or a higher one."""

    heading: Block
    blocks: tuple[Block, ...]


class Chapter(Struct, frozen=True, kw_only=True, dict=True):
    """``text`` is the whole file with newlines as ``\\n``; ``first`` the number of the body's first line."""

    file: str
    front: Source[ChapterFront]
    text: str
    first: int

    @property
    def id(self) -> str:
        """The part of the outline it is."""
        return self.front.value.id

    @property
    def goal(self) -> str | None:
        """The goal it is about."""
        return self.front.value.sasaran

    @property
    def number(self) -> str:
        """The two digits that order it."""
        return self.file.rpartition("/")[2][:2]

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the body."""
        return self.text.split("\n")[self.first - 1 :]

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word that stands anywhere in the file, in lower case: what is not in it need not be looked for."""
        return frozenset(_WORD.findall(self.text.lower()))

    @cached_property
    def spots(self) -> Spots:
        """Places by offset into ``text``."""
        return Spots(self.file, self.text)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The body's blocks in order."""
        return tuple(blocks(self.lines, self.first))

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """Every heading with what stands below it."""
        found: list[tuple[Block, list[Block]]] = []
        # The headings that a block stands below, of which each is of a lower level than the one before: six at most.
        above: list[tuple[Block, list[Block]]] = []
        for block in self.blocks:
            if block.kind == "judul":
                above = [section for section in above if section[0].level < block.level]
            for _, below in above:
                below.append(block)
            if block.kind == "judul":
                found.append((block, []))
                above.append(found[-1])
        return tuple(Section(heading, tuple(below)) for heading, below in found)

    def place(self, line: int, column: int = 1) -> Place:
        """A place in this file."""
        return Place(self.file, line, column)

    @property
    def top(self) -> Place:
        """Where the body begins, for what is missing from the whole chapter."""
        return Place(self.file, 1, 1)

    @cached_property
    def prose(self) -> tuple[Line, ...]:
        """Every line of paragraphs, lists, quotes and headings; tables, pictures, code and notes are not prose."""
        kinds = ("paragraf", "butir", "kutipan", "judul")
        return tuple(
            Line(block.line + number, text, bare(text))
            for block in self.blocks
            if block.kind in kinds
            for number, text in enumerate(block.lines)
        )


def bare(text: str) -> str:
    """A line with calls, code and addresses blanked out, as long as before."""
    if "{{" in text:
        text = CALL.sub(_blank, text)
    if "`" in text:
        text = _without_code(text)
    return _ADDRESS.sub(_blank, text) if "](" in text or "<" in text or "://" in text else text


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def code_spans(text: str) -> list[tuple[int, int]]:
    """Where a line holds code: between two runs of as many backticks; a run without its like is text."""
    runs = [match.span() for match in _TICKS.finditer(text)]
    closing: dict[int, int] = {}
    like: list[int | None] = []
    for index in range(len(runs) - 1, -1, -1):
        start, end = runs[index]
        like.append(closing.get(end - start))
        closing[end - start] = index
    like.reverse()
    found, index = [], 0
    while index < len(runs):
        other = like[index]
        if other is not None:
            found.append((runs[index][0], runs[other][1]))
            index = other
        index += 1
    return found


def _without_code(text: str) -> str:
    parts, at = [], 0
    for start, end in code_spans(text):
        parts += [text[at:start], " " * (end - start)]
        at = end
    return "".join((*parts, text[at:]))


def read_chapter(file: str, data: bytes) -> tuple[Chapter | None, list[Fault]]:
    """Read one chapter; ``None`` when its text or front matter cannot be read."""
    text, faults = text_of(file, data)
    if text is None:
        return None, faults
    # A tab before a line is no trouble in Markdown, only in YAML.
    faults = [fault for fault in faults if fault.message != "jorokan memakai tab"]
    if (lines := text.count("\n")) > MAX_LINES:
        shown, most = write_number(Decimal(lines)), write_number(Decimal(MAX_LINES))
        message = f"bab ini {shown} baris; paling banyak {most}"
        repair = "pecah menjadi beberapa bab, atau pindahkan yang panjang ke lampiran"
        return None, [*faults, Fault(Place(file, MAX_LINES + 1, 1), message, repair)]
    found = _FRONT.match(text)
    if not found:
        message = "bab ini belum berkepala: id dan judulnya tidak ada"
        return None, [*faults, Fault(Place(file, 1, 1), message, "awali dengan '---', id, judul, lalu '---'")]
    # An empty first line keeps the places of the front matter those of the file.
    source, wrong = load(ChapterFront, file, f"\n{found[1]}".encode())
    faults += wrong
    if source is None or faults:
        return None, faults
    return Chapter(file=file, front=source, text=text, first=text.count("\n", 0, found.end()) + 1), []


def read_chapters(folder: str, files: Mapping[str, bytes]) -> Iterator[tuple[Chapter | None, list[Fault]]]:
    """Every chapter of a year's folder in the order of its numbers."""
    for name in sorted(files):
        if NAME.fullmatch(name):
            yield read_chapter(f"{folder}/{name}", files[name])
