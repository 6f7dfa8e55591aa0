"""The gate's one comment on a pull request, rewritten in place: what a reader needs, on a phone, in the order of reading."""

from collections.abc import Iterator

from paraf.alur.states import State, StepState
from paraf.gerbang.effects import MARK, ChangedText
from paraf.views.forge.act import Act, Missing, act, missing
from paraf.views.forge.days import moment, short
from paraf.views.forge.desk import Desk
from paraf.views.forge.details import details
from paraf.views.forge.escape import block, folded, plain
from paraf.views.forge.links import of_year, whatsapp
from paraf.views.forge.message import message
from paraf.views.forge.turn import Turn, able, asked

ROWS = 10
"""Findings and changes that are shown; the rest is counted."""
CELL = 160
LINE = 240
_PASSING = "Naskah bacanya sedang dibuat; tautannya muncul di sini."


def comment(desk: Desk, turn: Turn) -> str:
    """The whole comment."""
    return "\n".join(_lines(desk, turn)) + "\n"


def _lines(desk: Desk, turn: Turn) -> Iterator[str]:
    found, next_act = missing(turn), act(desk, turn)
    yield MARK
    if turn.paper:
        yield f"**[Baca naskahnya]({turn.meta.reading})**" if turn.meta.reading else _PASSING
        yield ""
    yield from _state(desk, turn, found)
    yield from _changes(turn.meta.changes, ROWS - min(len(found), ROWS // 2))
    yield from _missing(desk, turn, found)
    yield from _next(desk, turn, next_act)
    yield from _steps(desk, turn)
    if text := message(desk, turn, next_act):
        yield ""
        yield from folded("Pesan WhatsApp siap salin", [*block(text), f"[Kirim lewat WhatsApp]({whatsapp(text)})"])
    yield ""
    yield from folded("Rincian", details(desk, turn))


def _state(desk: Desk, turn: Turn, found: list[Missing]) -> Iterator[str]:
    if turn.step is None:
        yield f"**{turn.verdict.outcome.value.capitalize()}.** {' '.join(plain(one, 600) for one in turn.verdict.reasons)}"
        return
    said = plain(turn.step.sentence, 600)
    if found:
        said = f"Masih ada {len(found)} catatan pemeriksaan yang wajib diperbaiki."
    since = f" Sejak {moment(turn.step.since, desk.clock)}." if turn.step.since else ""
    yield f"**{turn.step.step} · {turn.step.state.value}.** {said}{since}"
    yield f"SOP {turn.step.step}: “{plain(turn.step.clause, LINE)}”"


def _changes(changes: tuple[ChangedText, ...], most: int) -> Iterator[str]:
    if not changes:
        return
    yield ""
    yield "Berubah sejak terakhir dilihat:"
    yield ""
    yield "| Di | Semula | Menjadi |"
    yield "|---|---|---|"
    for one in changes[:most]:
        before, after = plain(one.before, CELL) or "(belum ada)", plain(one.after, CELL) or "(dihapus)"
        yield f"| {plain(one.place, CELL)} | {before} | {after} |"
    if len(changes) > most:
        yield ""
        yield f"dan {len(changes) - most} perubahan lain."


def _missing(desk: Desk, turn: Turn, found: list[Missing]) -> Iterator[str]:
    if not found:
        return
    yield ""
    yield "Yang harus diperbaiki:"
    for one in found[:ROWS]:
        place = f"{one.name} baris {one.line}" if one.line > 1 else one.name
        link = desk.forge.edit(turn.meta.branch, of_year(desk.year, one.name), one.line)
        yield f"- [{plain(place)}]({link}): {plain(one.said, LINE)}" if one.name else f"- {plain(one.said, LINE)}"
    if len(found) > ROWS:
        yield f"- dan {len(found) - ROWS} lagi"


def _next(desk: Desk, turn: Turn, next_act: Act) -> Iterator[str]:
    people = able(desk, turn)
    who = next_act.who
    if people:
        who += f" (@{people[0].akun}" + (", pemegang lain juga boleh" if len(people) > 1 else "") + ")"
    elif (keeper := asked(desk, turn)) is not None:
        who = plain(desk.roster.name(keeper))
    told = f"[{next_act.verb}]({next_act.link})" if next_act.link else next_act.verb
    yield ""
    yield f"**Berikutnya – {who}: {told}**" if who else f"**Berikutnya:** {told}"
    if next_act.how:
        yield next_act.how


def _steps(desk: Desk, turn: Turn) -> Iterator[str]:
    if not turn.steps or turn.step is None:
        return
    done = [one for one in turn.steps if one.state is State.SELESAI]
    later = [one for one in turn.steps if one.state is not State.SELESAI and one is not turn.step]
    yield ""
    parts = [f"Selesai: {', '.join(map(_done, done))}"] if done else []
    parts += [f"sekarang: **{turn.step.step}**"]
    parts += [f"nanti: {', '.join(map(_later, later))}"] if later else []
    yield " · ".join(parts)


def _done(step: StepState) -> str:
    return f"{step.step} ({short(step.deeds[-1].at.date())})"


def _later(step: StepState) -> str:
    return f"{step.step} (gugur)" if step.state is State.GUGUR else step.step
