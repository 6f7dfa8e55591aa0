"""The verdict of a pull request that carries a paper; only when everything but the merge holds is it a pass."""

from collections.abc import Sequence
from itertools import count

from msgspec.structs import replace

from paraf.alur.content import below
from paraf.alur.facts import Pull
from paraf.alur.judged import Judged, broken, closing, unreadable
from paraf.alur.sentences import listed
from paraf.alur.states import NextAct, Outcome, Verdict
from paraf.alur.trust import afterwards
from paraf.alur.year import CHECK, Year
from paraf.sop.forms.papers import Paper

_LATER = NextAct(role=None, sentence="")
"""What goes on elsewhere; known only when the whole year was taken (``with_next``)."""
_OWN_OPENINGS = ("Berkas", "Bukti", "Dikembalikan", "Masih", "Menunggu", "Pada", "Penyerahan", "Persetujuan", "Semua")
"""Words with which sentences of the flow begin that are written small within another sentence; a name is not."""


def booked_verdict(year: Year, pull: Pull, paper: str) -> Verdict:
    """A paper that the book records stays done, whatever happened to its pull request later."""
    done = next(one for one in year.papers if one.id == paper)
    year.oddities += afterwards(pull, year.roster, done.nama)
    return _done(year, pull, done)


def merged_verdict(year: Year, judged: Judged) -> Verdict:
    """A merged one is judged once, as it stood at its merge: its paper is done, or it was merged too early."""
    pull, paper = judged.pull, judged.carried.paper
    if wrong := [*judged.doubts, *year.doubts]:
        return _say(pull, Outcome.GALAT, paper, wrong, year.repair)
    wrong = [*broken(pull), *year.rivals(judged)]
    if judged.complete and not wrong:
        year.closings.append(closing(judged))
        year.oddities += afterwards(pull, judged.progress.course.roster, paper.nama)
        return _done(year, pull, paper)
    year.merged_early(judged)
    lack = [] if judged.complete else [_turn_words(year, judged) if judged.mergeable else _then(judged.said().sentence)]
    told = ["PR ini disatukan sebelum syaratnya terpenuhi.", *wrong, *lack]
    return _say(pull, Outcome.TERLALU_DINI, paper, told, _LATER)


def _turn_words(year: Year, judged: Judged) -> str:
    """Of which papers the turn of one came that was approved and merged before it."""
    merged, paper = judged.pull.merged, judged.carried.paper
    done = year.done(merged.at if merged else None)
    missing = [one.nama for one in year.papers if one.id in paper.setelah and one.id not in done]
    return f"Saat itu {listed(missing)} belum selesai." if missing else "Saat itu gilirannya belum tiba."


def _then(sentence: str) -> str:
    """A sentence about the present, of the moment of a merge."""
    own = sentence.split(" ", 1)[0] in _OWN_OPENINGS
    return f"Keadaannya saat itu: {sentence[0].lower() if own else sentence[0]}{sentence[1:]}"


def running_verdict(year: Year, judged: Judged) -> Verdict:
    """An open one; the first that carries a paper goes on with it, any other is told where it goes on."""
    pull, paper, who = judged.pull, judged.carried.paper, judged.speaker
    said = judged.said()
    mend = NextAct(role=who.writer, sentence=f"{who.name(who.writer)} membetulkan PR #{pull.number} atau menutupnya.")
    if wrong := broken(pull):
        return _say(pull, Outcome.DITOLAK, paper, wrong, mend)
    if first := year.carriers.get(paper.id):
        told = f"{paper.nama} sudah dibawa PR #{first.pull.number}, jadi PR ini ganda."
        close = f"{who.name(who.writer)} melanjutkan di PR #{first.pull.number}, lalu menutup PR #{pull.number}."
        onward = NextAct(role=who.writer, sentence=close, pull=first.pull.number)
        return _say(pull, Outcome.DITOLAK, paper, [told], onward)
    year.carriers[paper.id] = judged
    if wrong := [*judged.doubts, *year.doubts]:
        return _say(pull, Outcome.GALAT, paper, wrong, year.repair)
    act = NextAct(role=said.role, sentence=said.act)
    if waits := waiting_words(year, judged):
        return _say(pull, Outcome.MENUNGGU, paper, [waits], _LATER)
    if judged.mergeable and pull.draft:
        ready = NextAct(
            role=said.role, sentence=f"{who.name(said.role)} menandai PR #{pull.number} siap, lalu menyatukannya."
        )
        return _say(pull, Outcome.MENUNGGU, paper, ["PR ini masih ditandai sebagai konsep."], ready)
    if judged.mergeable:
        return _say(pull, Outcome.LULUS, paper, [said.sentence], act)
    if stuck := judged.impasse(year.now):
        return _say(
            pull, Outcome.DITOLAK, paper, [stuck.told], NextAct(role=stuck.role or said.role, sentence=stuck.act)
        )
    return _say(pull, Outcome.MENUNGGU, paper, [said.sentence], act)


