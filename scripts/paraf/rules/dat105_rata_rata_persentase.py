"""Persentase pada baris jumlah dihitung dari jumlahnya, bukan dari rata-rata persentase.

## Mengapa
Rata-rata persentase menyamakan kegiatan kecil dengan yang besar, sehingga serapan seluruhnya menjadi keliru.

## Buruk
```markdown
| Program | Pagu perubahan | Realisasi | Serapan |
|---|---|---|---|
| Program Besar | 900.000.000 | 450.000.000 | 50,00 |
| Program Kecil | 100.000.000 | 100.000.000 | 100,00 |
| Jumlah | 1.000.000.000 | 550.000.000 | 75,00 |
```

## Baik
```markdown
| Program | Pagu perubahan | Realisasi | Serapan |
|---|---|---|---|
| Program Besar | 900.000.000 | 450.000.000 | 50,00 |
| Program Kecil | 100.000.000 | 100.000.000 | 100,00 |
| Jumlah | 1.000.000.000 | 550.000.000 | 55,00 |
```

## Memperbaiki
Bagi jumlah realisasi dengan jumlah pagu, atau pakai `{{ tabel_anggaran() }}`.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.laporan.numbers import write_number
from paraf.rules.reckoning import Verdict, reckoned
from paraf.rules.report_base import Observed, ReportFacts, ReportRule


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report the means of percentages in rows of totals."""
    for doubt, expected in reckoned(facts.doubts, Verdict.AVERAGE):
        right = write_number(expected, 2)
        yield Observed(
            place=doubt.cell.place,
            subject=doubt.subject,
            message=f"Persentase {doubt.cell.text} adalah rata-rata persentase di atasnya; seharusnya {right} "
            f"({doubt.formula}).",
            repair=f"Tulis {right}.",
        )


RULE = ReportRule(
    code="DAT105",
    name="Jumlah memakai rata-rata persentase",
    severity=Severity.WAJIB,
    basis="serapan adalah perbandingan jumlah",
    check=check,
)
