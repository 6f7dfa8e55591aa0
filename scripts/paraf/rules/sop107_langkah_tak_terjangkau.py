"""Setiap langkah dapat dicapai dari langkah pertama bagiannya.

## Mengapa
Langkah yang tidak dituju anak panah mana pun tidak akan pernah dikerjakan bila SOP diikuti apa adanya.

## Buruk
```yaml
langkah:
  - no: "1."
    kegiatan: Menerima berkas
    kelengkapan: Berkas
    waktu: 5 menit
    output: Berkas diterima
    gambar: {pelaksana: [penerima], simbol: [{bentuk: kapsul}], lanjut: [{ke: C3}]}
  - {no: "2.", kegiatan: Memeriksa berkas, kelengkapan: Berkas diterima, waktu: 5 menit, output: Berkas diperiksa}
  - {no: "3.", kegiatan: Menyimpan berkas, kelengkapan: Berkas diterima, waktu: 5 menit, output: Berkas tersimpan}
```

## Baik
```yaml
langkah:
  - {no: "1.", kegiatan: Menerima berkas, kelengkapan: Berkas, waktu: 5 menit, output: Berkas diterima}
  - {no: "2.", kegiatan: Memeriksa berkas, kelengkapan: Berkas diterima, waktu: 5 menit, output: Berkas diperiksa}
```

## Memperbaiki
Cocokkan anak panahnya dengan lembar SOP: biasanya satu cabang terlewat disalin.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.rules.base import Facts, Seen, SopRule, at


def check(facts: Facts) -> Iterator[Seen]:
    """Walk the arrows from the first row of every section."""
    sop = facts.repo.sop
    waiting = [section.steps[0].code for section in sop.sections]
    reached = set(waiting)
    while waiting:
        for edge in sop.steps[waiting.pop()].edges:
            if edge.target not in reached:
                reached.add(edge.target)
                waiting.append(edge.target)
    for step in sop.steps.values():
        if step.code not in reached:
            yield Seen(
                route=at(step, "no"),
                subject=f"Langkah {step.code}",
                message="Tidak ada anak panah yang sampai ke langkah ini.",
                repair="Cocokkan anak panahnya dengan lembar SOP; biasanya satu cabang terlewat disalin.",
            )


RULE = SopRule(
    code="SOP107",
    name="Langkah tak terjangkau",
    severity=Severity.SEBAIKNYA,
    basis="PermenPAN-RB 35/2012: anak panah menunjukkan arah proses kegiatan",
    check=check,
)
