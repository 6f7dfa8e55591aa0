"""Ya dan Tidak hanya tertulis pada anak panah yang keluar dari belah ketupat, dan selalu tertulis di sana.

## Mengapa
Label pada kotak tidak menjawab pertanyaan apa pun, dan belah ketupat tanpa label tidak memberi tahu cabang mana yang harus
diikuti.

## Buruk
```yaml
langkah:
  - no: "1."
    kegiatan: Menerima berkas
    kelengkapan: Berkas
    waktu: 5 menit
    output: Berkas diterima
    gambar: {pelaksana: [penerima], simbol: [{bentuk: kotak}], lanjut: [{ke: C2, bila: ya}]}
  - {no: "2.", kegiatan: Menyimpan berkas, kelengkapan: Berkas diterima, waktu: 5 menit, output: Berkas tersimpan}
```

## Baik
```yaml
langkah:
  - no: "1."
    kegiatan: Menerima berkas
    kelengkapan: Berkas
    waktu: 5 menit
    output: Berkas diterima
    gambar: {pelaksana: [penerima], simbol: [{bentuk: kotak}], lanjut: [{ke: C2}]}
  - {no: "2.", kegiatan: Menyimpan berkas, kelengkapan: Berkas diterima, waktu: 5 menit, output: Berkas tersimpan}
```

## Memperbaiki
Cocokkan dengan lembar SOP. Bila lembarnya memang begitu, biarkan; catatan ini memberi tahu kantor.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.rules.base import Facts, Seen, SopRule, at
from paraf.sop.model import Edge, Origin, Step


def check(facts: Facts) -> Iterator[Seen]:
    """Look at every printed arrow and the symbol it leaves."""
    for step in facts.repo.sop.steps.values():
        for index, edge in enumerate(step.edges):
            complaint = _complaint(step, edge)
            if complaint and edge.origin is Origin.PRINTED:
                yield Seen(
                    route=(*at(step, "gambar", "lanjut"), index),
                    subject=f"Langkah {step.code}",
                    message=complaint,
                    repair="Cocokkan anak panah ini dengan lembar SOP.",
                )


def _complaint(step: Step, edge: Edge) -> str | None:
    shapes = [symbol.bentuk for symbol in step.symbols.value]
    from_decision = shapes[edge.source_symbol - 1 : edge.source_symbol] == ["belah-ketupat"]
    if edge.label and not from_decision:
        return f"Anak panah ke {edge.target} berlabel {edge.label}, padahal tidak keluar dari keputusan."
    if from_decision and not edge.label:
        return f"Anak panah dari keputusan ke {edge.target} tidak berlabel Ya atau Tidak."
    return None


RULE = SopRule(
    code="SOP113",
    name="Label anak panah",
    severity=Severity.SEBAIKNYA,
    basis="PermenPAN-RB 35/2012: cabang keputusan diberi label",
    check=check,
)
