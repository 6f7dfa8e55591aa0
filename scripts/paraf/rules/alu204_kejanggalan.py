"""Sesudah naskah selesai, ada yang berubah pada halaman naskahnya, atau bukunya berbeda dari halaman itu.

## Mengapa
Naskah yang selesai tidak berubah lagi karenanya. Tetapi orang yang kelak membandingkan buku dengan halaman naskah akan bertanya,
dan jawabannya perlu dicari selagi orangnya masih ingat.

## Buruk
Persetujuan dibatalkan sesudah naskahnya disatukan.

```alur
1 buka penerima: surat.md=isi bukti/c1.yml=ada
1 ajukan penerima
1 setuju pemeriksa
1 dorong pemeriksa: bukti/c2.yml=ada
1 gabung pemeriksa
1 batalkan pemeriksa
```

## Baik
Sesudah disatukan tidak ada yang diubah.

```alur
1 buka penerima: surat.md=isi bukti/c1.yml=ada
1 ajukan penerima
1 setuju pemeriksa
1 dorong pemeriksa: bukti/c2.yml=ada
1 gabung pemeriksa
```

## Memperbaiki
Tanyakan sebabnya kepada yang bersangkutan. Bila isi yang disetujui memang keliru, perbaiki lewat naskah berikutnya.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.rules.course import place_of
from paraf.rules.report_base import Observed, ReportFacts, ReportRule


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report every oddity of the year; which paper it is about its sentence tells."""
    for said in facts.cycle.oddities if facts.cycle else ():
        yield Observed(
            place=place_of(facts),
            subject="Kejanggalan",
            message=said,
            repair="Tanyakan sebabnya kepada yang bersangkutan. Naskah yang sudah selesai tidak berubah karenanya.",
        )


RULE = ReportRule(
    code="ALU204",
    name="Kejanggalan sesudah selesai",
    severity=Severity.SEBAIKNYA,
    basis="riwayat persetujuan",
    check=check,
)
