"""Which part of the double answers a request, and whether whoever asks may ask it."""

import re
from collections.abc import Callable
from typing import Any

from msgspec import Struct, field

from paraf.adapters.forge_double.clock import Clock
from paraf.adapters.forge_double.state import Account, Issue, Json, Repo, State, Token

ROLES = ("none", "read", "triage", "write", "maintain", "admin")
DOCS = "https://docs.github.com/rest"


class Refusal(Exception):  # noqa: N818 it is no error that GitHub says no
    """GitHub says no, with this status and these words."""

    def __init__(self, status: int, message: str, *, errors: list[Any] | None = None) -> None:
        self.status = status
        self.message = message
        self.errors = errors
        super().__init__(f"{status} {message}")


def invalid(message: str, resource: str, at: str, code: str = "custom") -> Refusal:
    """A 422 about one field."""
    told = {"resource": resource, "field": at, "code": code, "message": message}
    return Refusal(422, "Validation Failed", errors=[told])


def missing() -> Refusal:
    """There is none, or whoever asks may not know."""
    return Refusal(404, "Not Found")


class Reply(Struct):
    """What a handler answers. A list is cut into pages; with ``key`` it is wrapped (``{"total_count": 1, key: []}``)."""

    value: Any = None
    status: int = 200
    key: str | None = None
    headers: dict[str, str] = field(default_factory=dict)


class Site(Struct):
    """What every handler may use: the state, the time, and the address the double is reached at."""

    state: State
    clock: Clock
    url: str = ""

    @property
    def now(self) -> str:
        """The time as GitHub writes it."""
        return self.clock.stamp


class Call(Struct):
    """A request that found its handler."""

    site: Site
    method: str
    path: str
    query: dict[str, str]
    body: Json
    token: Token | None
    names: dict[str, str] = field(default_factory=dict)
    found: Repo | None = None

    @property
    def actor(self) -> Account:
        """Who asks. Raises ``Refusal`` when nobody gave a name."""
        if self.token is None:
            raise Refusal(401, "Requires authentication")
        return self.token.account

    @property
    def repo(self) -> Repo:
        """The repository that is asked about."""
        assert self.found is not None
        return self.found

    @property
    def role(self) -> str:
        """What whoever asks is in this repository; an installation writes, within its scopes."""
        if self.token and self.token.scopes is not None:
            return "admin" if "administration" in self.token.scopes else "write"
        return role_in(self.repo, self.token.account if self.token else None)

    @property
    def issue(self) -> Issue:
        """The issue or pull request that is asked about."""
        number = self.names["number"]
        found = self.repo.issues.get(int(number)) if number.isdigit() else None
        if found is None:
            raise missing()
        return found

    @property
    def pulled(self) -> Issue:
        """The pull request that is asked about."""
        issue = self.issue
        if issue.pull is None:
            raise missing()
        return issue

    def text(self, name: str, otherwise: str | None = None) -> str:
        """A text of the request's body; required unless there is another."""
        value = self.body.get(name, otherwise)
        if not isinstance(value, str):
            raise Refusal(422, f'Invalid request.\n\n"{name}" wasn\'t supplied.')
        return value

    def may(self, role: str) -> bool:
        """Whether whoever asks is at least this in the repository."""
        return ROLES.index(self.role) >= ROLES.index(role)

    def at_least(self, role: str) -> None:
        """Demands a role in the repository."""
        if not self.may(role):
            raise Refusal(
                403, f"Must have {role} access to the repository." if self.token else "Requires authentication"
            )


def role_in(repo: Repo, account: Account | None) -> str:
    """What somebody is in a repository; everybody may read a public one."""
    if account is not None and account.id == repo.owner.id:
        return "admin"
    anybody = "none" if repo.private else "read"
    return repo.roles.get(account.id, anybody) if account else anybody


def can(repo: Repo, account: Account, role: str) -> bool:
    """Whether somebody is at least this in a repository."""
    return ROLES.index(role_in(repo, account)) >= ROLES.index(role)


Handler = Callable[[Call], Reply]


class Route(Struct):
    """A row of the table. ``scope`` is what an installation's token needs, ``role`` what a person needs."""

    method: str
    template: str
    pattern: re.Pattern[str]
    handler: Handler
    scope: str
    role: str


class Routes:
    """A part of the table: what is answered about one resource. A path without a slash lies below a repository."""

    def __init__(self) -> None:
        self.rows: list[Route] = []

    def on(self, method: str, path: str, scope: str, role: str = "read") -> Callable[[Handler], Handler]:
        """The function answers these requests. ``{name}`` is one part of the path, ``{name*}`` all the rest."""
        template = path if path.startswith("/") else f"/repos/{{owner}}/{{repo}}/{path}".rstrip("/")
        literal = re.sub(r"\\{(\w+)(\\\*)?\\}", _part, re.escape(template))

        def register(handler: Handler) -> Handler:
            self.rows.append(Route(method, template, re.compile(literal), handler, scope, role))
            return handler

        return register


def _part(found: re.Match[str]) -> str:
    return f"(?P<{found[1]}>.+)" if found[2] else f"(?P<{found[1]}>[^/]+)"


class Table:
    """All routes, looked up by method and number of parts."""

    def __init__(self, *parts: Routes) -> None:
        self.rows = [row for part in parts for row in part.rows]
        self._kept: dict[tuple[str, int], list[Route]] = {}
        for row in self.rows:
            count = row.template.count("/")
            reach = range(count, 30) if "*}" in row.template else range(count, count + 1)
            for parts_of_path in reach:
                self._kept.setdefault((row.method, parts_of_path), []).append(row)

    def find(self, method: str, path: str) -> tuple[Route, dict[str, str]]:
        """Who answers, and the named parts of the path. Raises ``Refusal``."""
        for row in self._kept.get((method, path.count("/")), ()):
            found = row.pattern.fullmatch(path)
            if found:
                return row, found.groupdict()
        raise missing()
