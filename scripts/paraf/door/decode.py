"""Nodes to typed records: the msgspec class *is* the file format, and every departure from it is a fault.

Supported: ``str``, ``int``, ``datetime.date``, ``Literal``, ``X | None``, ``tuple[X, ...]``, ``dict[str, X]``, msgspec structs,
unions of tagged structs, and ``Annotated[..., msgspec.Meta(...)]`` with a pattern, a length or a bound.
A plain empty value is ``None`` where the type allows it and a fault elsewhere.
"""

import types
from collections.abc import Callable
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
    """A decoded file: the typed value, and the nodes it was made of, which know where they stand."""

    file: str
    value: T
    node: Node

    def place(self, *route: str | int) -> Place:
        """The place of the longest existing prefix of ``route``; the whole file's beginning at worst."""
        node, place = self.node, Place(self.file, 1, 1)
        for part in route:
            if isinstance(node, Sequence) and isinstance(part, int) and 0 <= part < len(node.items):
                node = node.items[part]
                place = node.place
            elif isinstance(node, Mapping) and (entry := node.entry(part)):
                key, node = entry
                place = key.place if isinstance(node, Scalar) and node.blank else node.place
            else:
                break
        return place


def load(type_: type[T], file: str, data: bytes) -> tuple[Source[T] | None, list[Fault]]:
    """Read and decode one file; the source is ``None`` as soon as there is any fault."""
    node, faults = parse(file, data)
    if node is None:
        return None, faults
    decoder = _Decoder()
    value = decoder.value(type_, node)
    faults += decoder.faults
    return (None if faults else Source(file, value, node)), faults


@cache
def _way(type_: Any) -> "Way":
    """How a node becomes a value of a type; what the type is made of is asked once, not at every node."""
    origin, parts = get_origin(type_), get_args(type_)
    if origin is Annotated:
        base = _way(parts[0])
        return lambda decoder, node: decoder.annotated(base, parts[1:], node)
    if origin in (Union, types.UnionType):
        members = tuple(part for part in parts if part is not type(None))
        rest = _way(members[0]) if len(members) == 1 else _one_of(members)
        return (lambda decoder, node: decoder.optional(rest, node)) if len(members) < len(parts) else rest
    if origin is tuple:
        item = _way(parts[0])
        return lambda decoder, node: decoder.items(item, node)
    if origin is dict:
        item = _way(parts[1])
        return lambda decoder, node: decoder.table(item, node)
    if isinstance(type_, type) and issubclass(type_, Struct):
        return lambda decoder, node: decoder.record(type_, node)
    if origin is Literal:
        return lambda decoder, node: decoder.literal(parts, node)
    return lambda decoder, node: decoder.scalar(type_, node)


def _one_of(members: tuple[type[Struct], ...]) -> "Way":
    """One of several records; its tag field says which."""
    by_tag = {str(member.__struct_config__.tag): _way(member) for member in members}
    tag_field = str(members[0].__struct_config__.tag_field)
    return lambda decoder, node: decoder.tagged(tag_field, by_tag, node)


class _Shape(Struct, frozen=True):
    """A record's keys and how to read each, which of them must be written, and the key that is its tag."""

    ways: "dict[str, Way]"
    required: tuple[str, ...]
    tag: str | None


@cache
def _shape(struct: type[Struct]) -> _Shape:
    fields = msgspec.structs.fields(struct)
    return _Shape(
        {field.encode_name: _way(field.type) for field in fields},
        tuple(field.encode_name for field in fields if field.required),
        struct.__struct_config__.tag_field,
    )


class _Decoder:
    """Notes every fault; each method decodes one kind of node and answers ``_INVALID`` where it was refused."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def value(self, type_: Any, node: Node) -> Any:
        return _way(type_)(self, node)

    def _refuse(self, node: Node, message: str, repair: str) -> _Invalid:
        if not isinstance(node, Refused):
            self.faults.append(Fault(node.place, message, repair))
        return _INVALID

    def annotated(self, way: "Way", metas: tuple[msgspec.Meta, ...], node: Node) -> Any:
        value = way(self, node)
        for meta in metas:
            if value is not _INVALID and (why := complaint(meta, value)):
                return self._refuse(node, *why)
        return value

    def optional(self, way: "Way", node: Node) -> Any:
        return None if isinstance(node, Scalar) and node.blank else way(self, node)

    def tagged(self, tag_field: str, by_tag: "dict[str, Way]", node: Node) -> Any:
        if not isinstance(node, Mapping):
            return self._refuse(node, *_PAIRS)
        entry = node.entry(tag_field)
        if entry is None:
            return self._refuse(
                node, f"kunci wajib '{tag_field}' belum ada", f"tambahkan '{tag_field}', salah satu: {listing(by_tag)}"
            )
        tag = self.literal(tuple(by_tag), entry[1])
        return tag if tag is _INVALID else by_tag[tag](self, node)

    def items(self, way: "Way", node: Node) -> Any:
        if not isinstance(node, Sequence):
            return self._refuse(node, "di sini harus daftar", "awali setiap butir dengan '- ' pada barisnya sendiri")
        values = tuple([way(self, child) for child in node.items])
        return _INVALID if _INVALID in values else values

    def table(self, way: "Way", node: Node) -> Any:
        if not isinstance(node, Mapping):
            return self._refuse(node, *_PAIRS)
        values = {key.text: way(self, child) for key, child in node.entries}
        return _INVALID if _INVALID in values.values() else values

    def record(self, struct: type[Struct], node: Node) -> Any:
        if not isinstance(node, Mapping):
            return self._refuse(node, *_PAIRS)
        before, shape = len(self.faults), _shape(struct)
        values: dict[str, Any] = {}
        for key, child in node.entries:
            if way := shape.ways.get(key.text):
                values[key.text] = way(self, child)
            elif key.text != shape.tag:
                self._refuse(key, *describe_unknown(key.text, shape.ways))
        for name in shape.required:
            if name not in values:
                self._refuse(node, f"kunci wajib '{name}' belum ada", f"tambahkan baris '{name}: …' di susunan ini")
        return _INVALID if len(self.faults) > before else struct(**values)

    def literal(self, options: tuple[Any, ...], node: Node) -> Any:
        if not isinstance(node, Scalar):
            return self._no_text(node)
        for option in options:
            if node.text == str(option):
                return option
        message = f"nilai '{echo(node.text)}' tidak dikenal" if node.text else "nilai ini masih kosong"
        return self._refuse(node, message, f"pakai salah satu: {listing(map(str, options))}")

    def scalar(self, type_: Any, node: Node) -> Any:
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


Way = Callable[[_Decoder, Node], Any]
"""How a node becomes a value."""
