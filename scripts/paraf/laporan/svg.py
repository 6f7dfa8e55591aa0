"""A small writer of SVG: shapes, lines of text that fit, one pattern. Same values, same bytes.

Nothing here knows what is drawn. Lengths are pixels of a picture that is ``WIDTH`` wide; on a narrow screen it shrinks to
three quarters, so no text is smaller than ``SIZE``.
"""

from collections.abc import Iterable, Mapping
from html import escape

WIDTH, EDGE, SIZE, LEADING = 480, 10, 16, 21
"""The picture's width, its empty edge, the size of its letters and the height of a line."""
INK, HUE, PAPER = "#1b2433", "#16336f", "#ffffff"
"""Text and axes, the one hue of bars, what lies below; told apart in grey as well (site.md section 4)."""
FAMILY = '"Plus Jakarta Sans", sans-serif'
MAX_LINES = 4
# Widths of letters in shares of their size, a little more than the font's own so that text never runs out of its place.
_NARROW, _WIDE = frozenset("fijlrtI.,:;'|!()[]-–· "), frozenset("mwMWOQGCD@%&ABHKNRUVXYZ")


def number(value: float) -> str:
    """A coordinate: at most one decimal, never ``-0``."""
    written = f"{value:.1f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def element(tag: str, *children: str, **attributes: str | float | None) -> str:
    """One element; its children are SVG already. ``stroke_width`` stands for ``stroke-width``, ``class_`` for ``class``."""
    pairs = _pairs(attributes)
    inner = "".join(children)
    return f"<{tag}{pairs}>{inner}</{tag}>" if inner else f"<{tag}{pairs}/>"


def _pairs(attributes: Mapping[str, str | float | None]) -> str:
    return "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(value) if isinstance(value, str) else number(value)}"'
        for name, value in attributes.items()
        if value is not None
    )


def rectangle(x: float, y: float, width: float, height: float, fill: str, stroke: str | None = None) -> str:
    """A bar; ``fill`` a colour or a pattern."""
    return element("rect", x=x, y=y, width=width, height=height, fill=fill, stroke=stroke)


def stroke(x1: float, y1: float, x2: float, y2: float, colour: str = INK, width: float = 1) -> str:
    """A straight line."""
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=colour, stroke_width=width)


def text_width(text: str) -> float:
    """How much room a text takes at most."""
    return sum(0.36 if letter in _NARROW else 0.86 if letter in _WIDE else 0.64 for letter in text) * SIZE


def wrapped(text: str, room: float, most: int = MAX_LINES) -> list[str]:
    """Lines that fit; a word longer than a line is broken, what exceeds ``most`` lines ends in dots."""
    lines = [""]
    for word in text.split():
        joined = f"{lines[-1]} {word}".strip()
        if text_width(joined) <= room:
            lines[-1] = joined
            continue
        lines += _broken(word, room)
        if len(lines) > most + 1:
            break
    lines = lines if lines[0] else lines[1:]
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], _cut(lines[most - 1], room)]


def _broken(word: str, room: float) -> list[str]:
    parts = [""]
    for letter in word[:200]:
        if parts[-1] and text_width(parts[-1] + letter) > room:
            parts.append("")
        parts[-1] += letter
    return parts


def _cut(line: str, room: float) -> str:
    while line and text_width(line + " …") > room:
        line = line[:-1]
    return f"{line} …"


_RIM: Mapping[str, str | float | None] = {
    "paint_order": "stroke",
    "stroke": PAPER,
    "stroke_width": 4,
    "stroke_linejoin": "round",
}


def without_rim(svg: str) -> str:
    """A picture whose letters have no rim: on paper the rim turns every letter into an outline, which weighs a lot."""
    return svg.replace(_pairs(_RIM), "")


def written(lines: Iterable[str], x: float, y: float, anchor: str = "start", weight: str | None = None) -> str:
    """Lines of text, the first of them with its base at ``y``; a rim of paper keeps them off what they cross."""
    spans = [
        element(
            "text",
            escape(line),
            x=x,
            y=y + LEADING * index,
            text_anchor=None if anchor == "start" else anchor,
            font_weight=weight,
            **_RIM,
        )
        for index, line in enumerate(lines)
    ]
    return "".join(spans)


def hatch(name: str) -> str:
    """The pattern of what missed its target: slanted lines of the hue on paper."""
    below = rectangle(0, 0, 6, 6, PAPER)
    line = stroke(0, 0, 0, 6, HUE, 4)
    return element(
        "defs",
        element(
            "pattern",
            below,
            line,
            id=name,
            width=6,
            height=6,
            patternUnits="userSpaceOnUse",
            patternTransform="rotate(45)",
        ),
    )


def picture(height: float, title: str, words: str, shapes: Iterable[str]) -> str:
    """The whole file; ``title`` and ``words`` are what a reader who cannot see it is told."""
    return (
        element(
            "svg",
            element("title", escape(title)),
            element("desc", escape(words)),
            rectangle(0, 0, WIDTH, height, PAPER),
            *shapes,
            xmlns="http://www.w3.org/2000/svg",
            role="img",
            viewBox=f"0 0 {WIDTH} {number(height)}",
            width=WIDTH,
            height=height,
            font_family=FAMILY,
            font_size=SIZE,
            fill=INK,
        )
        + "\n"
    )
