"""Bab setiap sasaran memuat semua analisis yang diwajibkan.

## Mengapa
Setiap analisis adalah satu butir penilaian. Analisis yang tidak ada bernilai nol, betapapun baik yang lain.

## Buruk
```markdown
---
id: capaian
judul: Gangguan layanan
sasaran: SS-2
---
## Target dan realisasi

Lama gangguan lebih singkat daripada batasnya.

## Penyebab

Perangkat cadangan tersedia di setiap simpul.

## Efisiensi

Serapan anggarannya wajar.
```

## Baik
```markdown
---
id: capaian
judul: Gangguan layanan
sasaran: SS-2
---
## 1. Target dan realisasi

Lama gangguan lebih singkat daripada batasnya.

## 2. Standar nasional

Untuk lama gangguan belum ada standar nasional.

## 3. Penyebab

Perangkat cadangan tersedia di setiap simpul.

## 4. Efisiensi

Serapan anggarannya wajar.
```

## Memperbaiki
Tambahkan judul analisisnya di bab sasaran itu. Bila tidak ada pembandingnya, tulis dengan jelas bahwa tidak ada.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.rules.outline import absent_parts, beginning, how_to_add, is_analysis
from paraf.rules.report_base import Observed, ReportFacts, ReportRule


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report the analyses that a goal's chapter lacks."""
    for slot in facts.slots:
        for part in absent_parts(slot):
            if is_analysis(slot, part):
                goal = f" untuk {slot.aim.id}" if slot.aim else ""
                yield Observed(
                    place=beginning(slot),
                    subject=f"Analisis “{part.judul}”{goal}",
                    message="Analisis ini wajib ada untuk setiap sasaran, tetapi judulnya belum ada di bab ini.",
                    repair=how_to_add(slot, part),
                )


RULE = ReportRule(
    code="LKP101",
    name="Analisis belum ada",
    severity=Severity.WAJIB,
    basis="sistematika laporan; setiap sasaran dianalisis lengkap",
    check=check,
)
