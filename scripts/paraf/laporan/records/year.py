"""All evidence of a report year: every file read, what does not belong, the matrix that asks for answers."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property

from msgspec import Struct, structs

from paraf.door.text import sized
from paraf.errors import Fault
from paraf.finding import Place
from paraf.laporan.records.names import FILES, record_of_file
from paraf.laporan.records.reading import EvidenceRecord, Forms, Reading, read_evidence
from paraf.laporan.records.scans import scan_faults, scans
from paraf.laporan.report import Report
from paraf.sop.forms.evidence import Rows


class Asked(Struct, frozen=True):
    """A row of a matrix that has to be answered: its number, and where it stands."""

    number: int
    place: Place


class YearEvidence(Struct, frozen=True, dict=True):
    """``readings`` in the order of the files; ``faults`` of files that are no evidence and belong to none."""

    forms: Forms
    readings: tuple[Reading, ...]
    foreign: tuple[Fault, ...]

    @cached_property
    def records(self) -> Mapping[str, EvidenceRecord]:
        """Every valid record by its path below the year."""
        return {reading.record.name.path: reading.record for reading in self.readings if reading.record}

    @cached_property
    def asked(self) -> tuple[Asked, ...]:
        """Every row that has to be answered, of all valid records."""
        return tuple(row for record in self.records.values() for row in _asked(record))

    @cached_property
    def unread(self) -> tuple[Reading, ...]:
        """The files that could not be accepted although they belong here."""
        return tuple(reading for reading in self.readings if reading.faults and not reading.foreign)


def read_year(forms: Forms, sheets: frozenset[str], report: Report, today: date) -> YearEvidence:
    """Read everything in ``bukti/``; scans belong there when a record names them, hidden files are nobody's."""
    texts = {name: data for name, data in report.evidence.items() if not _plain(name)}
    read = (read_evidence(forms, report.year, name, data, today, sheets) for name, data in sorted(texts.items()))
    readings = [
        structs.replace(one, faults=tuple(sized(one.faults, report.folder, report.sizes))) if one.faults else one
        for one in read
    ]
    readings = [_with_scans(one, report.seals) for one in readings]
    named = {filed.path for one in readings if one.record for _, filed in scans(one.record)}
    # What a faulty record names is not known; the record itself is told.
    named |= {name for name in report.evidence if record_of_file(name) in {one.name for one in readings if one.faults}}
    foreign = [fault for reading in readings if reading.foreign for fault in reading.faults]
    for name in sorted(report.evidence):
        hidden = any(part.startswith(".") for part in name.split("/"))
        if _plain(name) and not hidden and name not in named:
            message = "berkas ini tidak disebut oleh bukti mana pun"
            repair = "sebut namanya dan sidik jari digitalnya pada bukti langkahnya, atau pindahkan dari folder ini"
            foreign.append(Fault(Place(f"{report.folder}/{name}", 1, 1), message, repair))
    foreign += _gaps(readings)
    return YearEvidence(forms, tuple(readings), tuple(sorted(foreign)))


def _plain(name: str) -> bool:
    """A scan or a hidden file: nothing that the reader could read."""
    return name.lower().endswith(FILES) or any(part.startswith(".") for part in name.split("/"))


def _with_scans(reading: Reading, seals: Mapping[str, str]) -> Reading:
    """A record that names another file than lies beside it is not valid."""
    faults = tuple(scan_faults(reading.record, seals)) if reading.record else ()
    return structs.replace(reading, record=None, faults=faults) if faults else reading


def _gaps(readings: list[Reading]) -> Iterator[Fault]:
    """A later record needs the first one, the third edition the second."""
    names = {reading.name for reading in readings if reading.name}
    for reading in readings:
        name = reading.name
        if name is None or reading.foreign or name.number == 1:
            continue
        before = type(name)(name.step, name.edition, name.number - 1)
        if before not in names:
            message = f"bukti ini mendahului {before.path}, yang belum ada"
            yield Fault(Place(reading.file, 1, 1), message, f"simpan sebagai {before.path}")


def _asked(record: EvidenceRecord) -> Iterator[Asked]:
    for field in record.form.fields if record.form else ():
        if isinstance(field, Rows) and field.dijawab == "ya" and field.number:
            for index, row in enumerate(record.rows(field)):
                place = record.source.place(field.kunci, index, field.number)
                yield Asked(getattr(row, field.number), place)
