"""Setiap bukti pelaksanaan lengkap dan benar bentuknya menurut daftar isi bukti kantor.

## Mengapa
Langkah yang tidak menghasilkan naskah hanya dapat dibuktikan dengan catatannya.
Bukti yang belum sah belum menyelesaikan langkahnya.

## Buruk
```yaml
# bukti/c1.yml
nomor: dua belas
```

## Baik
```yaml
# bukti/c1.yml
nomor: 800/13/406/2026
```

## Memperbaiki
Betulkan baris yang disebut. Contoh kosong setiap bukti dibuat dengan `paraf bukti`.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.rules.report_base import Observed, ReportFacts, ReportRule, sentence


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report why each record that belongs here cannot be accepted."""
    for reading in facts.evidence.unread:
        for fault in reading.faults:
            yield Observed(
                place=fault.place,
                subject=fault.place.file.removeprefix(f"{facts.report.folder}/"),
                message=sentence(fault.message),
                repair=sentence(fault.repair),
            )


RULE = ReportRule(
    code="ALU101",
    name="Bukti belum sah",
    severity=Severity.WAJIB,
    basis="isi bukti pelaksanaan (sop/bukti.yml)",
    check=check,
)
