"""Every recorded line against what the forge itself attests. The engine is not asked: it believes a sound book.

Whoever can write to main can write a book that is sound in itself. What he cannot write is the forge's own reviews, pushes
and merges, each with its account and its time.
"""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from paraf.alur.book.attested import Attested
from paraf.alur.book.line import DeedLine
from paraf.alur.book.problem import Problem
from paraf.alur.book.reading import Entry, Volume
from paraf.alur.content import Covered, below, digest
from paraf.alur.facts import Merged, Policy, Pull, Review
from paraf.alur.roster import Roster
from paraf.alur.slots import Slot, proof_of, record_of, sheet_of, slots_of
from paraf.alur.trust import afterwards
from paraf.door.text import echo
from paraf.finding import Place
from paraf.sop.forms.papers import Approve, Paper, Submit

MAIN = "main"
UNPROVEN = "Artinya baris ini belum terbukti, bukan berarti salah."
AGAIN = "Ulangi nanti; bila tetap begitu, petugas TI memeriksa kunci dan sambungannya."
DENIED = "Artinya buku mencatat yang tidak terjadi di sana, atau riwayat di GitHub diubah."
"""What several problems mean, and what is done about them."""


def unlike_forge(volumes: Sequence[Volume], pulls: Mapping[int, Pull], policy: Policy, year: int) -> Iterator[Problem]:
    """Where the forge does not confirm what a sound book records, or what it says could not be read whole.

    ``pulls`` are all pull requests that the forge knows of the year, by number. An approval that was dismissed or edited
    after the merge is no problem; see ``later_changes``.
    """
    roster = Roster(policy.officials)
    papers = {paper.id: paper for paper in policy.papers.naskah}
    known = {number: Attested.of(pull) for number, pull in pulls.items()}
    for volume in volumes:
        first, place = volume.first, volume.entries[0].place
        paper, there = papers.get(first.naskah), known.get(first.pr)
        if paper is None:
            said = f"Naskah {echo(first.naskah)} tidak dapat diperiksa: tidak ada di sop/naskah.yml."
            yield Problem(place, said, UNPROVEN, _ask(first.pr))
        elif there is None:
            said = (
                f"{paper.nama} tercatat selesai lewat PR #{first.pr}, tetapi PR itu tidak ada di riwayat naskah resmi."
            )
            yield Problem(place, said, DENIED, _ask(first.pr))
        else:
            slots = slots_of(policy.sop, paper, year)
            yield from _Recorded(year, volume, paper, slots, roster, there, tuple(known.values())).problems()


def later_changes(volumes: Sequence[Volume], pulls: Mapping[int, Pull], policy: Policy) -> Iterator[str]:
    """Reviews of recorded papers that were dismissed or edited after the merge: sentences; they undo nothing."""
    roster = Roster(policy.officials)
    names = {paper.id: paper.nama for paper in policy.papers.naskah}
    for volume in volumes:
        pull = pulls.get(volume.first.pr)
        if pull and pull.merged:
            yield from afterwards(pull, roster, names.get(volume.first.naskah, volume.first.naskah))


