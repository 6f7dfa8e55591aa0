"""Verdicts of pull requests that carry no paper: pages, governance, later evidence, the book, a new year, what is refused."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from paraf.alur.book.noting import books_of, catatan_problems, lacking
from paraf.alur.carried import OPENER, Later, Notes, Opens, Pages, Refused, Rules
from paraf.alur.content import below
from paraf.alur.facts import Pull
from paraf.alur.judged import broken, unreadable
from paraf.alur.keepers import Needed, Words, changed, for_pages, for_rules, rewritten, stood, words
from paraf.alur.roster import Roster
from paraf.alur.sentences import listed
from paraf.alur.settled import unsettled
from paraf.alur.states import NextAct, Outcome, Verdict
from paraf.alur.year import Year
from paraf.sop.forms.papers import Evidence
from paraf.sop.repository import OFFICIALS

Other = Opens | Notes | Later | Pages | Rules | Refused
NAMES = {
    Opens: "pembukaan tahun",
    Notes: "catatan",
    Later: "bukti susulan",
    Pages: "halaman",
    Rules: "tata kelola",
    Refused: None,
}
_TOO_EARLY = "PR ini disatukan sebelum syaratnya terpenuhi."
_MERGED = "Petugas TI memeriksa isi yang terlanjur disatukan; yang keliru dikembalikan lewat PR baru."


def other_verdict(year: Year, pull: Pull, what: Other) -> Verdict:
    """The verdict; a merged one is judged as it stood at its merge."""
    roster = year.roster_of(pull)
    if isinstance(what, Refused):
        return _say(pull, what, Outcome.DITOLAK, [what.reason], None, what.repair)
    if wrong := broken(pull):
        return _say(pull, what, Outcome.DITOLAK, wrong, None, f"{OPENER} membetulkannya atau menutupnya.")
    # Of the list that is to heal a doubt about the list, that doubt is no reason.
    known = isinstance(what, Rules) and (pull.merged or (OFFICIALS in pull.paths and year.healable))
    if wrong := [*unreadable(pull), *([] if known else year.doubts)]:
        return _say(pull, what, Outcome.GALAT, wrong, None, year.repair.sentence)
    match what:
        case Opens():
            return _opening(pull, what)
        case Notes():
            return _notes(year, pull, what)
        case Later():
            return _later(year, pull, what, roster)
        case Pages():
            if pull.leaks:
                why = f"Halaman ini memuat kalimat dari bab yang belum disetujui: {listed(pull.leaks)}."
                return _say(
                    pull, what, Outcome.DITOLAK, [why], None, f"{OPENER} menghapus kalimat itu dari halamannya."
                )
            kept = year.policy.papers.halaman
            said = words(pull, roster, year.policy.papers, kept.disetujui if kept else ())
            return _kept(year, pull, what, roster, said, for_pages)
    if problems := _officials(year, pull, roster):
        return _say(pull, what, Outcome.DITOLAK, problems, None, f"{OPENER} membetulkan {OFFICIALS}.")
    governed = year.policy.papers.tata_kelola
    roles, core = (governed.disetujui, governed.inti) if governed else ((), ())
    return _kept(year, pull, what, roster, words(pull, roster, year.policy.papers, roles, core), for_rules)


def _opening(pull: Pull, what: Other) -> Verdict:
    if pull.unlike_scaffold:
        differs = listed(pull.unlike_scaffold)
        why = f"Kerangka tahun ini tidak sama dengan yang dibuat perintah 'paraf buka-tahun'. Yang berbeda: {differs}."
        act = f"{OPENER} membuat ulang kerangkanya dengan perintah itu, tanpa mengubah hasilnya."
        return _say(pull, what, Outcome.DITOLAK, [why], None, act)
    return _passes(pull, what, "Isinya sama dengan kerangka tahun baru.")


def _notes(year: Year, pull: Pull, what: Other) -> Verdict:
    """Lines of the book pass without anybody's approval, but only if they are what is recomputed here."""
    if pull.merged:
        return _passes(pull, what, "Catatan ini sudah menjadi bagian buku.")
    tree = pull.versions[-1].tree
    missing = lacking(books_of(year.facts), year.closings, year.policy, year.facts.year, now=year.now)
    if problems := list(catatan_problems(tree, year.facts.main, missing, year.facts.year)):
        return _say(
            pull, what, Outcome.DITOLAK, problems, None, f"{OPENER} menutupnya, lalu memakai catatan yang disiapkan."
        )
    return _passes(pull, what, "Catatan ini sama dengan hasil hitung ulang.")


def _later(year: Year, pull: Pull, what: Later, roster: Roster) -> Verdict:
    """Evidence that comes later passes if it is valid and the role that files it did."""
    stages = {stage.kode: stage.syarat for paper in year.papers for stage in paper.langkah}
    standing = stood(pull)
    for name, step in what.records:
        asked = next(one for one in stages[step] if isinstance(one, Evidence))
        change = standing.changes.get(below(year.facts.year) + name)
        who = year.policy.sop.role[asked.oleh].sebutan
        if change is None or change.by is None or not roster.holds(change.by, asked.oleh, change.at):
            told = f"{name} harus dicatat oleh {who}."
            return _say(
                pull, what, Outcome.DITOLAK, [told], asked.oleh, f"{who} menyimpan {name} di PR #{pull.number}."
            )
        if said := pull.checks.get(name):
            told = f"{name} belum lengkap: {listed(said)}."
            return _say(
                pull, what, Outcome.MENUNGGU, [told], asked.oleh, f"{who} melengkapi {name} di PR #{pull.number}."
            )
    return _passes(pull, what, "Bukti susulannya lengkap.")


