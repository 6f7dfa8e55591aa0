"""From a request to an answer: who asks, how often, which page, and whether anything changed since last time."""

import hashlib
from typing import Any
from urllib.parse import parse_qsl, unquote, urlencode

import msgspec
from msgspec import Struct

from paraf.adapters.forge_double import graphql
from paraf.adapters.forge_double.answers import (
    accounts,
    commits,
    contents,
    issues,
    pulls,
    remarks,
    repositories,
    reviews,
    rulesets,
    settings,
)
from paraf.adapters.forge_double.routing import DOCS, Call, Refusal, Reply, Route, Site, Table, missing
from paraf.adapters.forge_double.state import Json, Token

TABLE = Table(
    settings.ROUTES,  # first: some of its paths are narrower than those of others
    *(accounts.ROUTES, commits.ROUTES, contents.ROUTES, issues.ROUTES, pulls.ROUTES, remarks.ROUTES),
    *(repositories.ROUTES, reviews.ROUTES, rulesets.ROUTES),
)
JSON = "application/json; charset=utf-8"
_HOUR = 3600
_LEVELS = ("read", "write", "admin")


class Request(Struct):
    """What was asked. ``target`` is path and query."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes = b""

    @property
    def path(self) -> str:
        """Without the query, still encoded."""
        return self.target.partition("?")[0]

    @property
    def query(self) -> dict[str, str]:
        """The last value of each name."""
        return dict(parse_qsl(self.target.partition("?")[2], keep_blank_values=True))


class Answer(Struct):
    """What goes back."""

    status: int
    headers: dict[str, str]
    body: bytes = b""


class Exchange(Struct):
    """A request and its answer, as observers see them; ``value`` is what the body says."""

    request: Request
    status: int
    headers: dict[str, str]
    value: Any
    body: bytes = b""


def answer(site: Site, request: Request) -> tuple[Answer, Any]:
    """The answer, and what its body says."""
    headers = {"Content-Type": JSON, "X-GitHub-Media-Type": "github.v3; format=json"}
    try:
        token = who(site, request)
        reply, resource = _reply(site, request, token)
    except Refusal as refusal:
        value: Json = {"message": refusal.message, "documentation_url": DOCS, "status": str(refusal.status)}
        value |= {"errors": refusal.errors} if refusal.errors is not None else {}
        return _finished(request, Reply(value, refusal.status, headers=headers)), value
    headers |= reply.headers | _counted(site, token, resource)
    if token and token.used > token.limit:
        value = {"message": f"API rate limit exceeded for user ID {token.account.id}.", "documentation_url": DOCS}
        return _finished(request, Reply(value, 403, headers=headers)), value
    if request.method == "GET":
        headers |= _cut(site, request, reply)
    reply.headers = headers
    done = _finished(request, reply)
    if done.status == 304 and token:
        token.used -= 1
    return done, reply.value


def who(site: Site, request: Request) -> Token | None:
    """Whose token it is; nobody's without one. Raises ``Refusal`` for one that was never given out."""
    kind, _, text = request.headers.get("authorization", "").partition(" ")
    if not kind:
        return None
    found = site.state.tokens.get(text.strip()) if kind.lower() in ("bearer", "token") else None
    if found is None:
        raise Refusal(401, "Bad credentials")
    return found


def _reply(site: Site, request: Request, token: Token | None) -> tuple[Reply, str]:
    body = _body(request)
    if request.path == "/graphql":
        return graphql.answer(site, request.method, body, token), "graphql"
    route, names = TABLE.find(request.method, request.path)
    call = Call(
        *(site, request.method, request.path, request.query, body, token),
        {name: unquote(value) for name, value in names.items()},
    )
    if "repo" in names:
        _enter(call, route)
    return route.handler(call), "core"


def _body(request: Request) -> Json:
    if not request.body:
        return {}
    try:
        return msgspec.json.decode(request.body, type=dict[str, Any])
    except msgspec.ValidationError as error:
        raise Refusal(422, f"Invalid request.\n\n{error}") from error
    except msgspec.DecodeError as error:
        raise Refusal(400, "Problems parsing JSON") from error


