"""Nomor Induk Kependudukan tidak ditulis di berkas laporan.

## Mengapa
NIK adalah data pribadi. Sekali terkirim, ia tersimpan di riwayat repositori dan dapat terbit bersama laporan.

## Buruk
```markdown
Penerima bantuan pertama ber-NIK 3503124506900001.
```

## Baik
```markdown
Penerima bantuan 120 orang, dibayar dari kegiatan 2.16.02.2.01.0005.
```

## Memperbaiki
Hapus NIK-nya; sebut jumlah orang atau jabatannya. Bila berkasnya sudah terkirim, beri tahu petugas TI: riwayatnya perlu
dibersihkan juga.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.rules.personal import in_report, niks, personal
from paraf.rules.report_base import Observed, ReportFacts, ReportRule


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report every identity number in any text of the year."""
    for place, one in in_report(facts.report, niks):
        yield personal(
            place,
            one,
            message="Ini tampak seperti Nomor Induk Kependudukan, yaitu data pribadi.",
            repair="Hapus nomornya; sebut jumlah orang atau jabatannya. Bila sudah terkirim, beri tahu petugas TI.",
        )


RULE = ReportRule(
    code="PRI101",
    name="Nomor Induk Kependudukan",
    severity=Severity.WAJIB,
    basis="UU 27/2022 tentang Pelindungan Data Pribadi",
    check=check,
)
