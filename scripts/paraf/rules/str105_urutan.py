"""Bab dan bagian berdiri menurut urutan sistematika.

## Mengapa
Penilai dan pimpinan mencari bagian di tempat yang lazim. Urutan yang lain dari sistematika menyulitkan pembandingan.

## Buruk
```markdown
---
id: penutup
judul: Penutup
---
## Langkah perbaikan

Jadwal pemeliharaan disusun sejak triwulan pertama.

## Simpulan

Semua sasaran tercapai pada tahun ini.
```

## Baik
```markdown
---
id: penutup
judul: Penutup
---
## Simpulan

Semua sasaran tercapai pada tahun ini.

## Langkah perbaikan

Jadwal pemeliharaan disusun sejak triwulan pertama.
```

## Memperbaiki
Bagian: pindahkan judul beserta isinya. Bab: ganti dua angka di depan nama berkasnya.
"""

from collections.abc import Iterator, Sequence

from paraf.finding import Place, Severity
from paraf.laporan.anatomy import Slot
from paraf.rules.outline import beginning, misplaced
from paraf.rules.report_base import Observed, ReportFacts, ReportRule

_Item = tuple[int, str, Place]
"""Its rank in the outline, its name, where it stands."""


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report what must move so that the rest is in order: as little as possible."""
    present = [(rank, slot) for rank, slot in enumerate(facts.whole.slots) if slot.chapter]
    chapters = [(rank, slot.label, beginning(slot)) for rank, slot in sorted(present, key=lambda item: item[1].file)]
    yield from _moves(chapters, "Bab", "Ganti dua angka di depan nama berkasnya supaya urutannya benar.")
    for _, slot in present:
        yield from _moves(list(_parts(slot)), "Bagian", "Pindahkan judul ini beserta isinya.")


def _parts(slot: Slot) -> Iterator[_Item]:
    ranks = {part.id: rank for rank, part in enumerate(slot.plan.isi)}
    seen: set[str] = set()
    for region in slot.regions:
        if region.part and region.part.id not in seen:
            seen.add(region.part.id)
            yield ranks[region.part.id], f"“{region.part.judul}”", beginning(slot, region)


def _moves(items: Sequence[_Item], noun: str, repair: str) -> Iterator[Observed]:
    for position in sorted(misplaced([rank for rank, _, _ in items])):
        rank, name, place = items[position]
        earlier = max((item for item in items if item[0] < rank), default=None)
        later = min((item for item in items if item[0] > rank), default=None)
        where = f"sesudah {earlier[1]}" if earlier else f"sebelum {later[1] if later else 'yang lain'}"
        yield Observed(
            place=place, subject=name, message=f"{noun} ini menurut sistematika berdiri {where}.", repair=repair
        )


RULE = ReportRule(
    code="STR105",
    name="Urutan berbeda dari sistematika",
    severity=Severity.SEBAIKNYA,
    basis="sistematika laporan",
    check=check,
)
