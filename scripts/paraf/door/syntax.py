"""Bytes to nodes: YAML without anchors, aliases, tags, duplicate keys, several documents or invisible characters.

Every scalar stays text; types are the schema's business (``door.decode``), so ``no``, ``012`` and a NIP survive.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from paraf.door.words import OPEN_BRACKET, explain_yaml
from paraf.errors import Fault
from paraf.finding import Place

MAX_BYTES = 1_000_000
MAX_DEPTH = 20

# Control, bidirectional, zero-width and line-separator characters: invisible to a reader, so refused (threats T36).
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\uffff\U000e0000-\U000e007f]"
)
_TAB_INDENT = re.compile(r"^ *(\t)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A piece of text; ``blank`` when nothing at all was written (as opposed to an empty quoted text)."""

    text: str
    place: Place
    blank: bool


@dataclass(frozen=True, slots=True)
class Sequence:
    """An ordered list of nodes."""

    items: tuple["Node", ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """Key and value pairs in the order written; keys are unique after folding case and width."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that was refused already; whoever meets it says nothing more about it."""

    place: Place


Node = Scalar | Sequence | Mapping | Refused


@dataclass(slots=True)
class _Open:
    """A collection whose end has not been read yet."""

    mapping: bool
    flow: bool
    place: Place
    items: list[Node]


def parse(file: str, data: bytes) -> tuple[Node | None, list[Fault]]:
    """Read one YAML file; the node is ``None`` when the text could not be read to its end."""
    text, faults = _text(file, data)
    if text is None or faults:
        return None, faults
    reader = _Reader(file)
    try:
        reader.read(text)
    except yaml.MarkedYAMLError as error:
        reader.faults.append(_broken(file, text.split("\n"), error, reader.open_bracket))
        return None, reader.faults
    except _TooDeepError:
        return None, reader.faults
    if reader.root is None:
        return None, [Fault(Place(file, 1, 1), "berkas ini kosong", "isi menurut contoh, atau hapus berkasnya")]
    return reader.root, reader.faults


def _text(file: str, data: bytes) -> tuple[str | None, list[Fault]]:
    """Decode the bytes; refuse what no reader could see or no editor should have written."""
    start = Place(file, 1, 1)
    if len(data) > MAX_BYTES:
        size = f"{len(data) / 1e6:.1f}".replace(".", ",")
        return None, [
            Fault(start, f"berkas ini {size} MB; paling besar 1 MB", "pindahkan isi yang bukan data ke berkas lain")
        ]
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None, [Fault(start, "berkas ini tersimpan sebagai UTF-16", "simpan ulang dengan pengodean UTF-8")]
    if data.startswith(b"\xef\xbb\xbf"):
        return None, [
            Fault(start, "berkas ini tersimpan sebagai UTF-8 dengan BOM", "simpan ulang sebagai UTF-8 tanpa BOM")
        ]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = _newlines(data[: error.start].decode("utf-8"))
        return None, [
            Fault(
                _Spots(file, before).place(len(before)),
                f"bita 0x{data[error.start]:02x} bukan UTF-8",
                "simpan ulang berkas ini dengan pengodean UTF-8",
            )
        ]
    text = _newlines(text)
    spots = _Spots(file, text)
    faults = [_invisible(spots.place(match.start()), match[0]) for match in _INVISIBLE.finditer(text)]
    faults += [
        Fault(spots.place(match.start(1)), "jorokan memakai tab", "ganti tab di awal baris dengan spasi")
        for match in _TAB_INDENT.finditer(text)
    ]
    return text, faults


def _newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


class _Spots:
    """Turns offsets of one text into places; the line starts are found once."""

    def __init__(self, file: str, text: str) -> None:
        self._file = file
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def place(self, offset: int) -> Place:
        line = bisect_right(self._starts, offset)
        return Place(self._file, line, offset - self._starts[line - 1] + 1)


def _at(file: str, mark: Any) -> Place:
    """A libyaml mark as a place; libyaml counts from 0."""
    return Place(file, mark.line + 1, mark.column + 1)


def _broken(file: str, lines: list[str], error: yaml.MarkedYAMLError, bracket: Place | None) -> Fault:
    """Where the text stopped being YAML, in our words."""
    mark: Any = error.problem_mark
    line = lines[mark.line] if mark.line < len(lines) else ""
    said = explain_yaml(str(error.problem), line, line[: mark.column], inside_bracket=bracket is not None)
    place = _at(file, error.context_mark if said.at_opening and error.context_mark else mark)
    if said == OPEN_BRACKET and bracket:
        place = bracket
    return Fault(place, said.message, said.repair)


def _invisible(place: Place, character: str) -> Fault:
    return Fault(
        place,
        f"ada karakter yang tidak terlihat: U+{ord(character):04X} ({_name(character)})",
        "hapus karakter itu, lalu ketik ulang kata di sekitarnya",
    )


def _name(character: str) -> str:
    return "NUL" if character == "\0" else unicodedata.name(character, "karakter kendali")


class _TooDeepError(Exception):
    """Reading stopped because the nesting passed MAX_DEPTH."""


class _Reader:
    """Builds the node tree from libyaml's events, without recursion, noting every fault on the way."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []
        self.root: Node | None = None
        self._stack: list[_Open] = []
        self._documents = 0

    @property
    def open_bracket(self) -> Place | None:
        """Where the innermost bracket opened that is still open."""
        return self._stack[-1].place if self._stack and self._stack[-1].flow else None

    def read(self, text: str) -> None:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            place = _at(self.file, event.start_mark)
            self._refuse(event, place)
            match event:
                case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                    mapping = isinstance(event, yaml.MappingStartEvent)
                    self._push(_Open(mapping, bool(event.flow_style), place, []))
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    self._close()
                case yaml.ScalarEvent():
                    blank = event.value == "" and not event.style
                    self._add(Scalar(event.value, place, blank))
                    # A text in double quotes may hide what it could not show: "\\u202e".
                    self.faults += [_invisible(place, match[0]) for match in _INVISIBLE.finditer(event.value)]
                case yaml.AliasEvent():
                    self._add(Refused(place))
                case _:
                    pass

    def _refuse(self, event: yaml.Event, place: Place) -> None:
        """Note the YAML features that let a file say something else than it shows (threats T75)."""
        match event:
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    self._fault(place, "berkas ini memuat lebih dari satu dokumen YAML", "hapus baris '---' kedua")
                if event.version or event.tags:
                    self._fault(place, "baris perintah '%' tidak dipakai di sini", "hapus baris itu")
            case yaml.AliasEvent():
                self._fault(place, f"rujukan '*{event.anchor}' tidak dipakai di sini", "tulis isinya sekali lagi")
            case yaml.ScalarEvent() | yaml.CollectionStartEvent():
                if event.anchor:
                    self._fault(place, f"jangkar '&{event.anchor}' tidak dipakai di sini", "hapus jangkarnya")
                if event.tag:
                    tag = event.tag.replace("tag:yaml.org,2002:", "!!")
                    self._fault(place, f"tanda tipe '{tag}' tidak dipakai di sini", "hapus tanda tipenya")
            case _:
                pass

    def _fault(self, place: Place, message: str, repair: str) -> None:
        self.faults.append(Fault(place, message, repair))

    def _push(self, opened: _Open) -> None:
        if len(self._stack) >= MAX_DEPTH:
            self._fault(opened.place, f"susunan bertingkat lebih dari {MAX_DEPTH}", "kurangi tingkat jorokannya")
            raise _TooDeepError
        self._stack.append(opened)

    def _close(self) -> None:
        done = self._stack.pop()
        if done.mapping:
            self._add(Mapping(tuple(self._pairs(done.items)), done.place))
        else:
            self._add(Sequence(tuple(done.items), done.place))

    def _add(self, node: Node) -> None:
        if self._stack:
            self._stack[-1].items.append(node)
        elif self.root is None:
            self.root = node

    def _pairs(self, items: list[Node]) -> Iterator[tuple[Scalar, Node]]:
        first: dict[str, Place] = {}
        for key, value in zip(items[::2], items[1::2], strict=True):
            if not isinstance(key, Scalar):
                if not isinstance(key, Refused):
                    self._fault(key.place, "kunci harus satu kata, bukan daftar atau susunan", "tulis 'kunci: isi'")
                continue
            folded = unicodedata.normalize("NFKC", key.text).casefold()
            if folded in first:
                self._fault(
                    key.place,
                    f"kunci '{key.text}' ditulis dua kali (pertama di baris {first[folded].line})",
                    "hapus salah satu, atau gabungkan isinya",
                )
                continue
            first[folded] = key.place
            yield key, value
