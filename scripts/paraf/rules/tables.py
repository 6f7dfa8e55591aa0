"""Tables written by hand, as the rules see them: columns by what they are about, figures read, rows that know their subject.

Most errors of published reports stand in such tables; what a call prints is computed and needs no second look.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from typing import Literal, TypeVar

from msgspec import Struct

from paraf.door.regex import regex
from paraf.finding import Place
from paraf.laporan.budget import Item
from paraf.laporan.chapter import Chapter
from paraf.laporan.expand import Expanded, Expansion
from paraf.laporan.markdown import Block, cells
from paraf.laporan.numbers import Unclear, read_number
from paraf.laporan.performance import Aim, Measure
from paraf.laporan.report import Report
from paraf.rules.heads import SCALES, Head, Kind, edition_in, read_heads
from paraf.rules.sentences import said_lines

RowKind = Literal["isi", "jumlah", "rata-rata"]

_MARKS = regex(r"[*_`]|\[\^[^\]]*\]")
_FIGURE = regex(
    r"(?P<bracket>\()?\s*(?P<sign>[-−–]\s?)?(?:Rp\.?\s?)?(?P<digits>\d[\d.,]*(?<=\d))(?:,-+)?\s*"
    r"(?P<unit>%|[^\W\d][^\d]{0,30})?\s*\)?",
    re.IGNORECASE,
)
_GROUPED = regex(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
_SUM = regex(
    r"(?:sub ?|grand )?(?:jumlah|total)"
    r"(?: (?:total|seluruhnya|keseluruhan|umum|akhir|anggaran|belanja|biaya|pagu|dana|program))*\W*"
)
_MEAN = regex(
    r"(?:nilai )?(?:rata-rata|rerata|rata rata)"
    r"(?: (?:capaian|kinerja|seluruhnya|keseluruhan|semua|total|umum|indikator|sasaran|persentase|serapan|realisasi|ss-\d+))*\W*"
)
_UNMEASURED = regex(
    r"(?:n/?a|tidak ada data|(?:belum|tidak) (?:dapat )?(?:terukur|diukur|dihitung|dinilai|tersedia|rilis|dirilis|keluar)"
    r"(?: karena [^|]{1,60})?"
    r"|belum ada (?:data|nilai|hasil).*|menunggu (?:rilis|hasil|nilai).*)\W*",
    re.IGNORECASE,
)
LONGEST = 24
"""Letters of the longest figure that is looked at; no amount of a district is longer."""
T = TypeVar("T")


class Cell(Struct, frozen=True):
    """A cell without its markup; ``value`` where it is one figure, ``step`` the worth of its last printed digit."""

    text: str
    place: Place
    value: Decimal | None
    step: Decimal = Decimal(1)
    percent: bool = False


class Row(Struct, frozen=True):
    """A row below the head; ``measure``, ``aim`` and ``item`` are what its words name exactly."""

    kind: RowKind
    cells: tuple[Cell, ...]
    line: int
    measure: Measure | None
    aim: Aim | None
    item: Item | None


class HandTable(Struct, frozen=True, kw_only=True, dict=True):
    """A table in a chapter. ``context`` is the line before it, which may be its caption."""

    chapter: Chapter
    line: int
    context: str
    heads: tuple[Head, ...]
    rows: tuple[Row, ...]

    @cached_property
    def years(self) -> frozenset[int]:
        """The years its caption names."""
        return frozenset(int(year) for year in re.findall(r"\b20\d\d\b", self.context))

    @cached_property
    def body(self) -> tuple[Row, ...]:
        """The rows that are neither a sum nor a mean."""
        return tuple(row for row in self.rows if row.kind == "isi")

    def columns(self, kind: Kind) -> Iterator[int]:
        """The columns of a kind that are about the whole year, from left to right."""
        return (index for index, head in enumerate(self.heads) if head.kind == kind and not head.part)

    def edition(self, column: int) -> str | None:
        """The edition that a column's head names, or else the line before the table."""
        return self.heads[column].edition or edition_in(self.context)


def at(row: Row, column: int | None) -> Cell | None:
    """The cell of a row; ``None`` without such a column, or where the row is too short."""
    return row.cells[column] if column is not None and column < len(row.cells) else None


def figure(row: Row, column: int | None) -> Decimal | None:
    """The figure in a cell of a row."""
    cell = at(row, column)
    return cell.value if cell else None


def unmeasured(cell: Cell) -> bool:
    """Whether a cell says that there is no figure."""
    return cell.text in ("-", "–", "—") or bool(_UNMEASURED.fullmatch(cell.text))


def find_tables(report: Report, expansion: Expansion) -> tuple[HandTable, ...]:
    """Every table that is written by hand, with the calls in its cells answered."""
    names = _Names(report)
    return tuple(
        _table(expanded, blocks, index, names)
        for expanded in expansion.chapters
        for blocks in [expanded.chapter.blocks]
        for index, block in enumerate(blocks)
        if block.kind == "tabel"
    )