def _enter(call: Call, route: Route) -> None:
    """Finds the repository and asks whether this may be done in it."""
    call.found = call.site.state.repo(f"{call.names['owner']}/{call.names['repo']}")
    if call.found is None or call.role == "none":
        raise missing()
    if call.token is None and route.method != "GET":
        raise Refusal(401, "Requires authentication")
    scopes = call.token.scopes if call.token else None
    if scopes is None:
        call.at_least(route.role)
    elif not _allowed(scopes, route):
        raise Refusal(403, "Resource not accessible by integration")


def _allowed(scopes: Json, route: Route) -> bool:
    name, _, level = route.scope.partition(":")
    if name == "issues" and "pull_requests" in scopes and "{number}" in route.template:
        # Comments, labels and titles of a pull request open with either permission.
        name = max(("issues", "pull_requests"), key=lambda one: _LEVELS.index(scopes.get(one, "read")))
    given = "read" if name == "metadata" else scopes.get(name, "none")
    return not name or (given in _LEVELS and _LEVELS.index(given) >= _LEVELS.index(level))


def _counted(site: Site, token: Token | None, resource: str) -> dict[str, str]:
    """What is left of the hour."""
    if token is None:
        return {}
    if site.clock.seconds >= token.counted_from + _HOUR or not token.counted_from:
        token.used, token.counted_from = 0, site.clock.seconds
    token.used += 1
    return {
        "X-RateLimit-Limit": str(token.limit),
        "X-RateLimit-Remaining": str(max(0, token.limit - token.used)),
        "X-RateLimit-Used": str(min(token.used, token.limit)),
        "X-RateLimit-Reset": str(token.counted_from + _HOUR),
        "X-RateLimit-Resource": resource,
    }


def _cut(site: Site, request: Request, reply: Reply) -> dict[str, str]:
    """One page of a list; the header that tells where the others are."""
    if not isinstance(reply.value, list) or reply.key == "":
        return {}
    size, page = _number(request.query, "per_page", 30, 100), _number(request.query, "page", 1, 10**6)
    whole: list[Any] = reply.value
    reply.value = whole[(page - 1) * size : page * size]
    last = max(1, -(-len(whole) // size))
    if reply.key:
        reply.value = {"total_count": len(whole), reply.key: reply.value}
    links = {"prev": page - 1, "next": page + 1, "last": last, "first": 1}
    if page <= 1:
        links = {name: links[name] for name in ("next", "last")}
    if page >= last:
        links = {name: at for name, at in links.items() if name in ("prev", "first") and page > 1}

    def address(at: int) -> str:
        return f"{site.url}{request.path}?{urlencode(request.query | {'page': str(at)})}"

    link = ", ".join(f'<{address(at)}>; rel="{name}"' for name, at in links.items())
    return {"Link": link} if link else {}


def _number(query: dict[str, str], name: str, otherwise: int, most: int) -> int:
    text = query.get(name, "")
    return min(most, max(1, int(text))) if text.isascii() and text.isdigit() else otherwise


def _finished(request: Request, reply: Reply) -> Answer:
    """The bytes; nothing but the tag where whoever asks has them already."""
    if reply.status == 204:
        return Answer(204, {key: value for key, value in reply.headers.items() if key != "Content-Type"})
    body = msgspec.json.encode(reply.value)
    if request.method == "GET" and reply.status == 200:
        seen = body + reply.headers.get("Link", "").encode() + request.headers.get("authorization", "").encode()
        tag = f'W/"{hashlib.sha256(seen).hexdigest()}"'
        reply.headers |= {"ETag": tag, "Cache-Control": "private, max-age=60, s-maxage=60"}
        if request.headers.get("if-none-match") == tag:
            return Answer(304, reply.headers)
    return Answer(reply.status, reply.headers, body)
