"""Bytes to nodes: YAML without anchors, aliases, tags, duplicate keys, several documents or invisible characters.

Every scalar stays text; types are the schema's business (``door.decode``), so ``no``, ``012`` and a NIP survive.
"""

import unicodedata
from collections.abc import Iterator
from typing import Any

import yaml
from msgspec import Struct

from paraf.door.regex import regex
from paraf.door.text import INVISIBLE, Spots, echo, invisible, text_of
from paraf.door.words import OPEN_BRACKET, column_of, content_of, explain_yaml
from paraf.errors import Fault
from paraf.finding import Place

MAX_DEPTH = 20
_INVISIBLE = INVISIBLE  # tests/property/strategies.py knows it by this name

_COMMENT = regex("#.*")


class Scalar(Struct, frozen=True):
    """A piece of text; ``blank`` when nothing at all was written (as opposed to an empty quoted text)."""

    text: str
    place: Place
    blank: bool


class Sequence(Struct, frozen=True):
    """An ordered list of nodes."""

    items: tuple["Node", ...]
    place: Place


class Mapping(Struct, frozen=True):
    """Key and value pairs in the order written; keys are unique after folding case and width."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    place: Place

    def entry(self, name: str | int) -> "tuple[Scalar, Node] | None":
        """The pair with that key."""
        return next((entry for entry in self.entries if entry[0].text == name), None)


class Refused(Struct, frozen=True):
    """Something that was refused already; whoever meets it says nothing more about it."""

    place: Place


Node = Scalar | Sequence | Mapping | Refused


class _Open(Struct):
    """A collection whose end has not been read yet."""

    mapping: bool
    flow: bool
    place: Place
    items: list[Node]


def parse(file: str, data: bytes) -> tuple[Node | None, list[Fault]]:
    """Read one YAML file; the node is ``None`` when the text could not be read to its end."""
    text, faults = text_of(file, data)
    if text is None or faults:
        return None, faults
    reader = _Reader(file, text)
    try:
        reader.read()
    except yaml.MarkedYAMLError as error:
        reader.faults += reader.broken(error)
        return None, reader.faults
    except _TooDeepError:
        return None, reader.faults
    if reader.root is None:
        return None, [Fault(Place(file, 1, 1), "berkas ini kosong", "isi menurut contoh, atau hapus berkasnya")]
    return reader.root, reader.faults


def _at(file: str, mark: Any) -> Place:
    """A libyaml mark as a place; libyaml counts from 0."""
    return Place(file, mark.line + 1, mark.column + 1)


class _TooDeepError(Exception):
    """Reading stopped because the nesting passed MAX_DEPTH."""


class _Reader:
    """Builds the node tree from libyaml's events, without recursion, noting every fault on the way."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self._spots = Spots(file, text)
        self.faults: list[Fault] = []
        self.root: Node | None = None
        self._stack: list[_Open] = []
        self._documents = 0
        self._after = 0  # where the last scalar ended

    def read(self) -> None:
        for event in yaml.parse(self.text, Loader=yaml.CSafeLoader):
            place = _at(self.file, event.start_mark)
            match event:  # the most frequent first
                case yaml.ScalarEvent():
                    self._plain(event, place)
                    self._scalar(event, place)
                case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                    self._plain(event, place)
                    mapping = isinstance(event, yaml.MappingStartEvent)
                    self._push(_Open(mapping, bool(event.flow_style), place, []))
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    self._close()
                case yaml.AliasEvent():
                    written = echo(event.anchor or "")
                    self._fault(place, f"rujukan '*{written}' tidak dipakai di sini", "tulis isinya sekali lagi")
                    self._add(Refused(place))
                case yaml.DocumentStartEvent():
                    self._begin(event, place)
                case yaml.StreamEndEvent():
                    self.faults += self._swallowed(event.start_mark)
                case _:
                    pass

    def _scalar(self, event: yaml.ScalarEvent, place: Place) -> None:
        start: Any = event.start_mark
        end: Any = event.end_mark
        if self.text.find("#", self._after, start.index) >= 0:
            self.faults += self._swallowed(start)
        self._after = end.index
        self._add(Scalar(event.value, place, event.value == "" and not event.style))
        if event.style == '"':  # may hide what the text itself could not show: "\u202e"
            self.faults += [invisible(place, match[0]) for match in INVISIBLE.finditer(event.value)]

    def broken(self, error: yaml.MarkedYAMLError) -> Iterator[Fault]:
        """Where the text stopped being YAML, in our words; and the comment that swallowed a closing bracket."""
        mark: Any = error.problem_mark
        lines = self.text.split("\n")
        line, above = (lines[mark.line :] or [""])[0], lines[: mark.line]
        bracket = self._stack[-1].place if self._stack and self._stack[-1].flow else None
        said = explain_yaml(str(error.problem), line, line[: mark.column], above, inside_bracket=bracket is not None)
        place = _at(self.file, error.context_mark if said.at == "opening" and error.context_mark else mark)
        if said.at in ("line", "above", "first"):
            number = {"line": [mark.line], "above": content_of(above)[-1:], "first": content_of(above)}[said.at][0]
            place = Place(self.file, number + 1, column_of(lines[number]) + 1)
        if said == OPEN_BRACKET and bracket:
            place = bracket
            yield from self._swallowed(mark)
        yield Fault(place, said.message, said.repair)

    def _swallowed(self, until: Any) -> Iterator[Fault]:
        """Comments since the last scalar that may be words of the line: ``Surat #5`` is read as ``Surat``."""
        for match in _COMMENT.finditer(self.text, self._after, until.index):
            before = self.text[self.text.rfind("\n", 0, match.start()) + 1 : match.start()]
            if before.strip() and match[0][1:2] not in (" ", "\t"):
                yield Fault(
                    self._spots.place(match.start()),
                    f"'{echo(match[0])}' dianggap catatan, jadi bukan bagian dari isinya",
                    "apit seluruh teks dengan tanda kutip, atau beri spasi sesudah '#' bila memang catatan",
                )

    def _plain(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, place: Place) -> None:
        """Refuse the YAML features that let a file say something else than it shows (threats T75)."""
        if event.anchor:
            self._fault(place, f"jangkar '&{echo(event.anchor)}' tidak dipakai di sini", "hapus jangkarnya")
        if event.tag:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._fault(place, f"tanda tipe '{echo(tag)}' tidak dipakai di sini", "hapus tanda tipenya")

    def _begin(self, event: yaml.DocumentStartEvent, place: Place) -> None:
        """Only one document, and nothing that steers how it is read."""
        self._documents += 1
        if self._documents > 1:
            self._fault(place, "berkas ini memuat lebih dari satu dokumen YAML", "hapus baris '---' kedua")
        if event.version or event.tags:
            self._fault(place, "baris perintah '%' tidak dipakai di sini", "hapus baris itu")

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
                    f"kunci '{echo(key.text)}' ditulis dua kali (pertama di baris {first[folded].line})",
                    "hapus salah satu, atau gabungkan isinya",
                )
                continue
            first[folded] = key.place
            yield key, value
