"""Bytes to text: UTF-8 of a bearable size, no character that a reader cannot see, no tab before a line."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from functools import cached_property

from paraf.door.regex import regex
from paraf.errors import Fault
from paraf.finding import Place

MAX_BYTES = 1_000_000
LONGEST_ECHO = 60

# Control and line-separating characters, all that Unicode calls default ignorable (bidirectional, zero-width, fillers,
# selectors, tags), blank braille, noncharacters: invisible to a reader, so refused (threats T36).
INVISIBLE = regex(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff]"
)
_TAB_INDENT = regex(r"^ *(\t)", re.MULTILINE)


def visible(text: str) -> str:
    """A name as a message may repeat it: on one line, and nothing in it that a reader cannot see."""
    return INVISIBLE.sub("\ufffd", text.replace("\n", "↵"))


def echo(text: str) -> str:
    """A piece of a file as a message may repeat it: on one line, visible, at most 60 characters."""
    line = visible(text)
    return line if len(line) <= LONGEST_ECHO else line[: LONGEST_ECHO - 1] + "…"


def too_large(file: str, size: int) -> Fault:
    """A file of more than ``MAX_BYTES``; ``size`` in bytes."""
    shown = f"{max(size / 1e6, 1.1):.1f}".replace(".", ",")  # never "1,0 MB; paling besar 1 MB"
    message = f"berkas ini {shown} MB; paling besar 1 MB"
    return Fault(Place(file, 1, 1), message, "pindahkan isi yang bukan data ke berkas lain")


def sized(faults: Iterable[Fault], folder: str, sizes: Mapping[str, int]) -> list[Fault]:
    """The faults of files below a folder, with the true size of those that were read only as far as they had to be."""
    told = []
    for fault in faults:
        size = sizes.get(fault.place.file.removeprefix(f"{folder}/"), 0)
        # Of a larger file one byte above the limit was read, so that is the size its fault tells.
        cut = size > MAX_BYTES and fault == too_large(fault.place.file, MAX_BYTES + 1)
        told.append(too_large(fault.place.file, size) if cut else fault)
    return told


def text_of(file: str, data: bytes) -> tuple[str | None, list[Fault]]:
    """Decode the bytes, every line ending as a newline; refuse what no editor should have written."""
    start = Place(file, 1, 1)
    if len(data) > MAX_BYTES:
        return None, [too_large(file, len(data))]
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None, [Fault(start, "berkas ini tersimpan sebagai UTF-16", "simpan ulang dengan pengodean UTF-8")]
    if data.startswith(b"\xef\xbb\xbf"):
        return None, [
            Fault(start, "berkas ini tersimpan sebagai UTF-8 dengan BOM", "simpan ulang sebagai UTF-8 tanpa BOM")
        ]
    try:
        text = _newlines(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        before = _newlines(data[: error.start].decode("utf-8"))
        return None, [
            Fault(
                Spots(file, before).place(len(before)),
                f"bita 0x{data[error.start]:02x} bukan UTF-8",
                "simpan ulang berkas ini dengan pengodean UTF-8",
            )
        ]
    spots = Spots(file, text)
    faults = [invisible(spots.place(match.start()), match[0]) for match in INVISIBLE.finditer(text)]
    if "\t" in text:
        faults += [
            Fault(spots.place(match.start(1)), "jorokan memakai tab", "ganti tab di awal baris dengan spasi")
            for match in _TAB_INDENT.finditer(text)
        ]
    return text, faults


def any_text(data: bytes) -> str:
    """What a person might read in any bytes, for a search that must not stop at a fault; every line ending a newline."""
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    return _newlines(data.decode(encoding, "replace"))


def _newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


class Spots:
    """Turns offsets of one text into places; the line starts are found once, when the first place is asked for."""

    def __init__(self, file: str, text: str) -> None:
        self._file, self._text = file, text

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self._text))]

    def place(self, offset: int) -> Place:
        """The place of one character."""
        line = bisect_right(self._starts, offset)
        return Place(self._file, line, offset - self._starts[line - 1] + 1)


def invisible(place: Place, character: str) -> Fault:
    """A character that a reader cannot see."""
    name = "NUL" if character == "\0" else unicodedata.name(character, "karakter kendali")
    return Fault(
        place,
        f"ada karakter yang tidak terlihat: U+{ord(character):04X} ({name})",
        "hapus karakter itu, lalu ketik ulang kata di sekitarnya",
    )
