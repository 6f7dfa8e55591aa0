"""The SOP as it was handed over, read on its own: nothing here goes through the package."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from helpers import CASES
from htmltext import parse, squeeze


@dataclass(frozen=True)
class Seed:
    """Cells in the order of the sheet: identity rows, letterhead, titled boxes, headings, table heads, table rows."""

    identity: dict[str, list[str]]
    kop: list[str]
    boxes: list[tuple[str, list[str]]]
    title: str
    sections: list[tuple[str, list[list[str]], list[list[str]]]]


@cache
def read_seed() -> Seed:
    lines = (CASES / "seed" / "sop.txt").read_text(encoding="utf-8").split("\n")
    rows = [line.split("\t") for line in lines if line.strip()]
    start = next(index for index, row in enumerate(rows) if row[0].startswith("**URAIAN"))
    identity, kop = _identity(rows[:start])
    return Seed(identity, kop, _boxes(rows[:start]), rows[start][0].strip("*"), _sections(rows[start + 1 :]))


def _pieces(cell: str) -> list[str]:
    """The lines of a cell: its elements, or the runs between wide gaps."""
    parts = re.split(r"</?[a-z][^>]*>|\s{3,}", cell)
    return [squeeze(part) for part in parts if part.strip()]


def _identity(rows: list[list[str]]) -> tuple[dict[str, list[str]], list[str]]:
    identity: dict[str, list[str]] = {}
    kop: list[str] = []
    for row in rows:
        if row[0].startswith("<p") and len(row) == 3:
            kop = _pieces(row[0])
            identity[row[1]] = _pieces(row[2])
        elif not row[0].strip() and len(row) == 3:
            identity[row[1]] = _pieces(row[2])
    return identity, kop


def _boxes(rows: list[list[str]]) -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    for heads, cells in pairwise(rows):
        if len(heads) == 2 and all(head.isupper() for head in heads):
            for head, cell in zip(heads, cells, strict=True):
                tree = parse(cell)
                found.append((head, [item.text() for item in tree.all("li", "p")]))
    return found


def _sections(rows: list[list[str]]) -> list[tuple[str, list[list[str]], list[list[str]]]]:
    sections: list[tuple[str, list[list[str]], list[list[str]]]] = []
    for row in rows:
        if len(row) == 1 and (heading := re.fullmatch(r"(?:\*\*|## )([A-Z]\. .*?)(?:\*\*)?", row[0])):
            sections.append((heading[1], [], []))
        elif re.match(r"\d+\.$", row[0]):
            sections[-1][2].append([squeeze(cell) for cell in row])
        elif row[0] in ("No.", "") and len(sections[-1][1]) < 2:
            sections[-1][1].append([squeeze(cell) for cell in row if cell.strip()])
    return sections
