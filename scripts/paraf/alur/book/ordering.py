"""The files of a book beside each other: merge order, editions, what had to be done before, no act counted twice."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from paraf.alur.book.problem import ASK, RESTORE, Problem
from paraf.alur.book.reading import Entry, Volume
from paraf.sop.forms.papers import Paper


def turns(volumes: Sequence[Volume], papers: Sequence[Paper]) -> list[datetime | None]:
    """For every file when its paper's turn began: the last of what it waits for was done; ``None``: it waits for nothing."""
    waits = {paper.id: paper.setelah for paper in papers}
    done: dict[str, datetime] = {}
    found: list[datetime | None] = []
    for volume in volumes:
        before = [done[paper] for paper in waits.get(volume.first.naskah, ()) if paper in done]
        found.append(max(before, default=None))
        done.setdefault(volume.first.naskah, volume.first.selesai)
    return found


def order_problems(volumes: Sequence[Volume], papers: Sequence[Paper]) -> Iterator[Problem]:
    """Everything wrong between files, none of which is wrong in itself."""
    names = {paper.id: paper.nama for paper in papers}
    waits = {paper.id: paper.setelah for paper in papers}
    editions: dict[str, int] = {}
    pulls: dict[int, str] = {}
    last: Volume | None = None
    for volume in volumes:
        first, entry = volume.first, volume.entries[0]
        name = names.get(first.naskah, first.naskah)
        for missing in (one for one in waits.get(first.naskah, ()) if one not in editions):
            said = f"{name} tercatat selesai, padahal {names[missing]} belum tercatat selesai sebelumnya."
            yield Problem(entry.place, said, "Artinya urutan naskah tidak diikuti, atau sebagian buku hilang.", RESTORE)
        expected = editions.get(first.naskah, 0) + 1
        if first.edisi != expected:
            said = f"{name} tercatat sebagai edisi {first.edisi}, padahal seharusnya edisi {expected}."
            yield Problem(entry.place, said, "Artinya catatan ini ganda, atau catatan edisi lain hilang.", RESTORE)
        editions[first.naskah] = max(expected, first.edisi)
        if first.pr in pulls:
            said = f"PR #{first.pr} sudah tercatat di {pulls[first.pr]}."
            yield Problem(entry.place, said, "Artinya satu PR dipakai untuk dua catatan.", RESTORE)
        pulls.setdefault(first.pr, volume.file)
        if last and first.selesai < last.first.selesai:
            said = f"{name} selesai lebih dahulu daripada yang tercatat di {last.file}."
            yield Problem(entry.place, said, "Artinya urutan berkas buku ditukar.", RESTORE)
        last = volume
    yield from _reviews(volumes)


def _reviews(volumes: Sequence[Volume]) -> Iterator[Problem]:
    """A review approves one step only."""
    used: dict[int, Entry] = {}
    for entry in (entry for volume in volumes for entry in volume.entries):
        for deed in entry.line.tindakan:
            if deed.tinjauan is not None:
                if deed.tinjauan in used:
                    other = used[deed.tinjauan].line.langkah
                    said = (
                        f"Langkah {entry.line.langkah}: tinjauan nomor {deed.tinjauan} sudah dipakai langkah {other}."
                    )
                    yield Problem(entry.place, said, "Artinya satu persetujuan dihitung dua kali.", ASK)
                used.setdefault(deed.tinjauan, entry)
