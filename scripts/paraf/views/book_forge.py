"""What GitHub confirmed of a book, in words: per paper what was found there, what was not, and what came after."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from paraf.alur.book.problem import Problem
from paraf.alur.book.reading import Volume
from paraf.alur.facts import Policy
from paraf.views.book_words import Clock, problem_lines
from paraf.views.words import listed

_COUNTED = {"susun": "penyusunan", "ajukan": "pengajuan", "bukti": "bukti", "gabung": "penyatuan"}
"""Deeds that are counted; approvals are told one by one."""


class Confirmed(Struct, frozen=True, kw_only=True):
    """What comparing said: ``problems`` are lines not confirmed, ``remarks`` what came later; ``source`` says who was asked."""

    source: str
    problems: Sequence[Problem]
    remarks: Sequence[str] = ()


def confirmed_text(found: Confirmed, volumes: Sequence[Volume], policy: Policy, clock: Clock) -> str:
    """The outcome for one year, to stand behind what was verified without a network."""
    names = {paper.id: paper.nama for paper in policy.papers.naskah}
    against = {problem.place.file for problem in found.problems}
    lines = ["", f"Dicocokkan dengan {found.source}:"]
    for volume in volumes:
        name = names.get(volume.first.naskah, volume.first.naskah)
        lines.append(f"{volume.number:03d} {name}, PR #{volume.first.pr}")
        lines += ["    Tidak dibenarkan; lihat di bawah."] if volume.file in against else _paper(volume, policy, clock)
    if found.problems:
        lines += ["", *problem_lines(found.problems)]
        lines.append(f"Hasil: buku ini belum dapat dipercaya; {len(found.problems)} hal di atas tidak dibenarkan.")
    else:
        lines.append(
            "Hasil: setiap tindakan yang tercatat dibenarkan. Siapa di balik akunnya diketahui kantor, bukan GitHub."
        )
    if found.remarks:
        lines += [
            "",
            "Perlu diketahui; tidak mengubah yang sudah selesai:",
            *(f"  {one}" for one in found.remarks),
        ]
    return "\n".join(lines)


def _paper(volume: Volume, policy: Policy, clock: Clock) -> Iterator[str]:
    """What was found of a paper that is confirmed."""
    yield f"    Disatukan {clock.words(volume.first.selesai)}; isinya sama dengan yang tercatat."
    deeds = [deed for entry in volume.entries for deed in entry.line.tindakan]
    roles: Mapping[str, str] = {key: role.sebutan for key, role in policy.sop.role.items()}
    for deed in deeds:
        if deed.jenis == "setujui":
            role = roles.get(deed.peran, deed.peran)
            who = f"Lembar kertas {role}, ditegaskan" if deed.di_atas_kertas else f"Disetujui {role},"
            yield f"    {who} akun nomor {deed.akun}, {clock.words(deed.waktu)}, tinjauan nomor {deed.tinjauan}."
    counts = [(sum(deed.jenis == kind for deed in deeds), word) for kind, word in _COUNTED.items()]
    yield f"    Ditemukan juga: {listed([f'{count} {word}' for count, word in counts if count])}."
