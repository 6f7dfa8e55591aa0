"""Capaian dan serapan di tabel yang ditulis sendiri sama dengan hasil rumusnya.

## Mengapa
Persentase yang tidak sesuai target dan realisasi di sebelahnya adalah kesalahan yang paling sering ada di laporan terbit.

## Buruk
```markdown
| Indikator | Target | Realisasi | Capaian |
|---|---|---|---|
| Persentase layanan yang memenuhi standar | 82 | 84,05 | 105,20 |
```

## Baik
```markdown
| Indikator | Target | Realisasi | Capaian |
|---|---|---|---|
| Persentase layanan yang memenuhi standar | 82 | 84,05 | 102,50 |
```

## Memperbaiki
Perbaiki angkanya, atau ganti tabelnya dengan `{{ tabel_capaian("…") }}` supaya dihitung dari data.
Yang dibandingkan hanya angka yang tercetak: pembulatan pada angka terakhir bukan kesalahan.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.laporan.numbers import write_number
from paraf.rules.reckoning import Verdict, reckoned
from paraf.rules.report_base import Observed, ReportFacts, ReportRule


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report the percentages that follow from no formula."""
    for doubt, expected in reckoned(facts.doubts, Verdict.FORMULA):
        right = write_number(expected, 2)
        yield Observed(
            place=doubt.cell.place,
            subject=doubt.subject,
            message=f"Tertulis {doubt.cell.text}, sedangkan rumusnya memberi {right} ({doubt.formula}).",
            repair=f"Tulis {right}, atau perbaiki angka di sebelahnya bila itu yang salah.",
        )


RULE = ReportRule(
    code="DAT102",
    name="Capaian berbeda dari rumus",
    severity=Severity.WAJIB,
    basis="capaian dihitung dari target dan realisasi",
    check=check,
)
