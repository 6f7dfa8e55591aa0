"""Random histories of a paper: half of them the ordinary course with some changes, half of them anything at all."""

from datetime import timedelta
from functools import cache

from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

from alur.story import Event, Reader, Teller, course
from paraf.alur.facts import Facts, Policy
from paraf.alur.roster import Roster

OFFICES = {
    "biasa": "",
    "rangkap": "aturan rangkap=catat\njabat kadin sekdin plt 2026-01-01..",
    "rangkap-ditolak": "jabat kadin sekdin plt 2026-01-01..",
    "ketat": "aturan ketat=ya",
    "kertas": "aturan kertas=kadin,sekdin",
    "dua-sekdin": "jabat sekdin rina definitif 2025-06-01..\njabat kadin sekdin plt 2026-01-01..",
    "dua-kasubag": "jabat kasubag rina definitif 2025-06-01..",
    "plh": "jabat sekdin kasubag plh 2026-01-05..2026-01-06\njabat kasubag rina plt 2026-01-05..2026-01-06",
    "diganti": "akhiri sekdin sekdin 2026-01-05\njabat sekdin rina definitif 2026-01-06..",
}
BEFORE = {
    "nota-dinas": (),
    "laporan-individu": ("nota-dinas",),
    "rencana-kerja": (),
    "data-lakip": ("rencana-kerja",),
    "draf-awal": ("rencana-kerja", "data-lakip"),
    "draf-akhir": ("rencana-kerja", "data-lakip", "draf-awal"),
    "surat-pengantar": ("rencana-kerja", "data-lakip", "draf-awal", "draf-akhir"),
}
STEPS = {
    "nota-dinas": ("A1", "A3", "a6", "a5"),
    "laporan-individu": ("A9", "A10", "a8", "a10"),
    "rencana-kerja": ("B1", "B2", "b2", "b1"),
    "data-lakip": ("B3", "B3", "b3", "b3"),
    "draf-awal": ("B4", "B6", "b7", "b6"),
    "draf-akhir": ("B8", "B11", "b12", "b11"),
    "surat-pengantar": ("B13", "B16", "b17", "b16"),
}
FILE = {
    "nota-dinas": "nota-dinas.md",
    "laporan-individu": "individu.yml",
    "rencana-kerja": "rencana-kerja.yml",
    "data-lakip": "data/kinerja.yml",
    "draf-awal": "01-pendahuluan.md",
    "draf-akhir": "01-pendahuluan.md",
    "surat-pengantar": "surat-pengantar.md",
}
PEOPLE = ("kasubag", "sekdin", "staf", "kadin", "rina", "tim-satu")
AFTER = tuple(timedelta(seconds=seconds) for seconds in (0, 1, 30, 119, 120, 600, 90_000))
NUMBER = 50
Raw = tuple[int, int, int, int]


class History(Struct, frozen=True):
    """What happened, and how it is called when a test prints it."""

    policy: Policy
    facts: Facts
    paper: str
    told: tuple[str, ...]
    now: Teller


@cache
def beginning(office: str, paper: str) -> Teller:
    """The office at the moment when the turn of the paper has come."""
    reader = Reader("sifat")
    reader.line("orang rina")
    for line in OFFICES[office].splitlines():
        reader.line(line)
    reader.begin()
    for number, before in enumerate(BEFORE[paper], start=1):
        for event in course(number, [before]):
            # Each predecessor by the people of its role on that day.
            rest = _stand_in(reader.teller, event.rest)
            if office == "ketat" and event.verb == "setuju":
                rest += f": {{sidik:{before}}}"
            reader.teller.play(replace(event, rest=rest))
    return reader.teller


def _stand_in(teller: Teller, rest: str) -> str:
    """The ordinary actor, or who holds his role now and does not act as somebody else."""
    who, separator, more = rest.partition(":")
    role = who.removesuffix("-satu")
    names = {number: name for name, number in teller.names.items()}
    held = [names[one] for one in sorted(Roster(teller.now().officials).held(role, teller.world.clock))]
    return (held[0] if held and who not in held else who) + separator + more


