"""Whether a recorded deed fits the officials: one judgement, for verifying a book and for changing the officials."""

from collections.abc import Collection, Iterator
from typing import Literal

from paraf.alur.book.line import DeedLine
from paraf.alur.book.people import People, unknown_name

Unfit = Literal["peran", "penanda tangan", "penegas", "kedudukan", "nama"]
"""The account held no such role, another one signed on paper, who confirmed that could not, another standing, another name."""


def unfit(people: People, deed: DeedLine, confirming: Collection[str]) -> Iterator[Unfit]:
    """In what a deed of the book differs from the officials as of its day; ``confirming`` are the roles that confirm paper.

    Anybody may merge: of a merge only what is written of its standing and its name is compared.
    """
    day, merged = deed.waktu.date(), deed.jenis == "gabung"
    person = people.of(deed.akun)
    signer = people.signer(deed.peran, day) if deed.di_atas_kertas else person
    held = people.standing(signer, deed.peran, day)
    if deed.di_atas_kertas:
        if signer is None or deed.di_atas_kertas not in (signer.nama, *signer.nama_dulu):
            yield "penanda tangan"
        if not any(people.holds(deed.akun, role, day) for role in confirming):
            yield "penegas"
    elif held is None and not merged:
        yield "peran"
    if deed.kedudukan and held and deed.kedudukan != held:
        yield "kedudukan"
    names = (person.nama, *person.nama_dulu) if person else ()
    if deed.nama not in names and not (merged and deed.nama == unknown_name(deed.akun)):
        yield "nama"
