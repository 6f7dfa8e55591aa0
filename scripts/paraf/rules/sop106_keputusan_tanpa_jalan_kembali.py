"""Setiap keputusan menyebut ke mana naskah kembali bila belum disetujui.

## Mengapa
Naskah yang dikembalikan tanpa tujuan akan tergeletak. Bila SOP tidak menulis jalan kembali, tafsir kami yang dipakai, dan
kantor perlu menegaskannya.

## Buruk
```yaml
langkah:
  - no: "1."
    kegiatan: Memeriksa konsep
    kelengkapan: Konsep
    waktu: 5 menit
    output: Konsep disetujui
    gambar: {pelaksana: [pemeriksa], simbol: [{bentuk: belah-ketupat}]}
```

## Baik
```yaml
langkah:
  - no: "1."
    kegiatan: Menulis konsep
    kelengkapan: Berkas
    waktu: 5 menit
    output: Konsep
    gambar: {pelaksana: [penerima], simbol: [{bentuk: kapsul}]}
  - no: "2."
    kegiatan: Memeriksa konsep
    kelengkapan: Konsep
    waktu: 5 menit
    output: Konsep disetujui
    gambar:
      pelaksana: [pemeriksa]
      simbol: [{bentuk: belah-ketupat}]
      lanjut: [{ke: C1, bila: tidak}]
```

## Memperbaiki
Bila lembar SOP menggambar anak panah Tidak, salin ke `gambar.lanjut`. Bila tidak, tulis `tafsir.kembali` beserta alasannya.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.rules.base import Facts, Seen, SopRule, at
from paraf.sop.model import Origin


def check(facts: Facts) -> Iterator[Seen]:
    """A decision needs a return; a return that is only our reading is noted for the office to confirm."""
    for step in facts.repo.sop.steps.values():
        back = step.on_refusal
        if step.decides and back.value is None:
            yield Seen(
                route=at(step, "kegiatan"),
                subject=f"Langkah {step.code}",
                message="Langkah ini keputusan, tetapi tidak ada jalan kembali bila belum disetujui.",
                repair="Salin anak panah Tidak dari lembar SOP, atau tulis tafsir.kembali beserta alasannya.",
                severity=Severity.SEBAIKNYA,
            )
        elif back.origin is Origin.READ:
            yield Seen(
                route=at(step, "tafsir", "kembali"),
                subject=f"Langkah {step.code}",
                message=f"SOP tidak menulis jalan kembali; kami membaca: bila belum disetujui, kembali ke {back.value}.",
                repair="Tegaskan jalan kembalinya pada SOP.",
            )


RULE = SopRule(
    code="SOP106",
    name="Keputusan tanpa jalan kembali",
    severity=Severity.CATATAN,
    basis="PermenPAN-RB 35/2012: belah ketupat mempunyai jalan Ya dan Tidak",
    check=check,
)
