"""The single next act on a pull request: a verb with its link, the buttons to click, and whose it is.

The buttons are named as they stand on the forge's pages, which are English; office words stand beside them.
"""

from paraf.alur.carried import Later, Pages, Rules
from paraf.alur.content import below
from paraf.alur.others import NAMES
from paraf.alur.slots import record_of
from paraf.alur.states import Outcome, State
from paraf.sop.forms.papers import Approve, Evidence, Paper, Submit, Write
from paraf.views.forge.approval import APPROVE, JUDGED, approval
from paraf.views.forge.begin import Act, again, begin, opened, several, written
from paraf.views.forge.desk import Desk
from paraf.views.forge.labels import BOARD
from paraf.views.forge.links import GATE, of_year
from paraf.views.forge.missing import missing
from paraf.views.forge.people import note_of
from paraf.views.forge.rows import file_link
from paraf.views.forge.turn import Turn

SAVE = "klik **Commit changes…**, lalu **Commit changes** (simpan langsung ke cabang ini)"
MERGE = (
    "klik **Squash and merge** (satukan ke naskah resmi) → **Confirm squash and merge**. Bila yang tampak"
    " **Update branch** (perbarui), klik itu dulu, lalu tunggu status hijau lagi."
)
OPENER = "pembuka PR ini"


def act(desk: Desk, turn: Turn) -> Act:
    """What comes next."""
    if turn.step is not None and turn.step.role is not None and turn.paper is not None:
        return _open(desk, turn, turn.paper, desk.role(turn.step.role))
    if turn.paper is not None and turn.verdict.outcome is Outcome.SELESAI:
        return _done(desk, turn.paper)
    if turn.paper is not None and turn.verdict.outcome is Outcome.TERLALU_DINI and turn.verdict.next.pull is None:
        return again(desk, turn.paper, turn.verdict.next.role)
    return _told(desk, turn)


def _open(desk: Desk, turn: Turn, paper: Paper, who: str) -> Act:
    """What is open in a paper."""
    if turn.mends:
        return _mend(desk, turn, paper, who)
    match turn.condition:
        case Write():
            return _mend(desk, turn, paper, who) if missing(turn) else _write(desk, turn, paper, who)
        case Submit(ke=to):
            return Act(
                who=who,
                verb=f"Serahkan kepada {desk.role(to)}",
                link=desk.forge.comment_box(turn.pull.number),
                how="Tulis komentar `/ajukan` (hanya kata itu), lalu klik **Comment**.",
                plea=f"Mohon diserahkan kepada {desk.role(to)}, dengan komentar /ajukan di halamannya.",
            )
        case Approve():
            return approval(desk, turn, who)
        case Evidence():
            return _record(desk, turn, who)
    return _merge(desk, turn, who)


def _write(desk: Desk, turn: Turn, paper: Paper, who: str) -> Act:
    folders = [name.rstrip("/") for name in paper.mencakup if name.endswith("/")]
    uploads = [f"[{name}]({desk.forge.upload(turn.meta.branch, of_year(desk.year, name))})" for name in folders]
    how = f"{opened(desk, paper, turn.tree).rstrip('.')}, {SAVE}."
    how += f" Berkas jadi dapat diunggah ke {' atau '.join(uploads)}." if uploads else ""
    link = written(desk, paper, turn.meta.branch, turn.tree)
    return Act(who=who, verb="Susun naskahnya", link=link, how=how, plea="Mohon disusun.")


def _mend(desk: Desk, turn: Turn, paper: Paper, who: str) -> Act:
    """The paper is mended: after a return by what the reviewer wrote, else by the findings."""
    here = written(desk, paper, turn.meta.branch, turn.tree)
    if turn.step and turn.step.state is State.DIKEMBALIKAN:
        note = note_of(desk, turn)
        pick = ", pilih berkasnya, klik gambar pensil" if several(paper) else ""
        hander = desk.role(_hander(paper, turn.step.step))
        return Act(
            who=who,
            verb="Baca catatan peninjau, lalu perbaiki",
            link=desk.forge.review(turn.pull.number, note.id) if note else desk.forge.pull(turn.pull.number),
            how=f"Buka [naskahnya]({here}){pick}, betulkan, {SAVE}. Sesudah itu, atau bila tidak ada yang perlu diubah,"
            f" {hander} menulis komentar `/ajukan` lagi.",
            plea="Mohon diperbaiki menurut catatan peninjau.",
        )
    found = next((one for one in missing(turn) if one.name), None)
    link = file_link(desk, turn, found) if found else here
    plea = "Mohon diperbaiki menurut catatan pemeriksaan di halamannya."
    return Act(who=who, verb="Perbaiki yang tersebut di atas", link=link, how=f"Betulkan, {SAVE}.", plea=plea)


def _hander(paper: Paper, step: str) -> str:
    """The role that hands a paper over again that came back to a step."""
    rest = paper.langkah[[stage.kode for stage in paper.langkah].index(step) :]
    handed = (one.oleh for stage in rest for one in stage.syarat if isinstance(one, Submit))
    return next(handed, rest[0].syarat[0].oleh)


