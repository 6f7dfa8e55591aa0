"""The names of evidence files: which step, which edition of a published paper, which later record, on paper or not."""

from msgspec import Struct

from paraf.door.regex import regex

FOLDER = "bukti/"
_NAME = regex(
    r"bukti/(?P<step>[a-z]{1,2}[0-9]{1,3})(?:-v(?P<edition>[2-9]|[1-9][0-9]))?"
    r"(?:-(?P<number>[2-9]|[1-9][0-9])|-(?P<paper>kertas))?\.yml"
)


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
    found = _NAME.fullmatch(path)
    if not found:
        return None
    return EvidenceName(
        step=found["step"].upper(),
        edition=int(found["edition"] or 1),
        number=int(found["number"] or 1),
        on_paper=found["paper"] is not None,
    )
