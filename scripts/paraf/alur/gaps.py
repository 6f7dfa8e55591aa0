"""Why a condition is not fulfilled, or an act did not count: one type for each reason, so that each has its sentence."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Waiting:
    """Nobody did it yet."""


@dataclass(frozen=True, slots=True)
class Absent:
    """The files of the paper are not there."""


@dataclass(frozen=True, slots=True)
class Unwritten:
    """The files are there, but nobody of the role wrote them."""


@dataclass(frozen=True, slots=True)
class Findings:
    """The content does not pass the checks of the step, or the evidence is not valid: what they say."""

    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lapsed:
    """It was done, but the content changed afterwards, in these files; ``by`` did it."""

    files: tuple[str, ...]
    by: int


@dataclass(frozen=True, slots=True)
class Returned:
    """An approver asked for changes, and nothing has changed since; the paper goes back to the step of rank ``back``."""

    by: int
    at: datetime
    back: int


@dataclass(frozen=True, slots=True)
class Overtaken:
    """It was done, but before something that it has to follow; ``by`` did it."""

    by: int


@dataclass(frozen=True, slots=True)
class Corrected:
    """It was handed over, but then the one who is to approve changed the content himself."""

    by: int


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """An approval was taken back."""

    by: int


@dataclass(frozen=True, slots=True)
class TooEarly:
    """Somebody acted before it was the turn of his step."""

    by: int
    at: datetime


@dataclass(frozen=True, slots=True)
class OwnPaper:
    """Somebody approved a paper that he opened or, where the office is strict, helped to write."""

    by: int
    at: datetime


@dataclass(frozen=True, slots=True)
class OwnHandOver:
    """Somebody approved what he handed over himself."""

    by: int
    at: datetime


@dataclass(frozen=True, slots=True)
class SamePerson:
    """Somebody approved a second step of the same paper."""

    by: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Unread:
    """Somebody approved sooner after the last change than anybody can read, after so many seconds."""

    by: int
    at: datetime
    seconds: int


@dataclass(frozen=True, slots=True)
class Unnamed:
    """Where the office is strict: an approval whose text does not name the digest, or was changed later."""

    by: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Uncertain:
    """Somebody acted at a time for which the forge does not tell which content stood."""

    by: int
    at: datetime


@dataclass(frozen=True, slots=True)
class NoRecord:
    """The evidence is not there."""


@dataclass(frozen=True, slots=True)
class ForeignRecord:
    """The evidence was last changed by somebody without the role (``None``: by no push at all)."""

    by: int | None


@dataclass(frozen=True, slots=True)
class EarlyRecord:
    """The evidence was last changed before the turn, or before the approval that it has to follow."""


Refusal = TooEarly | OwnPaper | OwnHandOver | SamePerson | Unread | Unnamed | Uncertain
"""Why an act did not count."""

Gap = (
    Waiting
    | Absent
    | Unwritten
    | Findings
    | Lapsed
    | Returned
    | Overtaken
    | Corrected
    | Withdrawn
    | NoRecord
    | ForeignRecord
    | EarlyRecord
    | Refusal
)
