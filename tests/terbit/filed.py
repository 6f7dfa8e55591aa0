"""The sample's edition without any document, with a printed one filed beside its evidence, with a signed one filed later."""

from functools import cache
from hashlib import sha256

from msgspec.structs import replace

from paraf.alur.content import REGULAR
from paraf.laporan.records.names import EvidenceName
from paraf.terbit.edition import Edition
from paraf.terbit.judging import judge
from paraf.terbit.states import source_of
from terbit.years import NOW, YEAR, files, here

PDF = b"%PDF-1.7 cetakan LAKIP contoh\n"
SIGNED = b"%PDF-1.7 bertanda tangan\n"
RECORD = EvidenceName("B12")


@cache
def published() -> Edition:
    """The sample as it is published."""
    (found,), refused = judge(here(), NOW)
    assert refused is None
    return found


def _undocumented() -> bytes:
    """The record of the sample as long as no document was filed with it."""
    return b"".join(row for row in files()[RECORD.path].splitlines(keepends=True) if not row.startswith(b"  naskah:"))


def with_files(changed: dict[str, bytes]) -> Edition:
    """The edition with these files beside it, and no document but them."""
    plain = {path: data for path, data in files().items() if not path.endswith(".pdf")}
    held = plain | {RECORD.path: _undocumented()} | changed
    return replace(
        published(), source=source_of(YEAR, "folder ini", {path: (REGULAR, data) for path, data in held.items()})
    )


def edition() -> Edition:
    """The edition without any document."""
    return with_files({})


def naming(data: bytes, name: str, record: EvidenceName = RECORD) -> dict[str, bytes]:
    """A record that names a file, and the file beside it."""
    seal = sha256(data).hexdigest()
    if record.number > 1:
        text = (
            f"skema: 1\nlangkah: {record.step}\nalasan: Berkas bertanda tangan diterima kemudian.\ntanda_tangan:\n"
            "  oleh: kadin\n  tanggal: 2026-02-23\n  cara: elektronik\n  arsip: Lemari arsip (contoh)\n"
            f"  pindaian: {{nama: {name}, sidik: {seal}}}\n"
        )
    else:
        text = f"{_undocumented().decode().rstrip()}\n  naskah: {{nama: {name}, sidik: {seal}}}\n"
    return {record.path: text.encode(), f"bukti/{name}": data}
