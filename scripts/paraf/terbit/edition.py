"""What publication speaks of: a year as it lies here, an edition that may be published, a year that may not."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from paraf.alur.book.problem import Problem
from paraf.alur.facts import Policy, Tree
from paraf.alur.states import Closing, Cycle
from paraf.laporan.expand import Expansion
from paraf.laporan.report import Report
from paraf.sop.forms.papers import Paper
from paraf.sop.repository import Repository


class Source(Struct, frozen=True, kw_only=True):
    """A state of a year's files: as they lie here, or as an earlier commit had them.

    ``files`` are all bytes by path below ``lakip/<tahun>/``; ``tree`` the same as the flow sees them. ``named`` says which
    state it is ("folder ini", "commit 1a2b3c4").
    """

    named: str
    files: Mapping[str, bytes]
    tree: Tree
    report: Report


class YearHere(Struct, frozen=True, kw_only=True):
    """Everything that decides about the publication of a year.

    ``repo`` and ``policy`` are the rules of the year. ``books`` are the files of its book by name, ``here`` is what lies in the
    folder now, ``earlier`` are other states, newest first, which are only read where an edition is not what lies here.
    ``live`` is what the forge's own facts come to (``None``: it was not asked), ``unlike_forge`` what of the recorded lines
    the forge does not confirm, ``unconfirmed`` the later evidence, by path below the year's folder, that it does not know.
    """

    year: int
    sample: bool
    repo: Repository
    policy: Policy
    books: Mapping[str, bytes]
    here: Source
    earlier: Iterable[Source] = ()
    live: Cycle | None = None
    unlike_forge: Sequence[Problem] = ()
    unconfirmed: Sequence[str] = ()


class Edition(Struct, frozen=True, kw_only=True):
    """An edition (*versi*) of a year's report that may be published.

    ``paper`` is the one that publishes, ``closing`` how it was done, ``closings`` are all papers of the year that are done.
    ``source`` has exactly the content and the text that were approved, ``expansion`` is that text. ``recorded`` tells whether
    the book has it already. ``seal`` is the digest of the book's last line (``None``: not recorded yet). ``repo`` are the rules
    of the year, by whose outline the text is read (``None``: those of now).
    """

    year: int
    number: int
    sample: bool
    policy: Policy
    paper: Paper
    closing: Closing
    closings: tuple[Closing, ...]
    source: Source
    expansion: Expansion
    recorded: bool
    seal: str | None
    repo: Repository | None = None

    @property
    def folder(self) -> str:
        """Where its pages lie, for good: ``lakip/2025/v1/``."""
        return f"lakip/{self.year}/v{self.number}/"


class Refusal(Struct, frozen=True):
    """Why a year is not published, or not its next edition: the place, and one sentence with the repair."""

    year: int
    place: str
    sentence: str
    edition: int | None = None

    def __str__(self) -> str:
        what = f"LAKIP {self.year}" + (f" versi {self.edition}" if self.edition else "")
        return f"{what} tidak diterbitkan. {self.place}: {self.sentence}"


class LeftOut(Struct, frozen=True):
    """A file that lies in a year's folder without any pull request that vouches for it: as if it were not there."""

    path: str

    def __str__(self) -> str:
        return (
            f"{self.path} tidak ditampilkan: bukti susulan ini tidak berasal dari PR yang lulus pemeriksaan."
            " Hapus berkasnya, lalu ajukan lagi lewat PR tersendiri oleh peran yang mencatatnya."
        )


class Published(Struct, frozen=True):
    """The editions of every year in order, newest edition last, and the years that are refused."""

    editions: tuple[Edition, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    @property
    def newest(self) -> tuple[Edition, ...]:
        """The last edition of each year, oldest year first."""
        return tuple({edition.year: edition for edition in self.editions}.values())
