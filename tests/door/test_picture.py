"""The size of a picture is read from its first bytes, whatever else stands in the file."""

import struct

import pytest

from paraf.door.picture import MAX_BYTES, MAX_PIXELS, picture_size, printable

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
JPEG = b"\xff\xd8\xff\xe0\0\x04ab"
WEBP = b"RIFF\0\0\0\0WEBP"


def png(width: int, height: int) -> bytes:
    return PNG + struct.pack(">II", width, height) + b"\x08\0\0\0\0"


def jpeg(width: int, height: int, mark: bytes = b"\xc0") -> bytes:
    return JPEG + b"\xff" + mark + b"\0\x0b\x08" + struct.pack(">HH", height, width) + b"\x01\x01\x11\0"


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (png(800, 600), (800, 600)),
        (jpeg(1024, 768), (1024, 768)),
        (jpeg(1024, 768, b"\xc2"), (1024, 768)),
        (b"\xff\xd8\xff\xff\xff" + jpeg(5, 6)[3:], (5, 6)),
        (WEBP + b"VP8 " + b"\0" * 10 + struct.pack("<HH", 640 | 0x4000, 480), (640, 480)),
        (WEBP + b"VP8L\0\0\0\0\x2f" + struct.pack("<I", 639 | 479 << 14) + b"\0" * 5, (640, 480)),
        (WEBP + b"VP8X" + b"\0" * 8 + b"\x7f\x02\0" + b"\xdf\x01\0", (640, 480)),
        (b"", None),
        (b"<svg/>", None),
        (PNG, None),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIDAT" + b"\0" * 20, None),
        (JPEG, None),
        (JPEG + b"\xff\xe0\0\0" * 3, None),
        (b"RIFF\0\0\0\0WAVE" + b"\0" * 30, None),
        (WEBP, None),
    ],
)
def test_width_and_height(data: bytes, size: tuple[int, int] | None) -> None:
    assert picture_size(data) == size


def test_what_would_unfold_to_too_much_is_not_printed() -> None:
    assert printable(png(6000, MAX_PIXELS // 6000))
    assert not printable(png(6000, MAX_PIXELS // 6000 + 1))
    assert not printable(png(2**31 - 1, 2**31 - 1))
    assert not printable(png(0, 10))
    assert not printable(b"hai")


def test_a_very_large_file_is_not_printed() -> None:
    small = png(10, 10)
    assert printable(small + b"\0" * (MAX_BYTES - len(small)))
    assert not printable(small + b"\0" * (MAX_BYTES - len(small) + 1))
