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
from paraf.rules.base import Facts, Seen, SopRule
from paraf.sop.forms.sop import Remark


def check(facts: Facts) -> Iterator[Seen]:
    """Pass on the remarks kept in the SOP file, each with how sure it is."""
    sop = facts.repo.sop
    for index, remark in enumerate(sop.remarks):
        unsure = remark.keyakinan == "belum diverifikasi"
        yield Seen(
            route=("catatan", index),
            subject=f"Langkah {remark.langkah}" if remark.langkah else "SOP",
            message=f"Belum diverifikasi: {remark.isi}" if unsure else remark.isi,
            repair=_verify(sop.file) if unsure else _decide(remark, sop.file),
        )


def _verify(file: str) -> str:
    return f"Baca dahulu sumbernya. Bila benar, ubah keyakinannya menjadi 'terbaca'; bila keliru, hapus dari {file}."


def _decide(remark: Remark, file: str) -> str:
    about = f"langkah {remark.langkah}" if remark.langkah else "lembarnya"
    return (
        f"Tanyakan kepada pejabat yang mengesahkan SOP apakah {about} perlu diubah, lalu hapus catatan ini dari {file}."
    )


RULE = SopRule(
    code="SOP115",
    name="Catatan penyalin",
    severity=Severity.CATATAN,
    basis="Panduan ini: yang tertulis dan yang dibaca dipisahkan, kekurangan dilaporkan",
    check=check,
)
