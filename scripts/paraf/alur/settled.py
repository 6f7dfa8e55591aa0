"""What is closed stays closed: a change of the officials takes no deed of a closed paper from whoever did it.

A term may be written after its first day, and closed after its last one. But where a paper was closed meanwhile, the office has
acted by the officials as they then were, and its book names them: a list by which somebody else held the role that day would
turn a true book into a false one. So such a list is refused, by the judgement by which books are verified. What differs from
the officials already, by the list as it was before, is not this change's doing.
"""

from collections.abc import Iterator

from msgspec import Struct

from paraf.alur.book.fitting import Unfit, unfit
from paraf.alur.book.line import DeedLine
from paraf.alur.book.noting import books_of, lacking
from paraf.alur.book.people import People
from paraf.alur.book.reading import Volume, folder, read_books, year_of
from paraf.alur.facts import Pull
from paraf.alur.year import Year
from paraf.door.text import echo
from paraf.sop.dates import write_date
from paraf.sop.forms.officials import OfficialsFile


class _Unsettled(Struct, frozen=True):
    """A deed of a closed paper that a new list would make somebody else's, in what it differs, and the file that tells of it."""

    step: str
    deed: DeedLine
    what: Unfit
    file: str
    noted: bool


def unsettled(year: Year, pull: Pull, before: OfficialsFile, after: OfficialsFile) -> Iterator[str]:
    """Why a new list of officials may not come: one sentence for the latest deed that asks for another date or name."""
    try:
        found = list(_unsettled(year, pull, before, after))
    except KeyError as error:
        yield f"Buku tidak dapat dibaca: isi {error.args[0]} tidak ada di antara faktanya."
        return
    named = [one for one in found if one.what == "nama"]
    for same in (named, [one for one in found if one not in named]):
        if same:
            yield _words(year, max(same, key=lambda one: (one.deed.waktu, one.file, one.step)))


def _unsettled(year: Year, pull: Pull, before: OfficialsFile, after: OfficialsFile) -> Iterator[_Unsettled]:
    kept = year.policy.papers.kertas
    confirming = kept.ditegaskan if kept else [role.id for role in year.policy.sop.roles]
    earlier, later = People(before), People(after)
    for volume, noted in _volumes(year, pull):
        for entry in volume.entries:
            for deed in entry.line.tindakan:
                known = set(unfit(earlier, deed, confirming))
                for what in unfit(later, deed, confirming):
                    if what not in known:
                        yield _Unsettled(entry.line.langkah, deed, what, volume.file, noted)


def _volumes(year: Year, pull: Pull) -> Iterator[tuple[Volume, bool]]:
    """The files of every year's book, and whether main has them; those still to be written tell of closed papers, too.

    For one that was merged only what had been closed before.
    """
    facts = year.facts
    others = {of for path in facts.past if (of := year_of(path))}
    books = {of: books_of(facts, facts.past, of) for of in sorted(others)}
    there = books[facts.year] = {**books.get(facts.year, {}), **books_of(facts)}
    if pull.merged is None:
        new = lacking(there, year.closings, year.policy, facts.year, now=year.now)
        books[facts.year] = there if isinstance(new, str) else {**there, **new}
    for of, files in books.items():
        for volume in read_books(files, of)[0]:
            if pull.merged is None or volume.first.selesai < pull.merged.at:
                yield volume, of != facts.year or volume.file.removeprefix(folder(of)) in there


def _words(year: Year, one: _Unsettled) -> str:
    day, name = write_date(one.deed.waktu.date()), echo(one.deed.nama)
    where = f"{'tercatat' if one.noted else 'akan dicatat'} di {one.file}"
    step = f"langkah {one.step} pada {day}"
    if one.what == "nama":
        return (
            f"Daftar ini tidak lagi memuat nama {name}, padahal {step} {where} atas nama itu; tambahkan nama itu pada"
            " 'nama_dulu' orangnya."
        )
    repair = f"tulis tanggal mulai atau selesai sesudah {day}"
    if one.what == "penegas":
        return (
            f"Daftar ini mengubah siapa yang dapat menegaskan lembar kertas pada {day}, padahal penegasan {name} untuk"
            f" {step} {where}; {repair}."
        )
    known = year.policy.sop.role.get(one.deed.peran)
    role = known.sebutan if known else one.deed.peran
    did = echo(one.deed.di_atas_kertas or one.deed.nama)
    return (
        f"Daftar ini mengubah siapa {role} pada {day}, padahal {step} {where} sebagai perbuatan {did} selaku {role};"
        f" {repair}."
    )
