"""A piece of a file inside a message, one visible line; and any bytes as a text that can be searched."""

import pytest

from paraf.door.text import any_text, echo

ECHOED = {
    "": "",
    "x" * 60: "x" * 60,
    "x" * 61: "x" * 59 + "…",
    "dua\nbaris": "dua↵baris",
    "a\tb c\u00a0d": "a\tb c\u00a0d",
    "\x1b[31mmerah": "\ufffd[31mmerah",
    "a\u202eb": "a\ufffdb",
}


@pytest.mark.parametrize(("text", "expected"), ECHOED.items(), ids=list(map(ascii, ECHOED)))
def test_echo(text: str, expected: str) -> None:
    assert echo(text) == expected


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"satu\r\ndua\rtiga\n", "satu\ndua\ntiga\n"),
        (b"\xef\xbb\xbfnama;0812", "nama;0812"),
        ("nama;0812".encode("utf-16"), "nama;0812"),
        (b"a\xffb", "a\ufffdb"),
    ],
    ids=["line endings", "UTF-8 with mark", "UTF-16", "no text"],
)
def test_any_bytes_are_a_text_to_search(data: bytes, text: str) -> None:
    assert any_text(data) == text
