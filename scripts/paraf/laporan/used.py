"""Calls as they stand in a chapter, answered or not: what the checks of structure count.

A call that is misspelt is told by its own check; here it is read by its shape, so that nobody hears of it twice.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from paraf.door.regex import regex
from paraf.laporan.calls.catalogue import BY_NAME
from paraf.laporan.markdown import Block

# No brace inside: a line of a million braces is still read once.
_CALL = regex(r"\{\{\s*([a-z_]+)\s*\(([^{}]*)\}\}")
_QUOTED = regex("[\"'“”„‘’‚]([^\"'“”„‘’‚]*)[\"'“”„‘’‚]")


class Used(Struct, frozen=True):
    """A call where it stands: its outer ``name``, every quoted word in it, and the text between its brackets."""

    name: str
    words: tuple[str, ...]
    inner: str
    line: int
    column: int

    @property
    def kind(self) -> str:
        """What it answers; of a call that does not exist what its name promises."""
        if self.name in BY_NAME:
            return BY_NAME[self.name].kind
        return self.name.partition("_")[0]

    @property
    def panel(self) -> bool:
        """Whether it stands for a table or a chart."""
        return self.kind in ("tabel", "grafik")


def calls_in(text: str, line: int = 1) -> Iterator[Used]:
    """The calls on one line."""
    if "{{" not in text:
        return
    for found in _CALL.finditer(text):
        words = tuple(word.strip() for word in _QUOTED.findall(found[2]))
        yield Used(found[1], words, found[2], line, found.start() + 1)


def calls_of(blocks: Sequence[Block]) -> Iterator[Used]:
    """The calls of some blocks, in order; what is shown as code is no call."""
    for block in blocks:
        if block.kind != "kode":
            for number, text in enumerate(block.lines, start=block.line):
                yield from calls_in(text, number)
