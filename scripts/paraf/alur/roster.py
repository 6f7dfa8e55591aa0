"""Who holds which role at a moment; a Plt or Plh stands alone in his days (DESIGN section 5)."""

from datetime import date, datetime

from msgspec import Struct, field

from paraf.sop.forms.officials import OfficialsFile, Person
from paraf.sop.officials import holders


class Roster(Struct, frozen=True):
    """The officials as the base's own file names them, by the forge's numeric account id."""

    file: OfficialsFile
    _known: dict[tuple[str, date], tuple[Person, ...]] = field(default_factory=dict)

    def people(self, role: str, moment: datetime) -> tuple[Person, ...]:
        """The people who hold a role on the day of a moment, those without an account, too."""
        key = (role, moment.date())
        if key not in self._known:
            self._known[key] = holders(self.file, *key)
        return self._known[key]

    def holds(self, account: int, role: str, moment: datetime) -> bool:
        """Whether an account holds a role at a moment."""
        return any(person.id == account for person in self.people(role, moment))

    def held(self, role: str, moment: datetime) -> frozenset[int]:
        """The accounts that hold a role on the day of a moment."""
        return frozenset(person.id for person in self.people(role, moment) if person.id is not None)

    def name(self, account: int) -> str:
        """The person of an account as messages name it; an unknown account by its number."""
        return next((person.nama for person in self.file.orang if person.id == account), f"akun nomor {account}")
