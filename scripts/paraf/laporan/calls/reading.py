"""A call as it is written, read: a name of our list with quoted words, whole numbers and other calls.

Nearly all are written plainly, ``nama("IKU-1", 2025)``, and are read here; of every other spelling, and of what is wrong
with one, Jinja2 has to tell (``calls.expression``), which takes longer to load than an ordinary chapter to check.
"""

from functools import lru_cache

from paraf.door.regex import regex
from paraf.laporan.calls.base import CallError
from paraf.laporan.calls.catalogue import BY_NAME
from paraf.laporan.calls.parsed import SHOWN, Parsed, takes

MAX_EXPRESSION = 300
"""Letters of one call."""
_NO_BREAK = "\u00a0"
_VALUE = regex(r'"(?P<word>[^"\r\n]*)"|(?P<number>-?(?:0|[1-9][0-9]{0,17}))(?![\w.])|(?P<name>[a-z_]+)\( ?')
_NEXT = regex(r" ?, ?(?!\))| ?(?=\))")


@lru_cache(maxsize=20_000)
def parse_call(source: str) -> Parsed | CallError:
    """Read one expression (without its braces); a ``CallError`` says what is wrong with it. Total."""
    text = source.replace(_NO_BREAK, " ").strip()
    if len(text) > MAX_EXPRESSION:
        return CallError("panggilan ini terlalu panjang", f"paling banyak {MAX_EXPRESSION} huruf")
    if not text:
        return CallError("panggilan ini kosong", SHOWN)
    if "\\" in text:
        return CallError("garis miring terbalik tidak dipakai di dalam panggilan", SHOWN)
    plain = _plain(text, 0)
    if plain and plain[1] == len(text) and isinstance(plain[0], Parsed):
        return plain[0]
    from paraf.laporan.calls.expression import read_expression

    try:
        return read_expression(text)
    except CallError as error:
        return error.with_traceback(None)


def _plain(text: str, start: int) -> tuple[str | int | Parsed, int] | None:
    """A plainly written value at a place of the text and where it ends; ``None`` where Jinja2 has to look."""
    found = _VALUE.match(text, start)
    if not found or not found["name"]:
        return found and (int(found["number"]) if found["number"] else found["word"], found.end())
    call, at = BY_NAME.get(found["name"]), found.end()
    arguments: list[str | int | Parsed] = []
    while not text.startswith(")", at):
        value = _plain(text, at)
        after = _NEXT.match(text, value[1]) if value else None
        if not value or not after:
            return None
        arguments.append(value[0])
        at = after.end()
    return (Parsed(call, tuple(arguments)), at + 1) if call and takes(call, len(arguments)) else None
