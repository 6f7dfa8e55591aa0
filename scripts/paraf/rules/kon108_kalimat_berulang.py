"""Satu kalimat atau paragraf hanya ditulis sekali.

## Mengapa
Kalimat yang terulang biasanya sisa salinan.
Pembaca mengira ada yang terlewat, dan perbaikan pada satu tempat tidak sampai ke tempat lainnya.

## Buruk
```markdown
Aplikasi yang tertunda diselesaikan pada triwulan pertama tahun berikutnya oleh petugas layanan bersama bidang jaringan.

Aplikasi yang tertunda diselesaikan pada triwulan pertama tahun berikutnya oleh petugas layanan bersama bidang jaringan.
```

## Baik
```markdown
Aplikasi yang tertunda diselesaikan pada triwulan pertama tahun berikutnya oleh petugas layanan bersama bidang jaringan.

Jadwalnya disepakati bersama pada rapat evaluasi bulan Januari dan dipantau setiap bulan sesudahnya.
```

## Memperbaiki
Hapus yang kedua, atau rujuk bagian yang pertama. Bila keduanya perlu, tulis apa yang berbeda.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.rules.report_base import Observed, ReportFacts, ReportRule
from paraf.rules.twins import twins_of


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report the passages that stand elsewhere already."""
    for twin in twins_of(facts.whole.report.chapters):
        (chapter, line), (here, number) = twin.first, twin.second
        where = f"baris {line}" if chapter is here else f"{chapter.file.rpartition('/')[2]} baris {line}"
        alike = "sama dengan" if twin.exact else "hampir sama dengan"
        yield Observed(
            place=here.place(number),
            subject=f"“{twin.opening} …”",
            message=f"Bagian ini {alike} {where}.",
            repair="Hapus salah satunya, atau tulis apa yang berbeda.",
        )


RULE = ReportRule(
    code="KON108",
    name="Kalimat berulang",
    severity=Severity.SEBAIKNYA,
    basis="laporan ditulis untuk dibaca sekali",
    check=check,
)
