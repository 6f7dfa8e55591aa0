"""The small report in two states, and chapters of any text: what the tests of a *lembar perubahan* compare."""

from collections.abc import Sequence

from laporan.case import FOLDER, base_files, facts
from laporan.changed import changed_files
from paraf.laporan.expand import Expansion, expand_report
from paraf.laporan.perubahan.comparing import perubahan_of
from paraf.laporan.perubahan.records import Angka, Change, Part, Perubahan
from paraf.laporan.report import read_report

OUTLINE = facts(base_files()).outline
Edit = tuple[str, str, str]


def year_of(files: dict[str, str], year: int = 2025) -> Expansion:
    """A year of these files, expanded."""
    folder = f"lakip/{year}/"
    return expand_report(
        read_report(year, {path.removeprefix(folder): text.encode() for path, text in files.items() if folder in path})
    )


BASE = year_of(base_files())


def edited(*edits: Edit, **files: str | None) -> Expansion:
    """The small report after edits; ``files`` are further ones of the year (``None``: taken away)."""
    found = changed_files(*edits)
    for name, text in files.items():
        path = f"{FOLDER}/{name}"
        if text is None:
            del found[path]
        else:
            found[path] = text
    return year_of(found)


def compared(*edits: Edit, **files: str | None) -> Perubahan:
    """What edits of the small report changed."""
    return perubahan_of(BASE, edited(*edits, **files), OUTLINE)


def chapter(*paragraphs: str, name: str = "uji") -> str:
    """A chapter of these paragraphs."""
    return f"---\nid: {name}\njudul: Bab {name}\n---\n\n" + "\n\n".join(paragraphs) + "\n"


def report(**chapters: Sequence[str]) -> Expansion:
    """A year of nothing but chapters by their id, each of some paragraphs, in the order given."""
    return year_of(
        {
            f"lakip/2025/{number:02d}-{name}.md": chapter(*paragraphs, name=name)
            for number, (name, paragraphs) in enumerate(chapters.items(), start=10)
        }
    )


def between(before: Sequence[str], after: Sequence[str]) -> Perubahan:
    """What changed in one chapter of paragraphs."""
    return perubahan_of(report(uji=before), report(uji=after))


def told(change: Change) -> tuple[str, str, str]:
    """How a passage changed, what went, what came."""
    pieces = [piece for cell in change.cells for piece in cell.pieces]
    gone = " ".join(piece.text for piece in pieces if piece.tag == "dihapus")
    come = " ".join(piece.text for piece in pieces if piece.tag == "ditambah")
    return change.way, gone, come


def changes(found: Perubahan, *, made: bool = False) -> list[tuple[str, str, str]]:
    """Every change of the text that somebody wrote, or of what followed from the data."""
    return [told(change) for part in found.parts for change in part.changes if change.made is made]


def figure(one: Angka) -> tuple[str, str, str]:
    """A figure, as it was and as it is."""
    return f"{one.subject}: {one.what}", one.before, one.after


def part(found: Perubahan, name: str) -> Part:
    """A part by its id."""
    return next(one for one in found.parts if one.id == name)
