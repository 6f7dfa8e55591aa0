"""The gate's one comment on a pull request, rewritten in place: what a reader needs, on a phone, in the order of reading."""

from collections.abc import Iterator

from paraf.alur.states import Outcome, State
from paraf.gerbang.effects import MARK
from paraf.views.forge.act import act
from paraf.views.forge.begin import Act
from paraf.views.forge.days import moment
from paraf.views.forge.desk import Desk
from paraf.views.forge.details import details
from paraf.views.forge.escape import block, folded, plain
from paraf.views.forge.kinds import kind_words
from paraf.views.forge.links import whatsapp
from paraf.views.forge.lying import since
from paraf.views.forge.message import message
from paraf.views.forge.missing import Missing, missing
from paraf.views.forge.noting import noting_line
from paraf.views.forge.people import acting, next_people, note_of
from paraf.views.forge.rows import LINE, changed_rows, missing_rows
from paraf.views.forge.steps import step_lines
from paraf.views.forge.turn import Turn
from paraf.views.words import listed

ROWS = 10
"""Findings and changes that are shown, together; the rest is counted."""
LONGEST = 60_000
"""Characters of a comment; a forge takes 65,536."""
REASONS = 5
NAMED = 3
"""People of a role that are named; the rest is counted."""
_COMING = "Naskah bacanya sedang dibuat; tautannya muncul di sini."
_DATED = (State.MENUNGGU, State.BERJALAN, State.DITOLAK)
"""The states in which it is somebody's turn since the act before."""


def comment(desk: Desk, turn: Turn) -> str:
    """The whole comment; where it would be too long for the forge, without its details, then with the first rows only."""
    for rows, detailed in ((ROWS, True), (ROWS, False)):
        text = "\n".join(_lines(desk, turn, rows, detailed)) + "\n"
        if len(text) <= LONGEST:
            return text
    return "\n".join(_lines(desk, turn, 2, detailed=False)) + "\n"


def _lines(desk: Desk, turn: Turn, rows: int, detailed: bool) -> Iterator[str]:
    found, next_act = missing(turn), act(desk, turn)
    yield MARK
    yield from _reading(turn)
    yield from _state(desk, turn, found)
    changes = turn.meta.changes if turn.step else ()
    share = rows // 2 if found and changes else rows
    yield from changed_rows(desk, turn, changes, share)
    yield from missing_rows(desk, turn, found, share)
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
    if detailed:
        yield ""
        yield from folded("Rincian", details(desk, turn))


def _reading(turn: Turn) -> Iterator[str]:
    """Where it is read: the first thing a person does."""
    if turn.paper and turn.meta.reading:
        yield f"**[Baca naskahnya]({turn.meta.reading})** (bunyinya di halaman itu; PDF-nya, bila ada, di bagian **Artifacts**)"
        yield ""
    elif turn.paper and turn.pull.open and turn.verdict.outcome in (Outcome.LULUS, Outcome.MENUNGGU):
        yield _COMING
        yield ""


def _state(desk: Desk, turn: Turn, found: tuple[Missing, ...]) -> Iterator[str]:
    if turn.step is None:
        yield f"**{kind_words(turn)}** {_ended(desk, turn) or _reasons(desk, turn.verdict.reasons)}"
        return
    said = desk.say(turn.step.sentence)
    if found:
        said = f"Masih ada {len(found)} catatan pemeriksaan yang wajib diperbaiki."
    dated = turn.step.state in _DATED and turn.verdict.outcome is not Outcome.LULUS and not found
    if turn.step.role and dated and (began := since(desk, turn)):
        said += f" Giliran {plain(desk.role(turn.step.role))} sejak {moment(began, desk.clock)}."
    yield f"**Langkah {turn.step.step}.** {said}"
    if turn.step.state is State.DIKEMBALIKAN and (note := note_of(desk, turn)) and note.text.strip():
        yield f"Catatannya: “{plain(note.text, LINE)}”"
    yield f"Bunyi SOP: “{plain(turn.step.clause, LINE)}”"


def _reasons(desk: Desk, reasons: tuple[str, ...]) -> str:
    rest = f" Dan {len(reasons) - REASONS} hal lain." if len(reasons) > REASONS else ""
    return " ".join(map(desk.say, reasons[:REASONS])) + rest


def _ended(desk: Desk, turn: Turn) -> str:
    """When a paper was done, and by which merge."""
    if turn.closing is None or turn.paper is None:
        return ""
    return f"{plain(desk.named(turn.paper, turn.edition))} disatukan ke naskah resmi pada {moment(turn.closing.at, desk.clock)}."


def _next(desk: Desk, turn: Turn, next_act: Act) -> Iterator[str]:
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
    told = f", {acting(desk, turn)}{plain(who)}"
    return f"{told} (@{people[0].akun}{also})" if people else told
