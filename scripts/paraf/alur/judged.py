"""One pull request with what it carries and how far it has come, before the year is looked at as a whole."""

from datetime import datetime

from msgspec import Struct

from paraf.alur.able import Impasse, impasse
from paraf.alur.acts import in_order
from paraf.alur.carried import Carries
from paraf.alur.chain import chain_of
from paraf.alur.content import digest
from paraf.alur.course import Bound, Course
from paraf.alur.facts import Pull
from paraf.alur.gaps import Gap, Returned
from paraf.alur.lacking import lacking, lapsed
from paraf.alur.progress import Progress
from paraf.alur.sentences import Said, Speaker, listed, moment
from paraf.alur.states import Closing, Deed, State, StepState
from paraf.alur.walk import walk
from paraf.door.text import echo
from paraf.sop.forms.papers import Write
from paraf.sop.model import Sop

MAIN = "main"


class Judged(Struct, frozen=True):
    """A pull request that carries a paper: the walk, and the chain that holds at its end."""

    pull: Pull
    carried: Carries
    progress: Progress
    chain: list[Bound]
    speaker: Speaker

    @property
    def doubts(self) -> list[str]:
        """Why nothing can be said of the pull request as it is."""
        unknown = "Waktu perubahan isi terakhir tidak diketahui; tunggu pemeriksaan berikutnya."
        return unreadable(self.pull) or ([] if self.progress.settled else [unknown])

    @property
    def complete(self) -> bool:
        """Whether every condition holds."""
        return len(self.chain) == len(self.progress.course.slots)

    @property
    def mergeable(self) -> bool:
        """Whether every condition but the merge holds."""
        return len(self.chain) == len(self.progress.course.slots) - 1

    def said(self) -> Said:
        """What is lacking; something must be."""
        slot = self.progress.course.slots[len(self.chain)]
        return self.speaker.said(slot, lacking(self.progress, self.chain))

    def impasse(self, now: datetime) -> Impasse | None:
        """Why nobody can carry it on, and the way out."""
        return impasse(self.progress, self.chain, self.speaker, now)


def judge(sop: Sop, course: Course, carried: Carries) -> Judged:
    """Walk a pull request that carries a paper."""
    progress = walk(course)
    conditions = [slot.condition for slot in course.slots]
    writer = next((one.oleh for one in conditions if isinstance(one, Write)), conditions[0].oleh)
    speaker = Speaker(sop, course.roster, carried.edition, writer, course.pull.number)
    return Judged(course.pull, carried, progress, chain_of(progress), speaker)


def broken(pull: Pull) -> list[str]:
    """The rules that a pull request breaks whatever it carries."""
    found = []
    if pull.base != MAIN:
        found.append(f"PR ini tidak menuju naskah resmi, tetapi cabang {pull.base}. Ubah tujuannya.")
    if pull.fork:
        found.append("PR ini datang dari salinan repositori (fork). Buka lagi dari repositori kantor sendiri.")
    if pull.conflicts:
        told = listed([echo(path) for path in pull.conflicts])
        found.append(
            f"PR ini dan naskah resmi mengubah bagian yang sama pada {told}."
            " Klik Resolve conflicts pada halaman PR ini, lalu pilih kalimat yang benar."
        )
    return [*found, *(f"Isi PR ini tidak dapat dipercaya: {one}." for one in pull.forged)]


def unreadable(pull: Pull) -> list[str]:
    """The facts without which nothing can be said of a pull request."""
    found = [f"Keterangan PR ini belum terbaca lengkap: {one}." for one in pull.missing]
    if not pull.versions:
        found.append("Isi PR ini tidak dapat dibaca.")
    elif not in_order(pull.versions):
        found.append("Waktu perubahan isi PR ini saling bertentangan.")
    return found


def closing(judged: Judged) -> Closing:
    """What a merged paper that fulfils every condition leaves behind."""
    merged, course = judged.pull.merged, judged.progress.course
    assert merged
    steps: dict[str, list[Deed]] = {}
    for slot, bound in zip(course.slots, judged.chain, strict=True):
        steps.setdefault(slot.step, []).append(bound.deed)
    return Closing(
        paper=course.paper.id,
        edition=course.edition,
        at=merged.at,
        pull=judged.pull.number,
        content=digest(course.covered, merged.tree),
        expanded=judged.pull.expanded,
        rules=judged.pull.rules,
        deeds=tuple((step, tuple(deeds)) for step, deeds in steps.items()),
    )


def steps_of(judged: Judged, sop: Sop, now: datetime, waits: str | None) -> list[StepState]:
    """The state of every step of a paper that is being worked on; ``waits`` says what the whole paper waits for."""
    course, chain = judged.progress.course, judged.chain
    slot = course.slots[len(chain)]
    gap = lacking(judged.progress, chain)
    current = 0 if waits else gap.back if isinstance(gap, Returned) else slot.rank
    said = judged.speaker.said(slot, gap)
    stuck = judged.impasse(now)
    found = []
    for rank, stage in enumerate(course.paper.langkah):
        own = [at for at, one in enumerate(course.slots) if one.rank == rank]
        deeds = tuple(chain[at].deed for at in own if at < len(chain))
        state, sentence, role = State.BELUM, "Belum sampai ke langkah ini.", None
        if rank < current:
            state, sentence = State.SELESAI, done_words(sop, deeds)
        elif rank == current:
            state, sentence, role = said.state, waits or (stuck.told if stuck else said.sentence), said.role
        elif change := next(((at, one) for at in own if (one := lapsed(judged.progress, at))), None):
            state, sentence = State.GUGUR, judged.speaker.said(course.slots[change[0]], change[1]).sentence
        found.append(
            StepState(
                step=stage.kode,
                state=State.MENUNGGU if waits and rank == current else state,
                sentence=sentence,
                clause=sop.steps[stage.kode].kegiatan,
                pull=judged.pull.number,
                role=None if waits else role,
                since=_since(judged, gap) if rank == current and not waits else None,
                deeds=deeds,
            )
        )
    return found


def _since(judged: Judged, gap: Gap) -> datetime | None:
    """Since when a paper lies where it is: since it was sent back, else since the last thing that holds."""
    return gap.at if isinstance(gap, Returned) else judged.progress.mark(judged.chain).floor


def done_words(sop: Sop, deeds: tuple[Deed, ...]) -> str:
    """Who did a step and when, by role."""
    last = deeds[-1]
    paper = " di atas kertas" if any(deed.on_paper for deed in deeds) else ""
    return f"Selesai oleh {sop.role[last.role].sebutan}{paper} pada {moment(last.at)}."
