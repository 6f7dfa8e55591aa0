"""What a writer meant: a refused call written again with their own words, and ids that differ only in how they look."""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from paraf.door.regex import regex

_CALL = regex(r"\s*([A-Za-z_]+)\s*\(([^(){}]*)\)\s*")
_MARKS = "\"'“”„‘’‚ \u00a0"
_NUMBER = regex(r"-?[0-9]{1,18}")
_WORD = regex(r"[\w .,%/:–-]{1,80}")
_ID = regex(r"([a-z]{1,6})0*([0-9]{1,3})")
_ALIKE = 0.6


def arguments_in(text: str) -> list[str] | None:
    """What stands between the brackets of a call, without quotation marks; ``None`` where that cannot be told.

    A comma inside a quoted word belongs to nobody's call but an ``angka``'s, so it separates like any other.
    """
    found = _CALL.fullmatch(text)
    if not found:
        return None
    words = [word.strip(_MARKS) for word in found[2].split(",")] if found[2].strip() else []
    return words if all(map(_WORD.fullmatch, words)) else None


def written(name: str, words: Iterable[str], accepted: Sequence[tuple[type, ...]]) -> str | None:
    """A call with these words as the types of its arguments want them; ``None`` where one fits none of them."""
    parts = []
    for index, word in enumerate(words):
        types = accepted[min(index, len(accepted) - 1)] if accepted else ()
        if int in types and _NUMBER.fullmatch(word):
            parts.append(word)
        elif str in types:
            parts.append(f'"{word}"')
        else:
            return None
    return f"{name}({', '.join(parts)})"


def near_id(name: str, known: Iterable[str]) -> str | None:
    """``IKU-1`` for *IKU1*, *iku 01* or *IKK-1*: the same number behind letters that are almost the same."""
    meant = _split(name)
    for other in known if meant else ():
        there = _split(other)
        if there and meant and there[1] == meant[1] and SequenceMatcher(None, there[0], meant[0]).ratio() >= _ALIKE:
            return other
    return None


def _split(name: str) -> tuple[str, str] | None:
    found = _ID.fullmatch(re.sub(r"[\W_]", "", name[:40]).casefold())
    return (found[1], found[2]) if found else None
