"""JSON to typed records, as strict as YAML: no doubled key, no unknown one, nothing that only looks like a number.

The msgspec class is the format. Supported: ``str``, ``int``, ``bool``, ``date``, ``datetime`` (with its offset), ``Literal``,
``X | None``, ``tuple[X, ...]``, ``dict[str, X]``, structs, and ``Annotated[..., msgspec.Meta(...)]``. Every fault names its path
inside the file, such as ``pr[2].tinjauan[0].waktu``.
"""

import json
import types
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

import msgspec

from paraf.door.keys import describe_unknown, listing
from paraf.door.regex import regex
from paraf.door.text import echo
from paraf.door.values import READERS, complaint
from paraf.errors import Fault
from paraf.finding import Place

T = TypeVar("T")

_INVALID = object()
_SURROGATE = regex("[\ud800-\udfff]")
_WHOLE = "ambil lagi berkas ini dari asalnya; jangan disunting dengan tangan"


class _Doubled(dict[str, Any]):
    """An object in which a key was written twice; ``key`` is the first such."""

    key = ""


class _NoNumber:
    """``NaN`` or an infinity, which are not JSON."""


def load_json(type_: type[T], file: str, data: bytes, most: int, line: int = 1) -> tuple[T | None, list[Fault]]:
    """Read a whole JSON text of at most ``most`` bytes that begins at a line of a file; ``None`` with any fault."""
    node, fault = parse(file, data, most, line)
    if fault:
        return None, [fault]
    decoder = _Decoder(Place(file, line, 1))
    value = decoder.value(type_, node, "")
    return (None if decoder.faults else value), decoder.faults


def parse(file: str, data: bytes, most: int, line: int = 1) -> tuple[Any, Fault | None]:
    """The JSON value as it stands; or why there is none."""
    start = Place(file, line, 1)
    if len(data) > most:
        message = f"isinya {len(data)} bita; paling banyak {most}"
        return None, Fault(start, message, _WHOLE)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, Fault(start, f"bita 0x{data[error.start]:02x} bukan UTF-8", _WHOLE)
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=lambda _: _NoNumber()), None
    except json.JSONDecodeError as error:
        place = Place(file, line + error.lineno - 1, error.colno)
        return None, Fault(place, "isinya bukan JSON yang utuh", _WHOLE)
    except RecursionError:
        return None, Fault(start, "susunannya bertingkat terlalu dalam", _WHOLE)
    except ValueError:  # more digits than any number here can have
        return None, Fault(start, "ada bilangan yang terlalu panjang", _WHOLE)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    plain = dict(pairs)
    if len(plain) == len(pairs):
        return plain
    doubled = _Doubled(plain)
    names = [key for key, _ in pairs]
    doubled.key = next(key for key in names if names.count(key) > 1)
    return doubled


@cache
def _fields(struct: type) -> tuple[tuple[str, Any, bool], ...]:
    return tuple((f.encode_name, f.type, f.required) for f in msgspec.structs.fields(struct))


