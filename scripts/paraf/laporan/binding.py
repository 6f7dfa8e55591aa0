"""The chapters bound into one report: headings of the outline, levels, the order of the files."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from paraf.laporan.expand import Expanded, Expansion
from paraf.sop.forms.outline import ChapterPlan, OutlineFile

MAX_LEVEL = 6


@dataclass(frozen=True, slots=True)
class Bound:
    """A chapter in its place: its heading as printed, that heading's level, and by how much its own headings sink."""

    heading: str
    level: int
    chapter: Expanded

    @property
    def sink(self) -> int:
        """Headings inside are written from ``##`` on; below a heading of level 2 they sink by one."""
        return self.level - 1


def bound(expansion: Expansion, outline: OutlineFile | None) -> Iterator[Bound]:
    """Every chapter in order; one that the outline does not know is a chapter of its own."""
    plans = {plan.id: plan for plan in outline.bab} if outline else {}
    for chapter in expansion.chapters:
        plan = plans.get(chapter.chapter.id)
        yield Bound(_heading(plan, chapter.chapter.front.value.judul), plan.tingkat if plan else 1, chapter)


def _heading(plan: ChapterPlan | None, title: str) -> str:
    return f"{plan.bab} {title}" if plan and plan.bab else title


def sunk(line: str, levels: int) -> str:
    """A heading line some levels deeper; any other line as it is."""
    marks = len(line) - len(line.lstrip("#"))
    return "#" * min(levels, MAX_LEVEL - marks) + line if marks and line[marks : marks + 1] == " " else line


def expanded_text(expansion: Expansion, outline: OutlineFile | None) -> str:
    """The whole report as ordinary Markdown: what a person reads and approves."""
    parts = []
    for one in bound(expansion, outline):
        lines = one.chapter.markdown.strip("\n").split("\n")
        body = "\n".join(sunk(line, one.sink) for line in lines)
        parts.append(f"{'#' * one.level} {one.heading}\n\n{body}\n")
    return "\n".join(parts)


def digest(text: str) -> str:
    """The SHA-256 of an expanded text, in full."""
    return hashlib.sha256(text.encode()).hexdigest()


def grouped(hexadecimal: str) -> str:
    """A digest in groups of four, as it is printed and compared."""
    return " ".join(hexadecimal[at : at + 4] for at in range(0, len(hexadecimal), 4))
