"""From an address to a page: who is signed in, which repository, which page."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, unquote

from paraf.adapters.forge_double.answering import Answer, Request
from paraf.adapters.forge_double.pages import editor, opening, pulls, resolving, uploading
from paraf.adapters.forge_double.pages.desk import Desk, Page
from paraf.adapters.forge_double.routing import Refusal

if TYPE_CHECKING:
    from paraf.adapters.forge_double.double import ForgeDouble

_REPOSITORY = re.compile(r"/([A-Za-z0-9-]+/[A-Za-z0-9._-]+)(/.*)?")
_COOKIE = re.compile(r"(?:^|;\s*)masuk=([A-Za-z0-9-]+)")
_HTML = "text/html; charset=utf-8"
_PAGES: tuple[tuple[str, str, Callable[..., Page]], ...] = (
    ("GET", r"/pull/(\d+)", pulls.pull),
    ("GET", r"/pull/(\d+)/files", pulls.files),
    ("GET", r"/issues/(\d+)", pulls.issue),
    ("GET", r"/(pulls|issues)", opening.listed),
    ("GET", r"/compare/(.+)", opening.compare),
    ("POST", r"/pull/create/(.+)", opening.create),
    ("POST", r"/pull/(\d+)/(comment|reviews|merge|update_branch|ready|close)", pulls.act),
    ("GET", r"/(?:tree|blob)/(.+)", editor.tree),
    ("GET", r"/edit/(.+)", editor.edit),
    ("GET", r"/new/(.+)", editor.new),
    ("POST", r"/tree-save/(.+)", editor.save),
    ("GET", r"/upload/(.+)", uploading.drop),
    ("POST", r"/upload/(.+)", uploading.dropped),
    ("GET", r"/pull/(\d+)/conflicts", resolving.conflicts),
    ("POST", r"/pull/(\d+)/conflicts", resolving.decided),
    ("GET", r"/labels/([^/]+)", opening.labelled),
    ("GET", r"/actions/workflows/([^/]+)", uploading.workflow),
    ("POST", r"/actions/workflows/([^/]+)", uploading.run),
)


def page_answer(forge: ForgeDouble, request: Request) -> Answer | None:
    """The page of an address; ``None`` where it is none, so that the interface answers."""
    if request.path == "/login":
        login = request.query.get("as", "")
        headers = {
            "Set-Cookie": f"masuk={login}; Path=/; SameSite=Lax",
            "Location": request.query.get("return_to", "/"),
        }
        return Answer(302, headers)
    found = _REPOSITORY.fullmatch(unquote(request.path))
    repo = forge.site.state.repo(found[1]) if found else None
    if found is None or repo is None:
        return None
    for method, pattern, page in _PAGES:
        at = re.fullmatch(pattern, found[2] or "")
        if at and method == request.method:
            signed = _COOKIE.search(request.headers.get("cookie", ""))
            account = forge.site.state.account(signed[1]) if signed else None
            if account is None:
                return Answer(403, {"Content-Type": _HTML}, b"<h1>Sign in to GitHub</h1>")
            return _answer(Desk(forge, account, repo, *_given(request)), page, at.groups())
    return None


def _given(request: Request) -> tuple[dict[str, str], Mapping[str, bytes]]:
    """What the address says, or what was filled in; and the files that were chosen."""
    kind = request.headers.get("content-type", "")
    if kind.startswith("multipart/form-data"):
        return uploading.parts(kind, request.body)
    sent = request.body.decode() if request.method == "POST" else request.target.partition("?")[2]
    return dict(parse_qsl(sent, keep_blank_values=True)), {}


def _answer(desk: Desk, page: Callable[..., Page], given: tuple[str, ...]) -> Answer:
    try:
        shown = page(desk, *given)
    except Refusal as refusal:
        shown = Page("Refused", f'<p role="alert">{escape(refusal.message)}</p>', status=refusal.status)
    if shown.to is not None:
        return Answer(303, {"Location": shown.to})
    return Answer(shown.status, {"Content-Type": _HTML}, desk.show(shown).encode())
