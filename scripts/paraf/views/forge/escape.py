"""Words that somebody wrote, inside a comment: no markup, no mention, no reference to another page, nothing invisible."""

from collections.abc import Iterable

from paraf.door.regex import regex
from paraf.door.text import visible
from paraf.views.html import md

GAP = "&#8203;"
"""A blank without width: what stands on both sides of it is read by a forge as two words."""
_MENTION = regex("@")
_REFERENCE = regex("&#35;(?=[0-9])|(?i:gh-)(?=[0-9])")
_ADDRESS = regex(r"(?i:www)(?=\.)|(?::|&#58;)(?=[\w/+-])")
_FENCE = regex("`{3,}")


def plain(text: str, longest: int | None = None) -> str:
    """A text as words of one line; beyond ``longest`` characters it is cut."""
    line = visible(" ".join(text.split()))
    return _told(line if longest is None else shortened(line, longest))


def _told(line: str) -> str:
    escaped = md(line).replace("$", "&#36;")
    for pattern in (_MENTION, _REFERENCE, _ADDRESS):
        escaped = pattern.sub(lambda found: found[0] + GAP, escaped)
    return escaped


def shortened(line: str, longest: int) -> str:
    """At most so many characters, cut between words where there is one."""
    if len(line) <= longest:
        return line
    cut = line[: longest - 1]
    whole = cut.rpartition(" ")[0]
    return f"{whole if len(whole) > longest // 2 else cut}…"


def block(lines: Iterable[str]) -> list[str]:
    """Lines to be copied as they are: the forge shows them with a button that does it."""
    said = [visible(line) for line in lines]
    fence = max(["```", *(f"{run}`" for line in said for run in _FENCE.findall(line))], key=len)
    return [f"{fence}text", *said, fence]


def folded(title: str, lines: Iterable[str]) -> list[str]:
    """Lines that open when their title is touched."""
    return ["<details>", f"<summary>{title}</summary>", "", *lines, "", "</details>"]
