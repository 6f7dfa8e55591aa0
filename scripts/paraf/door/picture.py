"""How large a picture is, told by its first bytes: a small file can unfold to more than a computer holds (threats T81)."""

import re
from collections.abc import Callable

MAX_PIXELS = 60_000_000
"""Of a picture that is printed; the largest of a phone have fifty million."""
MAX_BYTES = 50_000_000
"""Of a picture that is printed."""
_FRAME = re.compile(rb"\xff+([\xc0-\xc3\xc5-\xc7\xc9-\xcb\xcd-\xcf])..(.)(.{4})", re.DOTALL)
_SEGMENT = re.compile(rb"\xff+([^\x00\xff])(..)", re.DOTALL)


def picture_size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of a PNG, JPEG or WebP; ``None`` for anything else, and where they cannot be read."""
    for begins, read in _KINDS:
        if data.startswith(begins):
            return read(data)
    return None


def printable(data: bytes) -> bool:
    """Whether a picture has a size that can be printed; of its bytes one more than ``MAX_BYTES`` is enough to tell."""
    size = picture_size(data) if len(data) <= MAX_BYTES else None
    return size is not None and 0 < size[0] * size[1] <= MAX_PIXELS


def _png(data: bytes) -> tuple[int, int] | None:
    if data[12:16] != b"IHDR" or len(data) < 24:
        return None
    return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])


def _jpeg(data: bytes) -> tuple[int, int] | None:
    """The size stands in the frame's head, behind segments that tell their own length."""
    at = 2
    while found := _SEGMENT.match(data, at):
        if frame := _FRAME.match(data, at):
            return int.from_bytes(frame[3][2:]), int.from_bytes(frame[3][:2])
        at = found.end() - 2 + max(2, int.from_bytes(found[2]))
    return None


def _webp(data: bytes) -> tuple[int, int] | None:
    if data[8:12] != b"WEBP" or len(data) < 30:
        return None
    if data[12:16] == b"VP8X":
        return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
    if data[12:16] == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    width, height = int.from_bytes(data[26:28], "little"), int.from_bytes(data[28:30], "little")
    return width & 0x3FFF, height & 0x3FFF


_KINDS: tuple[tuple[bytes, Callable[[bytes], tuple[int, int] | None]], ...] = (
    (b"\x89PNG\r\n\x1a\n", _png),
    (b"\xff\xd8", _jpeg),
    (b"RIFF", _webp),
)
