"""The verdict of a pull request that carries a paper; only when everything but the merge holds is it a pass."""

from collections.abc import Sequence

from msgspec.structs import replace

from paraf.alur.facts import Pull
from paraf.alur.judged import Judged, broken, closing, unreadable
from paraf.alur.sentences import listed
from paraf.alur.states import NextAct, Outcome, Verdict
from paraf.alur.trust import afterwards
from paraf.alur.year import Year
from paraf.sop.forms.papers import Paper

_LATER = NextAct(role=None, sentence="")
"""What goes on elsewhere; known only when the whole year was taken (``with_next``)."""
_CHECK = "Petugas TI memeriksa sebabnya, lalu menilai lagi."


def booked_verdict(year: Year, pull: Pull, paper: str) -> Verdict:
    """A paper that the book records stays done, whatever happened to its pull request later."""
    done = next(one for one in year.papers if one.id == paper)
    year.oddities += afterwards(pull, year.roster, done.nama)
    return _done(year, pull, done)


def merged_verdict(year: Year, judged: Judged) -> Verdict:
    """A merged one is judged once, as it stood at its merge: its paper is done, or it was merged too early."""
    pull, paper = judged.pull, judged.carried.paper
    if wrong := [*judged.doubts, *year.doubts]:
        return _say(pull, Outcome.GALAT, paper, wrong, NextAct(role=None, sentence=_CHECK))
    wrong = [*broken(pull), *year.rivals(judged)]
    if judged.complete and not wrong:
        year.closings.append(closing(judged))
        year.oddities += afterwards(pull, judged.progress.course.roster, paper.nama)
        return _done(year, pull, paper)
    year.early[paper.id] = judged
    waits = waiting_words(year, judged) or "Gilirannya belum tiba."
    lack = [] if judged.complete else [waits if judged.mergeable else judged.said().sentence]
    told = " ".join(["PR ini disatukan sebelum syaratnya terpenuhi.", *wrong, *lack])
    who = judged.speaker
    again = (
        f"{who.name(who.writer)} membuka PR baru berisi putaran/{paper.id}-1.yml (alasan dan tanggal), lalu melanjutkan"
        " dari sana. Yang sudah disatukan tidak perlu ditarik."
    )
    return _say(pull, Outcome.TERLALU_DINI, paper, [told], NextAct(role=who.writer, sentence=again))


def running_verdict(year: Year, judged: Judged) -> Verdict:
    """An open one; the first that carries a paper goes on with it, any other is told where it goes on."""
    pull, paper, who = judged.pull, judged.carried.paper, judged.speaker
    said = judged.said()
    mend = NextAct(role=who.writer, sentence=f"{who.name(who.writer)} membetulkan PR ini, atau menutupnya.")
    if wrong := broken(pull):
        return _say(pull, Outcome.DITOLAK, paper, wrong, mend)
    if first := year.carriers.get(paper.id):
        told = (
            f"{paper.nama} sudah dibawa PR #{first.pull.number}, jadi PR ini ganda. Lanjutkan di #{first.pull.number}."
        )
        close = f"{who.name(who.writer)} melanjutkan di #{first.pull.number}, lalu menutup PR ini."
        onward = NextAct(role=who.writer, sentence=close, pull=first.pull.number)
        return _say(pull, Outcome.DITOLAK, paper, [told], onward)
    year.carriers[paper.id] = judged
    if wrong := [*judged.doubts, *year.doubts]:
        return _say(pull, Outcome.GALAT, paper, wrong, NextAct(role=None, sentence=_CHECK))
    act = NextAct(role=said.role, sentence=said.act)
    if waits := waiting_words(year, judged):
        return _say(pull, Outcome.MENUNGGU, paper, [waits], _LATER)
    if judged.mergeable and pull.draft:
        ready = NextAct(role=said.role, sentence=f"{who.name(said.role)} menandai PR ini siap, lalu menyatukannya.")
        return _say(pull, Outcome.MENUNGGU, paper, ["PR ini masih ditandai sebagai konsep."], ready)
    if judged.mergeable:
        return _say(pull, Outcome.LULUS, paper, [said.sentence], act)
    if stuck := judged.impasse(year.now):
        return _say(pull, Outcome.DITOLAK, paper, [stuck], NextAct(role=said.role, sentence=stuck))
    return _say(pull, Outcome.MENUNGGU, paper, [said.sentence], act)


def unread_verdict(pull: Pull) -> Verdict:
    """Nothing of its content could be read, so nobody knows what it carries."""
    act = NextAct(role=None, sentence=_CHECK)
    return Verdict(pull=pull.number, outcome=Outcome.GALAT, carries=None, reasons=tuple(unreadable(pull)), next=act)


def closed_verdict(pull: Pull) -> Verdict:
    """Closed without a merge: it counts for nothing until it is opened again."""
    act = "Tidak ada yang perlu dilakukan. Bila naskahnya masih diperlukan, buka lagi PR ini."
    told = ("PR ini ditutup tanpa disatukan.",)
    return Verdict(
        pull=pull.number, outcome=Outcome.DITUTUP, carries=None, reasons=told, next=NextAct(role=None, sentence=act)
    )


def with_next(year: Year, verdict: Verdict) -> Verdict:
    """A verdict with what goes on elsewhere: after a paper that is done, or with those for which one waits."""
    if verdict.next is not _LATER:
        return verdict
    paper = next(one for one in year.papers if one.id == verdict.carries)
    waited = None if verdict.outcome is Outcome.SELESAI else list(year.waited_for(paper))
    return replace(verdict, next=next_act(year, waited))


def waiting_words(year: Year, judged: Judged) -> str | None:
    """For which papers this one waits, if it does."""
    waited = [paper.nama for paper in year.waited_for(judged.carried.paper)]
    return f"Menunggu {listed(waited)} selesai." if waited else None


def next_act(year: Year, papers: Sequence[Paper] | None = None) -> NextAct:
    """What the year, or what these papers wait for, goes on with: an open condition, else a paper nobody brought yet."""
    todo = [paper for paper in (papers or year.papers) if paper.id not in year.done() or paper.id in year.carriers]
    for paper in todo:
        judged = year.carriers.get(paper.id)
        if judged and not waiting_words(year, judged):
            said = judged.said()
            told = f"{paper.nama} (#{judged.pull.number}): {said.act}"
            return NextAct(role=said.role, sentence=told, pull=judged.pull.number)
    for paper in todo:
        if paper.id not in year.carriers and not list(year.waited_for(paper)):
            role = paper.langkah[0].syarat[0].oleh
            told = f"{year.policy.sop.role[role].sebutan} membuka PR untuk {paper.nama}."
            return NextAct(role=role, sentence=told, paper=paper.id)
    waited = [one for paper in todo for one in year.waited_for(paper)]
    return next_act(year, waited) if waited else NextAct(role=None, sentence="Semua naskah tahun ini sudah selesai.")


def _done(year: Year, pull: Pull, paper: Paper) -> Verdict:
    return _say(pull, Outcome.SELESAI, paper, [f"{paper.nama} sudah selesai."], _LATER)


def _say(pull: Pull, outcome: Outcome, paper: Paper, reasons: Sequence[str], act: NextAct) -> Verdict:
    return Verdict(pull=pull.number, outcome=outcome, carries=paper.id, reasons=tuple(reasons), next=act)
