"""Kegiatan ditulis mulai dari kata kerja, tanpa menyebut pelaksananya.

## Mengapa
Pelaksana sudah mempunyai kolom. Menyebutnya lagi di awal kalimat membuat dua sumber yang dapat saling bertentangan.

## Buruk
```yaml
langkah:
  - {no: "1.", kegiatan: Penerima menerima berkas, kelengkapan: Berkas, waktu: 5 menit, output: Berkas diterima}
```

## Baik
```yaml
langkah:
  - {no: "1.", kegiatan: Menerima berkas, kelengkapan: Berkas, waktu: 5 menit, output: Berkas diterima}
```

## Memperbaiki
Biarkan salinannya apa adanya. Saat SOP direvisi, hapus pelaksana dari kalimat dan gambar simbolnya di kolom pelaksana.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.rules.base import Facts, Seen, SopRule, at
from paraf.rules.words import opening_name


def check(facts: Facts) -> Iterator[Seen]:
    """Report the sentences that open with any performer's name."""
    sop = facts.repo.sop
    for step in sop.steps.values():
        for role in sop.roles:
            if name := opening_name(role, step.kegiatan):
                yield Seen(
                    route=at(step, "kegiatan"),
                    subject=f"Langkah {step.code}",
                    message=f"Kegiatannya diawali pelaksana (“{name}”).",
                    repair="Saat SOP direvisi, mulai kalimatnya dengan kata kerja.",
                )
                break


RULE = SopRule(
    code="SOP109",
    name="Kegiatan diawali pelaksana",
    severity=Severity.CATATAN,
    basis="PermenPAN-RB 35/2012: kegiatan ditulis aktif tanpa subjek, karena pelaksana dipisahkan dari kegiatan",
    check=check,
)
