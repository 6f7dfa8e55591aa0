"""Setiap pelaksana mempunyai kolom, dan setiap kolom mempunyai pelaksana.

## Mengapa
Kolom pelaksana adalah tempat simbol digambar. Pelaksana tanpa kolom tidak dapat digambar, dan kolom tanpa simbol
menandakan ada langkah yang belum disebut pelaksananya.

## Buruk
```yaml
kolom: [penerima, pemeriksa]
langkah:
  - no: "1."
    kegiatan: Menerima berkas
    kelengkapan: Berkas
    waktu: 5 menit
    output: Berkas diterima
    gambar: {pelaksana: [penerima], simbol: [{bentuk: kapsul}]}
  - no: "2."
    kegiatan: Memeriksa berkas
    kelengkapan: Berkas diterima
    waktu: 5 menit
    output: Berkas diperiksa
    gambar: {pelaksana: [pemeriksa, kepala], kerja: bersama, simbol: [{bentuk: kapsul}]}
```

## Baik
```yaml
kolom: [penerima, pemeriksa, kepala]
langkah:
  - no: "1."
    kegiatan: Menerima berkas
    kelengkapan: Berkas
    waktu: 5 menit
    output: Berkas diterima
    gambar: {pelaksana: [penerima], simbol: [{bentuk: kapsul}]}
  - no: "2."
    kegiatan: Memeriksa berkas
    kelengkapan: Berkas diterima
    waktu: 5 menit
    output: Berkas diperiksa
    gambar: {pelaksana: [pemeriksa, kepala], kerja: bersama, simbol: [{bentuk: kapsul}]}
```

## Memperbaiki
Tambahkan kolomnya di `kolom`, atau betulkan pelaksana langkahnya. Bila lembar SOP memang begitu, biarkan; catatan ini
memberi tahu kantor bahwa SOP-nya perlu dilengkapi.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.rules.base import Facts, Seen, SopRule, at
from paraf.sop.model import Section, Sop


def check(facts: Facts) -> Iterator[Seen]:
    """Look from the columns to the steps, from the steps to the columns, and from the roles to both."""
    sop = facts.repo.sop
    for section in sop.sections:
        yield from _columns(sop, section)
        for step in section.steps:
            acting = [*step.performers.value.roles, *(symbol.oleh for symbol in step.symbols.value if symbol.oleh)]
            deciding = [step.approval.value] if step.approval.value else []
            for role in dict.fromkeys([*acting, *deciding]):
                if role not in section.columns:
                    name = sop.role[role].sebutan
                    yield Seen(
                        route=at(step, "kegiatan"),
                        subject=f"Langkah {step.code}",
                        message=f"{name} diperlukan di langkah ini, tetapi bagian {section.code} tidak punya kolomnya.",
                        repair=f"Tambahkan kolom {name} pada SOP, atau tegaskan bahwa ia tidak ikut di langkah ini.",
                        severity=None if role in acting else Severity.CATATAN,
                    )
    used = {role for section in sop.sections for role in section.columns}
    for index, idle in enumerate(sop.roles):
        if idle.id not in used and not any(sop.steps_of(idle.id)):
            yield Seen(
                route=("pelaksana", index),
                subject=idle.sebutan,
                message="Pelaksana ini tidak mempunyai kolom maupun langkah.",
                repair="Hapus dari daftar pelaksana, atau tambahkan kolom dan langkahnya.",
            )


def _columns(sop: Sop, section: Section) -> Iterator[Seen]:
    for index, role in enumerate(section.columns):
        steps = (step for step in sop.steps_of(role) if step.section == section.code)
        symbols = (symbol.oleh for step in section.steps for symbol in step.symbols.value)
        if not any(steps) and role not in symbols:
            yield Seen(
                route=(*section.route, "kolom", index),
                subject=f"Bagian {section.code}",
                message=f"Kolom {sop.role[role].sebutan} tidak dipakai satu langkah pun.",
                repair="Sebut langkah yang dikerjakannya, atau hapus kolomnya.",
            )


RULE = SopRule(
    code="SOP102",
    name="Kolom pelaksana",
    severity=Severity.SEBAIKNYA,
    basis="PermenPAN-RB 35/2012: pelaksana dipisahkan dari kegiatan dan mempunyai kolom sendiri",
    check=check,
)
