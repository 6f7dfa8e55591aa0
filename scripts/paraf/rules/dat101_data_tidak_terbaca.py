"""Setiap berkas data dapat dibaca: susunannya benar dan angkanya tidak meragukan.

## Mengapa
Tabel, persentase, dan angka di kalimat dihitung dari data. Sel yang dapat dibaca dua arah tidak ditebak, tetapi ditanyakan.

## Buruk
```csv
kode;uraian;sasaran;pagu_murni;pagu_perubahan;realisasi
1.01;Program A;SS-1;1.234;1500;1000
```

## Baik
```csv
kode;uraian;sasaran;pagu_murni;pagu_perubahan;realisasi
1.01;Program A;SS-1;1234;1500;1000
```

## Memperbaiki
Perbaiki sel atau baris yang disebut, lalu periksa lagi.
Satu titik di depan tiga angka dapat berarti ribuan atau desimal: tulis `1234` atau `1,234`, mana yang dimaksud.
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
