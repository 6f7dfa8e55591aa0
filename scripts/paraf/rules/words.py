"""Reading the office's sentences: which performer a text names, which words carry its meaning."""

import re
from collections.abc import Iterator

from paraf.sop.forms.sop import Role
from paraf.sop.model import Sop

# Words that say nothing about which paper is meant.
_EMPTY = frozenset(
    [
        "dan",
        "yang",
        "di",
        "ke",
        "dari",
        "untuk",
        "dengan",
        "pada",
        "telah",
        "oleh",
        "atau",
        "serta",
        "dalam",
        "terkait",
        "para",
    ]
)


def names(role: Role) -> tuple[str, ...]:
    """Every word the SOP may use for a performer, longest first."""
    words = [role.sebutan, *([role.jabatan] if role.jabatan else []), *role.sebutan_lain]
    return tuple(sorted(words, key=len, reverse=True))


def opening_name(role: Role, text: str) -> str | None:
    """The name with which a sentence begins, if it is one of this performer's."""
    for name in names(role):
        if re.match(rf"{re.escape(name)}(?!\w)", text, re.IGNORECASE):
            return text[: len(name)]
    return None


def mentioned(sop: Sop, text: str) -> Iterator[Role]:
    """The performers a text names, in the order of the SOP."""
    for role in sop.roles:
        if any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) for name in names(role)):
            yield role


def items(cell: str | None) -> Iterator[str]:
    """The papers a cell lists, separated by commas outside brackets."""
    for part in re.split(r",\s*(?![^()]*\))", cell or ""):
        if part.strip():
            yield part.strip()


def content(text: str) -> frozenset[str]:
    """The words of a text that carry meaning, in lower case."""
    return frozenset(re.findall(r"[a-z0-9]+", text.lower())) - _EMPTY


def word_set(text: str) -> frozenset[str]:
    """The words of a list written with spaces."""
    return frozenset(text.split())
