"""The HTTP server on a loopback port: one connection, one thread; the state is changed by one at a time."""

import socket
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from paraf.adapters.forge_double.answering import Answer, Request
from paraf.adapters.forge_double.clock import Clock

Respond = Callable[[Request], Answer]


class Handler(BaseHTTPRequestHandler):
    """Reads a request whole, lets it be answered, writes the answer at once."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1
    timeout = 60
    respond: Respond
    clock: Clock

    def _any(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = Request(self.command, self.path, headers, self._body(headers))
        answer = self.respond(request)
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if answer.status not in (204, 304):
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if answer.status not in (204, 304) and self.command != "HEAD":
            self.wfile.write(answer.body)
        self.wfile.flush()

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = _any  # noqa: N815 names of the standard library

    def _body(self, headers: dict[str, str]) -> bytes:
        if headers.get("transfer-encoding", "").lower() == "chunked":
            return b"".join(self._chunks())
        return self.rfile.read(int(headers.get("content-length") or 0))

    def _chunks(self) -> list[bytes]:
        found: list[bytes] = []
        while size := int(self.rfile.readline().split(b";")[0].strip() or b"0", 16):
            found.append(self.rfile.read(size))
            self.rfile.readline()
        while self.rfile.readline().strip():
            pass
        return found

    def date_time_string(self, timestamp: float | None = None) -> str:
        """The header ``Date``: the double's time too."""
        return super().date_time_string(self.clock.seconds if timestamp is None else timestamp)

    def log_message(self, *_: Any) -> None:
        """Says nothing."""


class Server(ThreadingHTTPServer):
    """Listens on 127.0.0.1, on a port that is free."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self, respond: Respond, clock: Clock) -> None:
        handler = type("Bound", (Handler,), {"respond": staticmethod(respond), "clock": clock})
        super().__init__(("127.0.0.1", 0), handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Whoever hung up is not mourned; anything else is a fault of the double and shall be seen."""
        import sys

        if not isinstance(sys.exception(), (ConnectionError, TimeoutError, socket.timeout)):
            super().handle_error(request, client_address)

    @property
    def url(self) -> str:
        """Where it is reached."""
        return f"http://127.0.0.1:{self.server_address[1]}"
