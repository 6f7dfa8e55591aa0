"""What ``paraf periksa --perbaiki`` shows: the difference it makes, and what it did; pure."""

import difflib
from collections.abc import Sequence

from msgspec import Struct

from paraf.finding import Fix


class Repair(Struct, frozen=True):
    """A file before and after its repairs, as text, and the repairs that were made."""

    file: str
    before: str
    after: str
    fixes: tuple[Fix, ...]


def difference(repair: Repair) -> str:
    """The unified difference of one file under an Indonesian heading."""
    rows = difflib.unified_diff(
        repair.before.splitlines(),
        repair.after.splitlines(),
        f"semula   {repair.file}",
        f"menjadi  {repair.file}",
        lineterm="",
        n=1,
    )
    return "\n".join([f"Perbaikan pada {repair.file}:", *rows])


def done(repairs: Sequence[Repair], *, trial: bool) -> str:
    """One line that says how much was repaired, or would be."""
    places, files = sum(len(repair.fixes) for repair in repairs), len(repairs)
    if not repairs:
        return "Tidak ada yang dapat diperbaiki otomatis."
    if trial:
        return f"Dapat diperbaiki: {places} tempat di {files} berkas. Tidak ada yang ditulis."
    return f"Sudah diperbaiki: {places} tempat di {files} berkas."
