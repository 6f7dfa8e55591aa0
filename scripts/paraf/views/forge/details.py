"""What is folded away in a comment: digests, the evidence of every step, and how the verdict was reached."""

from collections.abc import Iterator

from paraf.alur.content import Covered, digest
from paraf.alur.states import Deed, State
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
_SAID = 200
_POLICY = "Dinilai menurut aturan dan daftar petugas yang ada di naskah resmi, bukan yang ada di PR ini."


def details(desk: Desk, turn: Turn) -> Iterator[str]:
    """The lines."""
    yield f"Putusan: **{turn.verdict.outcome.value}**. {_POLICY}"
    rest = [one for one in turn.verdict.reasons if turn.step and one != turn.step.sentence]
    yield from ("", *(f"- {desk.say(one)}" for one in rest)) if rest else ()
    yield from _steps(desk, turn)
    if turn.paper and (turn.steps or turn.closing):
        yield from _digests(desk, turn)


def _steps(desk: Desk, turn: Turn) -> Iterator[str]:
    """Every act that counts, and of each step that is open why."""
    if turn.closing:
        yield ""
        yield from (f"- {step} {_deed(desk, turn, deed)}" for step, deeds in turn.closing.deeds for deed in deeds)
    elif turn.steps:
        yield ""
        for step in turn.steps:
            yield from (f"- {step.step} {_deed(desk, turn, deed)}" for deed in step.deeds)
            if step.state not in (State.SELESAI, State.BELUM):
                word = "" if step.sentence.lower().startswith(step.state.value) else f"**{step.state.value}**: "
                yield f"- {step.step} {word}{desk.say(step.sentence, _SAID)}"


def _digests(desk: Desk, turn: Turn) -> Iterator[str]:
    assert turn.paper
    yield ""
    yield "Sidik jari digital (SHA-256) isi naskah:"
    yield f"`{grouped(digest(Covered(desk.year, turn.paper.mencakup), turn.tree))}`"
    if turn.pull.expanded:
        yield ""
        yield "Sidik jari digital naskah bacanya:"
        yield f"`{grouped(turn.pull.expanded)}`"


def _role(desk: Desk, deed: Deed) -> str:
    return desk.acting(deed.role, deed.by, deed.at) + plain(desk.role(deed.role))


def _deed(desk: Desk, turn: Turn, deed: Deed) -> str:
    who = f"{plain(desk.roster.name(deed.by))} sebagai {_role(desk, deed)}"
    paper = " (ditandatangani di atas kertas)" if deed.on_paper else ""
    shown = f", [lihat]({desk.forge.review(turn.pull.number, deed.review)})" if deed.review else ""
    return f"{_DEEDS[deed.kind]} oleh {who}{paper}, {moment(deed.at, desk.clock)}{shown}"
