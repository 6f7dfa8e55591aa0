"""The language of the cases: a year of an office, one event a line, with questions (``?``) in between.

    # T21: a push after the approval (the comment names the rows of threats.md and the sentences it stands for)
    aturan rangkap=catat waktu_baca=5 kertas=kadin
    orang rina
    jabat sekdin rina plh 2026-01-19..2026-01-30
    jalan 1 rencana-kerja
    jalan 3 draf-awal sampai B6
    3 dorong kasubag: 01-pendahuluan.md=lain
    ? B6 gugur
    ? 3 bukan lulus

**Before the first event** the office is set up:

``aturan key=value ...``  rangkap, ketat, waktu_baca, kertas (roles joined by commas), tanpa (kertas, halaman, tata_kelola)
``syarat PAPER STEP: ...``  other conditions of a step, joined by commas: ``susun ROLE``, ``ajukan ROLE TO``, ``setujui ROLE
[FILE]``, ``bukti ROLE``, ``gabung ROLE`` · ``setelah PAPER: PAPER ...``: what a paper waits for
``tahun 2026``            the year of the report (2025 where a case does not say)
``orang NAME``            one more person with an account; ``tanpa-akun NAME``: a person of the office loses it
``jabat ROLE NAME plt|plh|definitif FROM..[TO]`` · ``akhiri ROLE NAME DAY`` · ``cabut ROLE NAME`` (as if never written)

**Events** begin with the pull request's number, and happen ten minutes after the one before; ``+17dtk``, ``+2mnt``,
``+3jam``, ``+4hari`` in front say otherwise, ``+0dtk`` is the same second, ``@2026-02-01`` or ``@2026-02-01T09:30`` a
moment. People are the officials by their short name (``staf``, ``tim-satu``), ``asing`` holds nothing; ``(bot)`` at the
end makes it an act of a program. Files are ``path=words``, ``-path`` (gone), ``path=words!120000`` (mode),
``path=words~6000000`` (bytes); ``\\s`` is a blank and ``\\n`` a line break; a path that begins with ``/`` is not below the
folder of the year.

``buka WHO [draf] [fork] [dasar=BRANCH]: files`` · ``cabang WHO ...: files`` (a push before the opening) · ``tutup`` ·
``buka-lagi`` · ``gabung WHO[: files that only the merge commit holds]`` · ``siap WHO`` · ``jadikan-draf`` ·
``catat`` (without a number: the book takes what is closed by now) ·
``dorong WHO [bersama WHO] [tanpa-waktu] [terlihat=+5mnt]: files`` · ``dasar: files`` (main moves in files that the branch
changed too; without a number: main moves) ·
``ajukan WHO`` · ``komentar WHO: text`` · ``minta WHO -> WHOM`` · ``tugaskan WHO -> WHOM`` ·
``setuju WHO[: text]`` · ``kembalikan WHO[: text]`` · ``ulas WHO: text`` · ``sunting WHO`` · ``batalkan WHO [pertama]`` (edits,
dismisses the latest, or the first, of that person); in a text ``{sidik:draf-awal}`` is the digest of what the paper covers now ·
``temuan KEY: text`` (nothing: cleared) · ``tak-terbaca: text`` · ``palsu: text`` · ``bentrok: text`` · ``bocor: text`` ·
``kerangka: [paths]`` (it opens a year, and differs there) · ``lembar STEP PAPER`` (the sheet of the step names the digest
of the paper now; ``lembar STEP salah``: another one) · ``usul jabat|akhiri|cabut|orang|akun|lupakan|geser ...`` (the officials it
would bring; ``akun NAME``: another account, ``lupakan NAME``: out of the file, ``geser ROLE NAME DAY``: another last day)

``jalan N PAPER [dari STEP] [sampai STEP] [dengan WHO=WHO ...]`` plays the ordinary course of ``baku.txt``; ``siap`` as a
step is everything but the merge, ``gabung`` the merge. ``liar COMMIT [KIND WORDS]``: officials changed outside a pull request,
in a way that ``usul`` knows; ``usul semula``: the officials of the beginning, ``usul tetap``: as they are.

**Questions** are asked of the facts so far; those in adjacent lines together. See ``claims.py``.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Literal, cast

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from alur.world import WIB, Change, World, accounts, blob
from helpers import CASES, ROOT, files_of, load_files
from paraf.alur.book.noting import books_of, lacking
from paraf.alur.cycle import evaluate_cycle
from paraf.alur.facts import Appointment, Facts, Policy
from paraf.sop.forms.officials import OfficialsFile, Person, Term
from paraf.sop.forms.papers import AnyCondition, Approve, Evidence, Merge, OnPaper, Submit, Write
from paraf.sop.model import Sop

FOLDER = CASES / "alur"
STEP = timedelta(minutes=10)
_OFFSET = re.compile(r"\+(\d+)(dtk|mnt|jam|hari)")
_UNIT = {"dtk": "seconds", "mnt": "minutes", "jam": "hours", "hari": "days"}
_FILE = re.compile(r"(?P<path>[^=]+)=(?P<words>[^=!~]*)(?:!(?P<mode>\d{6}))?(?:~(?P<size>\d+))?")
_TERM = re.compile(r"(\S+) (\S+) (definitif|plt|plh) (\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)?")
_WHEN = r"(?P<when>\+\d+\w+|@\S+)"


class CaseError(Exception):
    """A line of a case that cannot be read; the message names file and line."""


class Event(Struct, frozen=True):
    """One act: how long after the one before (or when), on which pull request, which verb, and the rest of the line."""

    verb: str
    number: int = 0
    rest: str = ""
    after: timedelta = STEP
    at: datetime | None = None
    label: str = ""


class Question(Struct, frozen=True):
    """What a case claims, and where it stands."""

    where: str
    text: str


class Checkpoint(Struct, frozen=True):
    """The facts at a moment of the story, and what is claimed of them."""

    policy: Policy
    facts: Facts
    now: datetime
    questions: tuple[Question, ...]


class Case(Struct, frozen=True):
    """A case that was read: its comment, and its checkpoints in order of time."""

    name: str
    comment: str
    checkpoints: tuple[Checkpoint, ...]


@cache
def base_policy() -> Policy:
    """The SOP, the papers and the invented officials that are shipped."""
    repo = load_files({path: data.decode() for path, data in files_of(ROOT).items()})
    assert repo.papers
    assert repo.officials
    return Policy(sop=repo.sop, papers=repo.papers.value, officials=repo.officials.value)


def manned(sop: Sop) -> OfficialsFile:
    """An office with one person for every role, called like it."""
    people = tuple(
        Person(kunci=role.id, nama=f"Ibu {role.sebutan}", akun=role.id, id=number)
        for number, role in enumerate(sop.roles, start=999000001)
    )
    since = date(2025, 1, 2)
    terms = tuple(
        Term(peran=one.kunci, orang=one.kunci, kedudukan="definitif", mulai=since, sk="SK 1") for one in people
    )
    return OfficialsFile(skema=1, orang=people, masa_jabatan=terms)


def moment(text: str) -> datetime:
    """``2026-02-01`` (eight in the morning) or ``2026-02-01T09:30``."""
    found = datetime.fromisoformat(text)
    return (found.replace(hour=8) if len(text) == 10 else found).replace(tzinfo=WIB)


def span(text: str) -> timedelta:
    """``+17dtk``."""
    found = _OFFSET.fullmatch(text)
    if not found:
        raise ValueError(f"jangka waktu tidak dikenal: {text}")
    return timedelta(**{_UNIT[found[2]]: int(found[1])})


def change(token: str) -> Change:
    """``path=words`` or ``-path``."""
    token = token.replace("\\s", " ").replace("\\n", "\n")
    if token.startswith("-"):
        return Change(token[1:], None)
    found = _FILE.fullmatch(token)
    if not found:
        raise ValueError(f"berkas tidak terbaca: {token}")
    size = int(found["size"]) if found["size"] else None
    return Change(found["path"], blob(found["words"], found["mode"] or "100644", size))


def changes(text: str) -> list[Change]:
    """The files of a push."""
    return [change(token) for token in text.split()]


# ---------------------------------------------------------------------------------------------- the office


def with_person(officials: OfficialsFile, name: str, known: Callable[[str], int]) -> OfficialsFile:
    """One more person with an account."""
    person = Person(kunci=name, nama=f"Ibu {name.title()}", akun=f"akun-{name}", id=known(name))
    return msgspec.structs.replace(officials, orang=(*officials.orang, person))


def key_of(officials: OfficialsFile, name: str) -> str:
    """The key of a person by the short name."""
    keys = [person.kunci for person in officials.orang]
    if found := next((key for key in (name, f"contoh-{name}") if key in keys), None):
        return found
    raise ValueError(f"orang tidak dikenal: {name}")


def appointed(officials: OfficialsFile, words: str) -> OfficialsFile:
    """``ROLE NAME plh FROM..TO``: a term more."""
    found = _TERM.fullmatch(words)
    if not found:
        raise ValueError(f"masa jabatan tidak terbaca: {words}")
    role, name, rank, since, until = found.groups()
    term = Term(
        peran=role,
        orang=key_of(officials, name),
        kedudukan=cast(Literal["definitif", "plt", "plh"], rank),
        mulai=date.fromisoformat(since),
        sk=f"SK {len(officials.masa_jabatan) + 1}",
        selesai=date.fromisoformat(until) if until else None,
    )
    return msgspec.structs.replace(officials, masa_jabatan=(*officials.masa_jabatan, term))


def ended(officials: OfficialsFile, words: str) -> OfficialsFile:
    """``ROLE NAME DAY``: the running term is closed."""
    role, name, day = words.split()
    return _terms(officials, role, name, lambda term: msgspec.structs.replace(term, selesai=date.fromisoformat(day)))


def erased(officials: OfficialsFile, words: str) -> OfficialsFile:
    """``ROLE NAME``: the term was never written."""
    role, name = words.split()
    return _terms(officials, role, name, lambda term: None)


def _terms(officials: OfficialsFile, role: str, name: str, done: Callable[[Term], Term | None]) -> OfficialsFile:
    key = key_of(officials, name)
    meant = [term for term in officials.masa_jabatan if (term.peran, term.orang, term.selesai) == (role, key, None)]
    if len(meant) != 1:
        raise ValueError(f"masa jabatan berjalan {role} {name} tidak ada")
    kept = [done(term) if term is meant[0] else term for term in officials.masa_jabatan]
    return msgspec.structs.replace(officials, masa_jabatan=tuple(term for term in kept if term))


def ruled(policy: Policy, key: str, value: str) -> Policy:
    """One rule of ``naskah.yml`` is another one."""
    papers = policy.papers
    if key == "rangkap":
        papers = msgspec.structs.replace(papers, rangkap=cast(Literal["tolak", "catat"], value))
    elif key == "ketat":
        papers = msgspec.structs.replace(papers, ketat=cast(Literal["ya", "tidak"], value))
    elif key == "waktu_baca":
        papers = msgspec.structs.replace(papers, waktu_baca_minimal=int(value))
    elif key == "kertas":
        assert papers.kertas
        paper = OnPaper(
            dicatat=papers.kertas.dicatat, ditegaskan=papers.kertas.ditegaskan, boleh=tuple(value.split(","))
        )
        papers = msgspec.structs.replace(papers, kertas=paper)
    elif key == "tanpa":
        papers = msgspec.structs.replace(papers, **dict.fromkeys(value.split(",")))
    else:
        raise ValueError(f"aturan tidak dikenal: {key}")
    return replace(policy, papers=papers)


def condition(words: str) -> AnyCondition:
    """``ajukan kasubag sekdin``."""
    match words.split():
        case ["susun", role]:
            return Write(oleh=role)
        case ["ajukan", role, to]:
            return Submit(oleh=role, ke=to)
        case ["setujui", role, *files]:
            return Approve(oleh=role, atas=tuple(files))
        case ["bukti", role]:
            return Evidence(oleh=role, isi=("catatan",))
        case ["gabung", role]:
            return Merge(oleh=role)
    raise ValueError(f"syarat tidak dikenal: {words}")


def rearranged(policy: Policy, word: str, rest: str) -> Policy:
    """A paper has other conditions at a step (``syarat``), or waits for others (``setelah``)."""
    head, _, tail = rest.partition(":")
    name, *step = head.split()
    (paper,) = (one for one in policy.papers.naskah if one.id == name)
    if word == "setelah":
        changed = msgspec.structs.replace(paper, setelah=tuple(tail.split()))
    else:
        (stage,) = (one for one in paper.langkah if [one.kode] == step)
        other = msgspec.structs.replace(stage, syarat=tuple(condition(one) for one in tail.split(",")))
        stages = tuple(other if one is stage else one for one in paper.langkah)
        changed = msgspec.structs.replace(paper, langkah=stages)
    all_papers = tuple(changed if one is paper else one for one in policy.papers.naskah)
    return replace(policy, papers=msgspec.structs.replace(policy.papers, naskah=all_papers))


# ----------------------------------------------------------------------------------------------- the story


class Teller:
    """Plays events in a world, with the names of an office."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self.names = {**accounts(policy.officials), "asing": 999000099}
        self.world = World(policy.officials)

    def who(self, name: str) -> int:
        """The account of a name."""
        if name not in self.names:
            raise ValueError(f"orang tidak dikenal: {name}")
        return self.names[name]

    def newcomer(self, name: str) -> int:
        """The account of somebody who comes to the office."""
        return self.names.setdefault(name, 999000100 + len(self.names))

    def copy(self) -> "Teller":
        """The same story again, to go on differently."""
        other = Teller(self.policy)
        other.names, other.world = dict(self.names), self.world.copy()
        return other

    def now(self) -> Policy:
        """The rules as the base tip has them now."""
        return replace(self.policy, officials=self.world.officials)

    def settle(self, policy: Policy) -> None:
        """The office is set up; nothing has happened yet."""
        self.policy = policy
        self.world.officials = policy.officials
        self.world.appointments[0] = replace(self.world.appointments[0], officials=policy.officials)

    def play(self, event: Event) -> None:
        """One event happens; raises ``ValueError`` where it cannot."""
        world = self.world
        world.clock = event.at if event.at else world.clock + event.after
        rest, bot = event.rest, event.rest.endswith("(bot)")
        head, _, tail = rest.removesuffix("(bot)").strip().partition(":")
        if event.verb not in VERBS:
            raise ValueError(f"kata tidak dikenal: {event.verb}")
        if event.number and event.verb not in ("buka", "cabang") and event.number not in world.branches:
            raise ValueError(f"PR {event.number} belum dibuka")
        branch = world.branches.get(event.number)
        if branch and event.verb in WHILE_OPEN and not branch.live:
            raise ValueError(f"PR {event.number} tidak terbuka")
        if branch and event.verb == "buka-lagi" and (branch.live or branch.merged):
            raise ValueError(f"PR {event.number} tidak ditutup")
        VERBS[event.verb](self, event.number, head.split(), tail.strip(), bot)

    def text(self, number: int, written: str) -> str:
        """A text with the digests that it asks for."""

        def put(found: re.Match[str]) -> str:
            return self.world.digest(number, self.covers(found[1]))

        return re.sub(r"\{sidik:([^}]+)\}", put, written)

    def covers(self, name: str) -> tuple[str, ...]:
        """What a paper covers; any other name is a file of its own."""
        return next((paper.mencakup for paper in self.policy.papers.naskah if paper.id == name), (name,))


