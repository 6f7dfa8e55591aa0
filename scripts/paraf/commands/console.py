"""Where commands write: results on stdout, narration on stderr; and the words shared by all that is said there."""

import errno
import io
import os
import sys
from typing import TYPE_CHECKING, TextIO

from paraf.door.regex import regex

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

_GONE = (errno.EPIPE, errno.EINVAL)  # Windows reports a closed pipe as an invalid argument

_STEERING = regex("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_ORDER = regex(r"(?m)^[^\S\n]*::|##(?=\[)")


class Outlet(io.RawIOBase):
    """One of the two places to write to, which may be closed, full, or gone by now.

    What it cannot take is dropped, so that a command ends with its own exit code; ``trouble`` says why.
    """

    def __init__(self, stream: TextIO | None) -> None:
        super().__init__()
        self.trouble: OSError | None = None
        binary = stream.buffer if stream else io.FileIO(os.devnull, "w")
        self._inner = getattr(binary, "raw", binary)

    def text(self) -> io.TextIOWrapper:
        """A text stream that ends here."""
        return _Harmless(io.BufferedWriter(self), encoding="utf-8", errors="replace", line_buffering=True)

    @property
    def lost(self) -> OSError | None:
        """Why something was not written, unless the reader simply left (``| head``)."""
        return None if self.trouble and self.trouble.errno in _GONE else self.trouble

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return bool(self._inner.isatty())

    def fileno(self) -> int:
        return int(self._inner.fileno())

    def write(self, data: "ReadableBuffer", /) -> int | None:
        if self.trouble is None:
            try:
                return int(self._inner.write(data))
            except OSError as error:
                self.trouble = error
        return memoryview(data).nbytes


class _Harmless(io.TextIOWrapper):
    """Text in which nothing steers a terminal or the machine of a workflow, whatever a file is called or somebody typed."""

    def write(self, text: str, /) -> int:
        shown = _STEERING.sub("?", text)
        if os.environ.get("GITHUB_ACTIONS"):  # where a line that begins with two colons, or holds ##[, is an order
            shown = _ORDER.sub(lambda found: " ".join(found[0]), shown)
        super().write(shown)
        return len(text)


def result(text: str) -> None:
    """Print what was asked for."""
    sys.stdout.write(text + "\n")


def order(text: str) -> None:
    """Print lines that the machine of a workflow shall obey; what is in them must be escaped (threats T58)."""
    if isinstance(sys.stdout, _Harmless):
        io.TextIOWrapper.write(sys.stdout, _STEERING.sub("?", text) + "\n")
    else:
        result(text)


def narrate(text: str) -> None:
    """Tell what is happening; never part of a result."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def program() -> str:
    """What the caller types before a command: ``mulai.py`` tells us when it stands in between."""
    return os.environ.get("PARAF_PERINTAH") or "paraf"


def echo(value: str) -> str:
    """A word the caller gave, short enough for a sentence and without anything a terminal would obey."""
    shown = "".join(letter if letter.isprintable() else "?" for letter in value[:61])
    return shown if len(shown) <= 60 else shown[:59] + "…"


def trouble(error: Exception) -> str | None:
    """What the user can repair, told as it is; ``None`` for what is ours."""
    from paraf.door.text import visible
    from paraf.errors import DataError, UserError, is_refusal, reason
    from paraf.views.report import faults_text

    if isinstance(error, DataError):
        return faults_text(error.faults)
    if isinstance(error, UserError):
        return str(error)
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return "Penyimpanan penuh. Kosongkan sebagian, lalu ulangi."
    if isinstance(error, OSError) and error.filename:
        return f"{visible(str(error.filename))} tidak dapat dipakai: {reason(error)}."
    if isinstance(error, OSError) and is_refusal(error):
        return f"Pekerjaan ini dihentikan oleh sistem: {reason(error)}. Perbaiki dulu, lalu ulangi."
    return None
