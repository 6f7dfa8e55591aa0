"""Hal yang dilihat penyalin SOP dan tidak dapat ditemukan oleh pemeriksaan lain.

## Mengapa
Sebagian kekurangan hanya tampak oleh orang yang membaca seluruh SOP. Catatan itu ikut tampil supaya kantor dapat
memutuskannya, dan tidak hilang di kepala penyalinnya.

## Buruk
```yaml
catatan:
  - {isi: Output langkah pertama tampaknya salah salin., keyakinan: terbaca}
```

## Baik
```yaml
catatan: []
```

## Memperbaiki
Putuskan bersama pejabat yang mengesahkan SOP. Bila sudah selesai, hapus catatannya dari berkas SOP.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.rules.base import Facts, Rule, Seen


def check(facts: Facts) -> Iterator[Seen]:
    """Pass on the remarks kept in the SOP file, each with how sure it is."""
    for index, remark in enumerate(facts.repo.sop.remarks):
        unsure = " (belum diverifikasi)" if remark.keyakinan == "belum diverifikasi" else ""
        yield Seen(
            route=("catatan", index),
            subject=f"Langkah {remark.langkah}" if remark.langkah else "SOP",
            message=remark.isi + unsure,
            repair="Putuskan saat SOP direvisi, lalu hapus catatan ini.",
        )


RULE = Rule(
    code="SOP115",
    name="Catatan penyalin",
    severity=Severity.CATATAN,
    basis="Panduan ini: yang tertulis dan yang dibaca dipisahkan, kekurangan dilaporkan",
    check=check,
)