Verb = Callable[[Teller, int, list[str], str, bool], None]
VERBS: dict[str, Verb] = {}
WHILE_OPEN = ("dorong", "tutup", "gabung", "siap", "jadikan-draf")


def verb(*names: str) -> Callable[[Verb], Verb]:
    """A word of the language."""

    def note(act: Verb) -> Verb:
        VERBS.update(dict.fromkeys(names, act))
        return act

    return note


def only(words: list[str], count: int) -> None:
    """Loud about words that nobody reads."""
    if len(words) != count:
        raise ValueError(f"jumlah kata tidak cocok: {' '.join(words)!r}")


@verb("buka")
def _open(teller: Teller, number: int, words: list[str], files: str, _bot: bool) -> None:
    who, *options = words
    base = next((word.removeprefix("dasar=") for word in options if word.startswith("dasar=")), "main")
    only([word for word in options if word not in ("draf", "fork", f"dasar={base}")], 0)
    branch = teller.world.branches.get(number)
    if branch and branch.spans:
        raise ValueError(f"PR {number} sudah dibuka")
    teller.world.open(
        number, teller.who(who), changes(files), draft="draf" in options, fork="fork" in options, base=base
    )


@verb("dorong", "cabang")
def _push(teller: Teller, number: int, words: list[str], files: str, _bot: bool) -> None:
    who, *options = words
    together: list[int] = []
    seen, timed = None, True
    while options:
        option = options.pop(0)
        if option == "bersama":
            together.append(teller.who(options.pop(0)))
        elif option == "tanpa-waktu":
            timed = False
        elif option.startswith("terlihat="):
            seen = teller.world.clock + span(option.removeprefix("terlihat="))
        else:
            raise ValueError(f"kata tidak dikenal: {option}")
    teller.world.push(number, teller.who(who), changes(files), timed=timed, seen=seen, together=together)


