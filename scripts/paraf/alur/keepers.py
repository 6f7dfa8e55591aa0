"""Changes that are no paper: hand-written pages, and governance with the officials' file (DESIGN section 5).

Here a person's latest word counts, on exactly the content that stands, and never of whoever wrote on it: not the author's, and
not of anybody who pushed to what is to be approved.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from msgspec import Struct

from paraf.alur.acts import acts, versions_of
from paraf.alur.content import Exactly
from paraf.alur.facts import Pull
from paraf.alur.roster import Roster
from paraf.alur.standing import Standing
from paraf.sop.dates import write_date
from paraf.sop.forms.officials import OfficialsFile, Term
from paraf.sop.forms.papers import PapersFile


class Words(Struct, frozen=True):
    """Who approved what stands, and who of them in a core role; who asked for changes and did not take it back."""

    approved: frozenset[int]
    core: frozenset[int]
    against: frozenset[int]


class Needed(Struct, frozen=True):
    """Who must approve: ``count`` people besides those ``barred``, ``core`` tells whether one in a core role; all of ``each``.

    ``people`` are those who could today, ``wrote`` those who could if they had not pushed to it.
    """

    count: int
    people: frozenset[int]
    barred: frozenset[int]
    wrote: frozenset[int] = frozenset()
    core: bool = False
    each: frozenset[int] = frozenset()

    def met(self, words: Words) -> bool:
        """Whether these approvals are enough; nobody's are never enough."""
        counted = words.approved - self.barred
        return 0 < self.count <= len(counted) and self.each <= counted and (not self.core or bool(counted & words.core))


def stood(pull: Pull) -> Standing:
    """What a pull request came to hold, with who last changed each file."""
    standing = Standing(versions_of(pull), [Exactly(pull.paths)])
    for act in acts(pull, standing.versions):
        if act.kind == "isi":
            standing.take(act.version, act.at)
    return standing


def words(pull: Pull, roster: Roster, papers: PapersFile, roles: Sequence[str], core: Sequence[str] = ()) -> Words:
    """The latest word of every holder of one of these roles; a role is judged at the moment of the word."""
    scope = Exactly(pull.paths)
    standing = Standing(versions_of(pull), [scope])
    approved: dict[int, tuple[str, datetime]] = {}
    against: dict[int, datetime] = {}
    high: set[int] = set()
    for act in acts(pull, standing.versions):
        if act.kind == "isi":
            standing.take(act.version, act.at)
        elif act.kind == "kabur":
            standing.blur(act.version)
        elif act.kind == "cabut":
            taken = next(review.at for review in pull.reviews if review.id == act.review)
            if act.by in approved and approved[act.by][1] <= taken:
                del approved[act.by]
        elif act.kind == "serah" or not any(roster.holds(act.by, role, act.at) for role in roles):
            pass
        elif act.kind == "kembali":
            approved.pop(act.by, None)
            against[act.by] = act.at
        elif standing.certain(scope):
            against.pop(act.by, None)
            if act.at - standing.since(scope) >= timedelta(minutes=papers.waktu_baca_minimal):
                approved[act.by] = (standing.digest(scope), act.at)
                high |= {act.by} if any(roster.holds(act.by, role, act.at) for role in core) else set()
    settled = 0 <= standing.now == len(standing.versions) - 1
    now = {by for by, (content, _) in approved.items() if settled and content == standing.digest(scope)}
    return Words(frozenset(now), frozenset(high), frozenset(against))


def writers(pull: Pull) -> frozenset[int]:
    """Who pushed to what is to be approved.

    That main moved, or that somebody only took over what main came to hold, makes nobody's words another's.
    """
    return frozenset(one.by for one in pull.versions if one.by is not None and one.touched & pull.paths)


