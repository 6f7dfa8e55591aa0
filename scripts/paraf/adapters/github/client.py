"""What GitHub says about one repository, typed and complete: every page, or an error (threats T41)."""

import hashlib
import re
from collections.abc import Callable, Iterator
from http.client import HTTPMessage
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlencode, urlsplit

import msgspec
from msgspec import Struct

from paraf.adapters.files import write_if_changed
from paraf.adapters.github.transport import EXHAUSTED, Answer, ForgeError, Transport
from paraf.door.text import echo

T = TypeVar("T")
MOST_PAGES = 200
REPOSITORY = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,38}/[A-Za-z0-9._-]{1,100}")
_TOKEN = re.compile(r"[!-~]+")
_VERSION = "2022-11-28"
_NEXT = re.compile(r'<([^<>]+)>;\s*rel="next"')


class Denied(Struct, frozen=True):
    """The token may not read this (403), or nobody is let in (401)."""


class Absent(Struct, frozen=True):
    """There is no such thing, or the token may not know of it (404)."""


class _Kept(Struct, frozen=True):
    """An answer that may be asked for again by its tag."""

    tag: str
    link: str
    body: msgspec.Raw


class Client:
    """One repository on a forge. A path without a slash in front lies below ``/repos/<owner>/<name>/``.

    ``cache`` is a folder for answers with a tag; a tag costs nothing of the rate limit while nothing changed.
    """

    def __init__(
        self,
        api: str,
        repository: str,
        token: str | None,
        *,
        graphql: str | None = None,
        cache: Path | None = None,
        pause: Callable[[float], None] | None = None,
    ) -> None:
        if not REPOSITORY.fullmatch(repository):
            raise ForgeError(f"'{echo(repository)}' bukan nama repositori. Tulis: pemilik/nama.")
        if token and not _TOKEN.fullmatch(token):  # http.client would quote it in its error
            raise ForgeError(
                "Kunci akses (GITHUB_TOKEN) memuat spasi, ganti baris, atau tanda lain. Salin lagi kuncinya."
            )
        self.repository = repository
        self.api = api.rstrip("/")
        self.queries = graphql or f"{self.api}/graphql"
        self.cache = cache
        self.transport = Transport(self.api, pause)
        self.headers = {
            "Accept": "application/vnd.github+json",
            "X-GitHub-Api-Version": _VERSION,
            "User-Agent": "paraf",
        } | ({"Authorization": f"Bearer {token}"} if token else {})

    def close(self) -> None:
        """Let the connection go."""
        self.transport.connection.close()

    def get(self, shape: type[T], path: str, **query: str | int) -> T:
        """One thing, as it is expected to look."""
        answer = self._read(self._target(path, query))
        return self._shaped(shape, self._demand(answer, path).body, path)

    def pages(self, shape: type[T], path: str, **query: str | int) -> list[T]:
        """Every item of a list, from all of its pages."""
        return [one for page in self._pages(path, query) for one in self._shaped(list[shape], page, path)]  # type: ignore[valid-type]

    def _pages(self, path: str, query: dict[str, str | int]) -> Iterator[bytes]:
        target = self._target(path, {"per_page": 100, **query})
        for _ in range(MOST_PAGES):
            answer = self._demand(self._read(target), path)
            yield answer.body
            following = _NEXT.search(answer.headers.get("Link", ""))
            if following is None:
                return
            target = self._same_host(following[1])
        raise ForgeError(f"Daftar {echo(path)} lebih dari {MOST_PAGES} halaman, jadi tidak dibaca seluruhnya.")

    def ask(self, path: str, **query: str | int) -> Any:
        """Whatever it is, or that it was ``Denied`` or is ``Absent``; lists are read to their last page."""
        answer = self._read(self._target(path, {"per_page": 100, **query}))
        if answer.status in (401, 403):
            return Denied()
        if answer.status == 404:
            return Absent()
        found = self._shaped(object, self._demand(answer, path).body, path)
        more = isinstance(found, list) and _NEXT.search(answer.headers.get("Link", ""))
        return self.pages(object, path, **query) if more else found

    def graphql(self, shape: type[T], query: str, **variables: object) -> T:
        """The answer to a query; one with an error in it is none."""
        body = msgspec.json.encode({"query": query, "variables": variables})
        # A query changes nothing, but is sent by POST; it is tried again here, since the transport repeats no POST.
        answer = self._again(urlsplit(self.queries).path, body)
        found = self._shaped(_Queried, self._demand(answer, "graphql").body, "graphql")
        if found.errors:
            raise ForgeError(f"GitHub menolak pertanyaan: {echo(found.errors[0].message)}")
        return self._shaped(shape, bytes(found.data), "graphql")

    def _again(self, target: str, body: bytes, attempts: int = 3) -> Answer:
        headers = self.headers | {"Content-Type": "application/json"}
        for attempt in range(attempts):
            try:
                answer = self.transport.ask("POST", target, headers, body)
            except ForgeError:
                if attempt == attempts - 1:
                    raise
            else:
                if answer.status < 500 or attempt == attempts - 1:
                    return answer
            self.transport.pause(2**attempt)
        raise AssertionError("the last attempt returns or raises")

    def send(self, method: str, path: str, body: object = None) -> Any:
        """Change something; what the forge says to it (``None``: nothing). Raises ``ForgeError`` when it refuses."""
        data = msgspec.json.encode(body) if body is not None else None
        headers = self.headers | ({"Content-Type": "application/json"} if data else {})
        answer = self._demand(self.transport.ask(method, self._target(path, {}), headers, data), path)
        return self._shaped(object, answer.body, path) if answer.body else None

    def _target(self, path: str, query: dict[str, str | int]) -> str:
        base = urlsplit(self.api).path.rstrip("/")
        below = path if path.startswith("/") else f"/repos/{self.repository}/{path}".rstrip("/")
        asked = urlencode(query)
        return f"{base}{below}{('&' if '?' in below else '?') + asked if asked else ''}"

    def _same_host(self, address: str) -> str:
        """The path and query of an address on the same host; a token is shown to no other one."""
        if not address.startswith(f"{self.api}/"):
            raise ForgeError("GitHub menunjuk halaman berikutnya di alamat lain; tidak diikuti.")
        parts = urlsplit(address)
        return f"{parts.path}?{parts.query}"

    def _read(self, target: str) -> Answer:
        kept = self._kept(target)
        tag = {"If-None-Match": kept.tag} if kept else {}
        answer = self.transport.ask("GET", target, self.headers | tag)
        if kept and answer.status == 304:
            headers = HTTPMessage()
            headers["Link"] = kept.link
            return Answer(200, headers, bytes(kept.body))
        if self.cache and answer.status == 200 and (etag := answer.headers.get("ETag")):
            new = _Kept(etag, answer.headers.get("Link", ""), msgspec.Raw(answer.body))
            write_if_changed(self.cache / _name(self.api, target), msgspec.json.encode(new))
        return answer

    def _kept(self, target: str) -> _Kept | None:
        if self.cache is None:
            return None
        try:
            return msgspec.json.decode((self.cache / _name(self.api, target)).read_bytes(), type=_Kept)
        except (OSError, msgspec.DecodeError):
            return None  # it costs one full answer

    def _demand(self, answer: Answer, path: str) -> Answer:
        if 200 <= answer.status < 300:
            return answer
        raise ForgeError(_refused(answer, path), answer.status)

    @staticmethod
    def _shaped(shape: type[T], body: bytes, path: str) -> T:
        try:
            return msgspec.json.decode(body, type=shape)
        except msgspec.DecodeError as error:
            raise ForgeError(f"Jawaban GitHub atas {echo(path)} tidak seperti yang diharapkan: {error}") from error


class _Said(Struct):
    message: str = ""


class _Queried(Struct):
    data: msgspec.Raw = msgspec.Raw(b"null")
    errors: tuple[_Said, ...] = ()


def _name(api: str, target: str) -> str:
    return f"{hashlib.sha256(f'{api} {target}'.encode()).hexdigest()}.json"


def _refused(answer: Answer, path: str) -> str:
    try:
        said = msgspec.json.decode(answer.body, type=_Said).message
    except msgspec.DecodeError:
        said = ""
    told = f" GitHub berkata: {echo(said)}" if said else ""
    if answer.status == 401:
        return f"Kunci akses (GITHUB_TOKEN) tidak diterima GitHub.{told}"
    if answer.status == 403:
        return f"Kunci akses tidak boleh membuka {echo(path)}.{told}"
    if answer.status == 404:
        return f"{echo(path)} tidak ada di GitHub, atau kunci akses tidak boleh melihatnya.{told}"
    if answer.status == 429:
        return EXHAUSTED
    if answer.status >= 500:
        return f"GitHub sedang terganggu (jawaban {answer.status}). Penilaian diulang pada jadwal berikutnya."
    return f"GitHub menolak {echo(path)} (jawaban {answer.status}).{told}"
