"""One at a time: two builds of the same repository would write the same folders."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from paraf.adapters.files import own_file
from paraf.errors import UsageError

_FILE = "build/.giliran"
_SECONDS = 120.0
_PAUSE = 0.1

if sys.platform == "win32":
    import msvcrt

    def _take(stream: BinaryIO) -> bool:
        try:
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _take(stream: BinaryIO) -> bool:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # a storage that knows no locks: nobody there can wait for anybody
            return True
        return True


@contextmanager
def turn(root: Path, tell: Callable[[str], None], seconds: float = _SECONDS) -> Iterator[None]:
    """Wait until no other process builds this repository; the system ends the turn of one that was killed."""
    with own_file(root, _FILE).open("ab") as stream:
        until = time.monotonic() + seconds
        told = False
        while not _take(stream):
            if time.monotonic() > until:
                raise UsageError("Situs ini sedang dibangun oleh proses lain. Tunggu sampai selesai, lalu ulangi.")
            if not told:
                tell("Situs ini sedang dibangun oleh proses lain; menunggu giliran …")
            told = True
            time.sleep(_PAUSE)
        yield
