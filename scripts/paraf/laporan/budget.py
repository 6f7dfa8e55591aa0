"""``data/anggaran.csv``: program → kegiatan → sub kegiatan with pagu and realisasi, tied to goals.

Figures stand on the lowest rows only and are summed upwards; a total that is written all the same is kept, so that it
can be compared (rules DAT).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

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


@dataclass(frozen=True, slots=True)
class Money:
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


@dataclass(frozen=True, kw_only=True)
class Item:
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


@dataclass(frozen=True, kw_only=True)
class Budget:
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
    amounts = [_amounts(row, faults) for row in rows]
    codes: dict[str, Place] = {}
    for row in rows:
        cell = row["kode"]
        if not cell.text or cell.text in codes:
            message = f"kode {cell.text} ditulis dua kali" if cell.text else "baris ini tanpa kode"
            faults.append(Fault(cell.place, message, "tulis kode rekeningnya, satu kode satu baris"))
        codes[cell.text] = cell.place
    if faults:
        return None, faults
    return Budget(file=file, edition=edition, items=_nested(list(zip(rows, amounts, strict=True)), "", 0, None)), []


def _amounts(row: Row, faults: list[Fault]) -> dict[str, Decimal]:
    found = {}
    refused = {fault.place for fault in faults}
    for name in AMOUNTS:
        cell = row[name]
        if cell.text in ("", "-") or cell.place in refused:
            continue
        value = read_number(cell.text)
        if isinstance(value, Unclear):
            message, _, repair = value.question.rpartition("; ")
            faults.append(Fault(cell.place, message, repair))
        else:
            found[name] = value
    return found


def _nested(rows: list[tuple[Row, dict[str, Decimal]]], above: str, level: int, goal: str | None) -> tuple[Item, ...]:
    """A row lies below another when its code goes on from the other's: ``2.16.02.2.01`` below ``2.16.02``."""
    items = []
    rest = rows
    while rest:
        (row, written), rest = rest[0], rest[1:]
        code = row["kode"].text
        inside = []
        while rest and rest[0][0]["kode"].text.startswith(f"{code}."):
            inside.append(rest[0])
            rest = rest[1:]
        own = row["sasaran"].text or goal
        children = _nested(inside, code, level + 1, own)
        items.append(
            Item(
                code=code,
                name=row["uraian"].text,
                goal=own,
                level=level,
                written=written,
                children=children,
                cells=row,
            )
        )
    return tuple(items)
