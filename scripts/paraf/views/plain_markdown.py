"""Markdown written by people may format words, not bring its own HTML or addresses that run something."""

import html
import re
from collections.abc import Iterator

from paraf.door.text import echo
from paraf.errors import Fault
from paraf.finding import Place

_FENCE = re.compile(r" {0,3}(```|~~~)")
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")
# Anything that browsers or Markdown would take for a tag, a comment or a declaration; addresses in <…> are links.
_TAG = re.compile(r"<(?!https?://|mailto:)[A-Za-z/!?]")
_TARGET = re.compile(r"\]\(\s*<?([^)\s>]*)|^ {0,3}\[[^\]]+\]:\s*<?(\S*)")
_SCHEME = re.compile(r"([^/?#]*?):")
_ALLOWED = {"http", "https", "mailto"}


def refused(file: str, text: str, first: int) -> Iterator[Fault]:
    """Every raw tag and every address with an unknown scheme; ``first`` is the number of the text's first line."""
    fence = ""
    for number, line in enumerate(text.split("\n"), start=first):
        mark = _FENCE.match(line)
        if mark and (not fence or mark[1] == fence):
            fence = "" if fence else mark[1]
        if fence or mark:
            continue
        bare = _CODE.sub(lambda code: " " * len(code[0]), line)
        for found in _TAG.finditer(bare):
            shown = echo(line[found.start() : found.start() + 20])
            message = f"HTML tidak dipakai di halaman ini: “{shown}”"
            yield Fault(Place(file, number, found.start() + 1), message, "tulis dengan Markdown, atau apit dengan `…`")
        for found in _TARGET.finditer(bare):
            target = html.unescape(found[1] or found[2] or "")
            scheme = _SCHEME.match(target)
            if scheme and scheme[1].lower() not in _ALLOWED:
                message = f"alamat “{echo(target)}” tidak dipakai di halaman ini"
                yield Fault(Place(file, number, found.start() + 1), message, "pakai berkas .md, https, atau mailto")
