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
from decimal import Decimal
from itertools import pairwise

from paraf.door.decode import Route
from paraf.finding import Severity
from paraf.laporan.budget import AMOUNTS
from paraf.laporan.numbers import write_number
from paraf.laporan.performance import QUARTERS, Measure, Performance
from paraf.rules.grouping import FACTORS, thousandfold
from paraf.rules.known import Repeated, repeated
from paraf.rules.money import Amounts, typed_amounts
from paraf.rules.reckoning import fits, label
from paraf.rules.report_base import Observed, ReportFacts, ReportRule


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report figures that the data have a thousand or a million times larger or smaller."""
    for table in facts.tables:
        for one in repeated(facts.report, table):
            data = None if one.right else _factor(one)
            if data is not None:
                yield Observed(
                    place=one.cell.place,
                    subject=label(one.row),
                    message=f"Tertulis {one.cell.text}, sedangkan di data {write_number(data)}: berselisih ribuan kali.",
                    repair="Samakan dengan data, atau sebut satuannya (ribu, juta) di kepala kolom.",
                )
    budget = facts.report.budget
    typed = [amount for chapter in facts.report.chapters for amount in typed_amounts(chapter)] if budget else []
    known = Amounts(budget) if budget and typed else None
    for amount in typed:
        if known and (meant := known.factor(amount)):
            yield Observed(
                place=amount.place,
                subject=f"“{amount.text}”",
                message=f"Di data ada Rp{write_number(meant)}: berselisih seribu atau sejuta kali dari angka ini.",
                repair="Periksa satuannya, atau ganti angkanya dengan panggilan, misalnya {{ pagu() }}.",
            )
    yield from _data(facts)


def _factor(one: Repeated) -> Decimal | None:
    for value in one.data.values():
        for factor in FACTORS:
            if value and (fits(one.cell, value * factor) or fits(one.cell, value / factor)) and one.cell.value:
                return value
    return None


def _data(facts: ReportFacts) -> Iterator[Observed]:
    """Quarters beside the year's target, earlier years beside this one, the ceilings of a budget row."""
    performance, budget = facts.report.performance, facts.report.budget
    for measure in performance.measures.values() if performance else ():
        if performance and not measure.unit.letters:
            yield from _measure(performance, measure)
    for item in budget.rows if budget else ():
        given = [name for name in AMOUNTS if item.written.get(name)]
        for one, other in pairwise(given):
            if thousandfold(item.written[one], item.written[other]):
                yield Observed(
                    place=item.cells[other].place,
                    subject=f"{item.code} {item.name}",
                    message=f"{other} berselisih ribuan kali dari {one} pada baris yang sama.",
                    repair="Tulis semua jumlah dalam rupiah penuh.",
                )


def _measure(performance: Performance, measure: Measure) -> Iterator[Observed]:
    target, earlier = measure.target.high, enumerate(measure.form.riwayat)
    figures: list[tuple[Route, Decimal]] = [
        *((("realisasi", name), value) for name, value in zip(QUARTERS, measure.quarters, strict=True) if value),
        *((("riwayat", index, "realisasi"), measure.earlier[past.tahun].value) for index, past in earlier),
        (("renstra", "target"), measure.plan.high),
    ]
    for route, value in figures:
        # A first quarter may be a thousandth of the year; no quarter is a thousand years.
        if thousandfold(value, target) and (value > target or route[0] != "realisasi"):
            yield Observed(
                place=performance.source.place(*measure.route, *route),
                subject=measure.id,
                message=f"Angka {write_number(value)} berselisih ribuan kali dari target {write_number(target)}.",
                repair="Periksa satuannya, dan letak titik dan komanya.",
                severity=Severity.SEBAIKNYA,
            )


RULE = ReportRule(
    code="DAT107",
    name="Berselisih seribu kali",
    severity=Severity.WAJIB,
    basis="satu besaran, satu satuan",
    check=check,
)
