"""A paper that is done becomes lines of the book; which files are still to be written."""

from collections.abc import Iterable, Iterator, Mapping

from paraf.alur.book.line import DeedLine, Line, beginning, file_name, read_name, seal, written
from paraf.alur.book.people import People
from paraf.alur.facts import Policy
from paraf.alur.states import Closing, Deed

UNKNOWN = "tidak diketahui"
"""Who signed on paper, where the officials do not name one person for the role and day."""


def lines_of(closing: Closing, policy: Policy, year: int, previous: str) -> bytes:
    """The whole file of a closed paper; ``previous`` is what its first line continues."""
    return b"".join(_written(closing, People(policy.officials), year, previous))


def additions(
    books: Mapping[str, bytes], done: Iterable[Closing], closings: Iterable[Closing], policy: Policy, year: int
) -> dict[str, bytes]:
    """The files that a sound book still lacks, by name, in merge order; ``done`` are the closings that it records."""
    recorded = {(one.paper, one.edition) for one in done}
    found: dict[str, bytes] = {}
    number, previous = len(books), last_seal(books, year)
    for closing in in_order(closings):
        if (closing.paper, closing.edition) not in recorded:
            number += 1
            data = lines_of(closing, policy, year, previous)
            found[file_name(number, closing.paper)] = data
            previous = seal(data.splitlines(keepends=True)[-1])
    return found


def in_order(closings: Iterable[Closing]) -> list[Closing]:
    """Papers in the order in which they were merged; at one moment the lower number of the pull request first."""
    return sorted(closings, key=lambda closing: (closing.at, closing.pull, closing.paper, closing.edition))


def last_seal(books: Mapping[str, bytes], year: int) -> str:
    """What the next line of a sound book continues: its last line, or the year where there is none."""
    last = max(books, key=lambda name: read_name(name) or (0, ""), default=None)
    return seal(books[last].splitlines(keepends=True)[-1]) if last else beginning(year)


def _written(closing: Closing, people: People, year: int, previous: str) -> Iterator[bytes]:
    for step, deeds in closing.deeds:
        line = Line(
            skema=1,
            tahun=year,
            naskah=closing.paper,
            edisi=closing.edition,
            langkah=step,
            tindakan=tuple(deed_line(deed, people) for deed in deeds),
            pr=closing.pull,
            selesai=closing.at,
            sidik_isi=closing.content,
            sidik_teks=closing.expanded,
            sidik_aturan=closing.rules,
            sebelum=previous,
        )
        data = written(line)
        previous = seal(data)
        yield data


def deed_line(deed: Deed, people: People) -> DeedLine:
    """A deed as the book says it, by the officials of now."""
    day = deed.at.date()
    who = people.signer(deed.role, day) if deed.on_paper else people.of(deed.by)
    return DeedLine(
        jenis=deed.kind,
        peran=deed.role,
        akun=deed.by,
        nama=people.name(deed.by),
        kedudukan=people.standing(who, deed.role, day),
        waktu=deed.at,
        tinjauan=deed.review,
        sidik=deed.content,
        di_atas_kertas=(who.nama if who else UNKNOWN) if deed.on_paper else None,
    )