class _Recorded(Struct, frozen=True):
    """A recorded paper beside its pull request; ``others`` are all, because evidence may have come by an earlier one."""

    year: int
    volume: Volume
    paper: Paper
    slots: tuple[Slot, ...]
    roster: Roster
    there: Attested
    others: tuple[Attested, ...]

    def problems(self) -> Iterator[Problem]:
        """Everything that is not confirmed."""
        place, pull = self.volume.entries[0].place, self.there.pull
        for why in pull.missing:
            said = f"PR #{pull.number} tidak dapat diperiksa: {why.rstrip('.')}."
            yield Problem(place, said, UNPROVEN, AGAIN)
        if pull.forged or pull.fork or pull.base != MAIN:
            why = "; ".join(pull.forged) or "tidak berasal dari repositori kantor, atau tidak menuju naskah resmi"
            yield self._denied(place, f"Isi PR #{pull.number} tidak dapat dipercaya: {why}.")
        if pull.merged is None:
            yield self._denied(place, f"{self.paper.nama} tercatat selesai, tetapi PR #{pull.number} belum disatukan.")
            return
        yield from self._merge(place, pull.merged)
        there = [(entry, deed) for entry in self.volume.entries for deed in entry.line.tindakan]
        asked = [(slot.step, str(slot.condition.__struct_config__.tag)) for slot in self.slots]
        if asked != [(entry.line.langkah, deed.jenis) for entry, deed in there]:
            said = f"{self.paper.nama} tidak dapat diperiksa: langkahnya tidak tercatat seperti di sop/naskah.yml."
            yield Problem(place, said, UNPROVEN, _ask(pull.number))
            return
        for slot, (entry, deed) in zip(self.slots, there, strict=True):
            yield from (self._denied(entry.place, said) for said in self._deed(slot, entry, deed, pull.merged))

    def _denied(self, place: Place, said: str) -> Problem:
        return Problem(place, said, DENIED, _ask(self.there.pull.number))

    def _merge(self, place: Place, merged: Merged) -> Iterator[Problem]:
        """The merge is the recorded one, and so is what it brought."""
        first, number = self.volume.first, self.there.pull.number
        if merged.at != first.selesai:
            said = f"PR #{number} disatukan pada waktu yang lain daripada selesainya {self.paper.nama} menurut buku."
            yield self._denied(place, said)
        if digest(Covered(self.year, self.paper.mencakup), merged.tree) != first.sidik_isi:
            said = f"Isi {self.paper.nama} yang disatukan lewat PR #{number} tidak sama dengan yang tercatat di buku."
            yield self._denied(place, said)

    def _deed(self, slot: Slot, entry: Entry, deed: DeedLine, merged: Merged) -> Iterator[str]:
        told = f"Langkah {slot.step}:"
        match deed.jenis:
            case "gabung":
                if (merged.by, merged.at) != (deed.akun, deed.waktu):
                    yield f"{told} bukan {echo(deed.nama)} yang menyatukan PR itu, atau bukan pada waktu yang tercatat."
            case "susun":
                if not self._wrote(deed):
                    yield f"{told} {echo(deed.nama)} tidak menyusun naskah itu pada waktu yang tercatat."
            case "bukti":
                path = below(self.year) + record_of(slot.step, entry.line.edisi)
                if not self._filed(deed, path, merged):
                    yield f"{told} {path} bukan dari {echo(deed.nama)} pada waktu yang tercatat."
                elif digest(proof_of(self.year, slot.step, entry.line.edisi), merged.tree) != deed.sidik:
                    yield f"{told} bukti dan berkas yang menyertainya bukan yang tercatat."
            case "ajukan":
                if not self._handed(slot, deed):
                    yield f"{told} {echo(deed.nama)} tidak mengajukan naskah itu pada waktu yang tercatat."
                yield from self._bound(slot, deed, "diajukan")
                yield from self._returned(slot, deed)
            case _:
                yield from self._approved(slot, entry, deed, merged)

    def _wrote(self, deed: DeedLine) -> bool:
        scope = Covered(self.year, (*self.paper.mencakup, f"putaran/{self.paper.id}-*.yml"))
        return self.there.opened(deed.akun, deed.waktu) or self.there.wrote(deed.akun, deed.waktu, scope)

    def _filed(self, deed: DeedLine, path: str, merged: Merged) -> bool:
        """Whether the record that was merged is the one of that account."""
        held = merged.tree.get(path)
        found = (one.tree.get(path) for other in self.others for one in other.filed(deed.akun, deed.waktu, path))
        return held is not None and held in found

    def _handed(self, slot: Slot, deed: DeedLine) -> bool:
        one = slot.condition
        assert isinstance(one, Submit)
        return any(
            act.whom is None or self.roster.holds(act.whom, one.ke, act.at)
            for act in self.there.handed(deed.akun, deed.waktu)
        )

    def _bound(self, slot: Slot, deed: DeedLine, what: str) -> Iterator[str]:
        """The content that stood at a deed is the one that is recorded."""
        if slot.binds is None:
            return
        stood = self.there.contents(slot.binds, deed.waktu)
        if deed.sidik not in stood:
            yield f"Langkah {slot.step}: saat {what}, isi PR itu bukan isi yang tercatat."
        elif len(stood) > 1:
            yield f"Langkah {slot.step}: isi saat {what} tidak dapat diperiksa; GitHub tidak menyebut waktu perubahannya."

    def _approved(self, slot: Slot, entry: Entry, deed: DeedLine, merged: Merged) -> Iterator[str]:
        told = f"Langkah {slot.step}: persetujuan {echo(deed.nama)} (tinjauan nomor {deed.tinjauan})"
        review = self.there.review(deed.tinjauan)
        if review is None:
            yield f"{told} tidak ada di PR itu."
            return
        if unlike := list(_unlike(review, deed)):
            yield f"{told} di sana lain: {', '.join(unlike)}."
            return
        if self.there.taken_back(review, alone=deed.di_atas_kertas is not None):
            yield f"{told} sudah dibatalkan sebelum PR itu disatukan."
        if deed.di_atas_kertas is not None:
            yield from self._sheet(slot, entry, deed, merged)
        yield from self._bound(slot, deed, "disetujui")
        yield from self._returned(slot, deed)

    def _sheet(self, slot: Slot, entry: Entry, deed: DeedLine, merged: Merged) -> Iterator[str]:
        """The record of the signed sheet was merged, and names this content where the forge's facts tell."""
        name = sheet_of(slot.step, entry.line.edisi)
        if below(self.year) + name not in merged.tree:
            yield f"Langkah {slot.step}: {below(self.year)}{name}, lembar yang ditandatangani, tidak ada di PR itu."
        elif self.there.pull.sheets.get(name, deed.sidik) != deed.sidik:
            yield f"Langkah {slot.step}: lembar yang ditandatangani menyebut isi yang lain."

    def _returned(self, slot: Slot, deed: DeedLine) -> Iterator[str]:
        """Nobody who approves this paper sent it back later, to this step or one before it."""
        for act in self.there.returns():
            backs = [
                other.back
                for other in self.slots
                if isinstance(other.condition, Approve) and self.roster.holds(act.by, other.condition.oleh, act.at)
            ]
            if backs and slot.rank >= max(backs) and act.at >= deed.waktu:
                who = self.roster.name(act.by)
                yield f"Langkah {slot.step}: sesudah {echo(deed.nama)} bertindak, {who} mengembalikan naskah itu."
                return


def _unlike(review: Review, deed: DeedLine) -> Iterator[str]:
    """In what a review is not the recorded approval."""
    if review.by != deed.akun:
        yield f"dibuat akun nomor {review.by}, bukan {deed.akun}"
    if review.at != deed.waktu:
        yield "pada waktu yang lain"
    if review.state != "approved":
        yield "bukan persetujuan"
    if review.bot:
        yield "dibuat program, bukan orang"


def _ask(number: int) -> str:
    return (
        f"Buka PR #{number} di GitHub, cocokkan dengan lembar pengesahan yang tercetak, dan tanyakan kepada yang namanya"
        " tercatat. Bila bukunya yang berubah, kembalikan dari riwayat repositori."
    )
