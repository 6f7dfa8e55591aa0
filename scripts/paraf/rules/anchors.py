"""Where a relative address leads inside the folder of a year: its file, and the headings that can be jumped to."""

import posixpath
import re
import unicodedata
from functools import lru_cache

from paraf.door.regex import regex
from paraf.laporan.markdown import blocks

_ENCODED = regex(r"(?:%[0-9A-Fa-f]{2})+")
_TITLE = regex(r"^judul:[ \t]*(\S.*)$", re.MULTILINE)


def decoded(address: str) -> str:
    """An address with ``%20`` and the like as the letters they stand for."""
    return _ENCODED.sub(lambda found: bytes.fromhex(found[0].replace("%", "")).decode("utf-8", "replace"), address)


def resolved(source: str, path: str) -> str | None:
    """The file a relative path means, seen from a file of the year; ``None`` outside the folder of the year."""
    if path.startswith(("/", "\\")):
        return None
    whole = posixpath.normpath(posixpath.join(posixpath.dirname(source), decoded(path)))
    return None if whole == ".." or whole.startswith("../") else whole


def slug(heading: str) -> str:
    """A heading's anchor as the site's builder makes it."""
    plain = unicodedata.normalize("NFKD", heading).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


@lru_cache(maxsize=64)
def anchors(text: str) -> frozenset[str]:
    """Every anchor of a Markdown file; of a heading that stands there again also the numbered ones."""
    found: set[str] = set()
    titles = [block.text for block in blocks(text.split("\n"), 1) if block.kind == "judul"]
    for title in [*_TITLE.findall(text.split("\n---", 1)[0]), *titles]:
        name, number = slug(title), 1
        while name in found and f"{slug(title)}_{number}" in found:
            number += 1
        found |= {f"{name}_{number}"} if name in found else {name}
    return frozenset(found)