def for_pages(pull: Pull, roster: Roster, papers: PapersFile, moment: datetime) -> Needed:
    """One of the roles that keep the pages, never the author, nor who changed what is to be read (threats T02)."""
    wrote, kept = writers(pull), papers.halaman
    barred = wrote | {pull.author}
    if kept is None:
        return Needed(0, frozenset(), barred)
    able = _accounts(roster, kept.disetujui, moment) - {pull.author}
    return Needed(1, able - wrote, barred, able & wrote)


def for_rules(pull: Pull, roster: Roster, papers: PapersFile, moment: datetime) -> Needed:
    """So many of the governing roles, one of the core among them; never whoever wrote it or whom it appoints or removes.

    Where a change of the officials then leaves too few besides its author: every remaining one, and those concerned who hold a
    governing role already. That somebody pushed to it never makes fewer enough: whoever did cannot approve, and where the
    others are too few for that, it is written anew by one person.
    """
    wrote, kept, author = writers(pull), papers.tata_kelola, frozenset({pull.author})
    barred = wrote | author
    if kept is None:
        return Needed(0, frozenset(), barred)
    everybody = _accounts(roster, kept.disetujui, moment) - author
    concerned = concerned_by(roster.file, pull.proposed) if pull.proposed else frozenset()
    able = everybody - concerned
    if pull.proposed is None or len(able) >= kept.banyak:
        return Needed(kept.banyak, able - wrote, barred | concerned, able & wrote, core=True)
    return Needed(len(everybody), everybody - wrote, barred, everybody & wrote, each=everybody)


def concerned_by(before: OfficialsFile, after: OfficialsFile) -> frozenset[int]:
    """The accounts of the people whom a change of the officials appoints, removes or gives another account."""
    keys = set(changed(before, after))
    people = (*before.orang, *after.orang)
    return frozenset(person.id for person in people if person.kunci in keys and person.id is not None)


def changed(before: OfficialsFile, after: OfficialsFile) -> Mapping[str, str]:
    """The names of these people by their keys."""

    def told(file: OfficialsFile) -> dict[str, object]:
        return {
            person.kunci: (person, [term for term in file.masa_jabatan if term.orang == person.kunci])
            for person in file.orang
        }

    one, other = told(before), told(after)
    people = {person.kunci: person.nama for person in (*after.orang, *before.orang)}
    return {key: name for key, name in people.items() if one.get(key) != other.get(key)}


def rewritten(before: OfficialsFile, after: OfficialsFile, role: Callable[[str], str]) -> Iterator[str]:
    """What a change of the officials does beyond adding and closing terms, as sentences; ``role`` names a role."""
    later = {person.kunci: person for person in after.orang}
    names = {person.kunci: person.nama for person in before.orang}
    for person in before.orang:
        if person.kunci not in later:
            yield f"{person.nama} dihapus dari daftar orang. Nama lama tetap disimpan; cukup tutup masa jabatannya."
        elif person.id is not None and later[person.kunci].id != person.id:
            yield f"Nomor akun {person.nama} diganti. Catat akun yang baru sebagai orang baru."
    kept = {_key(term): term for term in after.masa_jabatan}
    for term in before.masa_jabatan:
        now = kept.get(_key(term))
        whose = f"{names.get(term.orang, term.orang)} sebagai {role(term.peran)}"
        if now is None:
            yield (
                f"Masa jabatan {whose} sejak {write_date(term.mulai)} dihapus atau diubah. Masa jabatan hanya ditambah"
                " atau ditutup."
            )
        elif now.selesai != term.selesai and term.selesai is not None:
            yield f"Tanggal selesai masa jabatan {whose} diubah. Masa jabatan yang sudah ditutup tidak diubah lagi."


def _key(term: Term) -> tuple[object, ...]:
    return (term.peran, term.orang, term.kedudukan, term.mulai, term.sk)


def _accounts(roster: Roster, roles: Iterable[str], moment: datetime) -> frozenset[int]:
    return frozenset().union(*(roster.held(role, moment) for role in roles))
