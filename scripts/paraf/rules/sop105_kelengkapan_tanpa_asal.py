"""Kelengkapan setiap langkah berasal dari output langkah sebelumnya atau dari peralatan.

## Mengapa
Kertas yang dibutuhkan tetapi tidak dihasilkan langkah mana pun harus dicari sendiri oleh pelaksananya. Sering kali itu
tanda bahwa satu kertas disebut dengan dua nama.

## Buruk
```yaml
langkah:
  - {no: "1.", kegiatan: Memeriksa berkas, kelengkapan: Surat kuasa, waktu: 5 menit, output: Hasil pemeriksaan}
```

## Baik
```yaml
langkah:
  - {no: "1.", kegiatan: Menerima berkas, kelengkapan: Berkas, waktu: 5 menit, output: Berkas diterima}
  - {no: "2.", kegiatan: Menyimpan berkas, kelengkapan: Berkas diterima, waktu: 5 menit, output: Berkas tersimpan}
```

## Memperbaiki
Samakan sebutannya dengan output yang dimaksud, tambahkan ke peralatan bila datang dari luar, atau biarkan bila lembar SOP
memang menyebutnya begitu.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.rules.base import Facts, Seen, SopRule, at
from paraf.rules.words import content, items
from paraf.sop.model import Sop


def check(facts: Facts) -> Iterator[Seen]:
    """Report each paper once, at the first step that needs it without anything before having provided it."""
    sop = facts.repo.sop
    tools = sop.identity.peralatan
    provided = [content(item) for item in (*tools.butir, *items(tools.paragraf))]
    reported: set[frozenset[str]] = set()
    for step in sop.steps.values():
        for item in items(step.kelengkapan):
            words = content(item)
            if words and words not in reported and not any(words <= have for have in provided):
                reported.add(words)
                yield Seen(
                    route=at(step, "kelengkapan"),
                    subject=f"Langkah {step.code}",
                    message=f"“{item}” tidak dihasilkan langkah sebelumnya dan tidak ada di {_tools(sop)}.",
                    repair="Sebut dari mana datangnya, atau samakan sebutannya dengan output yang dimaksud.",
                )
        provided.append(content(step.output or ""))


def _tools(sop: Sop) -> str:
    return sop.identity.peralatan.judul


RULE = SopRule(
    code="SOP105",
    name="Kelengkapan tanpa asal",
    severity=Severity.CATATAN,
    basis="PermenPAN-RB 35/2012: kelengkapan dan output adalah mutu baku yang bersambung",
    check=check,
)
