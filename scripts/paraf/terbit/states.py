"""A state of a year's files made of the bytes alone, so that what is hashed is what is read and published."""

import hashlib
from collections.abc import Collection, Mapping

from msgspec.structs import replace

from paraf.alur.content import REGULAR, below
from paraf.alur.facts import Blob
from paraf.door.text import MAX_BYTES
from paraf.laporan.records.names import FOLDER
from paraf.laporan.report import Report, is_scan, is_text, read_report
from paraf.terbit.edition import Source

Entries = Mapping[str, tuple[str, bytes]]
"""Files by path below the year's folder: their mode as Git writes it, and their bytes; of a link none."""


def source_of(year: int, named: str, entries: Entries) -> Source:
    """A state; whatever is no regular file has no bytes to be published."""
    return Source(
        named=named,
        files=_regular(entries),
        tree={below(year) + path: _blob(*entry) for path, entry in entries.items()},
        report=report_of(year, entries),
    )


def with_evidence(source: Source, now: Source, without: Collection[str]) -> Source:
    """A state with the evidence that lies here now, but for some of it, by path below the year's folder.

    Evidence is only added, and what lies here was verified; an earlier state may hold anything that was taken back since.
    """
    found = {path: data for path, data in now.files.items() if path.startswith(FOLDER) and path not in without}
    files = {path: data for path, data in source.files.items() if not path.startswith(FOLDER)} | found
    told = {path: data for path, data in now.report.evidence.items() if path in found}
    return replace(source, files=files, report=replace(source.report, evidence=told))


def report_of(year: int, entries: Entries) -> Report:
    """The report that the files make, as the other commands read it."""
    files = _regular(entries)
    read = {path: data[: MAX_BYTES + 1] if is_text(path) else b"" for path, data in files.items()}
    sizes = {path: len(data) for path, data in files.items()}
    seals = {path: hashlib.sha256(data).hexdigest() for path, data in files.items() if is_scan(path)}
    return read_report(year, read, sizes, seals)


def _regular(entries: Entries) -> dict[str, bytes]:
    return {path: data for path, (mode, data) in entries.items() if mode == REGULAR}


def _blob(mode: str, data: bytes) -> Blob:
    return Blob(mode, hashlib.sha256(data).hexdigest(), len(data))
