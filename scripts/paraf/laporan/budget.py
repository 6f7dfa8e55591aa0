"""``data/anggaran.csv``: program → kegiatan → sub kegiatan with pagu and realisasi, tied to goals.

Figures stand on the lowest rows only and are summed upwards; a total that is written all the same is kept, so that it
can be compared (rules DAT).
"""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property

from msgspec import Struct

from paraf.door.regex import regex
from paraf.door.text import echo
from paraf.errors import Fault
from paraf.finding import Place
from paraf.laporan.forms.performance import Edition
from paraf.laporan.formulas import share
from paraf.laporan.numbers import Unclear, read_number
from paraf.laporan.sheet import Cell, Row, read_sheet

FILE = "data/anggaran.csv"
COLUMNS = ("kode", "uraian", "sasaran", "pagu_murni", "pagu_perubahan", "realisasi")
AMOUNTS = COLUMNS[3:]
LEVELS = ("program", "kegiatan", "sub kegiatan")
DEEPEST = 12
"""Parts of the longest code; government's own have six."""
_CODE = regex(r"(?:[0-9]{1,6}|X{1,3})(?:\.[0-9A-Z]{1,6})*")
_TOTAL = regex(r"\W*(?:sub ?)?(?:jumlah|total)\b", re.IGNORECASE)


class Money(Struct, frozen=True):
    """Rupiah: what was given at first, after the change, and what was spent."""

    pagu_murni: Decimal = Decimal(0)
    pagu_perubahan: Decimal = Decimal(0)
    realisasi: Decimal = Decimal(0)

    def __add__(self, other: "Money") -> "Money":
        return Money(
            self.pagu_murni + other.pagu_murni,
            self.pagu_perubahan + other.pagu_perubahan,
            self.realisasi + other.realisasi,
        )

    def pagu(self, edition: Edition) -> Decimal:
        """The ceiling by the edition of the agreement."""
        return self.pagu_murni if edition == "murni" else self.pagu_perubahan


