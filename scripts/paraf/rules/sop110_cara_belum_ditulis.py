"""Setiap langkah mempunyai cara: tiga sampai enam kalimat untuk orang yang baru pertama kali mengerjakannya.

## Mengapa
SOP menyebut apa yang dikerjakan, jarang bagaimana. Pegawai baru membuka halaman langkah untuk tahu apa yang harus ia
lakukan sekarang.

## Buruk
```yaml
langkah:
  - {no: "1.", kegiatan: Menerima berkas, kelengkapan: Berkas, waktu: 5 menit, output: Berkas diterima}
```

## Baik
```yaml
langkah:
  - no: "1."
    kegiatan: Menerima berkas
    kelengkapan: Berkas
    waktu: 5 menit
    output: Berkas diterima
    cara:
      - Terima berkas di loket.
      - Periksa apakah berkasnya lengkap.
      - Beri tanda terima kepada pengantarnya.
```

## Memperbaiki
Tulis apa yang benar-benar dilakukan pelaksana, satu tindakan satu kalimat, dengan kata kantor.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.rules.base import Facts, Seen, SopRule, at

SHORTEST, LONGEST = 3, 6


def check(facts: Facts) -> Iterator[Seen]:
    """Report steps whose explanation is missing, too short to help or too long to read on a phone."""
    for step in facts.repo.sop.steps.values():
        count = len(step.cara)
        if not SHORTEST <= count <= LONGEST:
            yield Seen(
                route=at(step, "cara") if count else at(step, "no"),
                subject=f"Langkah {step.code}",
                message=_message(count),
                repair=f"Tulis {SHORTEST} sampai {LONGEST} kalimat di 'cara', satu tindakan satu kalimat.",
            )


def _message(count: int) -> str:
    if count == 0:
        return "Caranya belum ditulis."
    only = "baru " if count < SHORTEST else ""
    return f"Caranya {only}terdiri atas {count} kalimat; yang diharapkan {SHORTEST} sampai {LONGEST} kalimat."


RULE = SopRule(
    code="SOP110",
    name="Cara belum ditulis",
    severity=Severity.CATATAN,
    basis="Panduan ini: setiap langkah dijelaskan kepada orang yang baru pertama kali mengerjakannya",
    check=check,
)
