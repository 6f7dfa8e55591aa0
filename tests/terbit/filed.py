"""The sample's edition with a printed document filed beside its evidence, and with a signed one filed later."""

from hashlib import sha256

from msgspec.structs import replace

from paraf.laporan.records.names import EvidenceName
from paraf.terbit.edition import Edition
from paraf.terbit.judging import judge
from terbit.years import NOW, files, here, state

PDF = b"%PDF-1.7 cetakan LAKIP contoh\n"
SIGNED = b"%PDF-1.7 bertanda tangan\n"
RECORD = EvidenceName("B12")


def edition() -> Edition:
    """The sample as it is published."""
    (found,), refused = judge(here(), NOW)
    assert refused is None
    return found


def naming(data: bytes, name: str, record: EvidenceName = RECORD) -> dict[str, bytes]:
    """A record that names a file, and the file beside it."""
    seal = sha256(data).hexdigest()
    if record.number > 1:
        head = f"skema: 1\nlangkah: {record.step}\nalasan: Berkas bertanda tangan diterima kemudian.\n"
        signed = f"tanda_tangan:\n  pindaian: {{nama: {name}, sidik: {seal}}}\n"
        lines = f"{head}tanda_tangan:\n  oleh: kadin\n  tanggal: 2026-02-23\n  cara: elektronik\n  arsip: Lemari arsip (contoh)\n"
        return {record.path: (lines + signed.partition("\n")[2]).encode(), f"bukti/{name}": data}
    text = files()[record.path].decode().rstrip("\n")
    return {record.path: f"{text}\n  naskah: {{nama: {name}, sidik: {seal}}}\n".encode(), f"bukti/{name}": data}


def with_files(changed: dict[str, bytes]) -> Edition:
    """The edition with other files beside it."""
    return replace(edition(), source=state(changed))
