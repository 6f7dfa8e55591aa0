"""What the engine answers: a state for every step, a verdict for every pull request, and always a next act for somebody."""

from datetime import datetime
from enum import Enum
from typing import Literal

from msgspec import Struct


class State(Enum):
    """The state of a step; the value is the word on screen (site.md section 4)."""

    SELESAI = "selesai"
    BERJALAN = "berjalan"
    MENUNGGU = "menunggu"
    DIKEMBALIKAN = "dikembalikan"
    GUGUR = "gugur"
    DITOLAK = "ditolak"
    TIDAK_DAPAT_DIPERIKSA = "tidak dapat diperiksa"
    BELUM = "belum"


class Outcome(Enum):
    """The verdict of a pull request; only ``LULUS`` is a pass (invariant 4)."""

    LULUS = "lulus"
    MENUNGGU = "menunggu"
    DITOLAK = "ditolak"
    GALAT = "tidak dapat diperiksa"
    SELESAI = "sudah disatukan"
    TERLALU_DINI = "disatukan terlalu dini"
    DITUTUP = "ditutup"


Kind = Literal["susun", "ajukan", "setujui", "bukti", "gabung"]


class Deed(Struct, frozen=True, kw_only=True):
    """What fulfilled a condition: who did it, in which role, when; ``review`` where it was one.

    ``content`` is the digest that it binds (``None``: it binds none). ``on_paper`` marks an approval signed on paper, which
    ``by`` confirmed; then ``by`` is the account of the person who confirmed.
    """

    kind: Kind
    role: str
    by: int
    at: datetime
    content: str | None = None
    review: int | None = None
    on_paper: bool = False


class StepState(Struct, frozen=True, kw_only=True):
    """A step's state as a sentence; ``clause`` is the SOP's own sentence, ``deeds`` the evidence.

    ``role`` is whose turn it is, ``since`` from when on; both ``None`` where nobody is waited for.
    """

    step: str
    state: State
    sentence: str
    clause: str
    pull: int | None = None
    role: str | None = None
    since: datetime | None = None
    deeds: tuple[Deed, ...] = ()


class NextAct(Struct, frozen=True, kw_only=True):
    """What somebody does next: the role (``None``: the office's IT staff), and the act as a sentence that names who.

    Where the work goes on elsewhere, ``pull`` is the pull request, or ``paper`` the one that nobody brought yet.
    """

    role: str | None
    sentence: str
    pull: int | None = None
    paper: str | None = None


class Verdict(Struct, frozen=True, kw_only=True):
    """The verdict of one pull request: what it carries (a paper's id, or a kind of its own), the reasons, who is next."""

    pull: int
    outcome: Outcome
    carries: str | None
    reasons: tuple[str, ...]
    next: NextAct


class Closing(Struct, frozen=True, kw_only=True):
    """A paper that is done: ``deeds`` of every step in order, the digests of its content, text and rules.

    ``edition`` counts from 1; a published paper may be done again as the next edition.
    """

    paper: str
    edition: int
    at: datetime
    pull: int
    content: str
    expanded: str | None
    rules: str | None
    deeds: tuple[tuple[str, tuple[Deed, ...]], ...]


class Cycle(Struct, frozen=True, kw_only=True):
    """A whole year: every step in the SOP's order, every pull request by its number, the papers that are done.

    ``oddities`` (*kejanggalan*) are facts that came after a paper was done and do not fit it. ``doubts`` are reasons for which
    nothing that is not done yet can be believed, whatever its pull request holds.
    """

    year: int
    steps: tuple[StepState, ...]
    verdicts: tuple[Verdict, ...]
    closings: tuple[Closing, ...]
    oddities: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
