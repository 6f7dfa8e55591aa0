"""The fields of a record as one list: which field, where it stands, what it says."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from msgspec import Struct

from paraf.sop.forms.evidence import AnyField, AnySimple, Day, Group, Rows
from paraf.sop.model import Route


class Cell(Struct, frozen=True):
    """A simple field in its place; ``path`` is its key or key, dot, key; ``beside`` what its group or row says by key."""

    field: AnySimple
    path: str
    row: Route
    value: Any
    beside: dict[str, Any]

    @property
    def route(self) -> Route:
        """Its place in the file."""
        return (*self.row, self.field.kunci)


def cells(fields: Sequence[AnyField], record: Any) -> Iterator[Cell]:
    """Every simple field, filled or not, in the order of the form; rows in the order of the file."""
    for field in fields:
        value = getattr(record, field.kunci)
        if isinstance(field, Group):
            yield from _inside(field, value, (field.kunci,)) if value is not None else ()
        elif isinstance(field, Rows):
            for index, row in enumerate(value or ()):
                yield from _inside(field, row, (field.kunci, index))
        else:
            yield Cell(field, field.kunci, (), value, {})


def _inside(field: Group | Rows, record: Any, row: Route) -> Iterator[Cell]:
    beside = {inner.kunci: getattr(record, inner.kunci) for inner in field.isian}
    for inner in field.isian:
        yield Cell(inner, f"{field.kunci}.{inner.kunci}", row, beside[inner.kunci], beside)


def days(found: Sequence[Cell]) -> tuple[date, ...]:
    """The days on which a step was done (``pokok``), earliest first."""
    main = [one for one in found if isinstance(one.field, Day) and one.field.pokok == "ya"]
    return tuple(sorted(one.value for one in main if one.value is not None))
