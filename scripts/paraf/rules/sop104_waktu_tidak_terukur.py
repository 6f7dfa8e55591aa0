"""Waktu setiap langkah dapat diukur: angka dan satuan.

## Mengapa
Jadwal dihitung dari kolom Waktu. Sel yang kosong, bertanda hubung, atau berisi kata ("Segera") tidak dapat dijadwalkan dan
tidak dapat dinilai terlambat atau tidak.

## Buruk
```yaml
langkah:
  - {no: "1.", kegiatan: Menerima berkas, kelengkapan: Berkas, waktu: Segera, output: Berkas diterima}
```

## Baik
```yaml
langkah:
  - {no: "1.", kegiatan: Menerima berkas, kelengkapan: Berkas, waktu: 5 - 10 menit, output: Berkas diterima}
```

## Memperbaiki
Salin apa adanya dari lembar SOP. Bila lembarnya memang kosong, usulkan waktu yang terukur saat SOP direvisi.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.rules.base import Facts, Seen, SopRule, at
from paraf.sop.duration import Unmeasured


def check(facts: Facts) -> Iterator[Seen]:
    """Report the time cells that could not be measured, with the reason."""
    for step in facts.repo.sop.steps.values():
        if isinstance(step.waktu, Unmeasured):
            shown = f" (“{step.waktu.text}”)" if step.waktu.text else ""
            yield Seen(
                route=at(step, "waktu"),
                subject=f"Langkah {step.code}",
                message=f"Waktunya tidak terukur: {step.waktu.reason}{shown}.",
                repair="Cocokkan dengan lembar SOP; bila memang begitu, usulkan waktu yang terukur saat SOP direvisi.",
            )


RULE = SopRule(
    code="SOP104",
    name="Waktu tidak terukur",
    severity=Severity.CATATAN,
    basis="PermenPAN-RB 35/2012: waktu adalah bagian mutu baku",
    check=check,
)
