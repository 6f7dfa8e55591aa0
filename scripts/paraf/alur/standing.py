"""What stands in a pull request at a moment: the content, since when, and who last changed each file."""

from collections.abc import Iterable
from datetime import UTC, datetime

from msgspec import Struct

from paraf.alur.content import Scope, digest
from paraf.alur.facts import Tree, Version


class Change(Struct, frozen=True):
    """The last change of a file: who pushed it (``None``: the base moved), the first and the last moment it can have been."""

    by: int | None
    earliest: datetime
    at: datetime


class Standing:
    """The content of a pull request as it goes through its versions.

    ``now`` is the version that stands (-1: none yet), ``at`` since when; before that nobody knows since when.
    ``scopes`` are those whose content is asked for.
    """

    def __init__(self, versions: tuple[Version, ...], scopes: Iterable[Scope]) -> None:
        self.versions = versions
        self.now = -1
        self.changes: dict[str, Change] = {}
        self._since: dict[Scope, datetime] = dict.fromkeys(scopes, datetime.max)
        self._blurred = -1
        self._unclear: set[Scope] = set()
        self._digests: dict[tuple[int, Scope], str] = {}
        self.at = datetime.min.replace(tzinfo=UTC)

    @property
    def tree(self) -> Tree:
        """Every file that stands; nothing before the first version."""
        return self.versions[self.now].tree if self.now >= 0 else {}

    def blur(self, version: int) -> None:
        """From here on a version may stand, although the forge did not tell when it came."""
        if version > self.now:
            self._blurred = max(version, self._blurred)
            self._unclear |= {scope for scope in self._since if self.digest(scope, version) != self.digest(scope)}

    def take(self, version: int, at: datetime) -> None:
        """A version stands; one that is older than what stands comes too late to tell anything."""
        if version <= self.now:
            return
        passed = range(self.now + 1, version + 1)
        for number in passed:
            one = self.versions[number]
            self.changes |= {path: Change(one.by, one.at or self.at, at) for path in one.touched}
        for scope in self._since:
            if any(self.digest(scope, number) != self.digest(scope) for number in passed):
                self._since[scope] = at
        self.now, self.at = version, at
        self._unclear = set()
        for later in range(version + 1, self._blurred + 1):
            self.blur(later)

    def digest(self, scope: Scope, version: int | None = None) -> str:
        """The digest of a scope's files in what stands, or in another version; before the first one no digest at all."""
        number = self.now if version is None else version
        if number < 0:
            return ""
        if (number, scope) not in self._digests:
            self._digests[number, scope] = digest(scope, self.versions[number].tree)
        return self._digests[number, scope]

    def same(self, version: int) -> bool:
        """Whether another version holds the same content in every scope."""
        return all(self.digest(scope, version) == self.digest(scope) for scope in self._since)

    def certain(self, scope: Scope) -> bool:
        """Whether what stands of a scope is known for sure."""
        return self.now >= 0 and scope not in self._unclear

    def since(self, scope: Scope) -> datetime:
        """From when on the content of a scope has stood without a break."""
        return self._since[scope]
