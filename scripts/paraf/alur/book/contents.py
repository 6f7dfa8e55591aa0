"""What was approved against what lies here now, for as long as that can be told."""

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec.structs import replace

from paraf.alur.book.problem import Problem
from paraf.alur.book.reading import Entry, Volume
from paraf.alur.content import Covered, Proof, below, digest, rows
from paraf.alur.facts import Tree
from paraf.alur.slots import proof_of, record_of
from paraf.sop.covering import covers
from paraf.sop.forms.papers import Approve, Evidence, Paper

Compared = Literal["sama", "berbeda", "tertutup", "belum tercatat"]
"""The same; different; no longer comparable, because a paper that was done later covers files of it, too; the same, but
that later paper is not recorded yet: its evidence lies here."""

_MEANS = "Artinya berkasnya berubah sesudah disetujui, atau sidik jarinya di buku diubah."
_EVIDENCE_MEANS = (
    "Artinya bukti atau berkas yang menyertainya berubah sesudah dicatat, atau sidik jarinya di buku diubah."
)
_EVIDENCE_REPAIR = (
    "Kembalikan berkasnya dari riwayat repositori (halaman berkas, History). Bukti yang keliru dilengkapi dengan bukti"
    " susulan, misalnya {later}; yang sudah tercatat tidak diubah."
)
_REPAIR = "Kembalikan berkasnya menurut riwayat PR itu; bila memang perlu diubah, ubah lewat PR yang menempuh langkahnya lagi."


def compared(volumes: Sequence[Volume], papers: Sequence[Paper], tree: Tree, year: int) -> list[Compared]:
    """For every file whether the content it records is the one that lies here."""
    known = {paper.id: paper for paper in papers}
    found: list[Compared] = []
    later: list[str] = []
    merged = _unrecorded(volumes, papers, tree, year)
    for volume in reversed(volumes):
        paper = known[volume.first.naskah]
        if digest(Covered(year, paper.mencakup), tree) == volume.first.sidik_isi:
            found.append("sama")
        elif _overlap(paper.mencakup, later, tree, year):
            found.append("tertutup")
        else:
            found.append("belum tercatat" if _overlap(paper.mencakup, merged, tree, year) else "berbeda")
        later += paper.mencakup
    return found[::-1]


def _unrecorded(volumes: Sequence[Volume], papers: Sequence[Paper], tree: Tree, year: int) -> list[str]:
    """What papers cover that were merged, as evidence of their next edition here shows, but are not recorded yet."""
    done = {volume.first.naskah: volume.first.edisi for volume in volumes}
    return [
        pattern
        for paper in papers
        if any(
            below(year) + record_of(stage.kode, done.get(paper.id, 0) + 1) in tree
            for stage in paper.langkah
            if any(isinstance(one, Evidence) for one in stage.syarat)
        )
        for pattern in paper.mencakup
    ]


def _overlap(patterns: Sequence[str], others: Sequence[str], tree: Tree, year: int) -> bool:
    """Whether two sets of patterns can cover one file: they share one, or a file here belongs to both."""
    folder = below(year)
    names = [path.removeprefix(folder) for path in tree if path.startswith(folder)]
    return bool(set(patterns) & set(others)) or any(covers(patterns, name) and covers(others, name) for name in names)


def content_problems(
    volumes: Sequence[Volume], papers: Sequence[Paper], tree: Tree, year: int, found: Sequence[Compared]
) -> Iterator[Problem]:
    """Content that is not the recorded one, and evidence that is not the one that was approved."""
    known = {paper.id: paper for paper in papers}
    for volume, how in zip(volumes, found, strict=True):
        paper, place = known[volume.first.naskah], volume.entries[0].place
        if how == "berbeda":
            said = f"Isi {paper.nama} di folder ini tidak sama dengan yang disetujui pada PR #{volume.first.pr}."
            yield Problem(place, f"{said} Berkasnya: {', '.join(paper.mencakup)}.", _MEANS, _REPAIR)
        for entry, stage in zip(volume.entries, paper.langkah, strict=True):
            for one, deed in zip(stage.syarat, entry.line.tindakan, strict=True):
                if isinstance(one, Approve) and one.atas and deed.sidik != digest(Covered(year, one.atas), tree):
                    said = f"Langkah {stage.kode}: {', '.join(one.atas)} tidak sama dengan yang disetujui."
                    yield Problem(entry.place, said, _MEANS, _REPAIR)
                proof = proof_of(year, stage.kode, volume.first.edisi)
                if isinstance(one, Evidence) and deed.sidik != digest(proof, tree):
                    yield _other_evidence(entry, proof, tree)


def _other_evidence(entry: Entry, proof: Proof, tree: Tree) -> Problem:
    record, folder = proof.record, below(proof.year)
    here = [path.removeprefix(folder) for path in rows(proof, tree)]
    said = f"Bukti {record.step} tidak sama dengan yang tercatat. Berkasnya di sini: {', '.join(here) or 'tidak ada'}."
    later = replace(record, number=2).path
    return Problem(entry.place, said, _EVIDENCE_MEANS, _EVIDENCE_REPAIR.format(later=later))
