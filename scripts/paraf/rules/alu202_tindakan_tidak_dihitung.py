"""Tindakan pada naskah tidak dihitung karena tidak menurut aturan, atau sebuah PR tidak dapat diterima.

## Mengapa
Naskah tampak sudah berjalan, padahal belum. Bila tidak diketahui, orang saling menunggu.

## Buruk
Naskah disetujui 77 detik sesudah isinya berubah, terlalu cepat untuk dibaca.

```alur
1 buka penerima: surat.md=isi bukti/c1.yml=ada
+60dtk 1 ajukan penerima
+17dtk 1 setuju pemeriksa
```

## Baik
Naskah dibaca dulu.

```alur
1 buka penerima: surat.md=isi bukti/c1.yml=ada
+60dtk 1 ajukan penerima
+20mnt 1 setuju pemeriksa
```

## Memperbaiki
Ikuti tindakan yang disebut: di situ tertulis siapa yang perlu bertindak.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.rules.course import pull_seen, pulls_with, step_seen, steps_in
from paraf.rules.report_base import Observed, ReportFacts, ReportRule


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report refused pull requests, and refused acts on the others."""
    refused = {one.pull: one for one in pulls_with(facts, "ditolak")}
    yield from (pull_seen(facts, one) for one in refused.values())
    yield from (step_seen(facts, step) for step in steps_in(facts, "ditolak") if step.pull not in refused)


RULE = ReportRule(
    code="ALU202",
    name="Tindakan tidak dihitung",
    severity=Severity.SEBAIKNYA,
    basis="syarat setiap langkah SOP",
    check=check,
)
