"""CSV as Indonesian Excel writes it (``;`` or ``,`` or tabs, BOM, CRLF, ``sep=;``) to rows of named cells with their places."""

import csv
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from paraf.door.keys import describe_unknown, listing
from paraf.door.regex import regex
from paraf.door.text import echo, text_of
from paraf.errors import Fault
from paraf.finding import Place
from paraf.laporan.numbers import Unclear, read_number

_BOM = b"\xef\xbb\xbf"
_DELIMITERS = ";,\t"
_DECLARED = regex(r'"?sep=(.)"?', re.IGNORECASE)
_SAVE = "di Excel: Simpan Sebagai, jenis “CSV UTF-8”"
MAX_CELL, MAX_LINE, MAX_LINES = 2000, 20_000, 20_000
"""Letters of a cell and of a line, lines of a sheet."""


class Cell(Struct, frozen=True):
    """One cell on one line, without the spaces around it."""

    text: str
    place: Place


Row = dict[str, Cell]


def read_sheet(
    file: str, data: bytes, columns: Sequence[str] | None, optional: Sequence[str] = ()
) -> tuple[list[Row], list[Fault]]:
    """Every row that is not empty, by column name; a row is left out when its shape is wrong.

    ``columns`` must be there, ``optional`` ones may; ``None``: whatever columns the first line names.
    """
    text, faults = text_of(file, data.removeprefix(_BOM))
    faults = [fault for fault in faults if fault.message != "jorokan memakai tab"]
    if text is None or faults:
        return [], [_for_a_sheet(fault) for fault in faults]
    lines = text.split("\n")
    start = next((number for number, line in enumerate(lines) if line.strip()), 0)
    declared = _DECLARED.fullmatch(lines[start].strip(" "))
    start += bool(declared)
    head = next((line for line in lines[start:] if line.strip()), "")
    delimiter = declared[1] if declared else max(_DELIMITERS, key=head.count)
    if too_much := _too_much(file, lines):
        return [], [too_much]
    sheet = _Sheet(file, lines, delimiter, columns, optional)
    sheet.read(start)
    return sheet.rows, sheet.faults


def _for_a_sheet(fault: Fault) -> Fault:
    """Who has a sheet has a spreadsheet, so the repair is a menu of it."""
    return Fault(fault.place, fault.message, _SAVE) if "UTF-8" in fault.repair else fault


def _too_much(file: str, lines: Sequence[str]) -> Fault | None:
    """More than a sheet of a report can hold, before any of it is looked at closely."""
    if len(lines) > MAX_LINES:
        message = f"berkas ini {len(lines)} baris; paling banyak {MAX_LINES}"
        return Fault(Place(file, MAX_LINES + 1, 1), message, "sisakan barisnya yang perlu saja")
    number = next((number for number, line in enumerate(lines, start=1) if len(line) > MAX_LINE), None)
    if number is None:
        return None
    message = f"baris ini {len(lines[number - 1])} huruf; paling banyak {MAX_LINE}"
    return Fault(Place(file, number, 1), message, "tulis setiap baris tabel pada barisnya sendiri")


