"""Tables for the tests of the rules' helpers: laid into the small complete report, and read as the rules read them."""

from collections.abc import Sequence
from decimal import Decimal

from laporan.case import FOLDER, base_files, facts
from paraf.finding import Place
from paraf.rules.report_base import ReportFacts
from paraf.rules.tables import Cell, HandTable, plain, read_cell

PLACE = Place("bab.md", 1, 1)
CHAPTER = f"{FOLDER}/80-penutup.md"


def cell(text: str) -> Cell:
    """A cell as a table has it."""
    return read_cell(plain(text), PLACE)


Change = tuple[str, str]


def with_text(text: str, *, kinerja: Sequence[Change] = (), anggaran: Sequence[Change] = ()) -> ReportFacts:
    """The base report with more text in its last chapter, and texts of its data changed."""
    files = base_files()
    files[CHAPTER] += f"\n{text}\n"
    for name, changes in ((f"{FOLDER}/data/kinerja.yml", kinerja), (f"{FOLDER}/data/anggaran.csv", anggaran)):
        for old, new in changes:
            assert files[name].count(old) == 1, old
            files[name] = files[name].replace(old, new)
    return facts(files)


def drawn(*rows: Sequence[str], before: str = "") -> str:
    """A table of these rows, the head first, below an optional line."""
    head, *body = ["| " + " | ".join(row) + " |" for row in rows]
    divider = "|" + "---|" * len(rows[0])
    return "\n".join([*([before, ""] if before else []), head, divider, *body])


def table(*rows: Sequence[str], before: str = "") -> HandTable:
    """That table as the rules see it."""
    (found,) = with_text(drawn(*rows, before=before)).tables
    return found


def decimals(*texts: str | None) -> list[Decimal | None]:
    """Numbers from texts."""
    return [None if text is None else Decimal(text) for text in texts]
