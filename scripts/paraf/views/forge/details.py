"""What is folded away in a comment: digests, the evidence of every step, and how the verdict was reached."""

from collections.abc import Iterator

from paraf.alur.content import Covered, digest
from paraf.alur.states import Deed
from paraf.laporan.binding import grouped
from paraf.views.forge.days import moment
from paraf.views.forge.desk import Desk
from paraf.views.forge.escape import plain
from paraf.views.forge.turn import Turn

_DEEDS = {
    "susun": "disusun",
    "ajukan": "diserahkan",
    "setujui": "disetujui",
    "bukti": "bukti dicatat",
    "gabung": "disatukan",
}


def details(desk: Desk, turn: Turn) -> Iterator[str]:
    """The lines."""
    yield f"Putusan: {turn.verdict.outcome.value}."
    yield from (f"- {plain(one, 600)}" for one in turn.verdict.reasons)
    if turn.paper:
        yield from _digests(desk, turn)
    evidence = turn.closing.deeds if turn.closing else tuple((one.step, one.deeds) for one in turn.steps)
    if any(deeds for _, deeds in evidence):
        yield ""
        yield "Bukti setiap langkah:"
        for step, deeds in evidence:
            yield from (f"- {step} {_deed(desk, turn, deed)}" for deed in deeds)


def _digests(desk: Desk, turn: Turn) -> Iterator[str]:
    assert turn.paper
    tree = turn.pull.merged.tree if turn.pull.merged else turn.pull.versions[-1].tree if turn.pull.versions else None
    if tree is None:
        return
    yield ""
    yield "Sidik jari digital isi naskah (SHA-256):"
    yield f"`{grouped(digest(Covered(desk.year, turn.paper.mencakup), tree))}`"
    if turn.pull.expanded:
        yield "Sidik jari digital naskah baca:"
        yield f"`{grouped(turn.pull.expanded)}`"


def _deed(desk: Desk, turn: Turn, deed: Deed) -> str:
    role = desk.role(deed.role) if deed.role in desk.sop.role else deed.role
    said = f"{_DEEDS[deed.kind]} oleh {role}, {plain(desk.roster.name(deed.by))}, {moment(deed.at, desk.clock)}"
    paper = ", di atas kertas" if deed.on_paper else ""
    return said + paper + (f" ([tinjauan]({desk.forge.review(turn.pull.number, deed.review)}))" if deed.review else "")
