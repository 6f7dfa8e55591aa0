"""What verifying a book found, for somebody who has never seen one: per paper, and what could not be verified."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, tzinfo

from msgspec import Struct

from paraf.alur.book.contents import Compared
from paraf.alur.book.problem import Problem
from paraf.alur.book.reading import Volume
from paraf.alur.book.verifying import Verified
from paraf.alur.facts import Policy
from paraf.laporan.binding import grouped
from paraf.sop.dates import write_date
from paraf.views.words import SAMPLE, listed

PROBLEMS_SHOWN = 50
_COMPARED: Mapping[Compared, str] = {
    "sama": "Isi berkasnya sama dengan yang disetujui.",
    "tertutup": "Isi berkasnya tidak dapat dibandingkan lagi: naskah yang selesai sesudahnya mengubah berkas yang sama.",
    "belum tercatat": "Isi berkasnya berbeda: diubah naskah sesudahnya, yang sudah disatukan tetapi belum tercatat.",
}


class Clock(Struct, frozen=True):
    """The office's time: its zone and the letters printed after a time."""

    zone: tzinfo
    letters: str

    def words(self, moment: datetime) -> str:
        """``5 Januari 2026 pukul 09.14 WIB``."""
        local = moment.astimezone(self.zone)
        return f"{write_date(local.date())} pukul {local:%H.%M} {self.letters}"


def verified_text(
    found: Verified, policy: Policy, year: int, clock: Clock, sample: bool, *, asked: bool = False
) -> str:
    """The whole outcome for one year; where the forge is ``asked`` as well, its answer follows behind."""
    lines = [SAMPLE] if sample else []
    lines.append(f"Buku kendali LAKIP {year}")
    if found.problems:
        lines += ["", *problem_lines(found.problems)]
        lines.append(f"Hasil: buku ini tidak dapat dipercaya sebelum {len(found.problems)} hal di atas diperiksa.")
    elif not found.volumes:
        lines += ["Belum ada naskah yang tercatat, jadi belum ada yang diverifikasi."]
    else:
        lines += ["", *_sound(found, policy, clock, asked)]
    return "\n".join(lines)


def problem_lines(problems: Sequence[Problem]) -> Iterator[str]:
    """Problems with place, meaning and repair, a blank line at the end; very many are cut and counted."""
    for one in problems[:PROBLEMS_SHOWN]:
        yield f"{one.place.file}, baris {one.place.line}"
        yield f"  {one.said}"
        yield f"  {one.means}"
        yield f"  {one.repair}"
    if len(problems) > PROBLEMS_SHOWN:
        yield f"dan {len(problems) - PROBLEMS_SHOWN} lagi."
    yield ""


def _sound(found: Verified, policy: Policy, clock: Clock, asked: bool) -> Iterator[str]:
    for volume, how in zip(found.volumes, found.contents, strict=True):
        yield from _paper(volume, how, policy, clock)
    names = {paper.id: paper.nama for paper in policy.papers.naskah}
    recorded = {volume.first.naskah for volume in found.volumes}
    missing = [name for paper, name in names.items() if paper not in recorded]
    if missing:
        yield f"Belum tercatat: {listed(missing)}."
    yield ""
    yield "Sudah diverifikasi: bentuk setiap baris, rantainya, urutan langkah dan waktunya, pemegang peran pada harinya"
    yield "menurut sop/petugas.yml, aturan dua orang, bukti pelaksanaan beserta berkasnya, dan isi berkas yang masih dapat"
    yield "dibandingkan."
    if not asked:
        yield "Tidak dapat diverifikasi tanpa GitHub: apakah tinjauannya benar ada, dan siapa di balik akunnya."
    yield "Sidik jari buku (SHA-256 baris terakhir); cocokkan dengan yang tercetak, atau ulangi dengan --sidik:"
    yield f"  {grouped(found.seal)}"


def _paper(volume: Volume, how: Compared, policy: Policy, clock: Clock) -> Iterator[str]:
    first = volume.first
    paper = next(paper for paper in policy.papers.naskah if paper.id == first.naskah)
    edition = f", edisi {first.edisi}" if first.edisi > 1 else ""
    steps = [entry.line.langkah for entry in volume.entries]
    span = steps[0] if len(steps) == 1 else f"{steps[0]} sampai {steps[-1]}"
    yield f"{volume.number:03d} {paper.nama}{edition}"
    yield f"    Langkah {span} terbukti berurutan; selesai {clock.words(first.selesai)}, PR #{first.pr}."
    yield f"    {_COMPARED[how]}"