def anything(paper: str, raw: Raw, number: int = NUMBER) -> Event:
    """One event, whichever the numbers say."""
    which, who, what, how = raw
    name, other = PEOPLE[who % 6], PEOPLE[what % 6]
    step, approved, record, sheet = STEPS[paper]
    words = ("satu", "dua", "tiga")[what % 3]
    after = AFTER[how % 7]
    act: tuple[tuple[str, str], ...] = (
        ("ajukan", name),
        ("setuju", name),
        ("setuju", name),
        ("ajukan", name),
        ("dorong", f"{name}: {FILE[paper]}={words}"),
        ("dorong", f"{name}: bukti/{record}.yml={words}"),
        ("kembalikan", name),
        ("minta", f"{name} -> {other}"),
        ("sunting", name),
        ("batalkan", name),
        ("ulas", f"{name}: Baik"),
        ("gabung", name),
        ("tutup", ""),
        ("buka-lagi", ""),
        ("siap", name),
        ("dasar", f": {FILE[paper]}={words}"),
        ("dorong", f"{name} tanpa-waktu terlihat=+5mnt: {FILE[paper]}={words}"),
        ("dorong", f"{name} bersama {other}: {FILE[paper]}={words}"),
        ("dorong", f"{name}: bukti/{sheet}-kertas.yml={words}"),
        ("lembar", f"{sheet} {paper}"),
        ("temuan", f"{(step, approved, f'bukti/{record}.yml')[what % 3]}: {'keliru' if who % 2 else ''}"),
        ("tak-terbaca", f": {'terpotong' if who % 2 else ''}"),
        ("dorong", f"{name}: {('catatan.md', '/docs/x.md', 'data/x.csv', 'laporan.yml')[what % 4]}=satu"),
        ("jadikan-draf", ""),
        ("buka", f"{name}: {FILE[paper]}={words}"),
        ("dorong", f"{name}: -{FILE[paper]}"),
        ("setuju", f"{name} (bot)"),
        ("ajukan", f"{name} (bot)"),
    )
    verb, rest = act[which % len(act)]
    # A second pull request beside the first one: opened, and all that follows on it.
    aside = verb == "buka" or (how // 7) % 12 == 11
    return Event(verb, number=number + 1 if aside else number, rest=rest, after=after)


def changed(paper: str, events: list[Event], raw: Raw) -> list[Event]:
    """One change of a course of events."""
    which, first, second, how = raw
    kind = which % 8
    # The opening stays the first event.
    here, there = first % len(events), 1 + second % len(events)
    if kind in (0, 2):
        here = 1 + first % (len(events) - 1) if len(events) > 1 else 0
    one = events[here]
    if kind == 0:
        return events[:here] + events[here + 1 :] if here else events
    if kind == 1:
        return [*events[:there], one, *events[there:]]
    if kind == 2:
        rest = events[:here] + events[here + 1 :]
        return [*rest[:there], one, *rest[there:]]
    if kind == 3:
        who, separator, more = one.rest.partition(":")
        name = PEOPLE[second % 6]
        return [
            *events[:here],
            replace(one, rest=name + who[len(who.split(" ")[0]) :] + separator + more),
            *events[here + 1 :],
        ]
    if kind == 4:
        return [*events[:here], replace(one, after=AFTER[second % 7]), *events[here + 1 :]]
    odd = anything(paper, (which // 8, first, second // 7, how))
    if kind == 5:
        # Something goes wrong, and what was done so far is done again: the ordinary end of most disturbances.
        if how % 3:
            odd = Event("kembalikan", number=NUMBER, rest=PEOPLE[(1, 3)[first % 2]])
        again = [one for one in events[1:there] if one.verb in ("ajukan", "setuju")]
        return [*events[:there], odd, *again, *events[there:]]
    return [*events[:there], odd, *events[there:]]


def told(office: str, paper: str, events: list[Event]) -> History:
    """Plays the events; those that cannot happen do not."""
    teller = beginning(office, paper).copy()
    lines = [f"# kantor {office}", OFFICES[office], *(f"jalan {n} {p}" for n, p in enumerate(BEFORE[paper], start=1))]
    for event in events:
        before = teller.world.clock
        if office == "ketat" and event.verb == "setuju" and ":" not in event.rest:
            # Where approvals name the digest, theirs do; what A10 covers is another file.
            covers = "bukti/a8.yml" if paper == "laporan-individu" else paper
            event = replace(event, rest=f"{event.rest.removesuffix(' (bot)')}: {{sidik:{covers}}}")  # noqa: PLW2901
        try:
            teller.play(event)
        except (ValueError, IndexError):
            teller.world.clock = before
        else:
            lines.append(f"+{int(event.after.total_seconds())}dtk {event.number} {event.verb} {event.rest}")
    return History(teller.now(), teller.world.facts(), paper, tuple(lines), teller)


COURSES = (
    "nota-dinas",
    "laporan-individu",
    "rencana-kerja",
    "data-lakip",
    "draf-awal",
    "draf-akhir",
    "surat-pengantar",
)
LONG = 96
histories_written = st.binary(min_size=LONG, max_size=LONG)
"""A history in 96 bytes (one draw is much faster than a hundred); see ``history``."""


def history(written: bytes) -> History:
    """A history of one paper in one office: bytes 0-2 say which, every five of the rest are one change or one event."""
    office = tuple(OFFICES)[written[0] % len(OFFICES)]
    paper = COURSES[written[1] % len(COURSES)]
    raws = [_raw(written[at : at + 5]) for at in range(3, len(written) - 5, 5)]
    opening = next(course(NUMBER, [paper]))
    if written[2] % 2:
        start = beginning(office, paper)
        events = [replace(one, rest=_stand_in(start, one.rest)) for one in course(NUMBER, [paper])]
        for raw in raws[: written[2] // 2 % 5]:
            events = changed(paper, events, raw)
        if written[2] // 10 % 3 == 0:
            # Somewhere on the way.
            events = events[: 1 + written[95] % len(events)]
    else:
        events = [opening, *(anything(paper, raw) for raw in raws[: 3 + written[2] // 2 % 16])]
    if written[1] // len(COURSES) % 8 == 0:
        # A second pull request for the same paper, opened before or after the first one.
        events.insert(written[0] // len(OFFICES) % 4, replace(opening, number=NUMBER + 1))
    return told(office, paper, events)


def _raw(part: bytes) -> Raw:
    return part[0] + 256 * part[4], part[1], part[2], part[3]
