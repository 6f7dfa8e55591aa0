"""Verdicts of pull requests that carry no paper: pages, governance, later evidence, the book, a new year, what is refused."""

from collections.abc import Callable, Sequence

from paraf.alur.book.noting import books_of, catatan_problems, lacking
from paraf.alur.carried import Later, Notes, Opens, Pages, Refused, Rules
from paraf.alur.content import below
from paraf.alur.facts import Pull
from paraf.alur.judged import broken, unreadable
from paraf.alur.keepers import OFFICIALS, Needed, Words, for_pages, for_rules, rewritten, stood, words
from paraf.alur.roster import Roster
from paraf.alur.sentences import listed
from paraf.alur.states import NextAct, Outcome, Verdict
from paraf.alur.year import Year
from paraf.sop.forms.papers import Evidence

Other = Opens | Notes | Later | Pages | Rules | Refused
NAMES = {
    Opens: "pembukaan tahun",
    Notes: "catatan",
    Later: "bukti susulan",
    Pages: "halaman",
    Rules: "tata kelola",
    Refused: None,
}
_OPENER = "Pembuka PR ini"


def other_verdict(year: Year, pull: Pull, what: Other) -> Verdict:
    """The verdict; a merged one is judged as it stood at its merge."""
    roster = Roster(pull.officials or year.policy.officials)
    if isinstance(what, Refused):
        return _say(pull, what, Outcome.DITOLAK, [what.reason], None, f"{_OPENER}: {what.repair}")
    if wrong := broken(pull):
        return _say(pull, what, Outcome.DITOLAK, wrong, None, f"{_OPENER} membetulkan PR ini atau menutupnya.")
    known = isinstance(what, Rules) and pull.merged
    if wrong := [*unreadable(pull), *([] if known else year.doubts)]:
        return _say(pull, what, Outcome.GALAT, wrong, None, "Petugas TI memeriksa sebabnya, lalu menilai lagi.")
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
                return _say(pull, what, Outcome.DITOLAK, [why], None, f"{_OPENER} menghapus kalimat itu.")
            kept = year.policy.papers.halaman
            said = words(pull, roster, year.policy.papers, kept.disetujui if kept else ())
            return _kept(year, pull, what, roster, said, for_pages)
    if problems := _officials(year, pull, roster):
        return _say(pull, what, Outcome.DITOLAK, problems, None, f"{_OPENER} membetulkan {OFFICIALS}.")
    governed = year.policy.papers.tata_kelola
    roles, core = (governed.disetujui, governed.inti) if governed else ((), ())
    return _kept(year, pull, what, roster, words(pull, roster, year.policy.papers, roles, core), for_rules)


def _opening(pull: Pull, what: Other) -> Verdict:
    if pull.unlike_scaffold:
        why = f"Kerangka tahun ini berbeda dari yang dibuat paraf buka-tahun: {listed(pull.unlike_scaffold)}."
        return _say(
            pull, what, Outcome.DITOLAK, [why], None, f"{_OPENER} membuat ulang kerangkanya, tanpa mengubahnya."
        )
    return _passes(pull, what, "Isinya sama dengan kerangka tahun baru.")


def _notes(year: Year, pull: Pull, what: Other) -> Verdict:
    """Lines of the book pass without anybody's approval, but only if they are what is recomputed here."""
    tree = pull.merged.tree if pull.merged else pull.versions[-1].tree
    if pull.merged:
        return _passes(pull, what, "Catatan ini sudah menjadi bagian buku.")
    missing = lacking(books_of(year.facts), year.closings, year.policy, year.facts.year, now=year.now)
    if problems := list(catatan_problems(tree, year.facts.main, missing, year.facts.year)):
        return _say(pull, what, Outcome.DITOLAK, problems, None, "Tutup PR ini, lalu pakai catatan yang disiapkan.")
    return _passes(pull, what, "Barisnya sama dengan hasil perhitungan ulang.")


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
            return _say(pull, what, Outcome.DITOLAK, [told], asked.oleh, f"{who} menyimpan {name}.")
        if said := pull.checks.get(name):
            told = f"{name} belum lengkap: {listed(said)}."
            return _say(pull, what, Outcome.MENUNGGU, [told], asked.oleh, f"{who} melengkapi {name}.")
    return _passes(pull, what, "Bukti susulannya lengkap.")


def _officials(year: Year, pull: Pull, roster: Roster) -> list[str]:
    """What is wrong with a change of the officials: terms are only added or closed."""
    if OFFICIALS not in pull.paths:
        return []
    if pull.proposed is None:
        return [f"{OFFICIALS} yang diusulkan tidak dapat dibaca."]
    return list(rewritten(roster.file, pull.proposed))


def _kept(year: Year, pull: Pull, what: Other, roster: Roster, said: Words, asked: Callable[..., Needed]) -> Verdict:
    """Pages and governance: the latest words of those who keep them."""
    needed = asked(pull, roster, year.policy.papers, pull.merged.at if pull.merged else year.now)
    if said.against:
        who = listed(sorted(map(roster.name, said.against)))
        return _say(pull, what, Outcome.MENUNGGU, [f"{who} meminta perbaikan."], None, f"{_OPENER} memperbaikinya.")
    if needed.met(said):
        return _passes(pull, what, f"Disetujui {listed(sorted(map(roster.name, said.approved - needed.barred)))}.")
    who = listed(sorted(map(roster.name, needed.people)))
    left = sorted(needed.people - said.approved, key=roster.name)
    if len(needed.people) < max(needed.count, 1) or not left:
        told = "Tidak cukup orang yang dapat menyetujui perubahan ini."
        act = "Isi dulu jabatan yang kosong, atau minta orang lain membuka PR ini."
        return _say(pull, what, Outcome.MENUNGGU, [told], None, act)
    core = ", sedikitnya satu dari peran inti" if needed.core else ""
    role = next((one.id for one in year.policy.sop.roles if roster.holds(left[0], one.id, year.now)), None)
    act = f"{roster.name(left[0])} membaca perubahannya, lalu menyetujui atau meminta perbaikan."
    return _say(pull, what, Outcome.MENUNGGU, [f"Perlu {needed.count} persetujuan dari {who}{core}."], role, act)


def _passes(pull: Pull, what: Other, reason: str) -> Verdict:
    if pull.merged:
        return _say(pull, what, Outcome.SELESAI, [reason], None, "Tidak ada lagi yang perlu dilakukan pada PR ini.")
    if pull.draft:
        told = f"{reason} PR ini masih ditandai sebagai konsep."
        return _say(pull, what, Outcome.MENUNGGU, [told], None, f"{_OPENER} menandai PR ini siap, lalu menyatukannya.")
    return _say(pull, what, Outcome.LULUS, [reason], None, f"{_OPENER} menyatukannya ke naskah resmi.")


def _say(pull: Pull, what: Other, outcome: Outcome, reasons: Sequence[str], role: str | None, act: str) -> Verdict:
    if pull.merged and outcome is not Outcome.SELESAI:
        outcome = Outcome.GALAT if outcome is Outcome.GALAT else Outcome.TERLALU_DINI
    return Verdict(
        pull=pull.number,
        outcome=outcome,
        carries=NAMES[type(what)],
        reasons=tuple(reasons),
        next=NextAct(role=role, sentence=act),
    )