@verb("dasar")
def _move(teller: Teller, number: int, words: list[str], files: str, _bot: bool) -> None:
    only(words, 0)
    if number:
        teller.world.mix(number, changes(files))
    else:
        teller.world.move(changes(files))


@verb("catat")
def _record(teller: Teller, _number: int, words: list[str], _files: str, _bot: bool) -> None:
    only(words, 0)
    policy, facts, now = teller.now(), teller.world.facts(), teller.world.clock
    closings = evaluate_cycle(policy, facts, now).closings
    new = lacking(books_of(facts), closings, policy, facts.year, now=now)
    if isinstance(new, str) or not new:
        raise ValueError(f"tidak ada yang dapat dicatat: {new}")
    teller.world.note({f"buku/{name}": data for name, data in new.items()})


@verb("ajukan")
def _hand_over(teller: Teller, number: int, words: list[str], _files: str, bot: bool) -> None:
    only(words, 1)
    teller.world.comment(number, teller.who(words[0]), "/ajukan", bot=bot)


@verb("komentar")
def _comment(teller: Teller, number: int, words: list[str], text: str, bot: bool) -> None:
    only(words, 1)
    teller.world.comment(number, teller.who(words[0]), teller.text(number, text), bot=bot)


@verb("minta", "tugaskan")
def _name(teller: Teller, number: int, words: list[str], _text: str, bot: bool) -> None:
    only(words, 3)
    teller.world.name(number, teller.who(words[0]), teller.who(words[2]), bot=bot)


