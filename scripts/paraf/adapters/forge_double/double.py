"""The double itself: starting and stopping it, and setting up who and what there is."""

import threading
from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, ClassVar, Self

import msgspec

from paraf.adapters.forge_double import answering, serving
from paraf.adapters.forge_double.answering import Answer, Exchange, Request
from paraf.adapters.forge_double.bare import NOTHING, Bare, Content
from paraf.adapters.forge_double.clock import Clock
from paraf.adapters.forge_double.events import Events
from paraf.adapters.forge_double.faults import MESSAGES, Fault
from paraf.adapters.forge_double.moving import moved, signature
from paraf.adapters.forge_double.person import Person
from paraf.adapters.forge_double.routing import Refusal, Site
from paraf.adapters.forge_double.server import Server
from paraf.adapters.forge_double.shapes.people import ACTIONS_APP
from paraf.adapters.forge_double.shapes.repository import MERGING, SETTINGS
from paraf.adapters.forge_double.state import Account, Json, Repo, State, Token

ACTIONS_BOT = Account("github-actions[bot]", 41898282, bot=True, app=ACTIONS_APP)
Observer = Callable[[Exchange], None]
_SECURITY = ("secret_scanning", "secret_scanning_push_protection", "dependabot_security_updates")


class ForgeDouble:
    """A GitHub on a loopback port: REST, GraphQL and git over HTTP on one address, ``url``.

    ``observers`` are called with every ``Exchange``. ``asked`` lists every request with its status,
    ``dispatched`` what was run by *Run workflow* (workflow, branch, inputs). ``broken`` holds what
    the double itself did wrong; leaving the context raises the first of it.
    """

    watched: ClassVar[list[Observer]] = []
    """Observers of every double there will be; for tests that want to see all of them."""

    def __init__(self, folder: Path) -> None:
        self.clock = Clock()
        self.site = Site(State(folder), self.clock)
        self.faults: list[Fault] = []
        self.observers: list[Observer] = list(self.watched)
        self.asked: list[tuple[str, str, int]] = []
        self.broken: list[Exception] = []
        self.dispatched: list[tuple[str, str, dict[str, str]]] = []
        self.lock = threading.RLock()
        self._ended = threading.Event()
        self._server = Server(self._respond, self.clock)
        self.site.url = self._server.url
        self.site.state.accounts[ACTIONS_BOT.id] = ACTIONS_BOT

    @property
    def url(self) -> str:
        """Where it is reached: the value of GITHUB_API_URL and GITHUB_SERVER_URL; GraphQL lies at ``/graphql``."""
        return self._server.url

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        self._server.shutdown()
        self._server.server_close()
        if self.broken and error is None:
            raise self.broken[0]
        if self.broken and error is not None:
            error.add_note(f"before that, in the double: {self.broken[0]!r}")

    def account(self, login: str, number: int, bot: bool = False) -> Account:
        """Somebody new."""
        account = Account(login, number, bot)
        self.site.state.accounts[number] = account
        return account

    def token(self, login: str, scopes: Mapping[str, str] | None = None, limit: int = 5000) -> str:
        """A token of an account; with ``scopes`` one of an installation, as Actions gets it (``statuses: write`` …)."""
        account = self._who(login)
        text = f"ghs_{self.site.state.new_id()}" if scopes is not None else f"ghp_{account.login}"
        known = dict(scopes) if scopes is not None else None
        self.site.state.tokens.setdefault(text, Token(text, account, known, limit))
        return text

    def actions_token(self, **scopes: str) -> str:
        """The GITHUB_TOKEN of a workflow with these permissions: 1,000 requests an hour."""
        return self.token(ACTIONS_BOT.login, scopes, 1000)

    def repository(
        self,
        full_name: str,
        private: bool = False,
        files: Mapping[str, Content] | None = None,
        roles: Mapping[str, str] = {},
    ) -> Repo:
        """A new repository; with ``files`` its branch main holds them. ``roles`` lets people in (login: write …)."""
        login, _, name = full_name.partition("/")
        owner = self.site.state.account(login) or self.account(login, self.site.state.new_id())
        git = Bare(self.site.state.folder / login / f"{name}.git")
        git.create()
        safety = {"security_and_analysis": {name: {"status": "disabled"} for name in _SECURITY}}
        settings: Json = SETTINGS | MERGING | safety | {"topics": []}
        now = self.site.now
        repo = Repo(self.site.state.new_id(), owner, name, private, now, git, settings, {}, now)
        repo.roles.update({self._who(one).id: role for one, role in roles.items()})
        self.site.state.repos[full_name.lower()] = repo
        if files is not None:
            by = signature(self.site, owner)
            self._place(repo, owner, "refs/heads/main", git.write(files, (), "Isi pertama\n", by))
        return repo

    def adopt(self, repo: Repo, source: Path, revision: str = "HEAD", branch: str = "main") -> str:
        """Takes a commit of a repository on this disk as a branch, with everything before it."""
        ref = f"refs/heads/{branch}"
        repo.git.run("fetch", "--quiet", "--no-tags", str(source), f"+{revision}:refs/forge/adopted")
        sha = repo.git.resolve("refs/forge/adopted") or NOTHING
        repo.git.move("refs/forge/adopted", NOTHING)
        self._place(repo, repo.owner, ref, sha)
        return sha

    def _place(self, repo: Repo, actor: Account, ref: str, sha: str) -> None:
        with self.lock:
            old = repo.git.tip(ref) or NOTHING
            repo.git.move(ref, sha)
            moved(self.site, repo, actor, ref, old, sha)

    def repo(self, full_name: str) -> Repo:
        """A repository of the double."""
        found = self.site.state.repo(full_name)
        if found is None:
            raise KeyError(full_name)
        return found

    def person(self, login: str, full_name: str | None = None) -> Person:
        """Somebody who acts in a repository; in the only one, when none is named."""
        names = list(self.site.state.repos)
        return Person(self, self._who(login), self.repo(full_name or names[0]))

    def events(self, full_name: str | None = None) -> Events:
        """What GitHub would tell a workflow about a repository."""
        names = list(self.site.state.repos)
        return Events(self.site, self.repo(full_name or names[0]))

    def _who(self, login: str) -> Account:
        found = self.site.state.account(login)
        if found is None:
            raise KeyError(login)
        return found

    def fails(
        self,
        method: str,
        path: str,
        status: int = 502,
        *,
        times: int = 1,
        page: int | None = None,
        hangs: float = 0.0,
        headers: Mapping[str, str] = {},
        body: str | None = None,
    ) -> Fault:
        """Lets requests fail that come over HTTP; see ``Fault``."""
        fault = Fault(method, path, status, times, page, hangs, dict(headers), body)
        self.faults.append(fault)
        return fault

    def wait(self, **span: float) -> None:
        """Time passes: ``wait(hours=2)``."""
        self.clock.forward(timedelta(**span))

    def _respond(self, request: Request) -> Answer:
        fault = self._fault(request)
        if fault and fault.hangs:
            self._ended.wait(fault.hangs)
        if fault and (fault.status != 200 or fault.body is not None):
            said = {"message": MESSAGES.get(fault.status, "Server Error"), "status": str(fault.status)}
            body = fault.body.encode() if fault.body is not None else msgspec.json.encode(said)
            self.asked.append((request.method, request.target, fault.status))
            return Answer(fault.status, {"Content-Type": answering.JSON, **fault.headers}, body)
        try:
            return self.respond(request)
        except Exception as error:
            self.broken.append(error)
            return Answer(500, {"Content-Type": answering.JSON}, b'{"message": "Server Error"}')

    def _fault(self, request: Request) -> Fault | None:
        page = request.query.get("page", "1")
        number = int(page) if page.isdigit() else 1
        with self.lock:
            return next((one for one in self.faults if one.meets(request.method, request.path, number)), None)

    def respond(self, request: Request) -> Answer:
        """The answer to a request, however it came."""
        git = serving.repository_of(request.path)
        shown = None if git else self._page(request)
        if git:
            done = self._git(request, *git)
        elif shown:
            done = shown
        else:
            with self.lock:
                done, value = answering.answer(self.site, request)
            for observer in self.observers:
                observer(Exchange(request, done.status, done.headers, value, done.body))
        self.asked.append((request.method, request.target, done.status))
        return done

    def _page(self, request: Request) -> Answer | None:
        from paraf.adapters.forge_double.pages import page_answer  # late: most of those who ask read no pages

        with self.lock:
            return page_answer(self, request)

    def _git(self, request: Request, name: str, service: str) -> Answer:
        repo = self.site.state.repo(name)
        writes = "receive-pack" in request.target
        refused = serving.allowed(self.site, request, repo, writes)
        if refused or repo is None:
            return refused or Answer(404, {})
        if not writes:
            return serving.serve(self.site, repo, request, service)
        with self.lock:
            return serving.serve(self.site, repo, request, service)

    def call(self, account: Account, method: str, path: str, body: Any = None) -> Any:
        """What the interface answers to somebody; raises ``Refusal`` when it refuses. No fault meets it."""
        headers = {"authorization": f"Bearer {self.token(account.login)}"}
        data = msgspec.json.encode(body) if body is not None else b""
        done = self.respond(Request(method, path, headers, data))
        said: Any = msgspec.json.decode(done.body) if done.body else None
        if done.status >= 400:
            raise Refusal(done.status, said["message"], errors=said.get("errors"))
        if path == "/graphql" and "errors" in said:
            raise Refusal(422, said["errors"][0]["message"])
        return said
