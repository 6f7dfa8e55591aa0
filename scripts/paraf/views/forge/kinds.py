"""What a pull request is, and what became of it, in the words that head its comment where no step is waited for."""

from paraf.alur.carried import Later, Notes, Opens, Pages, Rules
from paraf.alur.others import NAMES
from paraf.alur.states import Outcome
from paraf.views.forge.turn import Turn

_KINDS = {
    NAMES[Opens]: "PR pembukaan tahun",
    NAMES[Notes]: "PR catatan buku kendali",
    NAMES[Later]: "PR bukti susulan",
    NAMES[Pages]: "PR halaman panduan",
    NAMES[Rules]: "PR tata kelola",
}
_HEADS = {
    Outcome.LULUS: "Semua syarat terpenuhi",
    Outcome.MENUNGGU: "Menunggu giliran",
    Outcome.DITOLAK: "Belum dapat diterima",
    Outcome.GALAT: "Belum dapat diperiksa",
    Outcome.SELESAI: "Selesai",
    Outcome.TERLALU_DINI: "Disatukan terlalu dini",
    Outcome.DITUTUP: "Ditutup",
}


def kind_words(turn: Turn) -> str:
    """``PR tata kelola: menunggu.``"""
    kind = _KINDS.get(turn.verdict.carries)
    if kind and turn.verdict.outcome is Outcome.MENUNGGU:
        return f"{kind}."
    head = _HEADS[turn.verdict.outcome]
    return f"{kind}: {head[0].lower()}{head[1:]}." if kind else f"{head}."
