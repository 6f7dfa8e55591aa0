"""Which editions of a year may be published; the year is refused as a whole where anything in its record is not right.

What is published is what was approved: the content of the files, and the text that the present program makes of them. So a
byte changed in a chapter, in the book, or in a rule by which a printed figure is computed keeps the year off the site.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from paraf.alur.book.problem import Problem
from paraf.alur.book.verifying import verify
from paraf.alur.content import Covered, below, differing, digest, unfit_files
from paraf.alur.slots import proof_of, record_of, slots_of
from paraf.alur.states import Closing, Outcome
from paraf.door.markup import read_markup
from paraf.laporan.binding import digest as text_digest
from paraf.laporan.binding import expanded_text
from paraf.laporan.expand import Expansion, expand_report
from paraf.sop.forms.papers import Evidence, Paper, PapersFile
from paraf.terbit.edition import Edition, Refusal, Source, YearHere
from paraf.terbit.states import with_evidence

ANNEXES = "lampiran/"


class _RefusedError(Exception):
    """Carries why a year is refused."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(str(refusal))
        self.refusal = refusal


def publishing(papers: PapersFile) -> Paper | None:
    """The paper whose step makes a report *published* (``terbit`` of naskah.yml)."""
    return next((one for one in papers.naskah if papers.terbit in [stage.kode for stage in one.langkah]), None)


def judge(here: YearHere, now: datetime) -> tuple[tuple[Edition, ...], Refusal | None]:
    """The editions of a year, oldest first, or why it is refused; neither where nothing of it was published yet."""
    paper = publishing(here.policy.papers)
    if paper is None:
        return (), None
    try:
        editions = tuple(_editions(here, paper, now))
    except _RefusedError as error:
        return (), error.refusal
    return editions, _merged_early(here, paper, editions)


def _editions(here: YearHere, paper: Paper, now: datetime) -> Iterator[Edition]:
    year = here.year
    if here.sample:
        _demand_sample(here)
    elif here.live and here.live.doubts:
        raise _refused(
            year, "sop/petugas.yml", f"{here.live.doubts[0].rstrip('.')}. Pulihkan dulu lewat PR yang disetujui."
        )
    for path, why in unfit_files(here.here.tree, here.here.tree):
        raise _refused(year, path, f"berkas ini {why}. Kembalikan seperti semula menurut riwayatnya.")
    found = verify(here.books, here.here.tree, here.policy, year, now=now)
    for problem in (*found.problems, *here.unlike_forge):
        raise _RefusedError(_of_problem(year, problem, len(found.problems) + len(here.unlike_forge) - 1))
    recorded = [volume.closing() for volume in found.volumes]
    closings = (*recorded, *_unrecorded(here, recorded))
    mine = [one for one in closings if one.paper == paper.id]
    if not mine:
        return
    done = {one.paper for one in closings}
    for missing in (one for one in paper.setelah if one not in done):
        name = next(one.nama for one in here.policy.papers.naskah if one.id == missing)
        raise _refused(year, f"{below(year)}buku/", f"{name} belum selesai, padahal {paper.nama} menunggunya.")
    for closing in mine:
        source, expansion = _source(here, paper, closing)
        if closing not in recorded:
            _demand_evidence(here, paper, closing)
        _demand_words_only(here, expansion)
        yield Edition(
            year=year,
            number=closing.edition,
            sample=here.sample,
            policy=here.policy,
            paper=paper,
            closing=closing,
            closings=closings,
            source=with_evidence(source, here.here, here.unconfirmed),
            expansion=expansion,
            recorded=closing in recorded,
            seal=found.seal if recorded else None,
            repo=here.repo,
        )


def _merged_early(here: YearHere, paper: Paper, editions: Sequence[Edition]) -> Refusal | None:
    """The latest pull request of the paper, where it came to main without what its steps ask: what it brought is not shown."""
    done = editions[-1].closing.pull if editions else 0
    for verdict in here.live.verdicts if here.live else ():
        if verdict.carries == paper.id and verdict.outcome is Outcome.TERLALU_DINI and verdict.pull > done:
            said = f"{' '.join(verdict.reasons)} {verdict.next.sentence}"
            return Refusal(here.year, f"PR #{verdict.pull}", said, len(editions) + 1)
    return None


def _refused(year: int, place: str, sentence: str) -> _RefusedError:
    return _RefusedError(Refusal(year, place, sentence))


