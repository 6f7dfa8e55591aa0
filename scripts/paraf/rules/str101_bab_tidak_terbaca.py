"""Setiap bab dapat dibaca: teksnya UTF-8 dan kepalanya berisi id dan judul.

## Mengapa
Bab yang tidak terbaca tidak dapat diperiksa dan tidak masuk laporan.

## Buruk
```markdown
---
id: penutup
---
Laporan ini selesai disusun.
```

## Baik
```markdown
---
id: penutup
judul: Penutup
---
Laporan ini selesai disusun.
```

## Memperbaiki
Perbaiki baris yang disebut. Kepala bab diapit dua baris `---` dan berisi id dan judul.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.rules.report_base import Observed, ReportFacts, ReportRule, sentence


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report what kept a chapter from being read."""
    for fault in facts.report.faults:
        if fault.place.file.endswith(".md"):
            yield Observed(
                place=fault.place,
                subject=fault.place.file.rpartition("/")[2],
                message=sentence(fault.message),
                repair=sentence(fault.repair),
            )


RULE = ReportRule(
    code="STR101",
    name="Bab tidak dapat dibaca",
    severity=Severity.WAJIB,
    basis="sistematika laporan",
    check=check,
)
