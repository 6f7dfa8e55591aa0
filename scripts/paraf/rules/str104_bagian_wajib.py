"""Setiap bagian yang diwajibkan sistematika ada di babnya, dengan judul yang dikenali.

## Mengapa
Bagian dikenali dari judulnya, dengan atau tanpa nomor di depannya. Bagian tanpa judul tidak ditemukan pembaca.

## Buruk
```markdown
---
id: penutup
judul: Penutup
---
## Simpulan

Semua sasaran tercapai pada tahun ini.
```

## Baik
```markdown
---
id: penutup
judul: Penutup
---
## A. Simpulan

Semua sasaran tercapai pada tahun ini.

## B. Langkah Perbaikan

Jadwal pemeliharaan disusun sejak triwulan pertama.
```

## Memperbaiki
Tambahkan judul yang disebut beserta isinya, atau betulkan judul yang hampir sama.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.rules.outline import absent_parts, beginning, how_to_add, is_analysis
from paraf.rules.report_base import Observed, ReportFacts, ReportRule


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report the required headings that are absent; the analyses of a goal have a check of their own."""
    for slot in facts.slots:
        for part in absent_parts(slot):
            if not is_analysis(slot, part):
                yield Observed(
                    place=beginning(slot),
                    subject=f"“{part.judul}”",
                    message=f"Bagian ini diwajibkan di {slot.label}, tetapi judulnya belum ada.",
                    repair=how_to_add(slot, part),
                )


RULE = ReportRule(
    code="STR104",
    name="Bagian wajib belum ada",
    severity=Severity.WAJIB,
    basis="sistematika laporan",
    check=check,
)
