"""Git over HTTP: git's own server program, asked as a web server asks it (CGI)."""

import gzip
from base64 import b64decode
from binascii import Error as NotBase64

from paraf.adapters.forge_double.answering import Answer, Request
from paraf.adapters.forge_double.bare import NOTHING
from paraf.adapters.forge_double.moving import moved
from paraf.adapters.forge_double.routing import Site, can
from paraf.adapters.forge_double.rules import judge_push
from paraf.adapters.forge_double.state import Account, Repo

SERVICES = ("/info/refs", "/git-upload-pack", "/git-receive-pack")
_ASK = {"WWW-Authenticate": 'Basic realm="GitHub"', "Content-Type": "text/plain"}


def repository_of(path: str) -> tuple[str, str] | None:
    """The repository and the service that a path names; ``None`` for paths that are not git's."""
    service = next((one for one in SERVICES if path.endswith(one)), None)
    name = path.removesuffix(service).strip("/").removesuffix(".git") if service else ""
    return (name, service) if service and name.count("/") == 1 else None


def known(site: Site, request: Request) -> Account | None:
    """Whose password or bearer token it is."""
    kind, _, text = request.headers.get("authorization", "").partition(" ")
    if kind.lower() == "basic":
        try:
            text = b64decode(text).decode().partition(":")[2]
        except (NotBase64, UnicodeDecodeError):
            return None
    found = site.state.tokens.get(text.strip())
    return found.account if found else None


def allowed(site: Site, request: Request, repo: Repo | None, writes: bool) -> Answer | None:
    """The answer to whoever may not; ``None`` for whoever may."""
    account = known(site, request)
    offered = "authorization" in request.headers
    if offered and account is None:
        return Answer(401, _ASK, b"remote: Invalid username or token.\n")
    visible = repo is not None and (can(repo, account, "read") if account else not repo.private)
    if account is None and (not visible or writes):
        return Answer(401, _ASK, b"No anonymous write access.\n")
    if repo is None or not visible:
        return Answer(404, {"Content-Type": "text/plain"}, b"Repository not found.\n")
    token = site.state.tokens.get(_text(request))
    scoped = token is not None and token.scopes is not None
    may = token is not None and token.scopes is not None and token.scopes.get("contents") == "write"
    if writes and account and not (may if scoped else can(repo, account, "write")):
        told = f"Permission to {repo.full_name}.git denied to {account.login}.\n"
        return Answer(403, {"Content-Type": "text/plain"}, told.encode())
    return None


def _text(request: Request) -> str:
    kind, _, text = request.headers.get("authorization", "").partition(" ")
    return b64decode(text).decode().partition(":")[2] if kind.lower() == "basic" else text.strip()


def serve(site: Site, repo: Repo, request: Request, service: str) -> Answer:
    """Lets git answer; a push is judged before, and has its consequences after."""
    if service != "/git-receive-pack":
        return _asked(site, repo, request, service, {})
    account = known(site, request)
    assert account is not None
    updates = commands(_plain(request))
    judged = judge_push(repo, account, updates)
    extra = {
        "FORGE_DENIED": "\n".join(f"{ref}\t{reason}" for ref, reason in judged.denied.items()),
        "FORGE_FORWARD": " ".join(judged.forward),
        "FORGE_LINEAR": " ".join(judged.linear),
    }
    before = repo.git.refs()
    done = _asked(site, repo, request, service, extra)
    after = repo.git.refs()
    for ref in sorted(before.keys() | after.keys()):
        moved(site, repo, account, ref, before.get(ref, NOTHING), after.get(ref, NOTHING))
    return done


def _plain(request: Request) -> bytes:
    return gzip.decompress(request.body) if request.headers.get("content-encoding") == "gzip" else request.body


def commands(body: bytes) -> list[tuple[str, str, str]]:
    """What a push wants: ref, from, to."""
    found: list[tuple[str, str, str]] = []
    at = 0
    while (length := int(body[at : at + 4] or b"0", 16)) >= 4:
        old, new, ref = body[at + 4 : at + length].split(b"\0")[0].rstrip(b"\n").decode(errors="replace").split(" ", 2)
        found.append((ref, old, new))
        at += length
    return found


def _asked(site: Site, repo: Repo, request: Request, service: str, extra: dict[str, str]) -> Answer:
    account = known(site, request)
    surroundings = {
        "PATH_INFO": f"/{repo.git.folder.name}{service}",
        "REQUEST_METHOD": request.method,
        "QUERY_STRING": request.target.partition("?")[2],
        "CONTENT_TYPE": request.headers.get("content-type", ""),
        "CONTENT_LENGTH": str(len(request.body)),
        "HTTP_CONTENT_ENCODING": request.headers.get("content-encoding", ""),
        "GIT_PROTOCOL": request.headers.get("git-protocol", ""),
        "REMOTE_ADDR": "127.0.0.1",
        **({"REMOTE_USER": account.login} if account else {}),
        **extra,
    }
    done = repo.git.serve(surroundings, request.body)
    head, _, body = done.partition(b"\r\n\r\n")
    headers = dict(line.split(": ", 1) for line in head.decode().splitlines() if ": " in line)
    status = int(headers.pop("Status", "200").split(" ")[0])
    return Answer(status, headers, body)
