"""An approved chapter as the site's Markdown, block by block as ``laporan.markdown`` reads it; no word is added or left out.

The site's reader needs other empty lines, other indents and every row of a table as wide as its head.
"""

from collections.abc import Iterator, Sequence

from paraf.door.regex import regex
from paraf.laporan.markdown import Block, blocks, cells
from paraf.views.terbit.inline import Resolve, begun, inline, safe

DEEPEST = 12
"""Lists and quotations within each other; the site's reader stumbles when they stand much deeper."""
OPEN, CLOSE = "<!--isi--></div>", "<div><!--tutup--></div>"
"""What ends a box's empty element, and a box: the theme (``main.html``) joins the two to one element around what lies between."""

EMPTY = "&#32;"
"""The words of an item that has none."""

_ITEM = regex(r"(?P<indent>\s*)(?P<mark>[-*+]|\d{1,3}[.)])\s+(?P<words>.*)")
_QUOTE = regex(r"\s*((?:>\s?)+)")
_CAPTION = regex(r"\*\*(?P<number>[^*]{1,40})\.\*\* ")


def box(class_: str, **attributes: str) -> str:
    """The beginning of a box around Markdown; ``CLOSE`` ends it."""
    pairs = "".join(f' {name.replace("_", "-")}="{safe(value)}"' for name, value in attributes.items())
    return f'<div class="{class_}"{pairs}>{OPEN}'


class Headings:
    """The headings of a page in order, each with a place that a contents can lead to."""

    def __init__(self) -> None:
        self.found: list[tuple[int, str, str]] = []

    def add(self, level: int, words: str) -> str:
        """Remember one; gives the name of its place."""
        name = f"bagian-{len(self.found) + 1}"
        self.found.append((level, words, name))
        return name


def site_markdown(lines: Sequence[str], resolve: Resolve, headings: Headings) -> str:
    """The body of a chapter or annex below its heading."""
    found = list(blocks(lines, 1))
    # Below the page's own heading the first level is the second, wherever the chapter stands on paper.
    sunk = max(0, min((block.level for block in found if block.kind == "judul"), default=2) - 2)
    parts: list[str] = []
    index, tables = 0, 0
    while index < len(found):
        block = found[index]
        if block.kind == "butir":
            end = index
            while end < len(found) and found[end].kind == "butir":
                end += 1
            parts.append("\n".join(_items(found[index:end], resolve)))
            index = end
            continue
        if block.kind == "tabel":
            tables += 1
            parts.append(_table(block, _label(found, index, tables), resolve))
        else:
            parts.append(_block(block, resolve, headings, sunk))
        index += 1
    return "\n\n".join(parts)


def _label(found: Sequence[Block], index: int, tables: int) -> str:
    """What a table is called aloud: by its number above it, else by its place."""
    above = _CAPTION.match(found[index - 1].text) if index else None
    if not above:
        return f"Tabel ke-{tables} di halaman ini"
    return above["number"] if above["number"].startswith("Tabel") else f"Angka pada {above['number']}"


def _block(block: Block, resolve: Resolve, headings: Headings, sunk: int) -> str:
    match block.kind:
        case "judul":
            place = headings.add(block.level, block.text)
            return f'<div id="{place}" class="tempat"></div>\n\n{"#" * max(2, block.level - sunk)} {inline(block.text, resolve)}'
        case "kode":
            return _code(block.lines)
        case "garis":
            return "---"
        case "kutipan" | "catatan":
            return "\n".join(_quote(line, resolve) for line in block.lines)
        case _:
            return "\n".join(_line(line, resolve) for line in block.lines)


def _line(line: str, resolve: Resolve) -> str:
    """A line of a paragraph. A backslash or two spaces at its end begin a new one on paper, so they do here."""
    text = line.strip()
    broken = line.endswith("  ") or (text.endswith("\\") and not text.endswith("\\\\"))
    # Only what is shown tells how the line begins: a picture or a link before it may be left out.
    shown = begun(inline(text.removesuffix("\\") if broken else text, resolve).lstrip())
    return f"{shown}  " if broken else shown


def _quote(line: str, resolve: Resolve) -> str:
    found = _QUOTE.match(line)
    depth = min(found[1].count(">"), DEEPEST) if found else 1
    return f"{'> ' * depth}{_line(line[found.end() :] if found else line, resolve)}"


def _items(found: Sequence[Block], resolve: Resolve) -> Iterator[str]:
    """A list: every level of it four spaces deep."""
    indents: list[int] = []
    for block in found:
        item = _ITEM.match(block.lines[0])
        assert item
        indent = len(item["indent"].expandtabs(4))
        indents = [other for other in indents if other < indent]
        depth = min(len(indents), DEEPEST)
        indents.append(indent)
        mark = item["mark"].replace(")", ".") if item["mark"][0].isdigit() else "-"
        # An item without words is none to the site's reader, which would take its mark for a line under a heading.
        yield f"{'    ' * depth}{mark} {_line(item['words'], resolve) if item['words'].strip() else EMPTY}"
        yield from (f"{'    ' * (depth + 1)}{_line(line, resolve)}" for line in block.lines[1:])


def _code(lines: Sequence[str]) -> str:
    """Code between fences that nothing in it can close; the site does not colour it."""
    inner = list(lines[1:])
    if inner and inner[-1].strip() and not inner[-1].strip().strip("`~"):
        inner.pop()
    longest = max((len(line) - len(line.lstrip("~")) for line in inner), default=0)
    fence = "~" * max(3, longest + 1)
    return "\n".join([fence, *inner, fence])


def _table(block: Block, label: str, resolve: Resolve) -> str:
    """A table in a box that scrolls; cells beyond the last column stand in it."""
    head, divider, *rows = block.lines
    wide = len(cells(divider))
    marks = [f"{':' if cell.startswith(':') else ''}--{':' if cell.endswith(':') else '-'}" for cell in cells(divider)]
    written = [_row(head, wide, resolve), f"| {' | '.join(marks)} |", *(_row(row, wide, resolve) for row in rows)]
    lines = [box("gulir", tabindex="0", role="region", aria_label=label), "", *written, "", CLOSE]
    return "\n".join(lines)


def _row(line: str, wide: int, resolve: Resolve) -> str:
    found = cells(line)
    if len(found) > wide:
        found = [*found[: wide - 1], " | ".join(found[wide - 1 :])]
    found += [""] * (wide - len(found))
    return f"| {' | '.join(inline(cell, resolve) for cell in found)} |"
