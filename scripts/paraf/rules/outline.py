"""What the checks of structure and completeness share: absent parts and calls, order, how they are named."""

import difflib
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from paraf.finding import Place
from paraf.laporan.anatomy import Region, Slot
from paraf.laporan.calls.catalogue import BY_NAME
from paraf.laporan.headings import title_key
from paraf.laporan.performance import Aim
from paraf.laporan.used import Used
from paraf.sop.forms.outline import Part


def is_analysis(slot: Slot, part: Part) -> bool:
    """Whether a part is one of the analyses that every goal must have."""
    return slot.plan.per_sasaran == "ya" and part.perihal is not None


def absent_parts(slot: Slot) -> Iterator[Part]:
    """The required parts that a chapter lacks; of an absent chapter none."""
    for part in slot.plan.isi if slot.chapter else ():
        if part.wajib == "ya" and part.id not in slot.parts:
            yield part


def how_to_add(slot: Slot, part: Part) -> str:
    """The repair of an absent part: the heading to correct where one is nearly right, else what to write."""
    unknown = {title_key(region.heading.text): region for region in slot.regions if region.heading and not region.part}
    for title in (part.judul, *part.judul_lain):
        for key in difflib.get_close_matches(title_key(title), unknown, n=1, cutoff=0.7):
            heading = unknown[key].heading
            assert heading
            return f"Bila maksudnya “{heading.text}” pada baris {heading.line}, ganti judulnya menjadi “{title}”."
    return f"Tambahkan judul “{part.judul}”, lalu tulis isinya. {part.panduan}"


def beginning(slot: Slot, region: Region | None = None) -> Place:
    """Where a region's heading stands; else the top of its chapter."""
    line = region.heading.line if region and region.heading else 1
    return Place(slot.file, line, 1)


def part_name(part: Part) -> str:
    """A part in a sentence."""
    return f"bagian “{part.judul}”"


def absent_calls(names: Sequence[str], calls: Sequence[Used], aim: Aim | None) -> Iterator[str]:
    """The calls of ``memuat`` that are not there, as they are to be written.

    In a goal's chapter a call that takes a goal must be about that goal, and one that takes an indicator is asked of
    every indicator of the goal: a chart each, so that taking any one away is noticed.
    """
    for name in names:
        words = [call.words for call in calls if call.name == name]
        known = BY_NAME.get(name)
        takes = known.arguments[0] if known and known.arguments else ""
        if aim and known and "sasaran" in takes:
            wanted = [aim.id]
        elif aim and known and "indikator" in takes:
            wanted = [measure.id for measure in aim.measures]
        else:
            if not words:
                yield f"{{{{ {known.form if known and known.least else f'{name}()'} }}}}"
            continue
        for one in wanted:
            if not any(one in written for written in words):
                yield f'{{{{ {name}("{one}") }}}}'


def misplaced(ranks: Sequence[int]) -> frozenset[int]:
    """The positions to move so that the ranks rise: all but a longest rising row of them."""
    ends: list[int] = []
    chain: list[int] = []
    before: list[int | None] = []
    for position, rank in enumerate(ranks):
        at = bisect_left(ends, rank)
        before.append(chain[at - 1] if at else None)
        ends[at:], chain[at:] = [rank, *ends[at + 1 :]], [position, *chain[at + 1 :]]
    kept: set[int] = set()
    position_: int | None = chain[-1] if chain else None
    while position_ is not None:
        kept.add(position_)
        position_ = before[position_]
    return frozenset(range(len(ranks))) - kept
