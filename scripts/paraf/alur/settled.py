"""What is closed stays closed: a change of the officials takes no deed of a closed paper from whoever did it.

A term may be written after its first day, and closed after its last one. But where a paper was closed meanwhile, the office has
acted by the officials as they then were, and its book names them: a list by which somebody else held the role that day would
turn a true book into a false one. So such a list is refused, by the judgement by which books are verified. What differs from
the officials already, by the list as it was before, is not this change's doing.
"""

from collections.abc import Iterator
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from paraf.alur.book.fitting import Unfit, unfit
from paraf.alur.book.line import DeedLine, file_name
from paraf.alur.book.noting import books_of
from paraf.alur.book.people import People
from paraf.alur.book.reading import Volume, folder, read_books, year_of
from paraf.alur.book.writing import additions
from paraf.alur.carried import Carries
from paraf.alur.facts import Pull
from paraf.alur.states import Closing
from paraf.alur.verdicts import merged_verdict
from paraf.alur.year import Year
from paraf.door.text import echo
from paraf.sop.dates import write_date
from paraf.sop.forms.officials import OfficialsFile


class _Unsettled(Struct, frozen=True):
    """A deed of a closed paper that a new list would make somebody else's, in what it differs, and where it is told."""

    step: str
    deed: DeedLine
    what: Unfit
    where: str


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
            yield _words(year, max(same, key=lambda one: (one.deed.waktu, one.where, one.step)))


def _unsettled(year: Year, pull: Pull, before: OfficialsFile, after: OfficialsFile) -> Iterator[_Unsettled]:
    kept = year.policy.papers.kertas
    confirming = kept.ditegaskan if kept else [role.id for role in year.policy.sop.roles]
    earlier, later = People(before), People(after)
    for volume, file in chain(_recorded(year), _unrecorded(year, pull, before)):
        if pull.merged and volume.first.selesai > pull.merged.at:
            continue  # closed by officials of a later list
        for entry in volume.entries:
            for deed in entry.line.tindakan:
                known = set(unfit(earlier, deed, confirming))
                for what in unfit(later, deed, confirming):
                    if what not in known:
                        yield _Unsettled(entry.line.langkah, deed, what, file)


def _recorded(year: Year) -> Iterator[tuple[Volume, str]]:
    """The files of every year's book, as far as they can be read."""
    facts = year.facts
    others = {of for path in facts.past if (of := year_of(path))}
    books = {of: books_of(facts, facts.past, of) for of in sorted(others)}
    for of, files in {**books, facts.year: {**books.get(facts.year, {}), **books_of(facts)}}.items():
        yield from ((volume, f"tercatat di {volume.file}") for volume in read_books(files, of)[0])


def _unrecorded(year: Year, pull: Pull, before: OfficialsFile) -> Iterator[tuple[Volume, str]]:
    """The files that the book of this year still lacks, as the list before would have them written."""
    of, books = year.facts.year, books_of(year.facts)
    noted = {(volume.first.naskah, volume.first.edisi) for volume in read_books(books, of)[0]}
    closings = year.closings if pull.merged is None else _closed_before(year, pull)
    new = [one for one in closings if (one.paper, one.edition) not in noted]
    made = additions({}, (), new, replace(year.policy, officials=before), of)
    for volume in read_books(made, of)[0]:
        yield volume, f"akan dicatat di {folder(of)}{file_name(len(books) + volume.number, volume.paper)}"


def _closed_before(year: Year, pull: Pull) -> list[Closing]:
    """What had been closed when a list was merged: what came to main by then, each by the officials of its own base."""
    then = Year(year.policy, year.facts, year.now, bases=year.bases)
    then.take_book()
    assert pull.merged
    earlier = [(one.merged.at, one.number, one) for one in year.facts.pulls if one.merged]
    for at, number, one in sorted(earlier, key=lambda told: told[:2]):
        if at <= pull.merged.at and number not in then.booked:
            what = then.carried(one)
            if isinstance(what, Carries):
                merged_verdict(then, then.judge(one, what))
    return then.closings


def _words(year: Year, one: _Unsettled) -> str:
    day, name = write_date(one.deed.waktu.date()), echo(one.deed.nama)
    where, step = one.where, f"langkah {one.step} pada {day}"
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
