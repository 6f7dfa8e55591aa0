"""Who holds which role at a moment; a Plt or Plh stands alone in his days (DESIGN section 5)."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from paraf.sop.forms.officials import OfficialsFile
from paraf.sop.officials import holders


@dataclass(frozen=True)
class Roster:
    """The officials as the base's own file names them, by the forge's numeric account id."""

    file: OfficialsFile

    def held(self, role: str, moment: datetime) -> frozenset[int]:
        """The accounts that hold a role on the day of a moment."""
        return _held(self.file, role, moment.date())

    def holds(self, account: int, role: str, moment: datetime) -> bool:
        """Whether an account holds a role at a moment."""
        return account in self.held(role, moment)

    def name(self, account: int) -> str:
        """The person of an account as messages name it; an unknown account by its number."""
        return next((person.nama for person in self.file.orang if person.id == account), f"akun nomor {account}")


@lru_cache(maxsize=4096)
def _held(file: OfficialsFile, role: str, day: date) -> frozenset[int]:
    return frozenset(person.id for person in holders(file, role, day) if person.id is not None)
