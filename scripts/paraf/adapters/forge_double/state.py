"""What the double remembers: accounts, repositories, and everything that was said and done in them.

Times are texts as GitHub writes them (``2026-01-05T01:00:00Z``); ids are GitHub's numeric ones.
"""

from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from paraf.adapters.forge_double.bare import Bare

Json = dict[str, Any]


class Account(Struct):
    """Somebody, or a bot. ``app`` is the id of the app a bot acts for (15368: GitHub Actions)."""

    login: str
    id: int
    bot: bool = False
    app: int | None = None

    @property
    def email(self) -> str:
        """The address that GitHub gives to everybody who hides theirs."""
        return f"{self.id}+{self.login}@users.noreply.github.com"


class Token(Struct):
    """What an account shows at the door.

    ``scopes`` are the permissions of an installation's token (``{"statuses": "write"}``); a person's token has
    ``None`` and may do what the person may. ``limit`` counts requests an hour.
    """

    text: str
    account: Account
    scopes: dict[str, str] | None = None
    limit: int = 5000
    used: int = 0
    counted_from: int = 0


class Comment(Struct):
    """A comment below an issue or a pull request. ``edited`` is shown by GraphQL only."""

    id: int
    author: Account
    body: str
    created: str
    updated: str
    edited: str | None = None


class Review(Struct):
    """A review; ``state`` as REST shows it now. ``commit`` can move forward by itself."""

    id: int
    author: Account
    state: str
    body: str
    commit: str
    submitted: str | None
    edited: str | None = None


class Remark(Struct):
    """A comment at a line of a changed file, part of a review."""

    id: int
    review: int
    author: Account
    path: str
    line: int
    body: str
    commit: str
    hunk: str
    created: str
    edited: str | None = None


class Event(Struct):
    """An entry of the timeline; ``more`` is what this kind tells besides who and when."""

    id: int
    kind: str
    actor: Account
    at: str
    commit: str | None = None
    more: Json = msgspec.field(default_factory=dict)


class Pull(Struct):
    """What a pull request is beyond an issue. ``base_sha`` is the base as of the last push, as on GitHub."""

    head: str
    head_sha: str
    base: str
    base_sha: str
    draft: bool = False
    merged: str | None = None
    merger: Account | None = None
    merge_sha: str | None = None
    tried: tuple[str, str, bool] | None = None
    requested: list[Account] = msgspec.field(default_factory=list)
    reviews: list[Review] = msgspec.field(default_factory=list)
    remarks: list[Remark] = msgspec.field(default_factory=list)


class Label(Struct):
    """A label of a repository."""

    id: int
    name: str
    color: str
    description: str | None


class Issue(Struct):
    """An issue, or a pull request where ``pull`` is set."""

    id: int
    number: int
    title: str
    body: str | None
    author: Account
    created: str
    updated: str
    state: str = "open"
    reason: str | None = None
    closed: str | None = None
    closer: Account | None = None
    edited: str | None = None
    labels: list[Label] = msgspec.field(default_factory=list)
    assignees: list[Account] = msgspec.field(default_factory=list)
    comments: list[Comment] = msgspec.field(default_factory=list)
    events: list[Event] = msgspec.field(default_factory=list)
    pull: Pull | None = None


class Push(Struct):
    """One line of a repository's activity."""

    id: int
    ref: str
    before: str
    after: str
    at: str
    actor: Account
    kind: str


class Status(Struct):
    """What somebody said about a commit."""

    id: int
    sha: str
    state: str
    context: str
    description: str | None
    target: str | None
    at: str
    creator: Account


class CheckRun(Struct):
    """What an app said about a commit."""

    id: int
    sha: str
    name: str
    status: str
    conclusion: str | None
    external: str
    details: str | None
    output: Json
    started: str
    completed: str | None
    app: int


class Ruleset(Struct):
    """A set of rules, in the words of the REST interface."""

    id: int
    body: Json
    created: str
    updated: str


class Repo(Struct):
    """A repository. ``roles`` says what each account may: read, triage, write, maintain or admin."""

    id: int
    owner: Account
    name: str
    private: bool
    created: str
    git: Bare
    settings: Json
    answers: Json
    pushed: str
    default: str = "main"
    number: int = 0
    roles: dict[int, str] = msgspec.field(default_factory=dict)
    labels: dict[str, Label] = msgspec.field(default_factory=dict)
    issues: dict[int, Issue] = msgspec.field(default_factory=dict)
    pinned: list[int] = msgspec.field(default_factory=list)
    pushes: list[Push] = msgspec.field(default_factory=list)
    statuses: list[Status] = msgspec.field(default_factory=list)
    checks: list[CheckRun] = msgspec.field(default_factory=list)
    rulesets: dict[int, Ruleset] = msgspec.field(default_factory=dict)

    @property
    def full_name(self) -> str:
        """``owner/name``."""
        return f"{self.owner.login}/{self.name}"

    @property
    def pulls(self) -> list[Issue]:
        """Its pull requests, oldest first."""
        return [issue for issue in self.issues.values() if issue.pull]


class State(Struct):
    """Everything the double knows."""

    folder: Path
    accounts: dict[int, Account] = msgspec.field(default_factory=dict)
    tokens: dict[str, Token] = msgspec.field(default_factory=dict)
    repos: dict[str, Repo] = msgspec.field(default_factory=dict)
    last_id: int = 1_000_000_000

    def new_id(self) -> int:
        """An id nothing else has."""
        self.last_id += 7
        return self.last_id

    def account(self, login: str) -> Account | None:
        """Who is called so; logins do not tell capitals apart."""
        return next((one for one in self.accounts.values() if one.login.lower() == login.lower()), None)

    def repo(self, full_name: str) -> Repo | None:
        """The repository of this name."""
        return self.repos.get(full_name.lower())
