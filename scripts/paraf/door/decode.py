"""Nodes to typed records: the msgspec class *is* the file format, and every departure from it is a fault.

Supported: ``str``, ``int``, ``datetime.date``, ``Literal``, ``X | None``, ``tuple[X, ...]``, ``dict[str, X]``, msgspec structs,
unions of tagged structs, and ``Annotated[..., msgspec.Meta(...)]`` with a pattern, a length or a bound.
A plain empty value is ``None`` where the type allows it and a fault elsewhere.
"""

import types
from functools import cache
from typing import Annotated, Any, Generic, Literal, TypeVar, Union, get_args, get_origin

import msgspec
from msgspec import Struct

from paraf.door.keys import describe_unknown, listing
from paraf.door.syntax import Mapping, Node, Refused, Scalar, Sequence, parse
from paraf.door.text import echo
from paraf.door.values import READERS, complaint
from paraf.errors import Fault
from paraf.finding import Place

T = TypeVar("T")
Route = tuple[str | int, ...]


class _Invalid:
    """The value of a part that was refused; its faults are already noted."""


_INVALID = _Invalid()
_PAIRS = ("di sini harus pasangan 'kunci: isi'", "tulis setiap pasangan pada barisnya sendiri")


class Source(Struct, Generic[T], frozen=True):
    """A decoded file: the typed value, and where each part of it stands."""

    file: str
    value: T
    places: dict[Route, Place]

    def place(self, *route: str | int) -> Place:
        """The place of the longest existing prefix of ``route``; the whole file's beginning at worst."""
        for length in range(len(route), 0, -1):
            found = self.places.get(route[:length])
            if found:
                return found
        return Place(self.file, 1, 1)


def load(type_: type[T], file: str, data: bytes) -> tuple[Source[T] | None, list[Fault]]:
    """Read and decode one file; the source is ``None`` as soon as there is any fault."""
    node, faults = parse(file, data)
    if node is None:
        return None, faults
    decoder = _Decoder()
    value = decoder.value(type_, node, ())
    faults += decoder.faults
    return (None if faults else Source(file, value, decoder.places)), faults


@cache
def _fields(struct: type) -> tuple[tuple[str, Any, bool], ...]:
    return tuple((f.encode_name, f.type, f.required) for f in msgspec.structs.fields(struct))


class _Decoder:
    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.places: dict[Route, Place] = {}

    def value(self, type_: Any, node: Node, route: Route) -> Any:
        """Decode one node; ``_INVALID`` when it was refused."""
        self.places.setdefault(route, node.place)
        origin = get_origin(type_)
        if origin is Annotated:
            return self._annotated(type_, node, route)
        if origin in (Union, types.UnionType):
            return self._union(get_args(type_), node, route)
        if origin is tuple:
            return self._tuple(get_args(type_)[0], node, route)
        if origin is dict:
            return self._dict(get_args(type_)[1], node, route)
        if isinstance(type_, type) and issubclass(type_, msgspec.Struct):
            return self._struct(type_, node, route)
        if origin is Literal:
            return self._literal(get_args(type_), node)
        return self._scalar(type_, node)

    def _refuse(self, node: Node, message: str, repair: str) -> _Invalid:
        if not isinstance(node, Refused):
            self.faults.append(Fault(node.place, message, repair))
        return _INVALID

    def _annotated(self, type_: Any, node: Node, route: Route) -> Any:
        base, *metas = get_args(type_)
        value = self.value(base, node, route)
        for meta in metas:
            if value is not _INVALID and (why := complaint(meta, value)):
                return self._refuse(node, *why)
        return value

    def _union(self, members: tuple[Any, ...], node: Node, route: Route) -> Any:
        if isinstance(node, Scalar) and node.blank and type(None) in members:
            return None
        rest = [member for member in members if member is not type(None)]
        if len(rest) == 1:
            return self.value(rest[0], node, route)
        return self._tagged(rest, node, route)

    def _tagged(self, members: list[Any], node: Node, route: Route) -> Any:
        """One of several records; its tag field says which."""
        if not isinstance(node, Mapping):
            return self._refuse(node, *_PAIRS)
        by_tag = {member.__struct_config__.tag: member for member in members}
        tag_field = members[0].__struct_config__.tag_field
        written = next((value for key, value in node.entries if key.text == tag_field), None)
        if written is None:
            return self._refuse(
                node, f"kunci wajib '{tag_field}' belum ada", f"tambahkan '{tag_field}', salah satu: {listing(by_tag)}"
            )
        tag = self._literal(tuple(by_tag), written)
        return tag if tag is _INVALID else self.value(by_tag[tag], node, route)

    def _tuple(self, item: Any, node: Node, route: Route) -> Any:
        if not isinstance(node, Sequence):
            return self._refuse(node, "di sini harus daftar", "awali setiap butir dengan '- ' pada barisnya sendiri")
        values = [self.value(item, child, (*route, index)) for index, child in enumerate(node.items)]
        return _INVALID if any(value is _INVALID for value in values) else tuple(values)

    def _dict(self, item: Any, node: Node, route: Route) -> Any:
        if not isinstance(node, Mapping):
            return self._refuse(node, *_PAIRS)
        values = {key.text: self.value(item, child, (*route, key.text)) for key, child in node.entries}
        return _INVALID if any(value is _INVALID for value in values.values()) else values

    def _struct(self, struct: type, node: Node, route: Route) -> Any:
        if not isinstance(node, Mapping):
            return self._refuse(node, *_PAIRS)
        before = len(self.faults)
        expected = {name: type_ for name, type_, _ in _fields(struct)}
        tag_field = struct.__struct_config__.tag_field  # type: ignore[attr-defined]
        values: dict[str, Any] = {}
        for key, child in node.entries:
            if key.text in expected:
                self.places[(*route, key.text)] = (
                    key.place if isinstance(child, Scalar) and child.blank else child.place
                )
                values[key.text] = self.value(expected[key.text], child, (*route, key.text))
            elif key.text != tag_field:
                self._refuse(key, *describe_unknown(key.text, expected))
        written = {key.text for key, _ in node.entries}
        for name, _, required in _fields(struct):
            if required and name not in written:
                self._refuse(node, f"kunci wajib '{name}' belum ada", f"tambahkan baris '{name}: …' di susunan ini")
        return _INVALID if len(self.faults) > before else struct(**values)

    def _literal(self, options: tuple[Any, ...], node: Node) -> Any:
        if not isinstance(node, Scalar):
            return self._no_text(node)
        for option in options:
            if node.text == str(option):
                return option
        message = f"nilai '{echo(node.text)}' tidak dikenal" if node.text else "nilai ini masih kosong"
        return self._refuse(node, message, f"pakai salah satu: {listing(map(str, options))}")

    def _scalar(self, type_: Any, node: Node) -> Any:
        if not isinstance(node, Scalar):
            return self._no_text(node)
        if node.text == "" and not (type_ is str and not node.blank):
            return self._refuse(node, "nilai ini masih kosong", "isi nilainya setelah titik dua")
        try:
            return READERS[type_](node.text)
        except ValueError as error:
            return self._refuse(node, *error.args)

    def _no_text(self, node: Node) -> _Invalid:
        return self._refuse(node, "di sini harus satu teks, bukan daftar atau susunan", "tulis satu nilai saja")
