"""Satu besaran tidak disebut dengan dua angka yang berselisih seribu atau sejuta kali.

## Mengapa
Satuan yang tertukar (rupiah, ribu, juta) sulit terlihat dalam satu tabel, tetapi mengubah artinya seribu kali.

## Buruk
```markdown
| Program | Pagu perubahan (Rp) | Realisasi (Rp) |
|---|---|---|
| Program Jaringan | 150.000.000 | 138.250 |
```

## Baik
```markdown
| Program | Pagu perubahan (Rp) | Realisasi (Rp) |
|---|---|---|
| Program Jaringan | 150.000.000 | 138.250.000 |
```

## Memperbaiki
Samakan satuannya dengan data. Bila tabel memakai ribu atau juta rupiah, sebutkan di kepala kolomnya.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.laporan.numbers import write_number
from paraf.rules.grouping import factor_apart
from paraf.rules.jumps import thousands_from_target, thousands_in_rows
from paraf.rules.known import repeated
from paraf.rules.money import Amounts, typed_amounts
from paraf.rules.reckoning import label
from paraf.rules.report_base import Observed, ReportFacts, ReportRule


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report figures that the data have a thousand or a million times larger or smaller."""
    report = facts.report
    for table in facts.tables:
        for one in repeated(report, table):
            data = (
                None
                if one.right
                else next((value for value in one.data.values() if factor_apart(one.cell, value)), None)
            )
            if data is not None:
                yield Observed(
                    place=one.cell.place,
                    subject=label(one.row),
                    message=f"Tertulis {one.cell.text}, sedangkan di data {write_number(data)}: berselisih ribuan kali.",
                    repair="Samakan dengan data, atau sebut satuannya (ribu, juta) di kepala kolom.",
                )
    yield from _sentences(facts)
    data_jumps = [
        *(thousands_in_rows(report.budget) if report.budget else ()),
        *(thousands_from_target(report.performance) if report.performance else ()),
    ]
    for jump in data_jumps:
        yield Observed(
            place=jump.place,
            subject=jump.subject,
            message=jump.message,
            repair="Periksa satuannya, dan letak titik dan komanya.",
            severity=jump.severity,
        )


def _sentences(facts: ReportFacts) -> Iterator[Observed]:
    typed = [amount for chapter in facts.report.chapters for amount in typed_amounts(chapter)]
    known = Amounts(facts.report.budget) if facts.report.budget and typed else None
    for amount in typed if known else ():
        if known and (meant := known.factor(amount)):
            yield Observed(
                place=amount.place,
                subject=f"“{amount.text}”",
                message=f"Di data ada Rp{write_number(meant)}: berselisih seribu atau sejuta kali dari angka ini.",
                repair="Periksa satuannya, atau ganti angkanya dengan panggilan, misalnya {{ pagu() }}.",
            )


RULE = ReportRule(
    code="DAT107",
    name="Berselisih seribu kali",
    severity=Severity.WAJIB,
    basis="satu besaran, satu satuan",
    check=check,
)