@verb("siap")
def _ready(teller: Teller, number: int, words: list[str], _text: str, bot: bool) -> None:
    only(words, 1)
    teller.world.ready(number, teller.who(words[0]), bot=bot)


@verb("jadikan-draf")
def _undo_ready(teller: Teller, number: int, words: list[str], _text: str, _bot: bool) -> None:
    only(words, 0)
    teller.world.branches[number].draft = True


@verb("setuju")
def _approve(teller: Teller, number: int, words: list[str], text: str, bot: bool) -> None:
    only(words, 1)
    teller.world.review(number, teller.who(words[0]), "approved", teller.text(number, text), bot=bot)


@verb("kembalikan")
def _refuse(teller: Teller, number: int, words: list[str], text: str, bot: bool) -> None:
    only(words, 1)
    teller.world.review(number, teller.who(words[0]), "changes_requested", text, bot=bot)


@verb("ulas")
def _remark(teller: Teller, number: int, words: list[str], text: str, bot: bool) -> None:
    only(words, 1)
    teller.world.review(number, teller.who(words[0]), "commented", text, bot=bot)


@verb("sunting")
def _edit(teller: Teller, number: int, words: list[str], _text: str, _bot: bool) -> None:
    only(words, 1)
    if not teller.world.edit(number, teller.who(words[0])):
        raise ValueError(f"{words[0]} belum menulis apa pun")