def _officials(year: Year, pull: Pull, roster: Roster) -> list[str]:
    """What is wrong with a change of the officials: terms are only added or closed, and what is recorded stays true."""
    if OFFICIALS not in pull.paths:
        return []
    if pull.proposed is None:
        return [f"{OFFICIALS} yang diusulkan tidak dapat dibaca."]
    wrong = list(rewritten(roster.file, pull.proposed, lambda role: _role(year, role)))
    return wrong or list(unsettled(year, pull, roster.file, pull.proposed))


def _kept(year: Year, pull: Pull, what: Other, roster: Roster, said: Words, asked: Callable[..., Needed]) -> Verdict:
    """Pages and governance: the latest words of those who keep them."""
    needed = asked(pull, roster, year.policy.papers, pull.merged.at if pull.merged else year.now)
    heals = list(_healing(year, pull, roster))
    if said.against:
        why = f"Dikembalikan oleh {_names(roster, said.against)}."
        return _say(
            pull, what, Outcome.MENUNGGU, [*heals, why], None, f"{OPENER} memperbaikinya menurut catatan pengembalian."
        )
    if needed.met(said):
        return _passes(pull, what, *heals, f"Disetujui oleh {_names(roster, said.approved - needed.barred)}.")
    left = sorted(needed.people - said.approved, key=roster.name)
    heals += _in_vain(roster, needed, said)
    if len(needed.people) < max(needed.count, 1) or not left:
        told = "Tidak cukup orang yang dapat menyetujui perubahan ini."
        act = "Kantor mengisi jabatan yang kosong, atau orang lain menutup PR ini dan membuka yang baru."
        if len(needed.people | needed.wrote) >= max(needed.count, 1) and needed.wrote:
            told = f"{told} {_names(roster, needed.wrote)} ikut menulis isi PR ini, jadi tidak ikut menyetujuinya."
            act = f"{OPENER} menutupnya, lalu membuka PR baru yang seluruh isinya ia tulis sendiri."
        return _say(pull, what, Outcome.MENUNGGU, [*heals, told], None, act)
    role = next((one.id for one in year.policy.sop.roles if roster.holds(left[0], one.id, year.now)), None)
    act = f"{roster.name(left[0])} membaca perubahannya di PR #{pull.number}, lalu menyetujui atau mengembalikannya."
    told = _needed_words(year, roster, needed, said)
    return _say(pull, what, Outcome.MENUNGGU, [*heals, told], role, act)


def _in_vain(roster: Roster, needed: Needed, said: Words) -> Iterator[str]:
    """Whose approval does not count because they wrote on what they approve."""
    if vain := said.approved & needed.wrote:
        yield f"Persetujuan {_names(roster, vain)} tidak dihitung, karena ikut menulis isi PR ini."


def _needed_words(year: Year, roster: Roster, needed: Needed, said: Words) -> str:
    """How many have to approve, who may, and who did."""
    if needed.each:
        told = f"Perlu persetujuan {_names(roster, needed.each)}."
    else:
        governed = year.policy.papers.tata_kelola
        core = " atau ".join(_role(year, one) for one in governed.inti) if needed.core and governed else ""
        also = f", sedikitnya satu dari {core}" if core else ""
        told = f"Perlu {needed.count} persetujuan{also}. Yang dapat menyetujui: {_names(roster, needed.people)}."
    done = said.approved & needed.people
    return f"{told} Sudah menyetujui: {_names(roster, done)}." if done else told


def _healing(year: Year, pull: Pull, roster: Roster) -> Iterator[str]:
    """What approving a list of officials means while the list is in doubt: it makes good the whole of it."""
    if year.healable and not pull.merged and pull.proposed:
        names = sorted(changed(roster.file, pull.proposed).values())
        yield f"Menyetujui PR ini berarti mengesahkan seluruh daftar petugas, yang berubah di luar persetujuan ({year.outside})."
        if names:
            yield f"Yang berbeda dari daftar terakhir yang disetujui: {listed(names)}."
        else:
            yield "Daftarnya sama dengan daftar terakhir yang disetujui."


def _names(roster: Roster, accounts: Iterable[int]) -> str:
    return listed(sorted(map(roster.name, accounts)))


def _role(year: Year, role: str) -> str:
    known = year.policy.sop.role.get(role)
    return known.sebutan if known else role


def _passes(pull: Pull, what: Other, *reasons: str) -> Verdict:
    if pull.merged:
        return _say(pull, what, Outcome.SELESAI, reasons, None, "Tidak ada lagi yang perlu dilakukan pada PR ini.")
    if pull.draft:
        told = [*reasons, "PR ini masih ditandai sebagai konsep."]
        return _say(pull, what, Outcome.MENUNGGU, told, None, f"{OPENER} menandainya siap, lalu menyatukannya.")
    return _say(pull, what, Outcome.LULUS, reasons, None, f"{OPENER} menyatukannya ke naskah resmi.")


def _say(pull: Pull, what: Other, outcome: Outcome, reasons: Sequence[str], role: str | None, act: str) -> Verdict:
    if pull.merged and outcome not in (Outcome.SELESAI, Outcome.GALAT):
        outcome, reasons, role, act = Outcome.TERLALU_DINI, [_TOO_EARLY, *reasons], None, _MERGED
    return Verdict(
        pull=pull.number,
        outcome=outcome,
        carries=NAMES[type(what)],
        reasons=tuple(reasons),
        next=NextAct(role=role, sentence=act),
    )
