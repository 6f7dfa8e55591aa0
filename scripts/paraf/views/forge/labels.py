"""The labels of the repository: which paper of which year, whose turn it is, what became of a pull request or an issue."""

from collections.abc import Iterable

from msgspec import Struct

from paraf.sop.forms.papers import Paper, PapersFile
from paraf.sop.model import Sop


class Label(Struct, frozen=True):
    """A label as GitHub keeps it: ``color`` without ``#``, ``about`` at most 100 characters."""

    name: str
    color: str
    about: str


BOARD = Label("posisi naskah", "1d76db", "Papan satu tahun laporan; ditulis ulang oleh gerbang")
RETURNED = Label("dikembalikan", "d93f0b", "Dikembalikan untuk diperbaiki")
REFUSED = Label("ditolak", "b60205", "Melanggar aturan; alasannya ada di komentar")
READY = Label("siap disatukan", "0e8a16", "Semua syaratnya terpenuhi")
UNKNOWN = Label("tidak dapat diperiksa", "6a737d", "Faktanya belum lengkap; dinilai lagi pada jadwal berikutnya")
OPEN_YEAR = Label("buka tahun", "0052cc", "Permintaan membuka tahun laporan")
MISTAKE = Label("kesalahan", "e99695", "Kesalahan di panduan, pemeriksaan, atau hasil cetak")
_FIXED = (BOARD, RETURNED, REFUSED, READY, UNKNOWN, OPEN_YEAR, MISTAKE)
_TURN, _PAPER, _YEAR = "fbca04", "c5def5", "bfdadc"


def turn_label(sop: Sop, role: str) -> Label:
    """The label of a paper that waits for this role."""
    name = sop.role[role].sebutan
    return Label(f"di {name}", _TURN, f"Menunggu {name}"[:100])


def paper_label(paper: Paper) -> Label:
    """The label of what carries this paper."""
    return Label(paper.nama[:50], _PAPER, f"Naskah: {paper.nama}"[:100])


def year_label(year: int) -> Label:
    """The label of what belongs to a report year."""
    return Label(f"LAKIP {year}", _YEAR, f"Tahun laporan {year}")


def labels(sop: Sop, papers: PapersFile | None = None, years: Iterable[int] = ()) -> tuple[Label, ...]:
    """Every label: one for the turn of each role, in the order of the SOP, one for each paper and year, then the others."""
    turns = (turn_label(sop, role.id) for role in sop.roles)
    return (*turns, *map(paper_label, papers.naskah if papers else ()), *map(year_label, years), *_FIXED)
