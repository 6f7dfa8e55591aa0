"""The chapters bound into one report, then its annexes: headings of the outline, levels, the order of the files."""

import hashlib
from collections.abc import Iterator

from msgspec import Struct

from paraf.door.regex import regex
from paraf.door.text import MAX_BYTES
from paraf.laporan.expand import Expanded, Expansion
from paraf.laporan.forms.report import Annex
from paraf.laporan.panels import plain
from paraf.laporan.report import Report
from paraf.sop.forms.outline import ChapterPlan, OutlineFile

MAX_LEVEL = 6
PICTURES = (".png", ".jpg", ".jpeg", ".webp")
"""How the names of pictures end that are printed."""
_FOLDER = "lampiran"
# An address that leads from the file where it stands: neither from a root, nor a scheme, nor a place on the page.
_NEAR = regex(r"(!\[[^\]\n]{0,500}\]\()(?![a-z]{1,20}:|[/#])")


class Bound(Struct, frozen=True):
    """A chapter in its place: its heading as printed, that heading's level, and by how much its own headings sink."""

    heading: str
    level: int
    chapter: Expanded

    @property
    def sink(self) -> int:
        """Headings inside are written from ``##`` on; below a heading of level 2 they sink by one."""
        return self.level - 1


class BoundAnnex(Struct, frozen=True):
    """An annex in its place: its heading as printed, and the lines below it. ``elsewhere``: they only say where it is."""

    heading: str
    lines: tuple[str, ...]
    elsewhere: bool


def bound(expansion: Expansion, outline: OutlineFile | None) -> Iterator[Bound]:
    """Every chapter in order; one that the outline does not know is a chapter of its own."""
    plans = {plan.id: plan for plan in outline.bab} if outline else {}
    for chapter in expansion.chapters:
        plan = plans.get(chapter.chapter.id)
        yield Bound(_heading(plan, chapter.chapter.front.value.judul), plan.tingkat if plan else 1, chapter)


def _heading(plan: ChapterPlan | None, title: str) -> str:
    return f"{plan.bab} {title}" if plan and plan.bab else title


def annexes(report: Report) -> Iterator[BoundAnnex]:
    """Every annex in the order of its list: the text where there is one, else where the paper is to be found."""
    listed = report.annexes.value.lampiran if report.annexes else ()
    for number, annex in enumerate(listed, start=1):
        own = _annex(report, annex)
        yield BoundAnnex(
            f"Lampiran {number}. {plain(annex.judul)}", own or (_elsewhere(report, annex),), elsewhere=not own
        )


def _annex(report: Report, annex: Annex) -> tuple[str, ...]:
    """The lines of an annex that can be bound; no call is answered in them: they are copies of papers of their own."""
    name = f"{_FOLDER}/{annex.berkas}"
    if annex.berkas and name in report.files:
        if name.endswith(".md") and report.sizes[name] <= MAX_BYTES:
            return _own_lines(report.texts[name], annex.judul, name.rpartition("/")[0])
        if name.endswith(PICTURES):
            return (f"![{plain(annex.judul)}]({name})",)
    return ()


def _elsewhere(report: Report, annex: Annex) -> str:
    """Where an annex is that is not bound here."""
    name = f"{_FOLDER}/{annex.berkas}"
    said = "Lampiran ini tidak dijilid di sini."
    if annex.berkas:
        there = f"Lampiran ini berkas tersendiri, dibaca bersama naskah ini: {plain(name)}."
        said = there if name in report.files else f"Berkas {plain(name)} belum ada."
    return f"{said} Tempat arsipnya: {plain(annex.arsip)}." if annex.arsip else said


def _own_lines(text: str, title: str, folder: str) -> tuple[str, ...]:
    """The lines of an annex below its printed heading, so its own title goes; its pictures lie in its folder."""
    first, _, rest = text.strip().partition("\n")
    if first.startswith("# ") and first[2:].strip().casefold() == title.strip().casefold():
        text = rest
    below = (sunk(line, 1) if line.startswith("# ") else line for line in text.strip().split("\n"))
    return tuple(_NEAR.sub(rf"\g<1>{folder}/", line) if "![" in line else line for line in below)


def sunk(line: str, levels: int) -> str:
    """A heading line some levels deeper; any other line as it is."""
    marks = len(line) - len(line.lstrip("#"))
    return "#" * min(levels, MAX_LEVEL - marks) + line if marks and line[marks : marks + 1] == " " else line


def expanded_text(expansion: Expansion, outline: OutlineFile | None) -> str:
    """The whole report with its annexes as ordinary Markdown: what a person reads and approves."""
    parts = []
    for one in bound(expansion, outline):
        lines = one.chapter.markdown.strip("\n").split("\n")
        body = "\n".join(sunk(line, one.sink) for line in lines)
        parts.append(f"{'#' * one.level} {one.heading}\n\n{body}\n")
    for annex in annexes(expansion.context.report):
        body = "\n".join(annex.lines).strip("\n")
        parts.append(f"# {annex.heading}\n\n{body}\n")
    return "\n".join(parts)


def digest(text: str) -> str:
    """The SHA-256 of an expanded text, in full."""
    return hashlib.sha256(text.encode()).hexdigest()


def grouped(hexadecimal: str) -> str:
    """A digest in groups of four, as it is printed and compared."""
    return " ".join(hexadecimal[at : at + 4] for at in range(0, len(hexadecimal), 4))
