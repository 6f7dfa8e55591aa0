"""Why a condition is not fulfilled, or an act did not count: one type for each reason, so that each has its sentence."""

from datetime import datetime

from msgspec import Struct


class Waiting(Struct, frozen=True):
    """Nobody did it yet."""


class Absent(Struct, frozen=True):
    """The files of the paper are not there."""


class Unwritten(Struct, frozen=True):
    """The files are there, but nobody of the role wrote them."""


class Findings(Struct, frozen=True):
    """The content does not pass the checks of the step, or the evidence is not valid: what they say."""

    said: tuple[str, ...]


class Lapsed(Struct, frozen=True):
    """It was done, but the content changed afterwards, in these files; ``by`` did it."""

    files: tuple[str, ...]
    by: int


class Returned(Struct, frozen=True):
    """An approver asked for changes, and nothing has changed since; the paper goes back to the step of rank ``back``."""

    by: int
    at: datetime
    back: int


class Overtaken(Struct, frozen=True):
    """It was done, but before something that it has to follow; ``by`` did it."""

    by: int


class Corrected(Struct, frozen=True):
    """It was handed over, but then the one who is to approve changed the content himself."""

    by: int


class Withdrawn(Struct, frozen=True):
    """An approval was taken back."""

    by: int


class TooEarly(Struct, frozen=True):
    """Somebody acted before it was the turn of his step."""

    by: int
    at: datetime


class OwnPaper(Struct, frozen=True):
    """Somebody approved a paper that he opened or, where the office is strict, helped to write."""

    by: int
    at: datetime


class OwnHandOver(Struct, frozen=True):
    """Somebody approved what he handed over himself."""

    by: int
    at: datetime


class SamePerson(Struct, frozen=True):
    """Somebody approved a second step of the same paper."""

    by: int
    at: datetime


class Unread(Struct, frozen=True):
    """Somebody approved sooner after the last change than anybody can read, after so many seconds."""

    by: int
    at: datetime
    seconds: int


class Unnamed(Struct, frozen=True):
    """Where the office is strict: an approval whose text does not name the digest, or was changed later."""

    by: int
    at: datetime


class Uncertain(Struct, frozen=True):
    """Somebody acted at a time for which the forge does not tell which content stood."""

    by: int
    at: datetime


class NoRecord(Struct, frozen=True):
    """The evidence is not there."""


class ForeignRecord(Struct, frozen=True):
    """The evidence was last changed by somebody without the role (``None``: by no push at all)."""

    by: int | None


class EarlyRecord(Struct, frozen=True):
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
