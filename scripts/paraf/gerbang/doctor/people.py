"""Who holds a role, and who may write: the same people, by number (threats T10, T11, T19)."""

from collections.abc import Iterator
from datetime import date

from paraf.gerbang.doctor.point import Point, State, Subject, told
from paraf.gerbang.settings import Collaborator
from paraf.sop.forms.officials import OfficialsFile, Person
from paraf.sop.forms.papers import PapersFile
from paraf.sop.officials import holders, shortages

_ACCESS = "**Settings** → **Collaborators** (atau **Collaborators and teams**)"
_INVITE = f"{_ACCESS} → **Add people** → tulis akunnya → **Write**"
_NUMBER = (
    'Nomor akun: angka "id" di https://api.github.com/users/NAMA-AKUN; betulkan sop/petugas.yml lewat PR tata kelola.'
)


def people(subject: Subject) -> Iterator[Point]:
    """Every holder of a role, today."""
    about = "Pemegang peran"
    officials, papers = subject.officials, subject.papers
    if officials is None or papers is None:
        yield Point(
            about,
            State.TAK_TAHU,
            "sop/petugas.yml atau sop/naskah.yml tidak ada, jadi tidak seorang pun dapat menyetujui.",
        )
    elif officials.contoh == "ya":
        said = "sop/petugas.yml masih data contoh: akun di dalamnya rekaan, jadi tidak seorang pun dapat menyetujui."
        yield Point(about, State.PERLU, said, "Jalankan: paraf mulai-sungguhan, lalu simpan hasilnya.")
    else:
        yield from _known(about, subject, holding(subject.today, officials, papers))
        lacking = {one.paper for one in shortages(papers, officials, subject.today) if one.start <= subject.today}
        faults = (
            [f"Hari ini naskah berikut kekurangan orang yang berbeda: {', '.join(sorted(lacking))}."] if lacking else []
        )
        yield told(
            "Cukup orang",
            faults,
            "Setiap naskah dapat diselesaikan oleh orang-orang yang berbeda.",
            "Tunjuk Plt atau Plh lewat PR tata kelola pada sop/petugas.yml.",
        )


def holding(day: date, officials: OfficialsFile, papers: PapersFile) -> tuple[Person, ...]:
    """The people who hold a role that acts, on a day."""
    roles = {one.oleh for paper in papers.naskah for stage in paper.langkah for one in stage.syarat}
    found = {person.kunci: person for role in sorted(roles) for person in holders(officials, role, day)}
    return tuple(found.values())


def _known(about: str, subject: Subject, held: tuple[Person, ...]) -> Iterator[Point]:
    if unread := subject.unread(about, "kolaborator"):
        yield unread
        return
    inside = subject.told.kolaborator or ()
    fine = True
    for person in held:
        if faults := list(_faults(person, inside)):
            fine = False
            yield Point(
                f"Akun {person.akun or person.nama}", State.PERLU, " ".join(faults), f"{_NUMBER} Akses: {_INVITE}"
            )
    if fine:
        said = "Setiap pemegang peran terdaftar dengan nomor akun yang benar dan boleh menulis."
        yield Point(about, State.BERES, said)


def _faults(person: Person, inside: tuple[Collaborator, ...]) -> Iterator[str]:
    if person.akun is None and person.id is None:
        return  # signs on paper only
    if person.id is None:
        yield "Nomor akunnya (id) belum ditulis, jadi tindakannya tidak dihitung."
        return
    named = (person.akun or "").casefold()
    other = next((one for one in inside if one.login.casefold() == named and one.id != person.id), None)
    found = next((one for one in inside if one.id == person.id), None)
    if other:
        yield f"Akun bernama ini bernomor {other.id}, bukan {person.id} yang tercatat: salah tulis, atau orang lain."
    if found is None:
        yield f"Nomor {person.id} belum diberi akses ke repositori ini."
    elif found.permissions is None or not found.permissions.push:
        yield "Hanya boleh membaca; permintaan dan persetujuannya tidak sampai. Perlu Write."
    elif named and found.login.casefold() != named:
        yield f"Nama akunnya di GitHub sekarang {found.login}; persetujuannya tetap sah, tetapi catatannya perlu disesuaikan."


def writers(subject: Subject) -> Iterator[Point]:
    """Whoever may write, holds a role or keeps the repository."""
    about = "Yang boleh menulis"
    if unread := subject.unread(about, "kolaborator"):
        yield unread
        return
    officials, papers = subject.officials, subject.papers
    known = {one.id for one in holding(subject.today, officials, papers)} if officials and papers else set()
    writing = [one for one in subject.told.kolaborator or () if one.permissions and one.permissions.push]
    extra = [one.login for one in writing if one.id not in known and not (one.permissions and one.permissions.admin)]
    faults = [f"Boleh menulis tanpa memegang peran hari ini: {', '.join(sorted(extra))}."] if extra else []
    if extra:
        faults.append("Pada tingkat 1 setiap penulis dapat memalsukan status gerbang.")
    yield told(
        about,
        faults,
        "Yang boleh menulis hanya pemegang peran dan pengelola.",
        f"{_ACCESS} → di baris akunnya **Role: Read**, atau **Remove**",
    )
    ruling = sorted(one.login for one in writing if one.id in known and one.permissions and one.permissions.admin)
    if ruling:
        said = f"Memegang peran dan juga pengelola: {', '.join(ruling)}; ia dapat mengubah setelan yang menjaga persetujuannya."
        yield Point("Pengelola", State.CATATAN, said, _ACCESS)
    admins = sorted(one.login for one in writing if one.permissions and one.permissions.admin)
    if len(admins) > 2:
        yield Point(
            "Pengelola",
            State.CATATAN,
            f"Ada {len(admins)} pengelola; semuanya dapat mengubah setelan yang dijaga di sini.",
            _ACCESS,
        )