def unread_verdict(pull: Pull) -> Verdict:
    """Nothing of its content could be read, so nobody knows what it carries."""
    act = NextAct(role=None, sentence=CHECK)
    return Verdict(pull=pull.number, outcome=Outcome.GALAT, carries=None, reasons=tuple(unreadable(pull)), next=act)


def closed_verdict(pull: Pull) -> Verdict:
    """Closed without a merge: it counts for nothing until it is opened again."""
    act = "Tidak ada yang perlu dilakukan. Bila naskahnya masih diperlukan, buka lagi PR ini."
    told = ("PR ini ditutup tanpa disatukan.",)
    return Verdict(
        pull=pull.number, outcome=Outcome.DITUTUP, carries=None, reasons=told, next=NextAct(role=None, sentence=act)
    )


def with_next(year: Year, verdict: Verdict) -> Verdict:
    """A verdict with what goes on elsewhere: after a paper that is done, for one that waits, or once it is brought again."""
    if verdict.next is not _LATER:
        return verdict
    paper = next(one for one in year.papers if one.id == verdict.carries)
    if verdict.outcome is Outcome.TERLALU_DINI:
        return replace(verdict, next=_again(year, verdict.pull, paper))
    return replace(verdict, next=next_act(year, list(year.waited_for(paper))))


def _again(year: Year, pull: int, paper: Paper) -> NextAct:
    """How a paper that was merged too early goes on: where it is carried by now, else in a new pull request."""
    if paper.id in year.carriers:
        return next_act(year, [paper])
    merged = next(one.merged for one in year.facts.pulls if one.number == pull)
    later = [one for one in year.closings if one.paper == paper.id and merged and one.at > merged.at]
    if later:
        told = f"{paper.nama} sudah selesai lewat PR #{later[0].pull}; tidak ada lagi yang perlu dilakukan di sini."
        return NextAct(role=None, sentence=told, pull=later[0].pull)
    who = year.early[paper.id].speaker
    return NextAct(
        role=who.writer,
        sentence=(
            f"{who.name(who.writer)} membuka PR baru berisi {round_file(year, paper)} (alasan dan tanggal), lalu"
            " melanjutkan dari sana. Yang sudah disatukan tidak perlu ditarik."
        ),
    )


def round_file(year: Year, paper: Paper) -> str:
    """The first file for the reason of another round that main does not hold yet."""
    names = (f"putaran/{paper.id}-{number}.yml" for number in count(1))
    return next(name for name in names if below(year.facts.year) + name not in year.facts.main)


def waiting_words(year: Year, judged: Judged) -> str | None:
    """For which papers this one waits, if it does."""
    waited = [paper.nama for paper in year.waited_for(judged.carried.paper)]
    return f"Menunggu {listed(waited)} selesai." if waited else None


def next_act(year: Year, papers: Sequence[Paper] = ()) -> NextAct:
    """What the year, or what these papers wait for, goes on with: an open condition, else a paper nobody brought yet."""
    if year.doubts:
        return year.repair
    todo = [paper for paper in (papers or year.papers) if paper.id not in year.done() or paper.id in year.carriers]
    for paper in todo:
        judged = year.carriers.get(paper.id)
        if judged and not waiting_words(year, judged):
            said = judged.said()
            stuck = judged.impasse(year.now)
            act, role = (stuck.act, stuck.role or said.role) if stuck else (said.act, said.role)
            return NextAct(role=role, sentence=f"{paper.nama}: {act}", pull=judged.pull.number)
    for paper in todo:
        if not list(year.waited_for(paper)):
            role = paper.langkah[0].syarat[0].oleh
            told = f"{year.policy.sop.role[role].sebutan} membuka PR untuk {paper.nama}."
            return NextAct(role=role, sentence=told, paper=paper.id)
    waited = [one for paper in todo for one in year.waited_for(paper)]
    return next_act(year, waited) if waited else NextAct(role=None, sentence="Semua naskah tahun ini sudah selesai.")


def _done(year: Year, pull: Pull, paper: Paper) -> Verdict:
    return _say(pull, Outcome.SELESAI, paper, [f"{paper.nama} sudah selesai."], _LATER)


def _say(pull: Pull, outcome: Outcome, paper: Paper, reasons: Sequence[str], act: NextAct) -> Verdict:
    return Verdict(pull=pull.number, outcome=outcome, carries=paper.id, reasons=tuple(reasons), next=act)
