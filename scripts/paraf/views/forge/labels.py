"""The labels of the repository: whose turn it is, and what became of a pull request or an issue."""

from msgspec import Struct

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
_TURN = "fbca04"


def turn_label(sop: Sop, role: str) -> Label:
    """The label of a paper that waits for this role."""
    name = sop.role[role].sebutan
    return Label(f"di {name}", _TURN, f"Menunggu {name}"[:100])


def labels(sop: Sop) -> tuple[Label, ...]:
    """Every label: one for the turn of each role, in the order of the SOP, then the others."""
    return (*(turn_label(sop, role.id) for role in sop.roles), *_FIXED)
