"""A report laid beside its outline: which chapter and which heading is which part, and what stands below it.

Nothing is judged here; the checks of structure and completeness, and whoever shows what is missing, read it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate

from msgspec import Struct

from paraf.door.regex import regex
from paraf.laporan.chapter import Chapter
from paraf.laporan.filing import Asked, doubtful, file_names
from paraf.laporan.headings import title_key
from paraf.laporan.markdown import GUIDE, Block
from paraf.laporan.numbering import CAPTION
from paraf.laporan.performance import Aim
from paraf.laporan.report import Report
from paraf.laporan.used import Used, calls_in, calls_of
from paraf.sop.forms.outline import ChapterPlan, OutlineFile, Part

_CALL = regex(r"\{\{[^{}]*\}\}")
_WORD = regex(r"[^\W_]\S*")
_FOOT = regex(r"\W*(?:sumber|catatan|keterangan)\b[^:\n]{0,20}:", re.IGNORECASE)
_GUIDE = GUIDE.strip()
_OPENING = 2
"""The deepest heading that ends what stands before the first one."""


def words_in(blocks: Iterable[Block]) -> Iterator[int]:
    """The words of prose, line by line: whoever only asks for a minimum need not count on.

    No headings, tables, captions, notes below a table, guidance, lines carried over; a call in a sentence is one word.
    """
    for block in blocks:
        if block.kind not in ("paragraf", "butir", "kutipan"):
            continue
        for text in block.lines:
            if CAPTION.match(text) or _FOOT.match(text):
                continue
            if "{{" in text:
                panel = any(call.panel for call in calls_in(text))
                yield len(_WORD.findall(_CALL.sub("" if panel else " x ", text)))
            else:
                yield len(_WORD.findall(text))


class Region(Struct, frozen=True, dict=True):
    """The blocks below a heading (``None``: before the first one), up to the next part or a heading of its rank.

    ``part`` is what the outline calls it, where it knows it.
    """

    heading: Block | None
    part: Part | None
    blocks: tuple[Block, ...]

    @cached_property
    def calls(self) -> tuple[Used, ...]:
        """Its calls, in order."""
        return tuple(calls_of(self.blocks))

    @cached_property
    def words(self) -> int:
        """Its words of prose."""
        return sum(words_in(self.blocks))

    def says(self, least: int) -> bool:
        """Whether it has so many words of prose; counts no further than that."""
        return least <= 0 or any(count >= least for count in accumulate(words_in(self.blocks)))

    @cached_property
    def guided(self) -> bool:
        """Whether it still holds the guidance of a scaffold."""
        return any(text.lstrip().startswith(_GUIDE) for block in self.blocks for text in block.lines)

    @cached_property
    def tables(self) -> tuple[int, ...]:
        """The lines where its tables begin, written by hand or called."""
        by_hand = [block.line for block in self.blocks if block.kind == "tabel"]
        return tuple(sorted([*by_hand, *(call.line for call in self.calls if call.kind == "tabel")]))


def regions_of(chapter: Chapter, parts: Sequence[Part]) -> tuple[Region, ...]:
    """Split a chapter at the parts of its plan, and at every heading that ranks with the one it follows."""
    known = {title_key(title): part for part in parts for title in (part.judul, *part.judul_lain)}
    regions: list[tuple[Block | None, Part | None, list[Block]]] = [(None, None, [])]
    for block in chapter.blocks:
        if block.kind == "judul":
            part, above = known.get(title_key(block.text)), regions[-1][0]
            if part or block.level <= (above.level if above else _OPENING):
                regions.append((block, part, []))
                continue
        regions[-1][2].append(block)
    return tuple(Region(heading, part, tuple(below)) for heading, part, below in regions)


class Slot(Struct, frozen=True, kw_only=True, dict=True):
    """A chapter the outline speaks of, once for each goal where it asks so; ``chapter`` is ``None`` where it is absent."""

    plan: ChapterPlan
    aim: Aim | None
    chapter: Chapter | None
    file: str
    """Where it stands, or ought to."""

    @property
    def label(self) -> str:
        """Its name in a message: number, title, goal."""
        named = f"{self.plan.bab} {self.plan.judul}" if self.plan.bab else self.plan.judul
        return f"{named} {self.aim.id}" if self.aim else named

    @property
    def required(self) -> bool:
        """Whether the report must have it."""
        return self.plan.wajib == "ya"

    @cached_property
    def regions(self) -> tuple[Region, ...]:
        """Its regions in order; none of an absent chapter."""
        return regions_of(self.chapter, self.plan.isi) if self.chapter else ()

    @cached_property
    def whole(self) -> Region:
        """The chapter as one region; nothing of an absent one."""
        return Region(None, None, self.chapter.blocks if self.chapter else ())

    @cached_property
    def parts(self) -> Mapping[str, Region]:
        """The parts that are there, by id; one that is there twice is read as one."""
        found: dict[str, Region] = {}
        for region in self.regions:
            if region.part:
                first = found.get(region.part.id)
                blocks = (*first.blocks, *region.blocks) if first else region.blocks
                found[region.part.id] = Region(first.heading if first else region.heading, region.part, blocks)
        return found

    def about(self, subject: str) -> Iterator[tuple[Part, Region | None]]:
        """The parts of a subject (``perihal``), present or not."""
        for part in self.plan.isi:
            if part.perihal == subject:
                yield part, self.parts.get(part.id)


def slots_of(outline: OutlineFile, report: Report) -> tuple[Slot, ...]:
    """Every chapter of the outline in its order.

    While the agreement cannot be read nobody knows the goals: then the chapters that are there stand for themselves. A
    chapter whose file cannot be read might be any of those numbered like it, so these are left out, not called absent.
    """
    names = file_names(outline, list(report.performance.goals) if report.performance else [], report)
    unsure = doubtful(outline, report)
    slots = (slot for plan in outline.bab for slot in _slots(plan, report, names))
    return tuple(slot for slot in slots if slot.chapter or slot.plan.id not in unsure)


def _slots(plan: ChapterPlan, report: Report, names: Mapping[Asked, str]) -> Iterator[Slot]:
    if plan.per_sasaran == "ya" and report.performance is None:
        for chapter in report.chapters:
            if chapter.id == plan.id:
                yield Slot(plan=plan, aim=None, chapter=chapter, file=chapter.file)
        return
    for aim in report.performance.aims if plan.per_sasaran == "ya" and report.performance else (None,):
        asked = plan.id, aim.id if aim else None
        yield Slot(plan=plan, aim=aim, chapter=report.by_id.get(asked), file=f"{report.folder}/{names[asked]}")
