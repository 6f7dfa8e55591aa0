"""Setiap indikator dibandingkan dengan sedikitnya dua tahun sebelumnya, termasuk tahun lalu.

## Mengapa
Kenaikan dari satu tahun saja belum menunjukkan arah. Penilai mencari tahun lalu dan beberapa tahun sebelumnya.

## Buruk
```yaml
# data/kinerja.yml
indikator:
  riwayat:
    - {tahun: 2024, target: "78", realisasi: "79,1"}
```

## Baik
```yaml
# data/kinerja.yml
indikator:
  riwayat:
    - {tahun: 2023, target: "75", realisasi: "74,2"}
    - {tahun: 2024, target: "78", realisasi: "79,1"}
```

## Memperbaiki
Isi `riwayat` dari laporan tahun-tahun sebelumnya. Bila indikatornya baru, katakan di bab sasarannya dan kecualikan
catatan ini di `data/pengecualian.yml` dengan alasannya.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.rules.report_base import Observed, ReportFacts, ReportRule

_LEAST = 2


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report the indicators with fewer than two earlier years, or without the last one."""
    performance, last = facts.report.performance, facts.report.year - 1
    for measure in performance.measures.values() if performance else ():
        years = len(measure.earlier)
        if years < _LEAST:
            message = f"Indikator ini mempunyai angka {years} tahun sebelumnya, padahal paling sedikit {_LEAST}."
        elif last not in measure.earlier:
            message = f"Indikator ini belum mempunyai angka tahun {last}, padahal dibandingkan dengan tahun lalu."
        else:
            continue
        assert performance
        yield Observed(
            place=performance.source.place(*measure.route, "riwayat"),
            subject=measure.id,
            message=message,
            repair="Isi riwayat dari laporan tahun-tahun itu. Bila indikatornya baru, kecualikan dengan alasannya.",
        )


RULE = ReportRule(
    code="LKP106",
    name="Riwayat indikator terlalu pendek",
    severity=Severity.SEBAIKNYA,
    basis="analisis kedua: dibandingkan dengan tahun lalu dan beberapa tahun sebelumnya",
    check=check,
)
