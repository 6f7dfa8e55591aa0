"""Setiap bab yang diwajibkan sistematika ada, dan setiap sasaran mempunyai babnya sendiri.

## Mengapa
Penilai membandingkan laporan dengan sistematika. Bab yang tidak ada berarti butir itu tidak dinilai.

## Buruk
Sasaran ketiga belum mempunyai bab.

```yaml
# data/kinerja.yml
sasaran:
  - {id: SS-1, nama: Meningkatnya layanan informasi}
  - {id: SS-2, nama: Menurunnya gangguan layanan}
  - {id: SS-3, nama: Meningkatnya keamanan informasi}
```

## Baik
```yaml
# data/kinerja.yml
sasaran:
  - {id: SS-1, nama: Meningkatnya layanan informasi}
  - {id: SS-2, nama: Menurunnya gangguan layanan}
```

## Memperbaiki
Buat berkas yang disebut. Bab dikenali dari `id` di kepalanya, bukan dari nama berkasnya.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.rules.outline import beginning
from paraf.rules.report_base import Observed, ReportFacts, ReportRule


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report the required chapters that are absent, goal by goal."""
    for slot in facts.whole.slots:
        if slot.chapter or not slot.required:
            continue
        front = f"id: {slot.plan.id}"
        if slot.aim:
            message = (
                f"Sasaran {slot.aim.id} ({slot.aim.name}) belum mempunyai bab ini; setiap sasaran wajib punya satu."
            )
            front += f" dan sasaran: {slot.aim.id}"
        else:
            message = "Bab ini diwajibkan sistematika, tetapi belum ada."
        yield Observed(
            place=beginning(slot),
            subject=slot.label,
            message=message,
            repair=f"Buat berkas ini dengan {front} di kepalanya. {slot.plan.panduan}",
        )


RULE = ReportRule(
    code="STR103",
    name="Bab wajib belum ada",
    severity=Severity.WAJIB,
    basis="sistematika laporan",
    check=check,
)