class _Names:
    """What an exact id, code or name stands for."""

    def __init__(self, report: Report) -> None:
        performance, budget = report.performance, report.budget
        aims = performance.aims if performance else ()
        self.measures: dict[str, Measure] = {}
        self.aims: dict[str, Aim] = {}
        self.items: dict[str, Item | None] = {}
        for aim in aims:
            self.aims |= {folded(aim.id): aim, folded(aim.name): aim}
            for measure in aim.measures:
                self.measures |= {folded(measure.id): measure, folded(measure.form.nama): measure}
        for item in budget.rows if budget else ():
            name = folded(item.name)
            # Two rows of one name name neither.
            self.items |= {folded(item.code): item, name: None if name in self.items else item}


def folded(text: str) -> str:
    """Words for comparison: one space, no case."""
    return " ".join(text.casefold().split())


def _table(expanded: Expanded, blocks: Sequence[Block], index: int, names: _Names) -> HandTable:
    block, chapter = blocks[index], expanded.chapter
    before = blocks[index - 1] if index else None
    context = before.lines[-1] if before and before.kind in ("paragraf", "butir", "judul") else ""
    answered = _answered(expanded, block) if "{{" in block.text else {}
    (_, head), *rows = block.rows()
    heads = read_heads([plain(cell) for cell in head])
    return HandTable(
        chapter=chapter,
        line=block.line,
        context=plain(context),
        heads=heads,
        rows=tuple(
            _row(chapter, heads, line, answered.get(line, written), written, names)
            for line, written in rows
            if not _numbering(written)
        ),
    )


def _answered(expanded: Expanded, block: Block) -> Mapping[int, list[str]]:
    """The rows with a call, as they are printed."""
    return {line: cells(text) for line, text in said_lines(expanded, block.line, len(block.lines)).items()}


def plain(text: str) -> str:
    """Text without marks of emphasis and notes."""
    return _MARKS.sub("", text).replace("\u00a0", " ").strip()


def _row(
    chapter: Chapter, heads: tuple[Head, ...], line: int, said: list[str], written: list[str], names: _Names
) -> Row:
    source = chapter.lines[line - chapter.first]
    found, start = [], 0
    for index, text in enumerate(said):
        raw = written[index] if index < len(written) else ""
        start = max(source.find(raw, start), start)
        scale = heads[index].scale if index < len(heads) else Decimal(1)
        found.append(read_cell(plain(text), chapter.place(line, start + 1), scale))
        start += len(raw)
    words = [folded(cell.text) for cell in found if cell.text]
    return Row(
        kind=_kind([folded(cell.text) for cell in found if cell.value is None and cell.text], names),
        cells=tuple(found),
        line=line,
        measure=_named(words, names.measures),
        aim=_named(words, names.aims),
        item=_named(words, names.items),
    )


def _kind(labels: list[str], names: _Names) -> RowKind:
    """A sum or a mean by one of its first words; an indicator may be called "Jumlah ..." as well."""
    for label in labels[:2]:
        if _SUM.fullmatch(label):
            return "jumlah"
        if _MEAN.fullmatch(label) and label not in names.measures:
            return "rata-rata"
    return "isi"


def _named(words: list[str], known: Mapping[str, T | None]) -> T | None:
    for word in words:
        for name in (word, word.split(" ")[0].rstrip(".:"), word.rpartition(" (")[0]):
            if (found := known.get(name)) is not None:
                return found
    return None


def _numbering(row: list[str]) -> bool:
    """A row that only numbers the columns: ``(1) (2) (3)``."""
    return len(row) > 1 and [cell.strip("() ") for cell in row] == [str(number) for number in range(1, len(row) + 1)]


def read_cell(text: str, place: Place, scale: Decimal = Decimal(1)) -> Cell:
    """A cell as an Indonesian reader takes it: ``1.234`` is more than a thousand; ``juta`` and the head's ``scale`` count."""
    found = _FIGURE.fullmatch(text) if any(letter.isdigit() for letter in text) else None
    value = read_digits(found["digits"]) if found else None
    if not found or value is None:
        return Cell(text, place, None)
    unit = (found["unit"] or "").casefold()
    scale = SCALES.get(unit.split(" ")[0], scale)
    negative = bool(found["sign"]) or bool(found["bracket"])
    step = Decimal(1).scaleb(min(int(value.as_tuple().exponent), 0)) * scale
    return Cell(text, place, value * scale * (-1 if negative else 1), step, unit.startswith(("%", "persen")))


def read_digits(digits: str) -> Decimal | None:
    """Digits with points and commas, ``None`` where they are no number; keeps the decimals as printed."""
    if len(digits) > LONGEST:
        return None
    if _GROUPED.fullmatch(digits) and not digits.startswith("0."):
        return Decimal(digits.replace(".", "").replace(",", "."))
    value = read_number(digits)
    return None if isinstance(value, Unclear) else value
