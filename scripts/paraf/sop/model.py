"""The SOP as everything else sees it: codes resolved, print and reading kept apart, cells parsed."""

from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cached_property
from typing import Generic, TypeVar

from msgspec import Struct

from paraf.sop.duration import Duration
from paraf.sop.forms.sop import ExtraColumn, Identity, Remark, Role, Symbol, TableHeads, Together

T = TypeVar("T")
Route = tuple[str | int, ...]


class Origin(Enum):
    """Where a value comes from; the word is printed beside it."""

    PRINTED = "tertulis di SOP"
    READ = "tafsir kami"
    SILENT = "tidak tertulis"


class Given(Struct, Generic[T], frozen=True):
    """A value with its origin; ``reason`` only for a reading (DESIGN invariant 2)."""

    value: T
    origin: Origin
    reason: str | None = None


class Performers(Struct, frozen=True):
    """The roles of a step in order, and whether they act together or hand on inside the row."""

    roles: tuple[str, ...]
    together: Together


class Edge(Struct, frozen=True):
    """An arrow between two rows; symbols are counted from 1 within the row, ``label`` is Ya, Tidak or nothing."""

    source: str
    source_symbol: int
    target: str
    target_symbol: int
    label: str | None
    origin: Origin


class Step(Struct, frozen=True, kw_only=True):
    """One step (*langkah*): the printed cells verbatim, and who, what shape, where to, each with its origin.

    ``edges`` are the arrows out of it. ``on_refusal`` is the step a refusal leads to; ``approval`` a role that decides
    inside the step without a symbol of its own. ``route`` is the row's place in its file.
    """

    code: str
    number: int
    printed_number: str
    section: str
    kegiatan: str
    kelengkapan: str | None
    waktu: Duration
    output: str | None
    ket: str | None
    tambahan: Mapping[str, str | None]
    performers: Given[Performers]
    symbols: Given[tuple[Symbol, ...]]
    edges: tuple[Edge, ...]
    on_refusal: Given[str | None]
    approval: Given[str | None]
    cara: tuple[str, ...]
    kata_cari: tuple[str, ...]
    route: Route

    @property
    def slug(self) -> str:
        """The step in paths and addresses: lower case."""
        return self.code.lower()

    @property
    def placed(self) -> tuple[tuple[str | None, Symbol], ...]:
        """Every symbol with the role in whose column it stands; one symbol of a joint step stands in every column."""
        roles, symbols = self.performers.value.roles, self.symbols.value
        together = self.performers.value.together
        if together == "bersama" and len(symbols) == 1 and symbols[0].oleh is None:
            return tuple((role, symbols[0]) for role in roles)
        turns = [roles[min(turn, len(roles) - 1)] if roles else None for turn in range(len(symbols))]
        first = roles[0] if roles else None
        return tuple(
            (symbol.oleh or (first if together == "tunggal" else turn), symbol)
            for symbol, turn in zip(symbols, turns, strict=True)
        )

    @property
    def acting(self) -> set[str]:
        """Everybody with a part in the step: performers, those in whose column it draws, who decides inside it."""
        drawn = {role for role, _ in self.placed if role}
        return {*self.performers.value.roles, *drawn, *([self.approval.value] if self.approval.value else [])}

    @property
    def decides(self) -> bool:
        """Whether the row holds a decision (a diamond)."""
        return any(symbol.bentuk == "belah-ketupat" for symbol in self.symbols.value)


class Section(Struct, frozen=True, kw_only=True):
    """A procedure under the cover; ``columns`` are role ids in printed order."""

    code: str
    title: str | None
    columns: tuple[str, ...]
    extra: tuple[ExtraColumn, ...]
    steps: tuple[Step, ...]
    route: Route


class Sop(Struct, frozen=True, kw_only=True, dict=True):
    """A whole SOP. ``file`` is the path it was read from, relative to the root."""

    file: str
    code: str
    short_title: str
    identity: Identity
    roles: tuple[Role, ...]
    procedure_title: str | None
    heads: TableHeads
    sections: tuple[Section, ...]
    remarks: tuple[Remark, ...]

    @cached_property
    def steps(self) -> Mapping[str, Step]:
        """Every step by its code, in printed order."""
        return {step.code: step for section in self.sections for step in section.steps}

    @cached_property
    def order(self) -> Mapping[str, int]:
        """The rank of every step, first section first; the order of the SOP's own text."""
        return {code: rank for rank, code in enumerate(self.steps)}

    @cached_property
    def role(self) -> Mapping[str, Role]:
        """Every performer by id."""
        return {role.id: role for role in self.roles}

    def steps_of(self, role: str) -> Iterator[Step]:
        """The steps a role performs or decides in, in order."""
        for step in self.steps.values():
            if role in step.acting:
                yield step
