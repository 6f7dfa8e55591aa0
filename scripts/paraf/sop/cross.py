"""The files against each other: what one names must stand in the other, and the papers must be walkable."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from paraf.door.decode import Source
from paraf.door.keys import listing
from paraf.errors import Fault
from paraf.sop.forms.office import OfficeFile
from paraf.sop.forms.officials import OfficialsFile, Term
from paraf.sop.forms.outline import OutlineFile
from paraf.sop.forms.papers import AnyCondition, Approve, Merge, PapersFile, Submit
from paraf.sop.forms.withdrawals import WithdrawalsFile
from paraf.sop.model import Route, Sop


def check_papers(sop: Sop, source: Source[PapersFile]) -> list[Fault]:
    """Every fault of ``naskah.yml`` against the SOP."""
    return list(_Papers(sop, source).faults())


def check_codes(source: Source[PapersFile], codes: Collection[str]) -> list[Fault]:
    """The rules that ``naskah.yml`` names, where there is none of that code among ``codes``."""
    return [
        Fault(source.place("ketegasan", index, "aturan"), f"aturan {one.aturan} tidak ada", _offered(one.aturan, codes))
        for index, one in enumerate(source.value.ketegasan)
        if one.aturan != _family(one.aturan) and one.aturan not in codes
    ]


def _offered(code: str, codes: Collection[str]) -> str:
    family = _family(code)
    same = sorted(one for one in codes if _family(one) == family)
    return f"tulis salah satu dari {same[0]} sampai {same[-1]}, atau {family} untuk seluruh keluarganya"


def _family(code: str) -> str:
    return code[:3]


def check_officials(sop: Sop | None, source: Source[OfficialsFile]) -> list[Fault]:
    """Every fault of ``petugas.yml`` in itself and, where it can be read, against the SOP."""
    return [*_people(source), *_terms(sop, source)]


def check_outline(source: Source[OutlineFile]) -> list[Fault]:
    """Every fault of ``sistematika.yml`` in itself: ids and numbers are unique, chapters stand in the order of their numbers."""
    faults: list[Fault] = []
    last = ""
    seen: set[str] = set()
    for index, plan in enumerate(source.value.bab):
        named: list[tuple[Route, str]] = [(("bab", index, "id"), plan.id)]
        named += [(("bab", index, "isi", at, "id"), part.id) for at, part in enumerate(plan.isi)]
        for route, name in named:
            if name in seen:
                faults.append(Fault(source.place(*route), f"id '{name}' ditulis dua kali", "beri nama lain"))
            seen.add(name)
        if plan.nomor <= last:
            place = source.place("bab", index, "nomor")
            faults.append(
                Fault(place, f"nomor {plan.nomor} tidak sesudah {last}", "urutkan nomornya dari kecil ke besar")
            )
        last = plan.nomor
    return faults


def check_office(source: Source[OfficeFile]) -> list[Fault]:
    """A site that goes to a repository of its own names it, and it is another one than that of the papers."""
    file, route = source.value, ("terbit", "repositori")
    wanted, named = file.terbit.tujuan == "repositori", file.terbit.repositori
    own = (file.repositori or "").casefold()
    if wanted and named is None:
        message = "tujuan repositori belum menyebut repositorinya"
        return [Fault(source.place("terbit"), message, "tambahkan repositori: pemilik/nama di dalam terbit")]
    if named is not None and not wanted:
        message = f"repositori ini tidak dipakai, karena tujuannya '{file.terbit.tujuan}'"
        return [Fault(source.place(*route), message, "hapus, atau tulis tujuan: repositori")]
    if named is not None and own.endswith(f"/{named.casefold()}"):
        message = "situs tidak dapat diterbitkan ke repositori naskah sendiri"
        return [Fault(source.place(*route), message, "sebut repositori lain yang hanya berisi situs")]
    return []


def check_withdrawals(source: Source[WithdrawalsFile]) -> list[Fault]:
    """Every fault of ``penarikan.yml`` in itself: a version is withdrawn once, and nobody is sent to a withdrawn one."""
    faults: list[Fault] = []
    rows = source.value.penarikan
    gone = {(one.tahun, one.versi) for one in rows}
    seen: set[tuple[int, int]] = set()
    for index, one in enumerate(rows):
        version = (one.tahun, one.versi)
        if version in seen:
            message = f"versi {one.versi} tahun {one.tahun} ditarik dua kali"
            faults.append(Fault(source.place("penarikan", index, "versi"), message, "hapus salah satunya"))
        seen.add(version)
        if one.pengganti is not None and (one.tahun, one.pengganti) in gone:
            message = f"pengganti versi {one.versi} ini sendiri ditarik"
            repair = "sebut versi yang masih berlaku, atau kosongkan"
            faults.append(Fault(source.place("penarikan", index, "pengganti"), message, repair))
    return faults


class _Papers:
    def __init__(self, sop: Sop, source: Source[PapersFile]) -> None:
        self.sop = sop
        self.source = source
        self.file = source.value

    def faults(self) -> Iterator[Fault]:
        if self.file.sop != self.sop.code:
            yield self._fault(("sop",), f"SOP '{self.file.sop}' tidak ada", f"tulis '{self.sop.code}'")
        yield from self._milestones()
        yield from self._order_of_papers()
        seen: dict[str, str] = {}
        for index, paper in enumerate(self.file.naskah):
            route: Route = ("naskah", index)
            for number, stage in enumerate(paper.langkah):
                here: Route = (*route, "langkah", number)
                if stage.kode in seen:
                    message = f"langkah {stage.kode} sudah dibawa naskah '{seen[stage.kode]}'"
                    yield self._fault((*here, "kode"), message, "satu langkah hanya dibawa satu naskah")
                seen.setdefault(stage.kode, paper.id)
                if stage.kode in self.sop.steps:
                    yield from self._conditions(stage.kode, stage.syarat, here)
                else:
                    yield self._unknown_step(stage.kode, (*here, "kode"))
            yield from self._walk(index)
        yield from self._strictness()
        yield from self._keepers()

    def _fault(self, route: Route, message: str, repair: str) -> Fault:
        return Fault(self.source.place(*route), message, repair)

    def _unknown_step(self, code: str, route: Route) -> Fault:
        return self._fault(route, f"langkah {code} tidak ada di {self.sop.file}", "tulis kode langkah yang ada di SOP")

    def _milestones(self) -> Iterator[Fault]:
        approved, published = self.file.disetujui, self.file.terbit
        unknown = [key for key in ("disetujui", "terbit") if getattr(self.file, key) not in self.sop.steps]
        for key in unknown:
            yield self._unknown_step(getattr(self.file, key), (key,))
        if unknown:
            return
        if self.sop.order[published] < self.sop.order[approved]:
            yield self._fault(("terbit",), f"terbit ({published}) mendahului disetujui ({approved})", "tukar urutannya")
        stages = {stage.kode: stage.syarat for paper in self.file.naskah for stage in paper.langkah}
        if not any(isinstance(condition, Approve) for condition in stages.get(approved, ())):
            message = f"langkah {approved} tidak mempunyai syarat setujui"
            yield self._fault(("disetujui",), message, "tunjuk langkah yang syaratnya setujui")

    def _order_of_papers(self) -> Iterator[Fault]:
        """Ids are unique and a paper waits only for papers above it, so no circle can arise."""
        above: list[str] = []
        for index, paper in enumerate(self.file.naskah):
            if paper.id in above:
                yield self._fault(("naskah", index, "id"), f"naskah '{paper.id}' ditulis dua kali", "beri nama lain")
            for position, waited in enumerate(paper.setelah):
                if waited not in above:
                    message = f"naskah '{waited}' tidak ada di atas naskah '{paper.id}'"
                    repair = "sebut naskah yang ditulis lebih dahulu"
                    yield self._fault(("naskah", index, "setelah", position), message, repair)
            above.append(paper.id)

    def _conditions(self, code: str, conditions: tuple[AnyCondition, ...], route: Route) -> Iterator[Fault]:
        """Roles exist, act in their own step, and an approval has somewhere to return to."""
        step = self.sop.steps[code]
        for index, condition in enumerate(conditions):
            here: Route = (*route, "syarat", index)
            named = {"oleh": condition.oleh} | ({"ke": condition.ke} if isinstance(condition, Submit) else {})
            unknown = [key for key, role in named.items() if role not in self.sop.role]
            for key in unknown:
                repair = f"pakai salah satu: {listing(self.sop.role)}"
                yield self._fault((*here, key), f"pelaksana '{named[key]}' tidak ada di {self.sop.file}", repair)
            if unknown:
                continue
            acting = step.acting
            # A performer that the SOP does not know is its own fault, told there.
            if condition.oleh not in acting and acting <= self.sop.role.keys():
                message = f"'{condition.oleh}' bukan pelaksana langkah {code} menurut SOP maupun tafsirnya"
                repair = f"pakai salah satu: {listing(sorted(acting))}" if acting else "tulis dulu tafsir.pelaksana"
                yield self._fault((*here, "oleh"), message, repair)
            if isinstance(condition, Approve) and not step.on_refusal.value:
                message = f"langkah {code} dapat dikembalikan, tetapi tidak ada tempat kembalinya"
                yield self._fault(here, message, f"tulis tafsir.kembali pada langkah {code} di {self.sop.file}")

    def _walk(self, index: int) -> Iterator[Fault]:
        """Steps follow the SOP's order, approvals answer a hand-over, and the last step merges."""
        paper = self.file.naskah[index]
        ranks = [self.sop.order.get(stage.kode, -1) for stage in paper.langkah]
        handed: set[str] = set()
        merges = 0
        for number, stage in enumerate(paper.langkah):
            here: Route = ("naskah", index, "langkah", number)
            if number and -1 < ranks[number] < ranks[number - 1]:
                yield self._fault((*here, "kode"), f"langkah {stage.kode} mendahului urutan SOP", "urutkan menurut SOP")
            for position, condition in enumerate(stage.syarat):
                if isinstance(condition, Submit):
                    handed.add(condition.ke)
                merges += isinstance(condition, Merge)
                known = condition.oleh in self.sop.role
                if isinstance(condition, Approve) and known and condition.oleh not in handed:
                    message = f"'{condition.oleh}' menyetujui {stage.kode} sebelum naskahnya diajukan kepadanya"
                    yield self._fault((*here, "syarat", position), message, "tambahkan syarat ajukan sebelumnya")
        last = paper.langkah[-1].syarat
        if merges != 1 or not last or not isinstance(last[-1], Merge):
            message = f"naskah '{paper.id}' harus berakhir dengan satu syarat gabung"
            yield self._fault(("naskah", index), message, "tulis gabung sebagai syarat terakhir langkah terakhir")

    def _keepers(self) -> Iterator[Fault]:
        """Who keeps the pages, the rules and the signed sheets are performers of this SOP, too, and enough of them."""
        for key in ("kertas", "halaman", "tata_kelola"):
            part = getattr(self.file, key)
            for field in part.__struct_fields__ if part else ():
                named = getattr(part, field)
                roles = [] if isinstance(named, int) else [named] if isinstance(named, str) else named
                for position, role in enumerate(roles):
                    if role not in self.sop.role:
                        route: Route = (key, field) if isinstance(named, str) else (key, field, position)
                        message = f"pelaksana '{role}' tidak ada di {self.sop.file}"
                        yield self._fault(route, message, f"pakai salah satu: {listing(self.sop.role)}")
        governed = self.file.tata_kelola
        if governed and not set(governed.inti) <= set(governed.disetujui):
            yield self._fault(
                ("tata_kelola", "inti"), "ada peran inti yang tidak disebut di disetujui", "tambahkan di sana"
            )
        if governed and governed.banyak > len(set(governed.disetujui)):
            message = (
                f"perlu {governed.banyak} persetujuan, tetapi hanya {len(set(governed.disetujui))} peran yang disebut"
            )
            yield self._fault(("tata_kelola", "banyak"), message, "kecilkan angkanya, atau tambahkan perannya")

    def _strictness(self) -> Iterator[Fault]:
        last: dict[str, int] = {}
        for index, rule in enumerate(self.file.ketegasan):
            route: Route = ("ketegasan", index, "sejak")
            if rule.sejak not in self.sop.steps:
                yield self._unknown_step(rule.sejak, route)
            elif self.sop.order[rule.sejak] <= last.get(rule.aturan, -1):
                yield self._fault(route, f"{rule.aturan} sejak {rule.sejak} tidak berurutan", "urutkan menurut SOP")
            else:
                last[rule.aturan] = self.sop.order[rule.sejak]


