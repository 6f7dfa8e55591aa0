"""CSV as Indonesian Excel writes it (``;`` or ``,`` or tabs, BOM, CRLF) to rows of named cells with their places."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass

from paraf.door.keys import describe_unknown, listing
from paraf.door.text import echo, text_of
from paraf.errors import Fault
from paraf.finding import Place

_BOM = b"\xef\xbb\xbf"
_FORMULA = ("=", "@", "+", "-")
MAX_CELL = 2000


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell, without the spaces around it."""

    text: str
    place: Place


Row = dict[str, Cell]


def read_sheet(
    file: str, data: bytes, columns: Sequence[str], optional: Sequence[str] = ()
) -> tuple[list[Row], list[Fault]]:
    """Every row that is not empty, by column name; a row is left out when its shape is wrong."""
    text, faults = text_of(file, data.removeprefix(_BOM))
    faults = [fault for fault in faults if fault.message != "jorokan memakai tab"]
    if text is None or faults:
        return [], faults
    head = text.split("\n", 1)[0]
    delimiter = max(";,\t", key=head.count)
    lines = text.split("\n")
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    rows: list[Row] = []
    names: list[str] = []
    begin = 1
    try:
        for cells in reader:
            first, begin = begin, reader.line_num + 1
            if not any(cell.strip() for cell in cells):
                continue
            places = _places(file, lines[first - 1], first, cells)
            if not names:
                names = [cell.strip().lower().replace(" ", "_") for cell in cells]
                faults += _heads(names, places, columns, optional, Place(file, first, 1))
                if faults:
                    return [], faults
                continue
            if len(cells) > len(names) and any(cell.strip() for cell in cells[len(names) :]):
                message = f"baris ini berisi {len(cells)} sel, padahal kepalanya {len(names)}"
                faults.append(
                    Fault(
                        Place(file, first, 1),
                        message,
                        "hapus sel lebihnya, atau apit teks yang memuat pemisah dengan kutip",
                    )
                )
                continue
            padded = [*cells, *[""] * (len(names) - len(cells))]
            faults += [fault for cell, place in zip(cells, places, strict=True) if (fault := _suspicious(cell, place))]
            spots = [*places, *[Place(file, first, 1)] * (len(names) - len(cells))]
            rows.append(
                {name: Cell(cell.strip(), spot) for name, cell, spot in zip(names, padded, spots, strict=False)}
            )
    except csv.Error:
        faults.append(
            Fault(
                Place(file, begin, 1),
                "tanda kutip di baris ini tidak berpasangan",
                "hapus kutip itu, atau tulis dua kali bila memang bagian dari isinya",
            )
        )
    if not names and not faults:
        faults.append(Fault(Place(file, 1, 1), "berkas ini kosong", f"tulis kepala tabelnya: {';'.join(columns)}"))
    return rows, faults


def _heads(
    names: list[str], places: list[Place], columns: Sequence[str], optional: Sequence[str], start: Place
) -> list[Fault]:
    known = [*columns, *optional]
    faults = []
    for number, (name, place) in enumerate(zip(names, places, strict=True)):
        if name in names[:number]:
            faults.append(Fault(place, f"kolom '{echo(name)}' ditulis dua kali", "hapus salah satunya"))
        elif name not in known:
            faults.append(Fault(place, *describe_unknown(name, known)))
    missing = [name for name in columns if name not in names]
    if missing:
        faults.append(
            Fault(start, f"kolom belum ada: {listing(missing)}", f"tulis kepala tabelnya: {';'.join(columns)}")
        )
    return faults


def _places(file: str, line: str, number: int, cells: list[str]) -> list[Place]:
    """Where the cells of a row begin; those that go on over several lines are placed at the row's beginning."""
    found, start = [], 0
    for cell in cells:
        at = line.find(cell, start)
        found.append(Place(file, number, max(at, start) + 1))
        start = at + len(cell) + 1 if at >= 0 else start
    return found


def _suspicious(cell: str, place: Place) -> Fault | None:
    """A formula would run when the file is opened again, and shows another value than it holds."""
    text = cell.strip()
    if len(text) > MAX_CELL:
        return Fault(place, f"sel ini {len(text)} huruf; paling banyak {MAX_CELL}", "pendekkan, atau pindahkan ke bab")
    if text.startswith(_FORMULA[:2]) or (text.startswith(_FORMULA[2:]) and any(letter.isalpha() for letter in text)):
        return Fault(place, f"sel ini rumus: “{echo(text)}”", "salin nilainya saja (Tempel Khusus, Nilai)")
    return None
