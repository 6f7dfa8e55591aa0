"""Setiap target sudah ditegaskan menurut perjanjian kinerja tahun ini.

## Mengapa
Tahun baru dibuka dengan target tahun lalu sebagai isian awal. Bila lupa disesuaikan, capaian dihitung terhadap target yang salah.

## Buruk
```yaml
# data/kinerja.yml
indikator: {ditegaskan: tidak}
```

## Baik
```yaml
# data/kinerja.yml
indikator: {ditegaskan: ya}
```

## Memperbaiki
Cocokkan target dengan perjanjian kinerja, lalu hapus baris `ditegaskan: tidak`.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.laporan.forms.performance import UNNUMBERED
from paraf.rules.report_base import Observed, ReportFacts, ReportRule


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report the targets that were only carried over, and an agreement whose number nobody has written yet."""
    performance = facts.report.performance
    if performance is None:
        return
    if performance.source.value.perjanjian.murni.nomor == UNNUMBERED:
        yield Observed(
            place=performance.source.place("perjanjian", "murni", "nomor"),
            subject="Perjanjian kinerja",
            message="Nomor dan tanggal perjanjian masih isian awal.",
            repair="Tulis nomor dan tanggal menurut perjanjian yang ditandatangani.",
        )
    for measure in performance.measures.values():
        if measure.form.ditegaskan == "tidak":
            yield Observed(
                place=performance.source.place(*measure.route, "ditegaskan"),
                subject=measure.id,
                message="Target ini isian awal dari tahun lalu dan belum ditegaskan.",
                repair="Cocokkan dengan perjanjian kinerja, lalu hapus baris “ditegaskan: tidak”.",
            )


RULE = ReportRule(
    code="DAT120",
    name="Target belum ditegaskan",
    severity=Severity.WAJIB,
    basis="target laporan sama dengan perjanjian kinerja",
    check=check,
)
