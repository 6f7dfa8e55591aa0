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
EXHAUSTED = "Batas jumlah permintaan ke GitHub habis. Penilaian diulang pada jadwal berikutnya."
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

    def __init__(self, base: str, pause: Callable[[float], None] | None = None) -> None:
        try:
            parts = urlsplit(base)
            port, known = parts.port, parts.scheme in ("http", "https") and parts.hostname
        except ValueError:  # a port or a bracket that is none
            known = None
        if not known:
            raise ForgeError(f"Alamat forge '{echo(base)}' bukan alamat http atau https.")
        secure = parts.scheme == "https"
        make = http.client.HTTPSConnection if secure else http.client.HTTPConnection
        self.connection = make(known, port, timeout=SECONDS)
        self.pause = pause or time.sleep

    def ask(self, method: str, target: str, headers: Mapping[str, str], body: bytes | None = None) -> Answer:
        """The answer, whatever its status; what may be repeated is, while the forge is out of breath.

        Raises ``ForgeError`` when no answer came, or when the forge asks for more patience than there is.
        """
        for attempt in range(ATTEMPTS):
            last = attempt == ATTEMPTS - 1
            repeatable = method in _REPEATABLE
            pause: float = 2**attempt
            try:
                answer = self._once(method, target, headers, body)
            except (OSError, http.client.HTTPException) as error:
                self.connection.close()
                if last or not repeatable:
                    raise ForgeError(_silent(error)) from error
            else:
                wait = _wanted(answer)
                if wait is not None and wait > PATIENCE:
                    raise ForgeError(EXHAUSTED, answer.status)
                # What was refused for its number was not done, so that any request may be repeated then.
                again = wait is not None or (repeatable and answer.status in _AGAIN)
                if last or not again:
                    return answer
                pause = wait if wait is not None else pause
            self.pause(pause)
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
