"""What a placeholder looks like: runs of dots, empty brackets, and the words an office lists for it."""

import re
from collections.abc import Iterator
from functools import lru_cache

from paraf.door.regex import regex
from paraf.laporan.chapter import bare
from paraf.rules.prose import before, own_words

# Four dots end a quotation that was cut, so they count only outside one (EYD V); five never do.
ALWAYS = regex(r"[.…]{5,}|…{3,}|(?<!\w)_{4,}(?!\w)|\?{3,}|(?<!\w)20[xX]{2}(?!\w)")
_OWN = regex(
    r"(?<![.…])(?:\.{4}|…{2}|…\.|\.…)(?![.…])|\[\s*(?:\.{3}|…)\s*\]"
    r"|\[(?:isi|diisi|tulis|sebutkan|nama|tanggal|nomor|jumlah)\b[^\[\]\n]{0,60}\]"
    r"|(?:nomor|tanggal|sebesar|sebanyak|Rp|:)\.?\s?(?:\.{3}|…)(?![.…])",
    re.IGNORECASE,
)
_SIGNS = (
    "..",
    "…",
    "___",
    "???",
    "20xx",
    "[isi",
    "[diisi",
    "[tulis",
    "[sebut",
    "[nama",
    "[tanggal",
    "[nomor",
    "[jumlah",
)
_ROMAN = regex(r"(?:bab|pasal|bagian|lampiran|angkatan|abad|edisi|ke-?)\s*$", re.IGNORECASE)


def suspicious(text: str, words: tuple[str, ...]) -> bool:
    """Whether a text may hold one; most hold none, and then nothing is searched. ``words`` in small letters."""
    low = text.lower()
    return any(sign in low for sign in _SIGNS) or any(word in low for word in words)


@lru_cache(maxsize=8)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """The words of the office; those that consist of marks alone are looked for in any length."""
    listed = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{listed or '(?!)'})(?!\w)", re.IGNORECASE)


def placeholders(line: str, words: tuple[str, ...]) -> Iterator[re.Match[str]]:
    """The placeholders of a line; quotations may leave out words with dots."""
    if not suspicious(line, words):
        return
    text = bare(line)
    yield from ALWAYS.finditer(text)
    # What stands in brackets before an address is a link.
    yield from (one for one in _OWN.finditer(own_words(text)) if line[one.end() : one.end() + 1] not in ("(", "[", ":"))
    for found in _pattern(words).finditer(text):
        # XXX may be the number thirty.
        if not (found[0].isupper() and set(found[0]) == {"X"} and _ROMAN.search(before(text, found.start()))):
            yield found