def _people(source: Source[OfficialsFile]) -> Iterator[Fault]:
    """One person, one account: keys, account names and account numbers are unique, and an account has both."""
    for index, person in enumerate(source.value.orang):
        if (person.akun is None) != (person.id is None):
            lacking, there = ("id", "akun") if person.id is None else ("akun", "id")
            message = f"{there} ditulis, tetapi {lacking} tidak"
            yield Fault(source.place("orang", index, there), message, "tulis keduanya, atau hapus keduanya")
    for field, noun in (("kunci", "kunci"), ("akun", "akun"), ("id", "nomor akun")):
        seen: set[str] = set()
        for index, person in enumerate(source.value.orang):
            if getattr(person, field) is None:
                continue
            written = str(getattr(person, field))
            if written.casefold() in seen:
                message = f"{noun} '{written}' dipakai dua orang"
                place = source.place("orang", index, field)
                yield Fault(place, message, "satu orang satu akun; perbaiki salah satunya")
            seen.add(written.casefold())


def _terms(sop: Sop | None, source: Source[OfficialsFile]) -> Iterator[Fault]:
    people = {person.kunci for person in source.value.orang}
    above: defaultdict[tuple[str, str], list[Term]] = defaultdict(list)
    for index, term in enumerate(source.value.masa_jabatan):

        def fault(key: str, message: str, repair: str, index: int = index) -> Fault:
            return Fault(source.place("masa_jabatan", index, key), message, repair)

        if sop and term.peran not in sop.role:
            yield fault("peran", f"peran '{term.peran}' tidak ada di {sop.file}", f"pakai: {listing(sop.role)}")
        if term.orang not in people:
            yield fault("orang", f"orang '{term.orang}' tidak ada di daftar orang", "tambahkan dulu di 'orang'")
        if term.selesai and term.selesai < term.mulai:
            yield fault("selesai", "tanggal selesai mendahului tanggal mulai", "periksa kedua tanggalnya")
        if term.kedudukan == "plh" and not term.selesai:
            yield fault("kedudukan", "masa jabatan Plh belum bertanggal akhir", "tambahkan 'selesai: tahun-bulan-hari'")
        same = above[term.peran, term.orang]
        if any(not _apart(term, other) for other in same):
            yield fault("mulai", "masa jabatan ini bertumpuk dengan yang di atasnya", "tutup dulu yang lama")
        same.append(term)


def _apart(one: Term, other: Term) -> bool:
    """Whether two terms share no day."""
    return bool((other.selesai and other.selesai < one.mulai) or (one.selesai and one.selesai < other.mulai))
