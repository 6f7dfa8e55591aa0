"""Kolom Output berisi hasil, bukan lama waktu.

## Mengapa
Pada banyak SOP, isi kolom Waktu tersalin ke kolom Output. Akibatnya tidak seorang pun tahu apa yang harus dihasilkan.

## Buruk
```yaml
langkah:
  - {no: "1.", kegiatan: Menerima berkas, kelengkapan: Berkas, waktu: 5 menit, output: 5 menit}
```

## Baik
```yaml
langkah:
  - {no: "1.", kegiatan: Menerima berkas, kelengkapan: Berkas, waktu: 5 menit, output: Berkas diterima}
```

## Memperbaiki
Lihat lembar SOP: tulis kertas atau keadaan yang dihasilkan langkah itu.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.rules.base import Facts, Seen, SopRule, at
from paraf.sop.duration import Measured, read_duration


def check(facts: Facts) -> Iterator[Seen]:
    """Report outputs that read as a length of time."""
    for step in facts.repo.sop.steps.values():
        if isinstance(read_duration(step.output), Measured):
            yield Seen(
                route=at(step, "output"),
                subject=f"Langkah {step.code}",
                message=f"Output “{step.output}” terbaca sebagai lama waktu.",
                repair="Tulis kertas atau keadaan yang dihasilkan langkah ini.",
            )


RULE = SopRule(
    code="SOP108",
    name="Output seperti waktu",
    severity=Severity.SEBAIKNYA,
    basis="PermenPAN-RB 35/2012: output adalah hasil kegiatan",
    check=check,
)
