"""What a call is, what it may look at, and what it may answer: a figure in a sentence, or a panel of its own."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Literal, TypeVar

from msgspec import Struct, field

from paraf.door.keys import listing
from paraf.door.text import echo
from paraf.laporan.amounts import Unit
from paraf.laporan.budget import Budget
from paraf.laporan.calls.mending import near_id
from paraf.laporan.performance import Aim, Measure, Performance
from paraf.laporan.report import Report

T = TypeVar("T")
Align = Literal["kiri", "kanan", "tengah"]
Key = tuple[str, tuple[str, ...]]
"""A panel by its call's name and arguments, a caption by no name and its title: what is numbered and referred to."""


class CallError(Exception):
    """A call that cannot be answered; ``str()`` says why, ``repair`` what to write."""

    def __init__(self, message: str, repair: str) -> None:
        super().__init__(message)
        self.repair = repair


class Figure(Struct, frozen=True):
    """A figure in a sentence. ``label`` names its source at the margin; ``amount`` is what it stands for, where it is
    a number, ``unit`` how it is written."""

    text: str
    label: str
    amount: Decimal | None = None
    unit: Unit | None = None

    def __str__(self) -> str:
        return self.text


class Table(Struct, frozen=True, kw_only=True):
    """A table with a title. Cells are plain text; ``total`` when the last row is the sum."""

    title: str
    label: str
    heads: tuple[str, ...]
    align: tuple[Align, ...]
    rows: tuple[tuple[str, ...], ...]
    total: bool = False
    notes: tuple[str, ...] = ()


class Picture(Struct, frozen=True):
    """A picture as SVG under the name of its file without the ending, with words for who cannot see it."""

    name: str
    svg: str
    words: str


class Chart(Struct, frozen=True, kw_only=True):
    """A chart and the table of its figures; one of many rows goes on in further pictures, on the same scale."""

    title: str
    label: str
    pictures: tuple[Picture, ...]
    table: Table


Panel = Table | Chart

UNREAD = {
    "data/kinerja.yml": "data kinerja belum dapat dibaca",
    "data/anggaran.csv": "data anggaran belum dapat dibaca",
}
"""What a call says while the file it needs cannot be read."""


class Context(Struct, frozen=True, kw_only=True):
    """What a call may look at: the report, the year before where it is known, the numbers of tables and figures.

    A panel that stands in two places has two numbers.
    """

    report: Report
    previous: Report | None = None
    numbers: Mapping[Key, tuple[str, ...]] = field(default_factory=dict)

    @property
    def performance(self) -> Performance:
        """The agreement; a call cannot do without."""
        if self.report.performance is None:
            raise CallError(UNREAD["data/kinerja.yml"], "perbaiki dulu data/kinerja.yml")
        return self.report.performance

    @property
    def budget(self) -> Budget:
        """The budget; a call cannot do without."""
        if self.report.budget is None:
            raise CallError(UNREAD["data/anggaran.csv"], "perbaiki dulu data/anggaran.csv")
        return self.report.budget

    def measure(self, name: str) -> Measure:
        """An indicator by its id."""
        return _known(self.performance.measures, name, "indikator")

    def aim(self, name: str) -> Aim:
        """A goal by its id."""
        return _known(self.performance.goals, name, "sasaran")

    def aims(self, name: str | None) -> tuple[Aim, ...]:
        """One goal, or all of them."""
        return (self.aim(name),) if name else self.performance.aims


def _known(found: Mapping[str, T], name: str, noun: str) -> T:
    if name in found:
        return found[name]
    near = near_id(name, found)
    meant = f"mungkin maksudnya {near}; " if near else ""
    raise CallError(f"{noun} {echo(name)} tidak ada", f"{meant}yang ada: {span(found)}")


def span(names: Iterable[str]) -> str:
    """``IKU-1 … IKU-6`` where the names run on, else the list."""
    known = list(names)
    stem = known[0].rpartition("-")[0] if known else ""
    if len(known) > 2 and known == [f"{stem}-{number}" for number in range(1, len(known) + 1)]:
        return f"{known[0]} … {known[-1]}"
    return listing(known) or "belum ada"


class Call(Struct, frozen=True, kw_only=True):
    """A call: ``arguments`` as the page shows them (``?`` after what may be left out), an ``example`` that works."""

    name: str
    kind: Literal["angka", "tabel", "grafik", "kata"]
    summary: str
    arguments: tuple[str, ...]
    example: str
    run: Callable[..., Figure | Panel]

    @property
    def least(self) -> int:
        """How many arguments it needs."""
        return sum(not argument.endswith("?") for argument in self.arguments)

    @property
    def form(self) -> str:
        """How it is written: ``capaian(indikator)``."""
        return f"{self.name}({', '.join(self.arguments)})"