def _record(desk: Desk, turn: Turn, who: str) -> Act:
    assert turn.step
    step = turn.step.step
    path = of_year(desk.year, record_of(step, turn.edition))
    there = path in turn.tree
    link = (
        desk.forge.edit(turn.meta.branch, path)
        if there
        else desk.forge.new(turn.meta.branch, path, desk.blank(step, turn.edition))
    )
    verb = f"{'Periksa dan simpan lagi' if there else 'Catat'} bukti langkah {step}"
    return Act(
        who=who, verb=verb, link=link, how=f"Isi yang kosong, {SAVE}.", plea=f"Mohon bukti langkah {step} dicatat."
    )


def _merge(desk: Desk, turn: Turn, who: str) -> Act:
    link, plea = desk.forge.pull(turn.pull.number), "Mohon disatukan ke naskah resmi."
    if turn.pull.draft:
        how = f"Klik **Ready for review** (siap), lalu {MERGE}"
        return Act(who=who, verb="Tandai siap, lalu satukan", link=link, how=how, plea=plea)
    how = f"Di bagian bawah halaman ini {MERGE}"
    return Act(who=who, verb="Satukan ke naskah resmi", link=link, how=how, plea=plea)


def _done(desk: Desk, paper: Paper) -> Act:
    """After a paper: the first one that waited for it and that nobody brought yet, else the board."""
    free = {one.step for one in desk.cycle.steps if one.pull is None and one.role is not None}
    for other in desk.policy.papers.naskah:
        if paper.id in other.setelah and other.langkah[0].kode in free:
            return begin(desk, other)
    return Act(who="", verb="Lihat posisi semua naskah di papan", link=desk.forge.labelled(BOARD.name))


def _told(desk: Desk, turn: Turn) -> Act:
    """What the verdict says, with the page where it is done."""
    said, outcome = turn.verdict.next, turn.verdict.outcome
    who = desk.role(said.role) if said.role else ""
    if other := desk.paper(said.paper):
        return begin(desk, other)
    if said.pull is not None and outcome is Outcome.TERLALU_DINI:
        return Act(who="", verb=said.sentence, link=desk.forge.pull(said.pull))
    if said.pull is not None:
        return _elsewhere(desk, said.pull, "Lanjutkan di" if outcome is Outcome.DITOLAK else "Selesaikan dulu")
    if outcome is Outcome.LULUS:
        return _merge(desk, turn, OPENER)
    if outcome is Outcome.GALAT:
        how = "Sebabnya tertulis di jalan yang terakhir; untuk menilai lagi, klik **Run workflow**."
        return Act(who=who, verb=said.sentence, link=desk.forge.workflow(GATE), how=how)
    if outcome is Outcome.DITOLAK and turn.pull.conflicts:
        how = "Klik **Resolve conflicts**, pilih kalimat yang benar → **Mark as resolved** → **Commit merge**."
        link = desk.forge.conflicts(turn.pull.number)
        return Act(who=who or OPENER, verb="Satukan bagian yang bertentangan", link=link, how=how)
    if outcome is Outcome.MENUNGGU and said.role and turn.verdict.carries in (NAMES[Pages], NAMES[Rules]):
        return Act(who=who, verb=JUDGED, link=desk.forge.files(turn.pull.number), how=APPROVE)
    if said.role and turn.verdict.carries == NAMES[Later]:
        return _later(desk, turn, who)
    how = "Tombolnya **Reopen pull request**, di bagian bawah halaman ini." if outcome is Outcome.DITUTUP else ""
    return Act(who="", verb=said.sentence, link=_page(desk, turn), how=how)


def _page(desk: Desk, turn: Turn) -> str:
    """Where somebody looks who is to mend or to open again; nowhere where nothing is to be done."""
    if turn.verdict.outcome is Outcome.DITUTUP:
        return desk.forge.pull(turn.pull.number)
    return desk.forge.files(turn.pull.number) if turn.pull.open else ""


def _elsewhere(desk: Desk, number: int, verb: str) -> Act:
    """The work goes on in another pull request."""
    carried = next((desk.paper(one.carries) for one in desk.cycle.verdicts if one.pull == number), None)
    name = f"{carried.nama}, PR {number}" if carried else f"PR {number}"
    return Act(who="", verb=f"{verb} {name}", link=desk.forge.pull(number))


def _later(desk: Desk, turn: Turn, who: str) -> Act:
    """Evidence that comes later: the file that lacks something."""
    names = sorted(turn.pull.paths)
    path = next((one for one in names if turn.pull.checks.get(one.removeprefix(below(desk.year)))), names[0])
    link = desk.forge.edit(turn.meta.branch, path)
    return Act(who=who, verb="Lengkapi bukti susulan", link=link, how=f"Isi yang kosong, {SAVE}.")
