"""What a *lembar perubahan* says, before any words are chosen for a screen, a comment or a terminal."""

from typing import Literal

from msgspec import Struct

Tag = Literal["sama", "dihapus", "ditambah"]
Way = Literal["diubah", "ditambah", "dihapus", "dipindahkan"]
Kind = Literal["bab", "lampiran"]
State = Literal["tetap", "baru", "dihapus"]
Origin = Literal["data", "hitungan", "tulisan"]
Shape = Literal["judul", "paragraf", "butir", "baris", "keterangan", "gambar", "kutipan", "catatan", "kode"]
"""``baris`` is the row of a table, ``keterangan`` the caption or a note of a table or chart."""


class Piece(Struct, frozen=True):
    """Some words of a passage: in both states, only in the first (``dihapus``), or only in the second."""

    tag: Tag
    text: str


class Cell(Struct, frozen=True):
    """The words of a passage; of a row those of one cell, below ``head``, the name of its column."""

    head: str
    pieces: tuple[Piece, ...]

    @property
    def before(self) -> str:
        """The words as they were."""
        return " ".join(piece.text for piece in self.pieces if piece.tag != "ditambah")

    @property
    def after(self) -> str:
        """The words as they are."""
        return " ".join(piece.text for piece in self.pieces if piece.tag != "dihapus")


class Spot(Struct, frozen=True):
    """Where a passage stands: what the part is called, the heading above it, the number of the paragraph in the *naskah baca*
    (0: it has none), the table or chart it belongs to, and its line in the file (0: the file is not the report's own)."""

    part: str
    section: str = ""
    paragraph: int = 0
    panel: str = ""
    line: int = 0


class Change(Struct, frozen=True, kw_only=True):
    """A passage that is not as it was. ``before`` is where it stood (``None``: nowhere), ``after`` where it stands.

    ``made``: the words in the file are the same, only figures, tables and numbers that come from elsewhere differ.
    """

    way: Way
    shape: Shape
    cells: tuple[Cell, ...]
    before: Spot | None
    after: Spot | None
    made: bool = False


class Part(Struct, frozen=True, kw_only=True):
    """A chapter or annex with its changes, in the order of reading.

    ``id`` is its identity (front matter and goal, or the annex's id), ``was`` its heading of before where that was another.
    ``passages`` is how many it has (of one that is gone: had).
    """

    id: str
    kind: Kind
    file: str
    title: str
    was: str
    state: State
    passages: int
    changes: tuple[Change, ...]


class Angka(Struct, frozen=True, kw_only=True):
    """A figure that is another now: what it is, in words, and how it was and is written (``""``: it was not, or is not there).

    ``origin``: a figure of the data, one that is computed from them, or one that somebody wrote into a sentence.
    ``shown`` are the headings of the chapters where it stands.
    """

    subject: str
    what: str
    before: str
    after: str
    origin: Origin
    shown: tuple[str, ...] = ()


class Perubahan(Struct, frozen=True, kw_only=True):
    """The whole sheet. ``parts`` are those that changed, in the order of the report, then those that are gone."""

    before_year: int
    after_year: int
    angka: tuple[Angka, ...]
    parts: tuple[Part, ...]

    @property
    def nothing(self) -> bool:
        """Whether a reader would see no difference."""
        return not self.angka and not self.parts
