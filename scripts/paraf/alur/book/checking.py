"""What one file of the book says, against the SOP's papers and the officials: steps, deeds, times, people."""

from collections.abc import Iterator
from datetime import date, datetime

from paraf.alur.book.fitting import Unfit, unfit
from paraf.alur.book.line import DeedLine, Line
from paraf.alur.book.people import People
from paraf.alur.book.problem import ASK, CHANGED, RESTORE, Problem
from paraf.alur.book.reading import Entry, Volume
from paraf.alur.facts import Policy
from paraf.door.text import echo
from paraf.sop.dates import write_date
from paraf.sop.forms.officials import Person
from paraf.sop.forms.papers import AnyCondition, Approve, Evidence, Merge, Paper, Submit

SHARED = ("tahun", "naskah", "edisi", "pr", "selesai", "sidik_isi", "sidik_teks", "sidik_aturan")
"""What all lines of a file say alike."""
DEEDS = {
    "susun": "menyusun",
    "ajukan": "mengajukan",
    "setujui": "menyetujui",
    "bukti": "mencatat bukti",
    "gabung": "menyatukan",
}
Done = tuple[Entry, AnyCondition, DeedLine]
"""A deed with its line and the condition that it fulfils."""


class Checker:
    """Judges files of the book by the year's policy; ``now`` carries the office's time zone."""

    def __init__(self, policy: Policy, year: int, now: datetime) -> None:
        self.policy = policy
        self.year = year
        self.now = now
        self.people = People(policy.officials)

    def paper(self, volume: Volume) -> Paper | None:
        """The paper that a file records; ``None`` where the office knows no such paper."""
        return next((paper for paper in self.policy.papers.naskah if paper.id == volume.first.naskah), None)

    def problems(self, volume: Volume, turn: datetime | None) -> Iterator[Problem]:
        """Everything wrong with one file; ``turn`` is when the paper's turn began."""
        yield from self._belonging(volume)
        paper = self.paper(volume)
        if paper is None:
            said = f"Naskah '{volume.first.naskah}' tidak ada di sop/naskah.yml."
            yield Problem(volume.entries[0].place, said, "Artinya barisnya bukan dari alur kantor ini.", ASK)
            return
        if problem := _steps(volume, paper):
            yield problem
            return
        done: list[Done] = []
        for entry, stage in zip(volume.entries, paper.langkah, strict=True):
            if problem := self._deeds(entry, stage.syarat):
                yield problem
                return
            done += [(entry, one, deed) for one, deed in zip(stage.syarat, entry.line.tindakan, strict=True)]
        yield from self._times(volume, done, turn)
        for entry, one, deed in done:
            yield from self._person(entry, one, deed)
        yield from self._two_persons(done)
        yield from _bindings(done)

    def _belonging(self, volume: Volume) -> Iterator[Problem]:
        """The lines belong to this year, to the paper of the file's name, and together."""
        first = volume.first
        if first.naskah != volume.paper:
            said = f"Baris ini tentang naskah {first.naskah}, padahal nama berkasnya menyebut {volume.paper}."
            yield Problem(
                volume.entries[0].place, said, "Artinya nama berkas ini diganti, atau isinya ditukar.", RESTORE
            )
        for entry in volume.entries:
            if entry.line.tahun != self.year:
                said = f"Baris ini dari tahun {entry.line.tahun}, padahal buku ini tahun {self.year}."
                yield Problem(entry.place, said, "Artinya baris ini disalin dari buku tahun lain.", RESTORE)
            if unlike := [key for key in SHARED if getattr(entry.line, key) != getattr(first, key)]:
                said = f"Baris ini tidak sama dengan baris pertama berkasnya pada: {', '.join(unlike)}."
                yield Problem(entry.place, said, "Artinya baris ini dari naskah atau waktu yang lain.", RESTORE)

    def _deeds(self, entry: Entry, conditions: tuple[AnyCondition, ...]) -> Problem | None:
        """The deeds of a step are those that its conditions ask for, in their order."""
        asked = [(str(one.__struct_config__.tag), one.oleh) for one in conditions]
        there = [(deed.jenis, deed.peran) for deed in entry.line.tindakan]
        if asked == there:
            return None
        wanted, found = (" lalu ".join(self._deed_words(*deed) for deed in deeds) for deeds in (asked, there))
        said = f"Langkah {entry.line.langkah} selesai bila {wanted}; yang tercatat: {found}."
        return Problem(entry.place, said, "Artinya syarat langkah ini tidak terbukti terpenuhi.", ASK)

    def _deed_words(self, kind: str, role: str) -> str:
        return f"{self._role(role)} {DEEDS[kind]}"

    def _role(self, role: str) -> str:
        known = self.policy.sop.role.get(role)
        return known.sebutan if known else role

    def _times(self, volume: Volume, done: list[Done], turn: datetime | None) -> Iterator[Problem]:
        """Nothing from the future, nothing after the end, nothing before what it has to follow."""
        end = volume.first.selesai
        yield from self._moment(volume.entries[0], None, end)
        floor = approved = turn
        for entry, one, deed in done:
            yield from self._moment(entry, deed, deed.waktu)
            must_follow = approved if deed.jenis == "bukti" else None if deed.jenis == "susun" else floor
            if deed.waktu > end:
                said = f"{self._what(entry.line, deed)} tercatat sesudah naskahnya selesai ({self._when(end)})."
                yield Problem(entry.place, said, CHANGED, ASK)
            elif must_follow and deed.waktu < must_follow:
                said = f"{self._what(entry.line, deed)} mendahului yang harus lebih dahulu ({self._when(must_follow)})."
                yield Problem(entry.place, said, "Artinya urutan SOP tidak terbukti diikuti.", ASK)
            if deed.jenis != "susun":
                floor = max(floor, deed.waktu) if floor else deed.waktu
            if isinstance(one, Approve):
                approved = floor
            if isinstance(one, Merge) and deed.waktu < end:
                said = f"Naskah ini disatukan {self._when(deed.waktu)}, tetapi tercatat selesai {self._when(end)}."
                yield Problem(entry.place, said, CHANGED, ASK)

    def _moment(self, entry: Entry, deed: DeedLine | None, at: datetime) -> Iterator[Problem]:
        """A moment of a deed, or of the end, is past and told in the office's time."""
        if at > self.now:
            said = f"{self._what(entry.line, deed)} tercatat pada waktu yang belum tiba."
            means = "Artinya baris ini tidak ditulis oleh program, atau jam komputer ini terlambat."
            yield Problem(entry.place, said, means, ASK)
        elif at.utcoffset() != at.astimezone(self.now.tzinfo).utcoffset():
            said = f"{self._what(entry.line, deed)} tidak ditulis menurut waktu setempat kantor."
            means = "Artinya harinya dapat bergeser, sehingga pemegang perannya dapat tertukar."
            yield Problem(entry.place, said, means, RESTORE)

    def _what(self, line: Line, deed: DeedLine | None) -> str:
        if deed is None:
            return "Selesainya naskah"
        return f"Langkah {line.langkah}: {self._deed_words(deed.jenis, deed.peran)} ({self._when(deed.waktu)})"

    def _when(self, at: datetime) -> str:
        local = at.astimezone(self.now.tzinfo)
        return f"{write_date(local.date())} pukul {local:%H.%M}"

    def _person(self, entry: Entry, one: AnyCondition, deed: DeedLine) -> Iterator[Problem]:
        """The account held the role that day, under the name and standing that are written."""
        kept, step = self.policy.papers.kertas, f"Langkah {entry.line.langkah}"
        found = list(unfit(self.people, deed, kept.ditegaskan if kept else ()))
        if deed.di_atas_kertas and (kept is None or deed.peran not in kept.boleh):
            said = f"{step}: disetujui di atas kertas, padahal sop/naskah.yml tidak mengizinkannya bagi {self._role(deed.peran)}."
            yield Problem(entry.place, said, _NOT_ALLOWED, ASK)
            found = [what for what in found if what not in ("penanda tangan", "penegas")]
        for what in found:
            yield self._unfit(entry, deed, what)
        if deed.kedudukan is None and not isinstance(one, Merge):
            said = f"{step}: kedudukan pemegang perannya tidak tercatat."
            yield Problem(entry.place, said, CHANGED, ASK)

    def _unfit(self, entry: Entry, deed: DeedLine, what: Unfit) -> Problem:
        """In words what a deed differs in from the officials as of its day."""
        means, repair = _NOT_ALLOWED, ASK
        match what:
            case "peran":
                said = self._no_holder(deed)
            case "penanda tangan":
                means = CHANGED
                said = f"yang menandatangani tercatat {echo(deed.di_atas_kertas or '')}, bukan pemegang peran hari itu."
            case "penegas":
                said = f"lembar kertasnya ditegaskan {echo(deed.nama)}, yang hari itu tidak memegang peran penegas."
            case "kedudukan":
                means = CHANGED
                held = self.people.standing(self._signer(deed), deed.peran, deed.waktu.date())
                said = f"kedudukannya tercatat {deed.kedudukan}, padahal menurut sop/petugas.yml {held}."
            case _:
                means, repair = CHANGED, f"{ASK} {_RENAMED}"
                said = f"akun nomor {deed.akun} tercatat bernama {echo(deed.nama)}, tidak seperti di sop/petugas.yml."
        return Problem(entry.place, f"Langkah {entry.line.langkah}: {said}", means, repair)

    def _signer(self, deed: DeedLine) -> Person | None:
        """Whose role a deed is of: the account's, or whoever signed on paper."""
        return self.people.signer(deed.peran, deed.waktu.date()) if deed.di_atas_kertas else self.people.of(deed.akun)

    def _no_holder(self, deed: DeedLine) -> str:
        """Why an account did not hold a role: its term was over, somebody acted for it, or it never had one."""
        who, role, day = echo(deed.nama), self._role(deed.peran), write_date(deed.waktu.date())
        person = self.people.of(deed.akun)
        begun = [
            term.selesai or date.max
            for term in self.policy.officials.masa_jabatan
            if person and (term.orang, term.peran) == (person.kunci, deed.peran) and term.mulai <= deed.waktu.date()
        ]
        if begun and max(begun) < deed.waktu.date():
            return (
                f"{who} bertindak sebagai {role} pada {day}, padahal masa jabatannya berakhir {write_date(max(begun))}."
            )
        if begun:
            return f"{who} bertindak sebagai {role} pada {day}, padahal saat itu ada Plt atau Plh yang menggantikannya."
        return f"{who} bertindak sebagai {role} pada {day}, padahal tidak memegang peran itu."

    def _two_persons(self, done: list[Done]) -> Iterator[Problem]:
        """Who approves answers another person's hand-over, and approves one step of the paper only."""
        seen: dict[int | str, str] = {}
        for at, (entry, one, deed) in enumerate(done):
            if not isinstance(one, Approve):
                continue
            who = self.people.whose(deed)
            step = entry.line.langkah
            handed = [before for _, other, before in done[:at] if isinstance(other, Submit) and other.ke == one.oleh]
            if handed and handed[-1].akun == who:
                said = f"Langkah {step}: {echo(deed.nama)} menyetujui naskah yang diajukannya sendiri."
                yield Problem(entry.place, said, _ALONE, ASK)
            if who in seen and self.policy.papers.rangkap == "tolak":
                said = f"Langkah {step}: {echo(deed.nama)} sudah menyetujui langkah {seen[who]} pada naskah ini."
                yield Problem(entry.place, said, _ALONE, ASK)
            seen[who] = step


