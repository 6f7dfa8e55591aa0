"""Setiap berkas data dapat dibaca: susunannya benar dan angkanya tidak meragukan.

## Mengapa
Tabel, persentase, dan angka di kalimat dihitung dari data. Sel yang dapat dibaca dua arah tidak ditebak, tetapi ditanyakan.

## Buruk
```csv
kode;uraian;sasaran;pagu_murni;pagu_perubahan;realisasi
1.01;Program A;SS-1;1.234;1500000;1000000
```

## Baik
```csv
kode;uraian;sasaran;pagu_murni;pagu_perubahan;realisasi
1.01;Program A;SS-1;1234000;1500000;1000000
```

## Memperbaiki
Perbaiki sel atau baris yang disebut, lalu periksa lagi.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.rules.report_base import Observed, ReportFacts, ReportRule, sentence


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report what kept a data file from being read."""
    for fault in facts.report.faults:
        if not fault.place.file.endswith(".md"):
            yield Observed(
                place=fault.place,
                subject=fault.place.file.rpartition("/")[2],
                message=sentence(fault.message),
                repair=sentence(fault.repair),
            )


RULE = ReportRule(
    code="DAT101",
    name="Data tidak dapat dibaca",
    severity=Severity.WAJIB,
    basis="data laporan ditulis sekali dan dibaca ketat",
    check=check,
)
