"""One request to a forge: a kept connection, a time limit, and a bounded number of attempts."""

import http.client
import time
from collections.abc import Callable, Mapping
from email.message import Message
from urllib.parse import urlsplit

from msgspec import Struct

from paraf.door.text import echo
from paraf.errors import UserError

ATTEMPTS = 4
SECONDS = 20
"""Of silence, after which a request is given up."""
PATIENCE = 60
"""The longest pause that a forge may ask for; whoever asks for more is not waited for."""
LARGEST = 30_000_000
_AGAIN = (429, 500, 502, 503, 504)
_REPEATABLE = ("GET", "PUT", "PATCH", "DELETE")


class ForgeError(UserError):
    """The forge did not give what was asked for; ``status`` is its answer's, ``None`` where none came."""

    def __init__(self, message: str, status: int | None = None) -> None:
        self.status = status
        super().__init__(message)


class Answer(Struct, frozen=True):
    """What came back."""

    status: int
    headers: Message
    body: bytes


class Transport:
    """Requests to one host, one after the other; ``pause`` waits for a number of seconds."""

    def __init__(self, base: str, pause: Callable[[float], None] = time.sleep) -> None:
        parts = urlsplit(base)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ForgeError(f"Alamat forge '{echo(base)}' bukan alamat http atau https.")
        secure = parts.scheme == "https"
        make = http.client.HTTPSConnection if secure else http.client.HTTPConnection
        self.connection = make(parts.hostname, parts.port, timeout=SECONDS)
        self.pause = pause

    def ask(self, method: str, target: str, headers: Mapping[str, str], body: bytes | None = None) -> Answer:
        """The answer, whatever its status; what may be repeated is, while the forge is out of breath.

        Raises ``ForgeError`` when no answer came, or when the forge asks for more patience than there is.
        """
        for attempt in range(1, ATTEMPTS + 1):
            last = attempt == ATTEMPTS or method not in _REPEATABLE
            try:
                answer = self._once(method, target, headers, body)
            except (OSError, http.client.HTTPException) as error:
                self.connection.close()
                if last:
                    raise ForgeError(_silent(error)) from error
                self.pause(2 ** (attempt - 1))
                continue
            wait = _wanted(answer)
            if wait is None and answer.status not in _AGAIN:
                return answer
            if last and wait is None:
                return answer
            if attempt == ATTEMPTS or (wait or 0) > PATIENCE:
                raise ForgeError(_exhausted(answer), answer.status)
            self.pause(wait if wait is not None else 2 ** (attempt - 1))
        raise AssertionError("the last attempt returns or raises")

    def _once(self, method: str, target: str, headers: Mapping[str, str], body: bytes | None) -> Answer:
        self.connection.request(method, target, body, dict(headers))
        response = self.connection.getresponse()
        data = response.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise http.client.HTTPException("too long")
        return Answer(response.status, response.headers, data)


def _wanted(answer: Answer) -> float | None:
    """How long the forge asks to wait; ``None`` when it does not ask."""
    if answer.status not in (403, 429):
        return None
    after = answer.headers.get("Retry-After", "")
    if after.isascii() and after.isdigit():
        return float(after[:9])
    if answer.headers.get("X-RateLimit-Remaining") == "0":
        reset = answer.headers.get("X-RateLimit-Reset", "")
        return max(0.0, float(reset[:12]) - time.time()) if reset.isascii() and reset.isdigit() else PATIENCE + 1.0
    return None


def _silent(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return f"GitHub tidak menjawab dalam {SECONDS} detik. Coba lagi nanti."
    return "GitHub tidak dapat dihubungi. Periksa sambungan internet, lalu coba lagi."


def _exhausted(answer: Answer) -> str:
    if answer.status in (403, 429):
        return "Batas jumlah permintaan ke GitHub habis. Penilaian diulang pada jadwal berikutnya."
    return f"GitHub sedang terganggu (jawaban {answer.status}). Penilaian diulang pada jadwal berikutnya."
