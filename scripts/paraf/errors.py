"""The kinds of trouble that are not findings.

Three kinds never mix: a ``Finding`` lies in a document and is reported; a ``UserError`` lies in the data or the
call and stops the command with exit code 2; everything else is a bug of ours and ends with exit code 3.
"""

import errno
from collections.abc import Sequence

from msgspec import Struct

from paraf.finding import Place


class Fault(Struct, frozen=True, order=True):
    """One reason why data could not be accepted: the place, what is wrong, how to repair it (Indonesian)."""

    place: Place
    message: str
    repair: str


_REASONS = {
    errno.EACCES: "izin ditolak",
    errno.EPERM: "izin ditolak",
    errno.ENOSPC: "penyimpanan penuh",
    errno.EROFS: "penyimpanan ini hanya dapat dibaca",
    errno.EISDIR: "itu folder, bukan berkas",
    errno.ENOTDIR: "sebagian alamatnya berkas, bukan folder",
    errno.ENOENT: "tidak ada",
    errno.EADDRINUSE: "sedang dipakai program lain",
    errno.EBUSY: "sedang dipakai program lain",
    errno.EDQUOT: "jatah penyimpanan habis",
    errno.EFBIG: "berkasnya terlalu besar untuk penyimpanan ini",
    errno.EIO: "penyimpanannya tidak menjawab dengan benar",
    errno.ESTALE: "penyimpanan jaringan terputus",
    errno.ETIMEDOUT: "terlalu lama tidak ada jawaban",
    errno.EMFILE: "terlalu banyak berkas terbuka",
    errno.ENFILE: "terlalu banyak berkas terbuka",
    errno.ENOMEM: "memori habis",
    errno.ELOOP: "tautannya berputar",
    errno.ENAMETOOLONG: "namanya terlalu panjang",
    errno.ENOTEMPTY: "foldernya tidak kosong",
    errno.EEXIST: "sudah ada",
    errno.EXDEV: "letaknya di penyimpanan lain",
}


def reason(error: OSError) -> str:
    """Why the operating system refused, in Indonesian where we know the words."""
    return _REASONS.get(error.errno or 0, f"galat sistem nomor {error.errno}")


def is_refusal(error: OSError) -> bool:
    """Whether the system refused for a reason we have words for; another number may as well be a bug of ours."""
    return error.errno in _REASONS


class UserError(Exception):
    """Something the user can repair; ``str()`` is the whole Indonesian message."""


class UsageError(UserError):
    """The call cannot be carried out as it was given."""


class DataError(UserError):
    """The data were refused; carries every fault that was found, ordered by place."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(sorted(faults))
        super().__init__(f"{len(self.faults)} kesalahan pada data")
