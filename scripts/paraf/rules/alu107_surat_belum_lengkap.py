"""Surat yang diajukan lengkap bagiannya, dan nomor serta tanggalnya belum ditulis.

## Mengapa
Nomor dan tanggal baru ada sesudah ditandatangani.
Menuliskannya di surat mengubah isi yang sudah disetujui, jadi keduanya dicatat di bukti.

## Buruk
```markdown
# Surat

| | |
|:--|:--|
| Kepada | Kepala Bidang |
| Dari | Kepala Dinas |

Mohon laporannya dikirim.
```

## Baik
```markdown
# Surat

| | |
|:--|:--|
| Kepada | Kepala Bidang |
| Dari | Kepala Dinas |
| Hal | Permintaan laporan |

Bersama ini dikirimkan berkas berikut untuk dibaca.

| Jenis | Banyaknya |
|:--|:--|
| Laporan | satu berkas |

Demikian untuk dilaksanakan.
```

## Memperbaiki
Lengkapi bagian yang disebut. Bagian yang diperlukan setiap surat ditulis pada `surat` di `sop/bukti.yml`.
"""

from collections.abc import Iterator

from paraf.finding import Place, Severity
from paraf.laporan.letters import letter_lacks
from paraf.rules.report_base import Observed, ReportFacts, ReportRule


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report what each letter that is there lacks; whether it must be there is for its paper to say."""
    letters = facts.repo.evidence.value.surat if facts.repo.evidence else ()
    for letter in letters:
        text = facts.report.texts.get(letter.berkas)
        for lack in letter_lacks(letter, text) if text is not None else ():
            yield Observed(
                place=Place(f"{facts.report.folder}/{letter.berkas}", lack.line, 1),
                subject=letter.berkas,
                message=lack.message,
                repair=lack.repair,
            )


RULE = ReportRule(
    code="ALU107",
    name="Surat belum lengkap",
    severity=Severity.WAJIB,
    basis="bagian surat (sop/bukti.yml)",
    check=check,
)