class Item(Struct, frozen=True, kw_only=True, dict=True):
    """One row: ``written`` are the amounts in the file, ``children`` the rows below it; ``cells`` know their places."""

    code: str
    name: str
    goal: str | None
    level: int
    written: dict[str, Decimal]
    children: tuple["Item", ...]
    cells: dict[str, Cell]

    @cached_property
    def money(self) -> Money:
        """The row's own amounts, or the sum of the rows below."""
        if not self.children:
            return Money(**self.written)
        return total(child.money for child in self.children)

    @property
    def place(self) -> Place:
        """Where the row stands."""
        return self.cells["kode"].place

    @property
    def level_name(self) -> str:
        """Program, kegiatan or sub kegiatan."""
        return LEVELS[min(self.level, len(LEVELS) - 1)]

    def walk(self) -> Iterable["Item"]:
        """The row and all below it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()


def total(amounts: Iterable[Money]) -> Money:
    """The sum of amounts."""
    return sum(amounts, Money())


class Budget(Struct, frozen=True, kw_only=True, dict=True):
    """The whole budget: its programs, each with what lies below."""

    file: str
    edition: Edition
    items: tuple[Item, ...]

    @cached_property
    def rows(self) -> tuple[Item, ...]:
        """Every row in order."""
        return tuple(row for item in self.items for row in item.walk())

    @cached_property
    def by_code(self) -> dict[str, Item]:
        """Every row by its code."""
        return {row.code: row for row in self.rows}

    @property
    def money(self) -> Money:
        """The total."""
        return total(item.money for item in self.items)

    def of(self, goal: str | None) -> Money:
        """What serves a goal (the rows that name it), or everything."""
        if goal is None:
            return self.money
        return total(row.money for row in self.rows if row.goal == goal and not row.children)

    def serving(self, goal: str) -> tuple[Item, ...]:
        """The programs with a row that serves a goal."""
        return tuple(item for item in self.items if any(row.goal == goal for row in item.walk() if not row.children))

    def pagu(self, goal: str | None = None) -> Decimal:
        """The ceiling that counts."""
        return self.of(goal).pagu(self.edition)

    def absorbed(self, goal: str | None = None) -> Decimal | None:
        """Serapan in percent: a ratio of sums."""
        return share(self.of(goal).realisasi, self.pagu(goal))


def build_budget(file: str, data: bytes, edition: Edition) -> tuple[Budget | None, list[Fault]]:
    """Read the sheet; ``None`` as soon as something could not be read."""
    rows, faults = read_sheet(file, data, COLUMNS)
    refused = {fault.place for fault in faults}
    lines = [(row["kode"].text.rstrip("."), row) for row in rows]
    faults += _code_faults(lines)
    written = [_amounts(row, refused, faults) for row in rows]
    if not faults and rows and not any(written):
        repair = "isi pagu dan realisasinya pada baris sub kegiatan"
        faults.append(Fault(Place(file, 1, 1), "angka anggarannya belum diisi", repair))
    if faults:
        return None, faults
    items = _nested([(code, row, amounts) for (code, row), amounts in zip(lines, written, strict=True)], 0, None)
    return Budget(file=file, edition=edition, items=items), []


def _code_faults(lines: Sequence[tuple[str, Row]]) -> Iterator[Fault]:
    """Codes that are none, stand twice, or not below the row they belong to (it would be counted as a program)."""
    codes = {code for code, _ in lines}
    seen: set[str] = set()
    path: list[str] = []
    for code, row in lines:
        place = row["kode"].place
        if fault := _no_code(code, row):
            yield fault
            continue
        if code in seen:
            yield Fault(place, f"kode {code} ditulis dua kali", "tulis kode rekeningnya, satu kode satu baris")
        seen.add(code)
        parent = next((above for above in _above(code) if above in codes), None)
        while path and not code.startswith(f"{path[-1]}."):
            path.pop()
        if parent and parent not in path:
            message = f"menurut kodenya baris ini bagian dari {parent}, tetapi letaknya tidak di bawahnya"
            yield Fault(place, message, f"pindahkan ke bawah baris {parent}")
        path.append(code)


def _no_code(code: str, row: Row) -> Fault | None:
    place, words = row["kode"].place, f"{code} {row['uraian'].text}".strip()
    if _CODE.fullmatch(code):
        deep = code.count(".") + 1
        repair = "periksa titiknya; program, kegiatan, dan sub kegiatan cukup"
        return Fault(place, f"kode ini {deep} tingkat; paling banyak {DEEPEST}", repair) if deep > DEEPEST else None
    if _TOTAL.match(words):
        return Fault(place, "ini baris jumlah", "hapus baris ini; jumlahnya dihitung sendiri dari rinciannya")
    if not code:
        return Fault(place, "baris ini tanpa kode", "tulis kode rekeningnya, satu kode satu baris")
    repair = "tulis angka bertitik, misalnya 2.16.02; di Excel format kolomnya sebagai Teks"
    return Fault(place, f"'{echo(code)}' bukan kode rekening", repair)


def _above(code: str) -> Iterator[str]:
    """The codes a row may lie below, nearest first."""
    while "." in code:
        code = code.rpartition(".")[0]
        yield code


def _amounts(row: Row, refused: Container[Place], faults: list[Fault]) -> dict[str, Decimal]:
    found = {}
    for name in AMOUNTS:
        cell = row[name]
        if cell.text in ("", "-", "–", "—") or cell.place in refused:
            continue
        value = read_number(cell.text)
        if isinstance(value, Unclear):
            message, _, repair = value.question.rpartition("; ")
            faults.append(Fault(cell.place, message, repair))
        else:
            found[name] = value
    return found


def _nested(lines: Sequence[tuple[str, Row, dict[str, Decimal]]], level: int, goal: str | None) -> tuple[Item, ...]:
    """A row lies below another when its code goes on from the other's: ``2.16.02.2.01`` below ``2.16.02``."""
    items, at = [], 0
    while at < len(lines):
        code, row, written = lines[at]
        end = at + 1
        while end < len(lines) and lines[end][0].startswith(f"{code}."):
            end += 1
        own = row["sasaran"].text or goal
        items.append(
            Item(
                code=code,
                name=row["uraian"].text,
                goal=own,
                level=level,
                written=written,
                children=_nested(lines[at + 1 : end], level + 1, own),
                cells=row,
            )
        )
        at = end
    return tuple(items)
