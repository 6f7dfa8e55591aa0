"""Data tidak mendahului tanggalnya: triwulan yang belum berakhir belum terisi.

## Mengapa
Realisasi triwulan yang belum selesai adalah perkiraan. Di laporan ia terbaca sebagai hasil.

## Buruk
```yaml
# laporan.yml
keadaan: 2025-11-15
```

## Baik
```yaml
# laporan.yml
keadaan: 2026-01-12
```

## Memperbaiki
Perbarui `keadaan` di `laporan.yml`, atau kosongkan triwulan yang belum berakhir.
"""

from collections.abc import Iterator
from datetime import date

from paraf.finding import Severity
from paraf.laporan.performance import QUARTERS
from paraf.rules.report_base import Observed, ReportFacts, ReportRule
from paraf.sop.dates import write_date

_ENDS = ((3, 31), (6, 30), (9, 30), (12, 31))


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report a date in the future, and quarters that had not ended on it."""
    identity, performance = facts.report.identity, facts.report.performance
    if identity is None:
        return
    day = identity.value.keadaan
    if day > facts.today:
        yield Observed(
            place=identity.place("keadaan"),
            subject="keadaan data",
            message=f"Keadaan data {write_date(day)} belum terjadi; hari ini {write_date(facts.today)}.",
            repair="Tulis tanggal terakhir data ini benar-benar dicocokkan.",
        )
    for measure in performance.measures.values() if performance else ():
        for name, value, end in zip(QUARTERS, measure.quarters, _ENDS, strict=True):
            closed = date(facts.report.year, *end)
            if performance and value is not None and day < closed:
                yield Observed(
                    place=performance.source.place(*measure.route, "realisasi", name),
                    subject=measure.id,
                    message=f"{name.upper()} sudah terisi, padahal baru berakhir {write_date(closed)}.",
                    repair=f"Kosongkan, atau perbarui keadaan di laporan.yml (sekarang {write_date(day)}).",
                )


RULE = ReportRule(
    code="DAT117",
    name="Data mendahului tanggal",
    severity=Severity.WAJIB,
    basis="data sesuai tanggal keadaannya",
    check=check,
)
