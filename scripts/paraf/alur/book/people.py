"""Who stood where on a day, as ``petugas.yml`` tells it; asked thousands of times, so every answer is kept."""

from datetime import date
from typing import Literal

from paraf.alur.book.line import DeedLine
from paraf.sop.forms.officials import OfficialsFile, Person
from paraf.sop.officials import holders

Standing = Literal["definitif", "plt", "plh"]


class People:
    """The officials by account and by role and day."""

    def __init__(self, file: OfficialsFile) -> None:
        self.file = file
        self._by_account = {person.id: person for person in file.orang if person.id is not None}
        self._held: dict[tuple[str, date], dict[str, Standing]] = {}

    def of(self, account: int) -> Person | None:
        """The person of an account."""
        return self._by_account.get(account)

    def name(self, account: int) -> str:
        """The name of an account's person; of an unknown account its number."""
        person = self.of(account)
        return person.nama if person else unknown_name(account)

    def standing(self, person: Person | None, role: str, day: date) -> Standing | None:
        """As what somebody holds a role that day; ``None`` where he does not."""
        return self._holding(role, day).get(person.kunci) if person else None

    def holds(self, account: int, role: str, day: date) -> bool:
        """Whether the person of an account holds a role that day."""
        return self.standing(self.of(account), role, day) is not None

    def signer(self, role: str, day: date) -> Person | None:
        """Who signs on paper for a role: the one person who holds it that day; nobody where there are several."""
        keys = list(self._holding(role, day))
        return next((person for person in self.file.orang if [person.kunci] == keys), None)

    def whose(self, deed: DeedLine) -> int | str:
        """Whose word an approval is: an account, or the key of a person without one."""
        signer = self.signer(deed.peran, deed.waktu.date()) if deed.di_atas_kertas else None
        return deed.akun if signer is None else signer.kunci if signer.id is None else signer.id

    def _holding(self, role: str, day: date) -> dict[str, Standing]:
        key = (role, day)
        if key not in self._held:
            held = {person.kunci for person in holders(self.file, role, day)}
            acting = {
                term.orang: term.kedudukan
                for term in self.file.masa_jabatan
                if term.peran == role and term.orang in held and term.mulai <= day <= (term.selesai or day)
            }
            self._held[key] = dict(sorted(acting.items()))
        return self._held[key]


def unknown_name(account: int) -> str:
    """What the book calls an account of which the officials' file knows no person."""
    return f"akun nomor {account}"
