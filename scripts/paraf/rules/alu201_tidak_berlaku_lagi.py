"""Penyerahan atau persetujuan gugur (tidak berlaku lagi) karena isi naskah berubah sesudahnya.

## Mengapa
Yang disetujui adalah isi naskah pada saat itu. Bila isinya berubah, naskah perlu diserahkan dan disetujui lagi. Bila isinya
kembali persis seperti semula, penyerahan dan persetujuannya berlaku lagi.

## Buruk
Naskah disetujui, lalu isinya diubah.

```alur
1 buka penerima: surat.md=pertama bukti/c1.yml=ada
1 ajukan penerima
1 setuju pemeriksa
1 dorong penerima: surat.md=kedua
```

## Baik
Sesudah diubah, naskah diserahkan dan disetujui lagi.

```alur
1 buka penerima: surat.md=pertama bukti/c1.yml=ada
1 ajukan penerima
1 setuju pemeriksa
1 dorong penerima: surat.md=kedua
1 ajukan penerima
1 setuju pemeriksa
```

## Memperbaiki
Ikuti tindakan yang disebut. Selesaikan dulu semua perubahan isi, baru serahkan naskahnya lagi, supaya tidak gugur dua kali.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.rules.course import step_seen, steps_in
from paraf.rules.report_base import Observed, ReportFacts, ReportRule


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report the steps of which a hand-over or an approval lapsed."""
    return (step_seen(facts, step) for step in steps_in(facts, "gugur"))


RULE = ReportRule(
    code="ALU201",
    name="Tidak berlaku lagi",
    severity=Severity.CATATAN,
    basis="persetujuan mengikat isi naskah",
    check=check,
)
