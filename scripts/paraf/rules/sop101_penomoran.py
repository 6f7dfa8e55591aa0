"""Nomor langkah berurutan mulai dari satu di setiap bagian.

## Mengapa
Langkah disebut dengan nomornya di surat, di telepon, dan di alamat halaman. Nomor yang melompat membuat orang mengira ada
langkah yang hilang.

## Buruk
```yaml
langkah:
  - {no: "1.", kegiatan: Menerima berkas, kelengkapan: Berkas, waktu: 5 menit, output: Berkas diterima}
  - {no: "3.", kegiatan: Menyimpan berkas, kelengkapan: Berkas diterima, waktu: 5 menit, output: Berkas tersimpan}
```

## Baik
```yaml
langkah:
  - {no: "1.", kegiatan: Menerima berkas, kelengkapan: Berkas, waktu: 5 menit, output: Berkas diterima}
  - {no: "2.", kegiatan: Menyimpan berkas, kelengkapan: Berkas diterima, waktu: 5 menit, output: Berkas tersimpan}
```

## Memperbaiki
Cocokkan dengan lembar SOP. Bila ada langkah yang terlewat disalin, tambahkan; bila lembarnya memang melompat, biarkan
nomornya dan catat di `catatan`.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.rules.base import Facts, Seen, SopRule, at


def check(facts: Facts) -> Iterator[Seen]:
    """Compare every number with its predecessor's."""
    for section in facts.repo.sop.sections:
        expected = 1
        for step in section.steps:
            if step.number != expected:
                yield Seen(
                    route=at(step, "no"),
                    subject=f"Langkah {step.code}",
                    message=f"Nomornya {step.number}, padahal urutannya {expected}.",
                    repair="Cocokkan dengan lembar SOP, lalu tambahkan langkah yang terlewat atau betulkan nomornya.",
                )
            expected = step.number + 1


RULE = SopRule(
    code="SOP101",
    name="Penomoran langkah",
    severity=Severity.SEBAIKNYA,
    basis="PermenPAN-RB 35/2012: setiap kegiatan diberi nomor urut",
    check=check,
)
