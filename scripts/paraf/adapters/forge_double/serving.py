"""Git over HTTP: git's own server program, asked as a web server asks it (CGI)."""

import gzip
from base64 import b64decode
from binascii import Error as NotBase64

from paraf.adapters.forge_double.answering import Answer, Request
from paraf.adapters.forge_double.bare import NOTHING
from paraf.adapters.forge_double.moving import moved
from paraf.adapters.forge_double.routing import Site, can
from paraf.adapters.forge_double.rules import judge_push
from paraf.adapters.forge_double.state import Repo, Token

SERVICES = ("/info/refs", "/git-upload-pack", "/git-receive-pack")
_ASK = {"WWW-Authenticate": 'Basic realm="GitHub"', "Content-Type": "text/plain"}
_PLAIN = {"Content-Type": "text/plain"}


def repository_of(path: str) -> tuple[str, str] | None:
    """The repository and the service that a path names; ``None`` for paths that are not git's."""
    service = next((one for one in SERVICES if path.endswith(one)), None)
    name = path.removesuffix(service).strip("/").removesuffix(".git") if service else ""
    return (name, service) if service and name.count("/") == 1 else None


def shown(site: Site, request: Request) -> Token | None:
    """The token in a password or as a bearer's; ``None`` where none was given out like it."""
    kind, _, text = request.headers.get("authorization", "").partition(" ")
    if kind.lower() == "basic":
        try:
            text = b64decode(text).decode().partition(":")[2]
        except (NotBase64, UnicodeDecodeError):
            return None
    return site.state.tokens.get(text.strip())


def allowed(site: Site, request: Request, repo: Repo | None, writes: bool) -> Answer | None:
    """The answer to whoever may not; ``None`` for whoever may."""
    token = shown(site, request)
    if "authorization" in request.headers and token is None:
        return Answer(401, _ASK, b"remote: Invalid username or token.\n")
    visible = repo is not None and _may(repo, token, "read")
    if token is None and (not visible or writes):
        return Answer(401, _ASK, b"No anonymous write access.\n")
    if repo is None or not visible:
        return Answer(404, _PLAIN, b"Repository not found.\n")
    if writes and token and not _may(repo, token, "write"):
        return Answer(403, _PLAIN, f"Permission to {repo.full_name}.git denied to {token.account.login}.\n".encode())
    return None


def _may(repo: Repo, token: Token | None, role: str) -> bool:
    if token is None:
        return not repo.private and role == "read"
    if token.scopes is None:
        return can(repo, token.account, role)
    return token.scopes.get("contents") in ("write", role)


def serve(site: Site, repo: Repo, request: Request, service: str) -> Answer:
    """Lets git answer; a push is judged before, and has its consequences after."""
    if service != "/git-receive-pack":
        return _asked(site, repo, request, service, {})
    token = shown(site, request)
    assert token is not None
    account = token.account
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
    token = shown(site, request)
    surroundings = {
        "PATH_INFO": f"/{repo.git.folder.name}{service}",
        "REQUEST_METHOD": request.method,
        "QUERY_STRING": request.target.partition("?")[2],
        "CONTENT_TYPE": request.headers.get("content-type", ""),
        "CONTENT_LENGTH": str(len(request.body)),
        "HTTP_CONTENT_ENCODING": request.headers.get("content-encoding", ""),
        "GIT_PROTOCOL": request.headers.get("git-protocol", ""),
        "REMOTE_ADDR": "127.0.0.1",
        **({"REMOTE_USER": token.account.login} if token else {}),
        **extra,
    }
    done = repo.git.serve(surroundings, request.body)
    head, _, body = done.partition(b"\r\n\r\n")
    headers = dict(line.split(": ", 1) for line in head.decode().splitlines() if ": " in line)
    status = int(headers.pop("Status", "200").split(" ")[0])
    return Answer(status, headers, body)