@verb("batalkan")
def _dismiss(teller: Teller, number: int, words: list[str], _text: str, _bot: bool) -> None:
    who, *which = words
    only([word for word in which if word != "pertama"], 0)
    if not teller.world.dismiss(number, teller.who(who), first=bool(which)):
        raise ValueError(f"{who} belum menilai")


@verb("tutup")
def _close(teller: Teller, number: int, words: list[str], _text: str, _bot: bool) -> None:
    only(words, 0)
    teller.world.close(number)


@verb("buka-lagi")
def _reopen(teller: Teller, number: int, words: list[str], _text: str, _bot: bool) -> None:
    only(words, 0)
    teller.world.reopen(number)


@verb("gabung")
def _merge(teller: Teller, number: int, words: list[str], files: str, _bot: bool) -> None:
    only(words, 1)
    teller.world.merge(number, teller.who(words[0]), changes(files))


@verb("temuan")
def _finding(teller: Teller, number: int, words: list[str], text: str, _bot: bool) -> None:
    only(words, 1)
    checks = teller.world.branches[number].checks
    checks.pop(words[0], None)
    if text:
        checks[words[0]] = (text,)


@verb("tak-terbaca")
def _missing(teller: Teller, number: int, words: list[str], text: str, _bot: bool) -> None:
    only(words, 0)
    teller.world.branches[number].missing = (text,) if text else ()


