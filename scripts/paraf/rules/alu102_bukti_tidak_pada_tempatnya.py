"""Folder bukti hanya memuat bukti langkah yang memintanya, dengan nama yang dikenal, dan pindaian yang disebut bukti itu.

## Mengapa
Bukti dengan nama yang keliru tidak dibaca, sehingga langkahnya tetap dianggap belum selesai.

## Buruk
```yaml
# bukti/c9.yml
langkah: C9
```

## Baik
```yaml
# bukti/c1.yml
langkah: C1
```

## Memperbaiki
Namai berkasnya menurut langkahnya, misalnya `bukti/b7.yml`; bukti susulan `bukti/b7-2.yml`; bukti terbitan kedua
`bukti/b12-v2.yml`; lembar yang disetujui di atas kertas `bukti/b10-kertas.yml`.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.rules.report_base import Observed, ReportFacts, ReportRule, sentence


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report what lies in the folder and is no evidence of this year."""
    for fault in facts.evidence.foreign:
        yield Observed(
            place=fault.place,
            subject=fault.place.file.removeprefix(f"{facts.report.folder}/"),
            message=sentence(fault.message),
            repair=sentence(fault.repair),
        )


RULE = ReportRule(
    code="ALU102",
    name="Bukti tidak pada tempatnya",
    severity=Severity.WAJIB,
    basis="langkah yang meminta bukti (sop/naskah.yml)",
    check=check,
)
