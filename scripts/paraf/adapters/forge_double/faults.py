"""A forge that fails on demand: refusals, silence, a second page that breaks."""

import re

from msgspec import Struct, field

MESSAGES = {
    401: "Bad credentials",
    403: "Resource not accessible by integration",
    404: "Not Found",
    429: "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.",
    500: "Server Error",
    502: "Server Error",
    503: "Service Unavailable",
    504: "We couldn't respond to your request in time. Sorry about that.",
}


class Fault(Struct):
    """One failure that waits to happen.

    ``path`` is a regular expression for the whole path without the query. ``times`` counts down (-1: for ever).
    ``page`` lets the other pages of a list pass. ``hangs`` says nothing for so many seconds before it answers;
    with ``status`` 200 it then answers as if nothing had been, unless there is a ``body`` to say instead.
    """

    method: str
    path: str
    status: int = 502
    times: int = 1
    page: int | None = None
    hangs: float = 0.0
    headers: dict[str, str] = field(default_factory=dict)
    body: str | None = None

    def meets(self, method: str, path: str, page: int) -> bool:
        """Whether it happens to this request; then it is counted."""
        if self.times == 0 or self.method not in ("*", method) or not re.fullmatch(self.path, path):
            return False
        if self.page is not None and self.page != page:
            return False
        self.times -= 1 if self.times > 0 else 0
        return True