@verb("bentrok")
def _conflicts(teller: Teller, number: int, words: list[str], text: str, _bot: bool) -> None:
    only(words, 0)
    teller.world.branches[number].conflicts = (text,) if text else ()


@verb("palsu")
def _forged(teller: Teller, number: int, words: list[str], text: str, _bot: bool) -> None:
    only(words, 0)
    teller.world.branches[number].forged = (text,) if text else ()


@verb("bocor")
def _leak(teller: Teller, number: int, words: list[str], text: str, _bot: bool) -> None:
    only(words, 0)
    teller.world.branches[number].leaks = (text,) if text else ()


@verb("kerangka")
def _scaffold(teller: Teller, number: int, words: list[str], text: str, _bot: bool) -> None:
    only(words, 0)
    teller.world.branches[number].unlike_scaffold = tuple(text.split())


@verb("lembar")
def _sheet(teller: Teller, number: int, words: list[str], _text: str, _bot: bool) -> None:
    only(words, 2)
    step, paper = words
    named = "0" * 64 if paper == "salah" else teller.world.digest(number, teller.covers(paper))
    teller.world.branches[number].sheets[f"bukti/{step.lower()}-kertas.yml"] = named


@verb("usul")
def _propose(teller: Teller, number: int, words: list[str], _text: str, _bot: bool) -> None:
    branch = teller.world.branches[number]
    branch.proposed = otherwise(teller, branch.proposed or teller.world.officials, words)


def otherwise(teller: Teller, officials: OfficialsFile, words: list[str]) -> OfficialsFile:
    """The officials after one change."""
    kind, *rest = words
    if kind == "orang":
        only(rest, 1)
        return with_person(officials, rest[0], teller.newcomer)
    if kind == "tetap":
        only(rest, 0)
        return officials
    if kind == "semula":
        only(rest, 0)
        first = teller.world.appointments[0].officials
        assert first
        return first
    if kind in _PROPOSED:
        return _PROPOSED[kind](officials, " ".join(rest))
    raise ValueError(f"usul tidak dikenal: {kind}")


