"""Keadaan naskah tidak dapat diperiksa, karena keterangannya tidak lengkap atau saling bertentangan.

## Mengapa
Tanpa keterangan yang lengkap, tidak ada yang tahu apakah naskahnya benar disetujui. Yang tidak dapat diperiksa tidak dianggap
selesai.

## Buruk
Daftar tinjauan tidak terbaca seluruhnya.

```alur
1 buka penerima: surat.md=isi bukti/c1.yml=ada
1 tak-terbaca: daftar tinjauan
```

## Baik
Semuanya terbaca.

```alur
1 buka penerima: surat.md=isi bukti/c1.yml=ada
```

## Memperbaiki
Petugas TI mengambil lagi faktanya, lalu memeriksa sekali lagi. Bila sebabnya disebut, misalnya buku yang tidak utuh, perbaiki
dulu sebab itu.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.rules.course import place_of, pull_seen, pulls_with, step_seen, steps_in
from paraf.rules.report_base import Observed, ReportFacts, ReportRule


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report what puts the whole year in doubt, pull requests of which nothing can be said, uncertain acts on the others."""
    for said in facts.cycle.doubts if facts.cycle else ():
        yield Observed(
            place=place_of(facts),
            subject=f"Alur tahun {facts.report.year}",
            message=said,
            repair="Petugas TI memeriksa sebabnya. Sebelum itu tidak ada naskah yang dapat dilanjutkan.",
        )
    unknown = {one.pull: one for one in pulls_with(facts, "tidak dapat diperiksa")}
    yield from (pull_seen(facts, one) for one in unknown.values())
    uncertain = steps_in(facts, "tidak dapat diperiksa")
    yield from (step_seen(facts, step) for step in uncertain if step.pull and step.pull not in unknown)


RULE = ReportRule(
    code="ALU205",
    name="Tidak dapat diperiksa",
    severity=Severity.WAJIB,
    basis="hanya yang terbukti yang dihitung",
    check=check,
)
