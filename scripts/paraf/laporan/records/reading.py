"""Evidence files to typed records, or every fault: total, an answer for any name and any bytes."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from msgspec import Struct

from paraf.door.decode import Source, load
from paraf.door.keys import listing
from paraf.errors import Fault
from paraf.finding import Place
from paraf.laporan.records.holding import Span, day_faults, holding_faults
from paraf.laporan.records.names import EvidenceName, read_name
from paraf.laporan.records.shape import Sheet, shape_of
from paraf.laporan.records.values import Cell, cells, days
from paraf.sop.evidence import EvidenceForm
from paraf.sop.forms.evidence import AnyField, Group, Rows
from paraf.sop.repository import EVIDENCE, PAPERS

Forms = Mapping[str, EvidenceForm]


class EvidenceRecord(Struct, frozen=True):
    """A valid record. ``form`` is ``None`` for a sheet that was signed on paper (``sheet``)."""

    name: EvidenceName
    source: Source[Any]
    form: EvidenceForm | None = None

    @property
    def sheet(self) -> Sheet | None:
        """The sheet of an approval on paper."""
        return self.source.value if isinstance(self.source.value, Sheet) else None

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Every field with its value, ``None`` where it is blank."""
        return tuple(cells(self.form.fields, self.source.value)) if self.form else ()

    @property
    def days(self) -> tuple[date, ...]:
        """The days on which the step was done, earliest first."""
        return (self.source.value.tanggal,) if self.form is None else days(self.cells)

    def rows(self, asked: Rows) -> tuple[Any, ...]:
        """The rows of a field, none where it is blank."""
        return getattr(self.source.value, asked.kunci) or ()


class Reading(Struct, frozen=True):
    """What became of a file: the record, or why there is none. Without ``name`` it is no evidence file at all."""

    file: str
    name: EvidenceName | None
    record: EvidenceRecord | None
    faults: tuple[Fault, ...]
    foreign: bool = False
    """The file does not belong here, whatever it holds."""


def read_evidence(
    forms: Forms, year: int, path: str, data: bytes, today: date, sheets: frozenset[str] = frozenset()
) -> Reading:
    """Read one file below ``lakip/<year>/``. ``sheets``: the steps that may be approved on paper."""
    file = f"lakip/{year}/{path}"
    name = read_name(path)
    if name is None:
        message = "nama berkas ini tidak dikenal sebagai bukti, jadi isinya tidak dibaca"
        example = f"bukti/{next(iter(forms), 'langkah').lower()}.yml"
        return Reading(
            file, None, None, (Fault(Place(file, 1, 1), message, f"tulis misalnya {example}"),), foreign=True
        )
    if name.on_paper:
        return _sheet(file, name, data, sheets, Span(date(year, 1, 1), today))
    form = forms.get(name.step)
    if form is None:
        message = f"langkah {name.step} tidak meminta bukti pelaksanaan"
        repair = f"pakai nama langkah yang memintanya: {listing(forms)}"
        if not forms:
            message = f"bukti ini tidak dapat diperiksa, karena {EVIDENCE} atau {PAPERS} tidak ada"
            repair = f"tulis {PAPERS} dan {EVIDENCE}"
        return Reading(file, name, None, (Fault(Place(file, 1, 1), message, repair),), foreign=True)
    source, faults = load(shape_of(form, name.number > 1), file, data)
    if source:
        span = Span(date(year, form.first_month, 1), today)
        faults = [*_whole(source, form, name), *holding_faults(source, tuple(cells(form.fields, source.value)), span)]
    record = EvidenceRecord(name, source, form) if source and not faults else None
    return Reading(file, name, record, tuple(sorted(faults)))


def _sheet(file: str, name: EvidenceName, data: bytes, allowed: frozenset[str], span: Span) -> Reading:
    if name.step not in allowed:
        message = f"langkah {name.step} tidak dapat disetujui di atas kertas"
        repair = "minta persetujuan di halaman naskahnya, atau izinkan perannya pada kertas.boleh di naskah.yml"
        return Reading(file, name, None, (Fault(Place(file, 1, 1), message, repair),), foreign=True)
    source, faults = load(Sheet, file, data)
    if source:
        faults += day_faults(source, ("tanggal",), source.value.tanggal, span)
        if source.value.langkah != name.step:
            message = f"langkahnya {source.value.langkah}, padahal nama berkasnya {name.step}"
            faults.append(Fault(source.place("langkah"), message, f"tulis {name.step}, atau betulkan nama berkasnya"))
    record = EvidenceRecord(name, source) if source and not faults else None
    return Reading(file, name, record, tuple(sorted(faults)))


def _whole(source: Source[Any], form: EvidenceForm, name: EvidenceName) -> Iterator[Fault]:
    """A later record holds at least one word, and whatever word it holds wholly."""
    if name.number == 1:
        return
    begun = [kind for kind in form.kinds if any(_holds(source.value, one) for one in kind.isian)]
    if not begun:
        words = listing(kind.nama for kind in form.kinds)
        yield Fault(source.place(), "bukti susulan ini belum berisi apa pun", f"isi salah satu: {words}")
    for kind in begun:
        for one in kind.isian:
            if one.wajib == "ya" and not _holds(source.value, one):
                message = f"{one.sebutan} belum diisi"
                yield Fault(source.place(one.kunci), message, f"isi {one.kunci}: {one.panduan}")


def _holds(value: Any, asked: AnyField) -> bool:
    written = getattr(value, asked.kunci)
    return bool(written) if isinstance(asked, (Group, Rows)) else written is not None
