"""What a record names and what lies beside it: the scans, the printed document and the signed one, known by their SHA-256."""

from collections.abc import Iterator, Mapping
from typing import Literal

from msgspec import Struct

from paraf.door.text import echo
from paraf.errors import Fault
from paraf.laporan.records.names import FOLDER, record_of_file
from paraf.laporan.records.reading import EvidenceRecord
from paraf.laporan.records.shape import Scanned, plain_digest
from paraf.laporan.records.values import Cell
from paraf.sop.forms.evidence import Scan

Download = Literal["naskah", "bertanda tangan"]


class Filed(Struct, frozen=True):
    """A file that a record names: where it lies below the year, and the SHA-256 that the record gives it."""

    path: str
    sha256: str


def scans(record: EvidenceRecord) -> Iterator[tuple[Cell, Filed]]:
    """Every file that a record names, with the field that names it."""
    for cell in record.cells:
        if isinstance(cell.value, Scanned):
            yield cell, Filed(f"{FOLDER}{cell.value.nama}", plain_digest(cell.value.sidik))


def scan_faults(record: EvidenceRecord, seals: Mapping[str, str]) -> Iterator[Fault]:
    """Every file beside the record that is not what the record says; ``seals`` are the digests of all that lie there.

    What lies elsewhere, in an archive, is nobody's fault here, unless the readers are to download it.
    """
    for cell, filed in scans(record):
        place = record.source.place(*cell.route)
        name = filed.path.removeprefix(FOLDER)
        there = seals.get(filed.path)
        document = isinstance(cell.field, Scan) and cell.field.unduhan == "naskah"
        if there is None and not document:
            continue
        if record_of_file(filed.path) != record.name:
            stem = record.name.path.removeprefix(FOLDER).removesuffix(".yml")
            message = f"{echo(name)} bukan nama berkas milik bukti ini"
            yield Fault(place, message, f"namai {stem}-… dengan huruf kecil, misalnya {stem}-lakip.pdf")
        elif there is None:
            yield Fault(place, f"{echo(name)} tidak ada di folder {FOLDER}", "unggah berkasnya di samping bukti ini")
        elif there != filed.sha256:
            message = f"{echo(name)} bukan berkas yang sidik jarinya tertulis di sini"
            yield Fault(place, message, f"unggah berkas yang benar, atau tulis sidik jarinya: {there}")


def downloads(records: Mapping[str, EvidenceRecord], step: str, edition: int = 1) -> dict[Download, Filed]:
    """What the readers of a published report download, by the evidence of its step; a later record speaks last."""
    found: dict[Download, Filed] = {}
    own = [one for one in records.values() if (one.name.step, one.name.edition) == (step, edition)]
    for record in sorted(own, key=lambda one: one.name):
        for cell, filed in scans(record):
            if isinstance(cell.field, Scan) and cell.field.unduhan:
                found[cell.field.unduhan] = filed
    return found