_NOT_ALLOWED = "Artinya yang bertindak tidak berwenang."
_ALONE = "Artinya aturan dua orang tidak terpenuhi."
_RENAMED = "Bila namanya memang pernah ditulis begitu, tambahkan pada 'nama_dulu' orang itu di sop/petugas.yml."


def _steps(volume: Volume, paper: Paper) -> Problem | None:
    """Every step of the paper stands once, in order."""
    asked, there = [stage.kode for stage in paper.langkah], [entry.line.langkah for entry in volume.entries]
    for at, entry in enumerate(volume.entries):
        step = there[at]
        if at < len(asked) and step == asked[at]:
            continue
        if step in there[:at]:
            said = f"Langkah {step} tercatat dua kali."
        elif step not in asked:
            said = f"Langkah {step} bukan langkah naskah {paper.nama}."
        else:
            said = f"Di sini seharusnya langkah {asked[at]}, tetapi yang tercatat langkah {step}."
        return Problem(entry.place, said, "Artinya ada baris yang dihapus, disisipkan, atau ditukar.", RESTORE)
    if len(there) < len(asked):
        said = f"Catatan naskah ini berhenti di langkah {there[-1]}; langkah {asked[len(there)]} tidak tercatat."
        return Problem(volume.entries[-1].place, said, "Artinya akhir catatan ini dihapus.", RESTORE)
    return None


def _bindings(done: list[Done]) -> Iterator[Problem]:
    """An approval is of this very content, by a review of its own; evidence is bound as it was filed."""
    for entry, one, deed in done:
        if isinstance(one, Evidence) and deed.sidik is None:
            said = f"Langkah {entry.line.langkah}: sidik jari buktinya tidak tercatat."
            yield Problem(entry.place, said, "Artinya bukti itu dapat diganti tanpa ketahuan.", ASK)
        if isinstance(one, Approve):
            step = entry.line.langkah
            if deed.sidik is None or (not one.atas and deed.sidik != entry.line.sidik_isi):
                said = f"Langkah {step}: yang disetujui bukan isi yang tercatat pada baris ini."
                yield Problem(entry.place, said, "Artinya persetujuan ini untuk isi yang lain.", ASK)
            if deed.tinjauan is None:
                said = f"Langkah {step}: nomor tinjauannya tidak tercatat."
                yield Problem(entry.place, said, "Artinya persetujuan ini tidak dapat ditelusuri.", ASK)
