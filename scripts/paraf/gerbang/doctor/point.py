"""A point of the diagnosis, and what it is judged from."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum

from msgspec import Struct

from paraf.gerbang.settings import Ruleset, Settings, Snapshot
from paraf.sop.dates import write_date
from paraf.sop.forms.office import Publishing
from paraf.sop.forms.officials import OfficialsFile
from paraf.sop.forms.papers import PapersFile


class State(Enum):
    """What became of a point; the value is the word the reader sees. What could not be read is never in order."""

    BERES = "beres"
    PERLU = "perlu dibetulkan"
    TAK_TAHU = "tidak diketahui"
    CATATAN = "catatan"


class Point(Struct, frozen=True):
    """One thing that was looked at: what it is called, its state, a sentence, and where to click to repair it."""

    about: str
    state: State
    said: str
    repair: str = ""


class Workflow(Struct, frozen=True, kw_only=True):
    """A workflow of the repository: its file and name, the events that start it with their kinds (none: every kind).

    ``after`` are the workflows whose end starts it, ``schedules`` its times as cron has them, ``minutes`` what a run is
    billed, ``unpinned`` the actions in it that are not pinned to a commit.
    """

    path: str
    name: str
    events: Mapping[str, tuple[str, ...]]
    after: tuple[str, ...] = ()
    schedules: tuple[str, ...] = ()
    minutes: int = 1
    unpinned: tuple[str, ...] = ()


class Subject(Struct, frozen=True, kw_only=True):
    """Everything a judgement may look at.

    ``before`` is the snapshot that was saved last, where there is one. ``shipped`` are the rulesets that the repository
    brings, ``workflows`` what it runs, ``drift`` the generated files that differ from their source. ``publishing`` is where the
    office's site goes. ``now`` is the moment of the snapshot in the office's time.
    """

    snapshot: Snapshot
    now: datetime
    before: Snapshot | None = None
    shipped: tuple[Ruleset, ...] = ()
    workflows: tuple[Workflow, ...] = ()
    drift: tuple[str, ...] = ()
    papers: PapersFile | None = None
    officials: OfficialsFile | None = None
    publishing: Publishing = Publishing()

    @property
    def told(self) -> Settings:
        """The parts of the snapshot."""
        return self.snapshot.bagian

    @property
    def today(self) -> date:
        """The day of the snapshot in the office."""
        return self.now.date()

    def day(self, moment: datetime) -> str:
        """The day of a moment in the office, in words."""
        return write_date(moment.astimezone(self.now.tzinfo).date())

    @property
    def admin(self) -> bool:
        """Whether the snapshot was read by somebody who may see everything; only to them a 404 means that there is none."""
        repository = self.told.repositori
        return repository is not None and repository.permissions is not None and repository.permissions.admin

    def unread(self, about: str, part: str) -> Point | None:
        """The point of a part that could not be read; ``None`` where it was."""
        why = self.snapshot.why(part)
        return Point(about, State.TAK_TAHU, _WHY[why], _AGAIN) if why else None

    def lacking(self, about: str, part: str) -> list[Point]:
        """The same as a list."""
        unread = self.unread(about, part)
        return [unread] if unread else []


_WHY = {
    "ditolak": "GitHub tidak memperlihatkan setelan ini kepada kunci akses yang dipakai (403), jadi tidak dianggap beres.",
    "tidak ada": "GitHub menjawab tidak ada (404), yang juga dijawabnya bila kunci akses tidak boleh melihat.",
    "tidak ditanya": "Setelan ini tidak ditanyakan kepada GitHub.",
    "tidak dipahami": "Jawaban GitHub tidak seperti yang diharapkan, jadi setelan ini tidak dapat dinilai.",
}
_AGAIN = (
    "Jalankan lagi dengan kunci akses pengelola (Administration: Read-only); lihat halaman Siapkan untuk petugas TI."
)


def told(about: str, faults: list[str], fine: str, repair: str) -> Point:
    """Faults, or that it is in order."""
    return Point(about, State.PERLU, " ".join(faults), repair) if faults else Point(about, State.BERES, fine)


def unsure(about: str, said: str, repair: str = _AGAIN) -> Point:
    """What only somebody with more rights can tell."""
    return Point(about, State.TAK_TAHU, said, repair)