class _Decoder:
    def __init__(self, place: Place) -> None:
        self.place = place
        self.faults: list[Fault] = []

    def value(self, type_: Any, node: Any, path: str) -> Any:
        """Decode one node; ``_INVALID`` when it was refused."""
        origin = get_origin(type_)
        if origin is Annotated:
            return self._annotated(type_, node, path)
        if origin in (Union, types.UnionType):
            inner = next(member for member in get_args(type_) if member is not type(None))
            return None if node is None else self.value(inner, node, path)
        if origin is tuple:
            return self._tuple(get_args(type_)[0], node, path)
        if origin is dict:
            return self._dict(get_args(type_)[1], node, path)
        if origin is Literal:
            return self._literal(get_args(type_), node, path)
        if isinstance(type_, type) and issubclass(type_, msgspec.Struct):
            return self._struct(type_, node, path)
        return self._scalar(type_, node, path)

    def _refuse(self, path: str, message: str, repair: str) -> Any:
        self.faults.append(Fault(self.place, f"{path.lstrip('.') or 'isi berkas'}: {message}", repair))
        return _INVALID

    def _annotated(self, type_: Any, node: Any, path: str) -> Any:
        base, *metas = get_args(type_)
        value = self.value(base, node, path)
        for meta in metas:
            if value is not _INVALID and (why := complaint(meta, value)):
                return self._refuse(path, *why)
        return value

    def _tuple(self, item: Any, node: Any, path: str) -> Any:
        if not isinstance(node, list):
            return self._refuse(path, "di sini harus daftar", "tulis daftarnya di antara [ dan ]")
        values = [self.value(item, child, f"{path}[{index}]") for index, child in enumerate(node)]
        return _INVALID if any(value is _INVALID for value in values) else tuple(values)

    def _object(self, node: Any, path: str) -> Mapping[str, Any] | None:
        if not isinstance(node, dict):
            self._refuse(
                path, "di sini harus susunan kunci dan isi", 'tulis di antara { dan }, misalnya {"kunci": "isi"}'
            )
            return None
        if isinstance(node, _Doubled):
            self._refuse(path, f"kunci '{echo(node.key)}' ditulis dua kali", "sisakan satu")
        return node

    def _dict(self, item: Any, node: Any, path: str) -> Any:
        entries = self._object(node, path)
        if entries is None:
            return _INVALID
        for key in entries:
            self._scalar(str, key, path)
        values = {key: self.value(item, child, f"{path}.{echo(key)}") for key, child in entries.items()}
        return _INVALID if any(value is _INVALID for value in values.values()) else values

    def _struct(self, struct: type, node: Any, path: str) -> Any:
        entries = self._object(node, path)
        if entries is None:
            return _INVALID
        before, expected = len(self.faults), {name: type_ for name, type_, _ in _fields(struct)}
        values: dict[str, Any] = {}
        for key, child in entries.items():
            if key in expected:
                values[key] = self.value(expected[key], child, f"{path}.{key}")
            else:
                self._refuse(path, *describe_unknown(key, expected))
        for name, _, required in _fields(struct):
            if required and name not in entries:
                self._refuse(path, f"kunci wajib '{name}' belum ada", f"tambahkan kunci '{name}'")
        return _INVALID if len(self.faults) > before else struct(**values)

    def _literal(self, options: tuple[Any, ...], node: Any, path: str) -> Any:
        for option in options:
            if type(node) is type(option) and node == option:
                return option
        return self._refuse(path, f"{_shown(node)} tidak dikenal", f"pakai salah satu: {listing(map(str, options))}")

    def _scalar(self, type_: Any, node: Any, path: str) -> Any:
        try:
            return _SCALARS[type_](node)
        except ValueError as error:
            return self._refuse(path, *error.args)


def _shown(node: Any) -> str:
    """A value as a message may repeat it."""
    match node:
        case str():
            return f"nilai '{echo(node)}'"
        case bool():
            return "nilai true" if node else "nilai false"
        case int() | float():
            return f"nilai {echo(str(node))}"
        case None:
            return "nilai kosong (null)"
        case list() | dict():
            return "daftar atau susunan"
        case _:
            return "yang bukan bilangan"


def _text(node: Any) -> str:
    if not isinstance(node, str):
        raise ValueError(f"di sini harus teks, bukan {_shown(node)}", "apit isinya dengan tanda kutip")
    if not node.isascii() and _SURROGATE.search(node):
        raise ValueError("teks ini memuat setengah karakter", "ketik ulang teksnya")
    return node


def _integer(node: Any) -> int:
    if type(node) is not int:
        raise ValueError(f"di sini harus bilangan bulat, bukan {_shown(node)}", "tulis angka saja, tanpa tanda kutip")
    return node


def _truth(node: Any) -> bool:
    if not isinstance(node, bool):
        raise ValueError(f"di sini harus true atau false, bukan {_shown(node)}", "tulis true atau false")
    return node


def _moment(node: Any) -> datetime:
    """A moment with its offset, in the one way msgspec writes it (so UTC is ``Z``)."""
    text = _text(node)
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo and msgspec.to_builtins(moment) == text:
            return moment
    except ValueError:
        pass
    raise ValueError(
        f"'{echo(text)}' bukan waktu yang lengkap",
        "tulis tanggal, jam, dan selisih zona waktunya, misalnya 2026-01-31T09:14:00+07:00",
    )


_SCALARS: Mapping[Any, Callable[[Any], Any]] = {
    str: _text,
    int: _integer,
    bool: _truth,
    datetime: _moment,
    date: lambda node: READERS[date](_text(node)),
}