@verb("liar")
def _wild(teller: Teller, _number: int, words: list[str], _text: str, _bot: bool) -> None:
    world, (commit, *change_) = teller.world, words
    world.officials = otherwise(teller, world.officials, change_ or ["tetap"])
    world.move([change(f"/sop/petugas.yml={commit}{len(world.appointments)}")])
    world.appointments.append(Appointment(commit, world.clock, None, world.officials))


def reaccounted(officials: OfficialsFile, words: str) -> OfficialsFile:
    """``NAME``: the person acts with another account."""
    key = key_of(officials, words)
    people = (msgspec.structs.replace(one, id=998) if one.kunci == key else one for one in officials.orang)
    return msgspec.structs.replace(officials, orang=tuple(people))


def forgotten(officials: OfficialsFile, words: str) -> OfficialsFile:
    """``NAME``: the person is taken out of the file; the terms stay."""
    key = key_of(officials, words)
    return msgspec.structs.replace(officials, orang=tuple(one for one in officials.orang if one.kunci != key))


def shifted(officials: OfficialsFile, words: str) -> OfficialsFile:
    """``ROLE NAME DAY``: the last term, closed already, ends on another day."""
    role, name, day = words.split()
    key = key_of(officials, name)
    last = [term for term in officials.masa_jabatan if (term.peran, term.orang) == (role, key)][-1]
    moved = msgspec.structs.replace(last, selesai=date.fromisoformat(day))
    terms = tuple(moved if term is last else term for term in officials.masa_jabatan)
    return msgspec.structs.replace(officials, masa_jabatan=terms)


_OFFICE = {"jabat": appointed, "akhiri": ended, "cabut": erased}
_PROPOSED = {**_OFFICE, "akun": reaccounted, "lupakan": forgotten, "geser": shifted}


# ---------------------------------------------------------------------------------------------- the reading


