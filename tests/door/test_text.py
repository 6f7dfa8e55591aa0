"""A piece of a file inside a message: one line, nothing invisible, cut at sixty characters."""

import pytest

from paraf.door.text import echo

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