class _Sheet:
    """One file being read; rows and faults as they come."""

    def __init__(
        self, file: str, lines: list[str], delimiter: str, columns: Sequence[str] | None, optional: Sequence[str]
    ) -> None:
        self.file, self.lines, self.delimiter = file, lines, delimiter
        self.columns, self.optional = columns, optional
        self.names: list[str] = []
        self.rows: list[Row] = []
        self.faults: list[Fault] = []

    def read(self, start: int) -> None:
        """Read the lines from index ``start`` on; stops at a head that cannot be used, or a quote without its other."""
        reader = csv.reader((f"{line}\n" for line in self.lines[start:]), delimiter=self.delimiter, strict=True)
        begin = start + 1
        try:
            for cells in reader:
                first, begin = begin, start + reader.line_num + 1
                if not any(cell.strip() for cell in cells):
                    continue
                if self.names:
                    self.row(cells, first)
                elif not self.head(cells, first):
                    return
        except csv.Error:
            repair = "hapus kutip itu, atau tulis dua kali bila memang bagian dari isinya"
            self.fault(Place(self.file, begin, 1), "tanda kutip di baris ini tidak berpasangan", repair)
        if not self.names and not self.faults:
            self.fault(Place(self.file, 1, 1), "berkas ini kosong", self.expected())

    def fault(self, place: Place, message: str, repair: str) -> None:
        self.faults.append(Fault(place, message, repair))

    def expected(self) -> str:
        return f"tulis kepala tabelnya: {';'.join(self.columns or ('nama',))}"

    def head(self, cells: list[str], first: int) -> bool:
        """Take the names of the columns; whether they can be used. Empty columns behind the last one are left out."""
        while not cells[-1].strip():
            cells = cells[:-1]
        self.names = ["_".join(cell.lower().split()) for cell in cells]
        known = None if self.columns is None else [*self.columns, *self.optional]
        for number, (name, place) in enumerate(zip(self.names, self.places(cells, first), strict=True)):
            if not name:
                self.fault(place, f"kolom ke-{number + 1} tidak bernama", "tulis nama kolomnya, atau hapus kolomnya")
            elif name in self.names[:number]:
                self.fault(place, f"kolom '{echo(name)}' ditulis dua kali", "hapus salah satunya")
            elif known is not None and name not in known:
                self.fault(place, *describe_unknown(name, known))
        missing = [name for name in self.columns or () if name not in self.names]
        if missing:
            self.fault(Place(self.file, first, 1), f"kolom belum ada: {listing(missing)}", self.expected())
        return not self.faults

    def row(self, cells: list[str], first: int) -> None:
        """Take one row."""
        start, width = Place(self.file, first, 1), len(self.names)
        if any(cell.strip() for cell in cells[width:]):
            message = f"baris ini berisi {len(cells)} sel, padahal kepalanya {width}"
            repair = "hapus sel lebihnya, atau apit teks yang memuat pemisah dengan kutip"
            self.fault(start, message, repair)
            return
        other = next(
            (mark for mark in _DELIMITERS if mark != self.delimiter and cells[0].count(mark) >= width - 1), None
        )
        if len(cells) == 1 < width and other:
            self.fault(
                start, f"baris ini memakai pemisah lain daripada kepalanya: “{other}”", f"pakai “{self.delimiter}”"
            )
            return
        spots = [*self.places(cells[:width], first), *[start] * (width - len(cells))]
        cells = [*cells[:width], *[""] * (width - len(cells))]
        self.faults += [fault for cell, spot in zip(cells, spots, strict=True) if (fault := _suspicious(cell, spot))]
        self.rows.append(
            {
                name: Cell(" ".join(cell.split()), spot)
                for name, cell, spot in zip(self.names, cells, spots, strict=True)
            }
        )

    def places(self, cells: list[str], number: int) -> Iterator[Place]:
        """Where the cells of a row begin; one that goes on over several lines begins on the first."""
        line, start = self.lines[number - 1], 0
        for cell in cells:
            found = line.find(cell, start)
            yield Place(self.file, number, max(found, start) + 1)
            start = found + len(cell) + 1 if found >= 0 else start


def _suspicious(cell: str, place: Place) -> Fault | None:
    """A formula would run when the file is opened again, and shows another value than it holds."""
    text = cell.strip()
    if len(text) > MAX_CELL:
        return Fault(place, f"sel ini {len(text)} huruf; paling banyak {MAX_CELL}", "pendekkan, atau pindahkan ke bab")
    if text.startswith(("=", "@")):
        return Fault(place, f"sel ini rumus: “{echo(text)}”", "salin nilainya saja (Tempel Khusus, Nilai)")
    if text.startswith(("+", "-")) and any(map(str.isalpha, text)) and isinstance(read_number(text), Unclear):
        message = f"sel ini diawali “{text[0]}”, sehingga dibaca sebagai rumus: “{echo(text)}”"
        return Fault(place, message, "hapus tanda itu, atau tulis kata di depannya")
    return None