@cache
def ordinary() -> dict[str, tuple[Event, ...]]:
    """The ordinary course of every paper, from ``baku.txt``."""
    found: dict[str, list[Event]] = {}
    here: list[Event] = []
    for line in (FOLDER / "baku.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            here = found.setdefault(line[3:], [])
        elif line.strip() and not line.startswith("#"):
            label, word, *rest = line.split(maxsplit=2)
            here.append(Event(word, rest=" ".join(rest), label=label))
    return {paper: tuple(events) for paper, events in found.items()}


def course(number: int, words: list[str]) -> Iterator[Event]:
    """``PAPER [dari STEP] [sampai STEP] [dengan WHO=WHO ...]``: the ordinary events."""
    paper, *options = words
    if paper not in ordinary():
        raise ValueError(f"naskah tidak dikenal: {paper}")
    events = ordinary()[paper]
    labels = list(dict.fromkeys(event.label for event in events))
    first, last, others = labels[0], labels[-1], {}
    while options:
        option = options.pop(0)
        if option == "dari":
            first = options.pop(0)
        elif option == "sampai":
            last = options.pop(0)
            last = labels[-2] if last == "siap" else last
        elif option == "dengan":
            others = dict(option.split("=") for option in options)
            options = []
        else:
            raise ValueError(f"kata tidak dikenal: {option}")
    if first not in labels or last not in labels:
        raise ValueError(f"langkah {first} atau {last} tidak ada pada {paper}")
    for event in events:
        if labels.index(first) <= labels.index(event.label) <= labels.index(last):
            who, *rest = re.split(r"(?=[ :])", event.rest, maxsplit=1)
            yield replace(event, number=number, rest=others.get(who, who) + "".join(rest))


class Reader:
    """Reads one case; every line is used, or it is told where not."""

    def __init__(self, name: str, policy: Policy | None = None) -> None:
        self.name = name
        self.policy = policy or base_policy()
        self.teller = Teller(self.policy)
        self.begun = False
        self.comments: list[str] = []
        self.asked: list[Question] = []
        self.checkpoints: list[Checkpoint] = []

    def read(self, text: str) -> Case:
        """The whole file."""
        for number, raw in enumerate(text.splitlines(), start=1):
            line = raw.strip()
            where = f"{self.name}:{number}"
            if line.startswith("?"):
                self.asked.append(Question(where, line[1:].strip()))
                continue
            self.answer()
            try:
                if line.startswith("#"):
                    self.comments.append(line[1:].strip())
                elif line:
                    self.line(line)
            except (ValueError, KeyError, IndexError, TypeError) as error:
                raise CaseError(f"{where}: {line!r}: {error}") from error
        self.answer()
        if not self.checkpoints or not self.comments:
            raise CaseError(f"{self.name}: tanpa pertanyaan atau tanpa keterangan")
        return Case(self.name, "\n".join(self.comments), tuple(self.checkpoints))

    def answer(self) -> None:
        """The questions so far are asked of the facts so far."""
        if self.asked:
            now = self.teller.world.clock + timedelta(minutes=1)
            facts = self.teller.world.facts()
            self.checkpoints.append(Checkpoint(self.teller.now(), facts, now, tuple(self.asked)))
            self.asked = []

    def line(self, line: str) -> None:
        """One line that is no question."""
        word, _, rest = line.partition(" ")
        if word in ("tahun", "aturan", "syarat", "setelah", "orang", "tanpa-akun", *_OFFICE):
            if self.begun:
                raise ValueError("kantor hanya ditata sebelum peristiwa pertama")
            self.office(word, rest)
            return
        if word == "jalan":
            self.begin()
            number, *words = rest.split()
            for event in course(int(number), words):
                self.teller.play(event)
            return
        self.begin()
        for event in events_of(line):
            self.teller.play(event)

    def begin(self) -> None:
        """The first event: the office stands."""
        if not self.begun:
            self.begun = True
            self.teller.settle(self.policy)

    def office(self, word: str, rest: str) -> None:
        """A line of the set-up."""
        officials = self.policy.officials
        if word == "tahun":
            self.teller.world.year = int(rest)
            return
        if word == "aturan":
            for pair in rest.split():
                key, value = pair.split("=")
                self.policy = ruled(self.policy, key, value)
            return
        if word in ("syarat", "setelah"):
            self.policy = rearranged(self.policy, word, rest)
            return
        if word == "orang":
            officials = with_person(officials, rest, self.teller.newcomer)
        elif word == "tanpa-akun":
            key = key_of(officials, rest)
            people = tuple(
                msgspec.structs.replace(one, akun=None, id=None) if one.kunci == key else one for one in officials.orang
            )
            officials = msgspec.structs.replace(officials, orang=people)
        else:
            officials = _OFFICE[word](officials, rest)
        self.policy = replace(self.policy, officials=officials)


def events_of(line: str) -> Iterator[Event]:
    """A line as an event; a moment that stands alone only moves the clock."""
    after, at = STEP, None
    if found := re.match(_WHEN + r"(?: |$)", line):
        line = line[found.end() :]
        if found["when"].startswith("@"):
            at = moment(found["when"][1:])
        else:
            after = span(found["when"])
    number = 0
    if found := re.match(r"(\d+) ", line):
        number, line = int(found[1]), line[found.end() :]
    word, _, rest = line.partition(" ")
    if word.endswith(":"):
        word, rest = word[:-1], f":{rest}"
    yield Event(word or "waktu", number=number, rest=rest, after=after, at=at)


@verb("waktu")
def _wait(_teller: Teller, _number: int, words: list[str], _text: str, _bot: bool) -> None:
    only(words, 0)


def case_files() -> list[Path]:
    """Every case, in order."""
    return sorted(path for path in FOLDER.glob("*/*.txt"))


def read_case(path: Path) -> Case:
    """A case from its file."""
    name = path.relative_to(FOLDER).as_posix()
    return Reader(name).read(path.read_text(encoding="utf-8"))
