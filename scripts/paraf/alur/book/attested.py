"""What the forge attests of one pull request at a moment: which content stood, who handed over, wrote, approved, returned.

Facts alone: neither the engine's walk nor a book is asked. A content of which the forge does not tell when it came may have
stood since the one before it.
"""

from collections.abc import Iterator
from datetime import datetime

from msgspec import Struct

from paraf.alur.acts import Act, acts, versions_of
from paraf.alur.content import Covered, Scope, digest
from paraf.alur.facts import Pull, Review, Version


class Attested(Struct, frozen=True):
    """A pull request with everything that stood in it and everything that people did, oldest first."""

    pull: Pull
    versions: tuple[Version, ...]
    acts: tuple[Act, ...]

    @classmethod
    def of(cls, pull: Pull) -> "Attested":
        """What a pull request attests."""
        versions = versions_of(pull)
        return cls(pull, versions, tuple(acts(pull, versions)))

    def contents(self, scope: Scope, at: datetime) -> frozenset[str]:
        """The digests of a scope that may have stood at a moment; one where it is known for sure, none before anything did."""
        told = [one.at or one.seen for one in self.versions]
        sure = max((number for number, moment in enumerate(told) if moment and moment <= at), default=-1)
        found = {digest(scope, self.versions[sure].tree)} if sure >= 0 else set[str]()
        for one in self.versions[sure + 1 :]:
            if one.at is not None:  # later than the moment, and so is all that follows
                break
            found.add(digest(scope, one.tree))
        return frozenset(found)

    def handed(self, by: int, at: datetime) -> Iterator[Act]:
        """The hand-overs of an account at a moment."""
        return (act for act in self.acts if act.kind == "serah" and (act.by, act.at) == (by, at))

    def opened(self, by: int, at: datetime) -> bool:
        """Whether an account opened it at a moment."""
        return (self.pull.author, self.pull.spans[0].since) == (by, at)

    def wrote(self, by: int, at: datetime, scope: Covered) -> bool:
        """Whether an account pushed something of a scope, at that moment where the forge tells one."""
        return any(any(map(scope.holds, one.touched)) for one in self._pushed(by, at))

    def filed(self, by: int, at: datetime, path: str) -> Iterator[Version]:
        """The contents in which an account changed a file, at that moment where the forge tells one."""
        return (one for one in self._pushed(by, at) if path in one.touched)

    def _pushed(self, by: int, at: datetime) -> Iterator[Version]:
        """What an account pushed, and came to stand at a moment as far as the forge tells."""
        merged, stood = self.pull.merged, None
        for one in reversed(self.versions):
            told = one.at or one.seen
            if told and merged and told > merged.at:  # the gate looked too late; it came before
                told = None
            stood = min(filter(None, (told, stood)), default=None)  # by then at the latest what follows stood already
            if one.by == by and (told is None or at in (told, stood)):
                yield one

    def review(self, number: int | None) -> Review | None:
        """The review of a number."""
        return next((one for one in self.pull.reviews if one.id == number), None)

    def taken_back(self, review: Review, *, alone: bool) -> bool:
        """Whether an approval was taken back before the merge: itself, or a later one of the account unless it is ``alone``."""
        same = {act.review for act in self.acts if act.kind == "cabut" and act.by == review.by}
        later = (one for one in self.pull.reviews if one.id in same and one.at >= review.at)
        return any(one.id == review.id or not alone for one in later)

    def returns(self) -> Iterator[Act]:
        """The times at which somebody asked for changes, up to the merge."""
        return (act for act in self.acts if act.kind == "kembali")
