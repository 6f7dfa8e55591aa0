"""The numbers of tables and figures through a whole report, whether called or written by hand."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from paraf.door.regex import regex
from paraf.laporan.calls.base import CallError, Key
from paraf.laporan.calls.parsed import Parsed
from paraf.laporan.calls.reading import parse_call
from paraf.laporan.chapter import CALL, Chapter

CAPTION = regex(r"Tabel: (?P<title>\S.*)$")
"""The line above a table written by hand; it gets its number here."""
_NOUNS = {"tabel": "Tabel", "grafik": "Gambar"}


class Numbering(Struct, frozen=True):
    """``places``: what stands on a line of a file; ``keys``: every number a panel or a caption has, mostly one."""

    places: Mapping[tuple[str, int], str]
    keys: Mapping[Key, tuple[str, ...]]


def number_panels(chapters: Iterable[Chapter]) -> Numbering:
    """Count tables and figures in the order they are read; a call that cannot be read gets no number."""
    counts = dict.fromkeys(_NOUNS.values(), 0)
    places: dict[tuple[str, int], str] = {}
    keys: dict[Key, tuple[str, ...]] = {}
    for chapter in chapters:
        code = code_lines(chapter)
        tables = {block.line for block in chapter.blocks if block.kind == "tabel"}
        for line, text in enumerate(chapter.lines, start=chapter.first):
            found = None if line in code else _panel(text) or _caption(chapter, line, text, tables)
            if found:
                noun, key = found
                counts[noun] += 1
                places[chapter.file, line] = f"{noun} {counts[noun]}"
                keys[key] = (*keys.get(key, ()), f"{noun} {counts[noun]}")
    return Numbering(places, keys)


def code_lines(chapter: Chapter) -> frozenset[int]:
    """The lines inside fences: what stands there is shown as it is."""
    return frozenset(
        block.line + index for block in chapter.blocks if block.kind == "kode" for index in range(len(block.lines))
    )


def panel_call(text: str) -> Parsed | None:
    """The table or chart that a line stands for."""
    stripped = text.strip()
    if not stripped.startswith("{{") or not CALL.fullmatch(stripped):
        return None
    parsed = parse_call(stripped[2:-2])
    return None if isinstance(parsed, CallError) or parsed.call.kind not in _NOUNS else parsed


def _panel(text: str) -> tuple[str, Key] | None:
    parsed = panel_call(text)
    return (_NOUNS[parsed.call.kind], parsed.key) if parsed else None


def _caption(chapter: Chapter, line: int, text: str, tables: set[int]) -> tuple[str, Key] | None:
    """A caption stands right above a table, or with one empty line between."""
    found = CAPTION.match(text)
    if not found:
        return None
    following = chapter.lines[line + 1 - chapter.first : line + 2 - chapter.first]
    below = line + 1 if any(map(str.strip, following)) else line + 2
    return ("Tabel", ("", (found["title"].strip(),))) if below in tables else None
