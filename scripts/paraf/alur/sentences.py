"""What is said of a condition that is open: the state, a sentence, and the act that comes next; one case for each reason."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct

from paraf.alur.gaps import (
    Absent,
    Corrected,
    EarlyRecord,
    Findings,
    ForeignRecord,
    Gap,
    Lapsed,
    NoRecord,
    Overtaken,
    OwnHandOver,
    OwnPaper,
    Refusal,
    Returned,
    SamePerson,
    TooEarly,
    Uncertain,
    Unread,
    Unwritten,
    Waiting,
    Withdrawn,
)
from paraf.alur.roster import Roster
from paraf.alur.slots import Slot, record_of
from paraf.alur.states import State
from paraf.sop.dates import write_date
from paraf.sop.forms.papers import Approve, Evidence, Submit, Write
from paraf.sop.model import Sop

SHOWN = 3
"""So many files or findings are named; the rest is counted."""


class Said(Struct, frozen=True):
    """The state of the step, the sentence, the role that acts next and its act as a sentence that begins with the role."""

    state: State
    sentence: str
    role: str
    act: str


class Speaker(Struct, frozen=True):
    """Says what is lacking in one paper on one pull request; ``writer`` is the role that writes it."""

    sop: Sop
    roster: Roster
    edition: int
    writer: str
    pull: int

    def said(self, slot: Slot, gap: Gap) -> Said:
        """The sentences for the reason why a condition is open."""
        role = slot.condition.oleh
        state, sentence, repair = self._told(slot, gap)
        if repair is not None:
            return Said(state, sentence, self.writer, f"{self.name(self.writer)} {repair}")
        return Said(state, sentence, role, f"{self.name(role)} {self.act(slot)}")

    def name(self, role: str) -> str:
        """The role as the SOP calls it."""
        return self.sop.role[role].sebutan

    def act(self, slot: Slot) -> str:
        """What the role of a condition does, behind its name."""
        match slot.condition:
            case Write():
                return f"menyusun naskahnya, lalu menyimpannya di PR #{self.pull}."
            case Submit(ke=to):
                return (
                    f"menyerahkan naskahnya kepada {self.name(to)} dengan menulis komentar /ajukan di PR #{self.pull}."
                )
            case Approve():
                return f"membaca naskahnya di PR #{self.pull}, lalu menyetujui atau mengembalikannya."
            case Evidence():
                return f"menyimpan bukti pelaksanaan {self.record(slot)} di PR #{self.pull}."
            case _:
                return f"menyatukan PR #{self.pull} ke naskah resmi."

    def record(self, slot: Slot) -> str:
        """The evidence file of a step."""
        return record_of(slot.step, self.edition)

    def _told(self, slot: Slot, gap: Gap) -> tuple[State, str, str | None]:
        """The state and the sentence; where the paper itself is to be mended, how."""
        done, again = _nouns(slot)
        match gap:
            case Waiting():
                return self._waiting(slot)
            case Absent():
                return State.BERJALAN, "Berkas naskahnya belum ada.", None
            case Unwritten():
                return State.BERJALAN, f"{self.name(slot.condition.oleh)} belum menyusun naskah ini.", None
            case Findings(said):
                return self._findings(slot, said)
            case Lapsed(files, by):
                why = f"gugur (tidak berlaku lagi karena isi berubah). Yang berubah: {listed(files)}."
                return State.GUGUR, f"{done} oleh {self.person(by)} {why}", None
            case Returned(by, at, _):
                told = f"Dikembalikan oleh {self.person(by)} pada {moment(at)}."
                return (
                    State.DIKEMBALIKAN,
                    told,
                    f"memperbaiki naskahnya di PR #{self.pull} menurut catatan pengembalian, lalu naskah diserahkan lagi.",
                )
            case Withdrawn(by):
                return (
                    State.MENUNGGU,
                    f"Persetujuan {self.person(by)} sudah dibatalkan, jadi diperlukan yang baru.",
                    None,
                )
            case Corrected(by):
                told = f"{self.person(by)} mengubah isinya sesudah naskah diserahkan, jadi perlu diserahkan lagi oleh orang lain."
                return State.GUGUR, told, None
            case Overtaken(by):
                told = f"{done} oleh {self.person(by)} mendahului langkah sebelumnya, jadi perlu {again} lagi."
                return State.MENUNGGU, told, None
            case NoRecord() | ForeignRecord() | EarlyRecord():
                return self._record(slot, gap)
        return self._refused(slot, gap)

    def _waiting(self, slot: Slot) -> tuple[State, str, str | None]:
        role = self.name(slot.condition.oleh)
        match slot.condition:
            case Submit(ke=to):
                return State.MENUNGGU, f"Menunggu {role} menyerahkan naskah kepada {self.name(to)}.", None
            case Approve():
                return State.MENUNGGU, f"Menunggu persetujuan {role}.", None
        return State.MENUNGGU, f"Semua syarat terpenuhi. Menunggu {role} menyatukan naskah.", None

    def _findings(self, slot: Slot, said: Sequence[str]) -> tuple[State, str, str | None]:
        if isinstance(slot.condition, Evidence):
            return State.BERJALAN, f"{self.record(slot)} belum lengkap: {listed(said)}.", None
        told = f"Masih ada catatan pemeriksaan yang wajib diperbaiki: {listed(said)}."
        return State.BERJALAN, told, f"memperbaiki naskahnya di PR #{self.pull} menurut catatan pemeriksaan."

    def _record(self, slot: Slot, gap: NoRecord | ForeignRecord | EarlyRecord) -> tuple[State, str, str | None]:
        name, role, wanted = self.record(slot), self.name(slot.condition.oleh), slot.condition
        match gap:
            case NoRecord():
                what = ", ".join(wanted.isi) if isinstance(wanted, Evidence) else ""
                return State.BERJALAN, f"Bukti pelaksanaan {name} belum ada (isinya: {what}).", None
            case ForeignRecord(by) if by is not None:
                told = f"{name} terakhir diubah oleh {self.person(by)}, yang saat itu bukan {role}."
                return State.DITOLAK, f"{told} Yang mencatatnya harus {role}.", None
            case ForeignRecord():
                told = f"{name} ikut berubah bersama naskah resmi. Yang mencatatnya harus {role}."
                return State.DITOLAK, told, None
        told = (
            f"{name} dicatat sebelum gilirannya atau sebelum persetujuan terakhir. Perbarui isinya, lalu simpan lagi."
        )
        return State.DITOLAK, told, None

    def _refused(self, slot: Slot, gap: Refusal) -> tuple[State, str, str | None]:
        """An act that did not count; the same act is still to be done, by whom it may be done."""
        who, when = self.person(gap.by), f"pada {moment(gap.at)}"
        approves = isinstance(slot.condition, Approve)
        did, again = ("menyetujui", "disetujui") if approves else ("menyerahkan", "diserahkan")
        match gap:
            case TooEarly():
                told = f"{who} {did} {when}, sebelum gilirannya, jadi tidak dihitung. Naskahnya perlu {again} lagi."
                return State.MENUNGGU, told, None
            case Uncertain():
                told = (
                    f"{who} {did} {when}, tetapi tidak dapat dipastikan isi mana yang dilihatnya."
                    f" Naskahnya perlu {again} lagi."
                )
                return State.TIDAK_DAPAT_DIPERIKSA, told, None
            case OwnPaper():
                told = f"{who} {when} menyetujui naskah yang dibuka atau ikut ditulisnya sendiri. Perlu orang lain."
            case OwnHandOver():
                told = f"{who} {when} menyetujui naskah yang diserahkannya sendiri. Perlu orang lain."
            case SamePerson():
                told = (
                    f"Persetujuan {who} {when} tidak dihitung, karena ia juga menyetujui langkah lain pada naskah ini."
                    " Perlu orang lain."
                )
            case Unread(seconds=seconds):
                told = (
                    f"{who} menyetujui {when}, hanya {seconds} detik sesudah isinya berubah. Terlalu cepat untuk dibaca;"
                    " baca dulu, lalu setujui lagi."
                )
            case _:
                told = (
                    f"{who} menyetujui {when} tanpa menyebut sidik jari digital isinya."
                    " Salin sidik jari itu, lalu setujui lagi."
                )
        return State.DITOLAK, told, None

    def person(self, account: int) -> str:
        """A person by the name that the officials' file has."""
        return self.roster.name(account)


def _nouns(slot: Slot) -> tuple[str, str]:
    return ("Persetujuan", "disetujui") if isinstance(slot.condition, Approve) else ("Penyerahan", "diserahkan")


def moment(at: datetime) -> str:
    """``9 Februari 2026 pukul 09.14 WIB``, in the office's time; the letters where its zone has any."""
    letters = at.tzname() or ""
    return f"{write_date(at.date())} pukul {at:%H.%M}" + (f" {letters}" if letters.isalpha() else "")


def listed(names: Sequence[str]) -> str:
    """The first few of many, and how many more there are; names hold commas, so semicolons part them."""
    shown = [one.rstrip(".") for one in names[:SHOWN]]
    if len(names) > SHOWN:
        shown.append(f"{len(names) - SHOWN} lagi")
    return " dan ".join(shown) if len(shown) < SHOWN else f"{'; '.join(shown[:-1])}; dan {shown[-1]}"
