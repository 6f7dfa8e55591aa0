"""``di-luar-sop.yml`` against the SOP and the office: the step is there, and so is every deadline that is named."""

from collections.abc import Iterator

from paraf.door.decode import Source
from paraf.door.keys import listing
from paraf.errors import Fault
from paraf.sop.forms.beyond import BeyondFile
from paraf.sop.forms.office import OfficeFile
from paraf.sop.model import Sop


def check_beyond(sop: Sop | None, office: OfficeFile | None, source: Source[BeyondFile]) -> list[Fault]:
    """Every fault of ``di-luar-sop.yml`` against what of the others can be read."""
    return list(_faults(sop, office, source))


def _faults(sop: Sop | None, office: OfficeFile | None, source: Source[BeyondFile]) -> Iterator[Fault]:
    file = source.value
    if sop and file.sesudah not in sop.steps:
        message = f"langkah {file.sesudah} tidak ada di {sop.file}"
        yield Fault(source.place("sesudah"), message, "tulis kode langkah yang ada di SOP")
    known = [limit.perihal for limit in office.batas_waktu] if office else []
    seen: set[str] = set()
    for index, matter in enumerate(file.hal):
        if matter.nama in seen:
            yield Fault(source.place("hal", index, "nama"), f"hal '{matter.nama}' ditulis dua kali", "hapus salah satu")
        seen.add(matter.nama)
        if office and matter.batas_waktu is not None and matter.batas_waktu not in known:
            place = source.place("hal", index, "batas_waktu")
            message = f"batas waktu '{matter.batas_waktu}' tidak ada di sop/instansi.yml"
            repair = f"pakai salah satu perihalnya: {listing(known)}" if known else "tulis dulu di batas_waktu di sana"
            yield Fault(place, message, repair)
