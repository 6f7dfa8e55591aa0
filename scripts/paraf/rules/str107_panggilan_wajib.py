"""Tabel dan grafik yang diminta sistematika dipanggil di bagiannya, dan untuk sasaran yang dibahas di situ.

## Mengapa
Tabel yang diminta adalah bukti bagian itu. Di bab satu sasaran, tabelnya tentang sasaran itu, dan grafik tren dibuat
untuk setiap indikatornya.

## Buruk
```markdown
---
id: perjanjian
judul: Perjanjian Kinerja
---
Perjanjian kinerja memuat {{ jumlah_sasaran() }} sasaran, dan targetnya berubah sekali.
```

## Baik
```markdown
---
id: perjanjian
judul: Perjanjian Kinerja
---
Perjanjian kinerja memuat {{ jumlah_sasaran() }} sasaran, dan targetnya berubah sekali.

{{ tabel_pk() }}
```

## Memperbaiki
Salin panggilan pada pesannya ke bagian itu, pada barisnya sendiri. Tulis kalimat yang membaca tabelnya.
"""

from collections.abc import Iterator, Sequence

from paraf.finding import Severity
from paraf.laporan.anatomy import Region, Slot
from paraf.rules.outline import absent_calls, beginning, part_name
from paraf.rules.report_base import Observed, ReportFacts, ReportRule


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report the calls that a chapter or a part must hold and does not; an absent part is named by its own check."""
    for slot in facts.slots:
        if slot.chapter is None:
            continue
        yield from _absent(slot, slot.plan.memuat, slot.whole, slot.label)
        for part in slot.plan.isi:
            region = slot.parts.get(part.id)
            if region:
                yield from _absent(slot, part.memuat, region, part_name(part))


def _absent(slot: Slot, names: Sequence[str], region: Region, where: str) -> Iterator[Observed]:
    for form in absent_calls(names, region.calls, slot.aim) if names else ():
        repair = f"Tulis {form} pada barisnya sendiri."
        if form not in set(absent_calls(names, slot.whole.calls, slot.aim)):
            repair = f"Panggilan itu ada di bagian lain bab ini; pindahkan {form} ke sini."
        yield Observed(
            place=beginning(slot, region),
            subject=form,
            message=f"Panggilan ini diminta sistematika, tetapi belum ada di {where}.",
            repair=repair,
        )


RULE = ReportRule(
    code="STR107",
    name="Tabel atau grafik wajib belum ada",
    severity=Severity.WAJIB,
    basis="sistematika laporan",
    check=check,
)
