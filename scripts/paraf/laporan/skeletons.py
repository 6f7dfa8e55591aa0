"""Skeletons of the small papers, written when their paper is asked for: what is known stands there, the rest is blank.

A blank that must be filled is told by the checks; nothing here could pass for a plan or an answer that somebody made.
"""

from collections.abc import Iterator, Mapping, Sequence

from paraf.laporan.markdown import GUIDE
from paraf.laporan.records.year import Asked
from paraf.laporan.report import ANSWERS, INDIVIDUAL, PLAN
from paraf.sop.covering import covers
from paraf.sop.forms.evidence import Letter
from paraf.sop.forms.papers import Paper
from paraf.sop.model import Section, Sop
from paraf.sop.repository import Repository


def skeletons(repo: Repository, paper: Paper, year: int, asked: Sequence[Asked]) -> Mapping[str, str]:
    """The small files that a paper covers, by their path below the year; ``asked`` are the rows to be answered."""
    letters = repo.evidence.value.surat if repo.evidence else ()
    made = {
        PLAN: _plan(repo.sop, paper, year),
        INDIVIDUAL: _individual(),
        ANSWERS: _answers(asked),
        **{letter.berkas: _letter(letter, paper, year) for letter in letters},
    }
    return {name: "\n".join(lines) + "\n" for name, lines in made.items() if covers(paper.mencakup, name)}


def _schema(name: str) -> str:
    return f"# yaml-language-server: $schema=../../sop/skema/{name}.json"


def _plan(sop: Sop, paper: Paper, year: int) -> Iterator[str]:
    """Every step of the section in which the plan is made, with the role that comes first in it."""
    yield f"# Rencana kerja laporan tahun {year}: isi tanggal setiap langkah, dihitung mundur dari batasnya."
    yield _schema("rencana-kerja")
    yield "skema: 1"
    yield "batas:"
    yield "jadwal:"
    for step in _section(sop, paper).steps:
        roles = step.performers.value.roles
        yield f"  - {{langkah: {step.code}, mulai: , selesai: , penanggung_jawab: {roles[0] if roles else ''}}}"


def _section(sop: Sop, paper: Paper) -> Section:
    first = sop.steps[paper.langkah[0].kode]
    return next(section for section in sop.sections if section.code == first.section)


def _individual() -> Iterator[str]:
    yield "# Inventaris Laporan Kinerja Individu: satu baris untuk setiap laporan yang wajib, jabatan atau inisial saja."
    yield "# Yang tidak akan ada: ganti diterima dan arsip dengan belum: alasannya."
    yield _schema("individu")
    yield "skema: 1"
    yield "jumlah_wajib:"
    yield "laporan:"
    yield from ("  - nomor: 1", *(f"    {key}:" for key in ("bidang", "jabatan", "diterima", "arsip")))


def _answers(asked: Sequence[Asked]) -> Iterator[str]:
    yield "# Jawaban atas setiap masukan: diterima, diterima sebagian, atau ditolak."
    yield "# perubahan dan di (berkas yang diubah) untuk yang diterima, alasan untuk yang tidak seluruhnya."
    yield _schema("tanggapan")
    yield "skema: 1"
    yield "tanggapan:" if asked else "tanggapan: []"
    for row in asked:
        yield f"  # {row.place.file} baris {row.place.line}"
        yield f"  - nomor: {row.number}"
        yield from ("    jawaban:", "    perubahan:", "    di: []", "    alasan:")


def _letter(letter: Letter, paper: Paper, year: int) -> Iterator[str]:
    yield f"# {paper.nama} {year}"
    if letter.kepala:
        yield from ("", "| | |", "|:--|:--|")
        yield from (f"| {name} | |" for name in letter.kepala)
    yield from (line for words in letter.memuat for line in ("", words))
    yield ""
    later = f" {' dan '.join(letter.tanpa)} dicatat di bukti sesudah ditandatangani." if letter.tanpa else ""
    yield f"{GUIDE}Tulis isi suratnya.{later}"
    if letter.kolom:
        yield ""
        yield f"| {' | '.join(letter.kolom)} |"
        yield f"|{'|'.join(':--' for _ in letter.kolom)}|"
        yield f"|{'|'.join(' ' for _ in letter.kolom)}|"
