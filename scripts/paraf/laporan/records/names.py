"""The names of evidence files: which step, which edition of a published paper, which later record, on paper or not.

A scan, or a document that is filed, has the name of its record, with a word behind it or not: ``b12-lakip.pdf`` belongs to
``b12.yml``, ``b12-2-bertanda-tangan.pdf`` to ``b12-2.yml``. So the name alone tells to which record a file belongs.
"""

import re

from msgspec import Struct

from paraf.door.regex import regex

FOLDER = "bukti/"
FILES = (".pdf", ".jpg", ".jpeg", ".png")
"""How the names end of what may be filed with a record."""
_STEM = (
    r"bukti/(?P<step>[a-z]{1,2}[0-9]{1,3})(?:-v(?P<edition>[2-9]|[1-9][0-9]))?"
    r"(?:-(?P<number>[2-9]|[1-9][0-9])|-(?P<paper>kertas))?"
)
_NAME = regex(rf"{_STEM}\.yml")
_FILE = regex(rf"{_STEM}(?:-(?!v[0-9])[a-z][a-z0-9-]{{0,40}})?\.(?:pdf|jpg|jpeg|png)")


class EvidenceName(Struct, frozen=True, order=True):
    """``step`` is the code as the SOP writes it. ``edition`` counts the published papers, ``number`` the records of a step.

    Both begin at 1, which no name spells out. ``on_paper``: the sheet of an approval that was signed on paper.
    """

    step: str
    edition: int = 1
    number: int = 1
    on_paper: bool = False

    @property
    def path(self) -> str:
        """The path below the year's folder."""
        edition = f"-v{self.edition}" if self.edition > 1 else ""
        number = f"-{self.number}" if self.number > 1 else ""
        return f"{FOLDER}{self.step.lower()}{edition}{number}{'-kertas' if self.on_paper else ''}.yml"


def read_name(path: str) -> EvidenceName | None:
    """Read a path below the year's folder; ``None`` for any other name."""
    return _read(_NAME.fullmatch(path))


def record_of_file(path: str) -> EvidenceName | None:
    """The record to which a scan or a document belongs by its name; ``None`` for any other path."""
    return _read(_FILE.fullmatch(path))


def _read(found: re.Match[str] | None) -> EvidenceName | None:
    if not found:
        return None
    return EvidenceName(
        step=found["step"].upper(),
        edition=int(found["edition"] or 1),
        number=int(found["number"] or 1),
        on_paper=found["paper"] is not None,
    )
