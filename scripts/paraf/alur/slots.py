"""The conditions of a paper in a row, each with the content it binds; the path of a paper as the engine walks it."""

from msgspec import Struct

from paraf.alur.content import Covered, Proof
from paraf.laporan.records.names import EvidenceName
from paraf.sop.forms.papers import AnyCondition, Approve, Paper, Submit
from paraf.sop.model import Sop


class Slot(Struct, frozen=True):
    """One condition: its step, that step's rank in the paper, the files it binds (``None``: it binds no content).

    ``back`` is the rank of the step that a return leads to, for an approval.
    """

    step: str
    rank: int
    condition: AnyCondition
    binds: Covered | None = None
    back: int = 0


def slots_of(sop: Sop, paper: Paper, year: int) -> tuple[Slot, ...]:
    """Every condition of a paper in order. A hand-over binds what the approval that it asks for binds."""
    ranked = [(rank, stage.kode, one) for rank, stage in enumerate(paper.langkah) for one in stage.syarat]
    ranks = {stage.kode: rank for rank, stage in enumerate(paper.langkah)}

    def slot(at: int) -> Slot:
        rank, step, one = ranked[at]
        match one:
            case Approve():
                back = ranks.get(sop.steps[step].on_refusal.value or "", 0)
                return Slot(step, rank, one, Covered(year, one.atas or paper.mencakup), back)
            case Submit():
                later = (then for _, _, then in ranked[at:] if isinstance(then, Approve) and then.oleh == one.ke)
                asked = next(later, None)
                return Slot(step, rank, one, Covered(year, asked.atas or paper.mencakup) if asked else None)
            case _:
                return Slot(step, rank, one)

    return tuple(slot(at) for at in range(len(ranked)))


def record_of(step: str, edition: int = 1) -> str:
    """The evidence file of a step, below the year's folder; a later edition has its own."""
    return EvidenceName(step, edition).path


def proof_of(year: int, step: str, edition: int = 1) -> Proof:
    """What the book binds of the evidence of a step: the record, and the files that belong to it."""
    return Proof(year, EvidenceName(step, edition))


def sheet_of(step: str, edition: int = 1) -> str:
    """The file that records the signed sheet of an approval on paper."""
    return EvidenceName(step, edition, on_paper=True).path
