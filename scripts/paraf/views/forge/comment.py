"""The gate's one comment on a pull request, rewritten in place: what a reader needs, on a phone, in the order of reading."""

from collections.abc import Iterator

from paraf.alur.states import Outcome, State
from paraf.gerbang.effects import MARK, ChangedText
from paraf.views.forge.act import act
from paraf.views.forge.begin import Act
from paraf.views.forge.days import moment
from paraf.views.forge.desk import Desk
from paraf.views.forge.details import details
from paraf.views.forge.escape import block, folded, plain
from paraf.views.forge.kinds import kind_words
from paraf.views.forge.links import of_year, whatsapp
from paraf.views.forge.message import message
from paraf.views.forge.missing import Missing, missing
from paraf.views.forge.noting import noting_line
from paraf.views.forge.steps import step_lines
from paraf.views.forge.turn import Turn, next_people, note_of
from paraf.views.words import listed

ROWS = 10
"""Findings and changes that are shown, together; the rest is counted."""
CELL, LINE = 120, 240
"""Characters of a cell and of a line."""
NAMED = 3
"""People of a role that are named; the rest is counted."""
_COMING = "Naskah bacanya sedang dibuat; tautannya muncul di sini."
_DATED = (State.MENUNGGU, State.BERJALAN, State.DITOLAK)
"""The states in which it is somebody's turn since the act before."""


def comment(desk: Desk, turn: Turn) -> str:
    """The whole comment."""
    return "\n".join(_lines(desk, turn)) + "\n"


def _lines(desk: Desk, turn: Turn) -> Iterator[str]:
    found, next_act = missing(turn), act(desk, turn)
    yield MARK
    yield from _reading(turn)
    yield from _state(desk, turn, found)
    changes = turn.meta.changes if turn.step else ()
    share = ROWS // 2 if found and changes else ROWS
    yield from _changes(desk, turn, changes, share)
    yield from _missing(desk, turn, found, share)
    yield from _next(desk, turn, next_act)
    if line := noting_line(desk, turn):
        yield from ("", line)
    if turn.paper and turn.steps and turn.verdict.outcome is not Outcome.GALAT:
        yield ""
        yield from (f"- {line}" for line in step_lines(desk, turn.paper, turn.steps))
    if text := message(desk, turn, next_act):
        yield ""
        yield from folded(
            "Pesan WhatsApp siap salin",
            [*block(text), "", f"[Buka di WhatsApp]({whatsapp(text)}), lalu pilih penerimanya."],
        )
    yield ""
    yield from folded("Rincian", details(desk, turn))


def _reading(turn: Turn) -> Iterator[str]:
    """Where it is read: the first thing a person does."""
    if turn.meta.reading:
        yield f"**[Baca naskahnya]({turn.meta.reading})**"
        yield ""
    elif turn.paper and turn.pull.open and turn.verdict.outcome in (Outcome.LULUS, Outcome.MENUNGGU):
        yield _COMING
        yield ""


def _state(desk: Desk, turn: Turn, found: tuple[Missing, ...]) -> Iterator[str]:
    if turn.step is None:
        reasons = " ".join(desk.say(one) for one in turn.verdict.reasons)
        yield f"**{kind_words(turn)}** {_ended(desk, turn) or reasons}"
        return
    said = desk.say(turn.step.sentence)
    if found:
        said = f"Masih ada {len(found)} catatan pemeriksaan yang wajib diperbaiki."
    if turn.since and turn.step.role and turn.step.state in _DATED and not found:
        said += f" Giliran {plain(desk.role(turn.step.role))} sejak {moment(turn.since, desk.clock)}."
    yield f"**Langkah {turn.step.step}.** {said}"
    if turn.step.state is State.DIKEMBALIKAN and (note := note_of(desk, turn)) and note.text.strip():
        yield f"Catatannya: “{plain(note.text, LINE)}”"
    yield f"Bunyi SOP: “{plain(turn.step.clause, LINE)}”"


def _ended(desk: Desk, turn: Turn) -> str:
    """When a paper was done, and by which merge."""
    if turn.closing is None or turn.paper is None:
        return ""
    return f"{plain(desk.named(turn.paper, turn.edition))} disatukan ke naskah resmi pada {moment(turn.closing.at, desk.clock)}."


def _changes(desk: Desk, turn: Turn, changes: tuple[ChangedText, ...], most: int) -> Iterator[str]:
    if not changes:
        return
    who = plain(desk.role(turn.step.role)) if turn.step and turn.step.role else ""
    yield ""
    yield f"Yang berubah sejak {who} terakhir menilai:"
    yield ""
    yield "| Di | Semula | Menjadi |"
    yield "|---|---|---|"
    for one in changes[:most]:
        before, after = plain(one.before, CELL) or "(belum ada)", plain(one.after, CELL) or "(dihapus)"
        yield f"| {plain(one.place, CELL)} | {before} | {after} |"
    if len(changes) > most:
        yield ""
        yield f"dan {len(changes) - most} perubahan lain."


def _missing(desk: Desk, turn: Turn, found: tuple[Missing, ...], most: int) -> Iterator[str]:
    if not found:
        return
    yield ""
    yield "Yang wajib diperbaiki:"
    for one in found[:most]:
        said = plain(one.said, LINE)
        place = plain(f"{one.name} baris {one.line}" if one.line > 1 else one.name)
        link = desk.forge.edit(turn.meta.branch, of_year(desk.year, one.name), one.line)
        yield f"- [{place}]({link}): {said}" if one.name else f"- {said}"
    if len(found) > most:
        yield f"- dan {len(found) - most} lagi"


def _next(desk: Desk, turn: Turn, next_act: Act) -> Iterator[str]:
    if next_act.verb in turn.verdict.reasons:
        return
    told = f"[{plain(next_act.verb)}]({next_act.link})" if next_act.link else plain(next_act.verb)
    yield ""
    yield f"**Berikutnya{_who(desk, turn, next_act.who)}: {told}**"
    if next_act.how:
        yield next_act.how


def _who(desk: Desk, turn: Turn, who: str) -> str:
    """Whose act it is; the person is mentioned, others who hold the role are named."""
    people = next_people(desk, turn)
    if not who:
        return ""
    others = [plain(one.nama) for one in people[1:NAMED]]
    others += [f"{len(people) - NAMED} orang lain"] if len(people) > NAMED else []
    also = f"; boleh juga {listed(others, 'atau')}" if others else ""
    return f", {plain(who)} (@{people[0].akun}{also})" if people else f", {plain(who)}"