def _of_problem(year: int, problem: Problem, others: int) -> Refusal:
    more = f" Masih ada {others} hal lain; lihat: paraf verifikasi {year}." if others else ""
    place = f"{problem.place.file}, baris {problem.place.line}"
    return Refusal(year, place, f"{problem.said} {problem.means} {problem.repair}{more}")


def _demand_sample(here: YearHere) -> None:
    """A year that went through the forge is no sample, whatever is written: nobody skips the forge by a word."""
    papers = {paper.id: paper.nama for paper in here.policy.papers.naskah}
    for verdict in here.live.verdicts if here.live else ():
        if verdict.carries in papers:
            raise _refused(
                here.year,
                "sop/instansi.yml, tahun_contoh",
                f"tahun ini ditandai contoh, padahal PR #{verdict.pull} membawa {papers[verdict.carries]}-nya."
                " Hapus tahun ini dari tahun_contoh, agar persetujuannya diperiksa di GitHub.",
            )


def _unrecorded(here: YearHere, recorded: Sequence[Closing]) -> Iterator[Closing]:
    """What is done on the forge but not in the book yet: a report is published at its step, not when it is recorded."""
    known = {(one.paper, one.edition) for one in recorded}
    for closing in here.live.closings if here.live and not here.sample else ():
        if (closing.paper, closing.edition) not in known:
            yield closing


def _source(here: YearHere, paper: Paper, closing: Closing) -> tuple[Source, Expansion]:
    """The state of the files that has the approved content and gives the approved text."""
    covered = Covered(here.year, paper.mencakup)
    outline = here.repo.outline.value if here.repo.outline else None
    unlike: Source | None = None
    for source in _states(here):
        if digest(covered, source.tree) == closing.content:
            expansion = expand_report(source.report)
            if text_digest(expanded_text(expansion, outline)) == closing.expanded:
                return source, expansion
            unlike = unlike or source
    edition = f"versi {closing.edition} (PR #{closing.pull})"
    if unlike is None:
        raise _refused(
            here.year,
            below(here.year),
            f"berkas {edition} yang disetujui tidak ditemukan lagi{_differing(here, covered)}."
            " Kembalikan berkasnya menurut riwayat PR itu, atau jalankan di salinan dengan riwayat Git yang lengkap.",
        )
    raise _refused(
        here.year,
        below(here.year),
        f"berkas {edition} sama dengan yang disetujui, tetapi teks yang dihitung dari berkas itu sekarang lain daripada"
        " yang dibaca pemberi persetujuan. Artinya aturan atau rumusnya berubah sesudah itu."
        " Kembalikan perubahan itu, atau tempuh langkahnya lagi untuk versi berikutnya.",
    )


def _demand_evidence(here: YearHere, paper: Paper, closing: Closing) -> None:
    """What no book binds yet has to be the evidence that the forge saw: its record and the files beside it."""
    asked = [slot for slot in slots_of(here.policy.sop, paper, here.year) if isinstance(slot.condition, Evidence)]
    for slot in asked:
        proof = proof_of(here.year, slot.step, closing.edition)
        found = digest(proof, here.here.tree)
        if found not in {deed.content for step, deeds in closing.deeds for deed in deeds if step == slot.step}:
            path = below(here.year) + record_of(slot.step, closing.edition)
            said = f"bukti ini atau berkas di sampingnya bukan yang disatukan lewat PR #{closing.pull}."
            raise _refused(here.year, path, f"{said} Kembalikan berkasnya menurut riwayat PR itu.")


def _states(here: YearHere) -> Iterator[Source]:
    yield here.here
    yield from here.earlier


def _differing(here: YearHere, covered: Covered) -> str:
    """The files in which the folder differs from the state before it, as a hint of what was changed."""
    before = next(iter(here.earlier), None)
    changed = differing(covered, before.tree, here.here.tree) if before else []
    return f"; berbeda dari {before.named}: {', '.join(changed[:3])}" if before and changed else ""


def _demand_words_only(here: YearHere, expansion: Expansion) -> None:
    """What is published formats words; it brings no HTML and no address that runs something (threats T84)."""
    told = [(one.chapter.file, found) for one in expansion.chapters for found in read_markup(one.markdown).foreign]
    for name, markup in expansion.context.report.markup.items():
        if name.startswith(ANNEXES):
            told += [(f"{below(here.year)}{name}, baris {found.line}", found) for found in markup.foreign]
    for place, found in told:
        sentence = (
            f"memuat “{found.shown}”, yang tidak boleh terbit. Tulis dengan Markdown biasa untuk versi berikutnya."
        )
        raise _refused(here.year, place, sentence)
