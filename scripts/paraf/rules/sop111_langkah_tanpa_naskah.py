"""Setiap langkah SOP dibawa satu naskah, dengan syarat selesainya.

## Mengapa
Langkah yang tidak dibawa naskah mana pun tidak diperiksa siapa pun: ia dapat terlewat tanpa ada yang tahu.

## Buruk
```yaml
naskah:
  - id: berkas
    nama: Berkas
    mencakup: [berkas.md]
    langkah:
      - kode: C2
        syarat:
          - {jenis: ajukan, oleh: penerima, ke: pemeriksa}
          - {jenis: setujui, oleh: pemeriksa}
          - {jenis: gabung, oleh: penerima}
```

## Baik
```yaml
naskah:
  - id: berkas
    nama: Berkas
    mencakup: [berkas.md]
    langkah:
      - kode: C1
        syarat: [{jenis: susun, oleh: penerima}]
      - kode: C2
        syarat:
          - {jenis: ajukan, oleh: penerima, ke: pemeriksa}
          - {jenis: setujui, oleh: pemeriksa}
          - {jenis: gabung, oleh: penerima}
```

## Memperbaiki
Tambahkan langkah itu pada naskah yang tepat di `sop/naskah.yml`, dengan sedikitnya satu syarat.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.rules.base import Facts, Seen, SopRule, at
from paraf.sop.stages import stage_rows


def check(facts: Facts) -> Iterator[Seen]:
    """Report steps no paper carries, or that a paper carries without any condition."""
    if facts.repo.papers is None:
        return
    for row in stage_rows(facts.repo.sop, facts.repo.papers.value):
        if not row.conditions:
            carried = f"Naskah '{row.paper.id}' membawa langkah ini tanpa syarat." if row.paper else None
            yield Seen(
                route=at(row.step, "no"),
                subject=f"Langkah {row.step.code}",
                message=carried or "Tidak ada naskah yang membawa langkah ini.",
                repair="Tambahkan langkah ini beserta syaratnya di sop/naskah.yml.",
            )


RULE = SopRule(
    code="SOP111",
    name="Langkah tanpa naskah",
    severity=Severity.WAJIB,
    basis="Panduan ini: seluruh langkah SOP berjalan sebagai tahap naskah",
    check=check,
)
