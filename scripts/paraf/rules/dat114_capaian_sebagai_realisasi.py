"""Realisasi bersatuan indikatornya, capaian bersatuan persen; keduanya tidak tertukar.

## Mengapa
Capaian yang disalin ke kolom realisasi tampak wajar, tetapi membuat angka tahun berikutnya keliru pula.

## Buruk
```markdown
| Indikator | Target | Realisasi | Capaian |
|---|---|---|---|
| Persentase layanan yang memenuhi standar | 82 | 102,50 | 102,50 |
```

## Baik
```markdown
| Indikator | Target | Realisasi | Capaian |
|---|---|---|---|
| Persentase layanan yang memenuhi standar | 82 | 84,05 | 102,50 |
```

## Memperbaiki
Salin realisasi dari data, dan tulis capaian menurut rumusnya.
"""

from collections.abc import Iterator

from paraf.door.decode import Route
from paraf.finding import Severity
from paraf.laporan.numbers import write_number
from paraf.laporan.performance import QUARTERS, Measure
from paraf.rules.reckoning import Verdict, reckoned
from paraf.rules.report_base import Observed, ReportFacts, ReportRule
from paraf.rules.tables import HandTable, at


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report swapped columns, and percentages where the indicator has another unit."""
    for doubt, expected in reckoned(facts.doubts, Verdict.SWAPPED):
        right = write_number(expected, 2 if doubt.formula else None)
        yield Observed(
            place=doubt.cell.place,
            subject=doubt.subject,
            message=f"Realisasi dan capaian tertukar atau disalin: tertulis {doubt.cell.text}, seharusnya {right}.",
            repair=f"Tulis {right}, dan periksa kolom di sebelahnya.",
        )
    for table in facts.tables:
        yield from _units(table)
    performance = facts.report.performance
    for measure in performance.measures.values() if performance else ():
        for route, text in _written(measure):
            if performance and "%" in text and not measure.unit.percent:
                yield Observed(
                    place=performance.source.place(*measure.route, *route),
                    subject=measure.id,
                    message=f"Tertulis “{text}”, padahal satuannya {measure.form.satuan}.",
                    repair="Tulis nilainya dalam satuan indikator; capaian dihitung sendiri.",
                )


def _units(table: HandTable) -> Iterator[Observed]:
    for column in (*table.columns("realisasi"), *table.columns("target")):
        for row in table.body:
            cell, measure = at(row, column), row.measure
            if cell and measure and cell.percent and not measure.unit.percent:
                yield Observed(
                    place=cell.place,
                    subject=measure.id,
                    message=f"Tertulis {cell.text}, padahal satuan indikator ini {measure.form.satuan}.",
                    repair="Tulis nilainya dalam satuan indikator, bukan capaiannya.",
                )


def _written(measure: Measure) -> Iterator[tuple[Route, str]]:
    form = measure.form
    for quarter in QUARTERS:
        yield ("realisasi", quarter), getattr(form.realisasi, quarter) or ""
    yield ("target", "murni"), form.target.murni
    yield ("target", "perubahan"), form.target.perubahan or ""
    for index, past in enumerate(form.riwayat):
        yield ("riwayat", index, "realisasi"), past.realisasi


RULE = ReportRule(
    code="DAT114",
    name="Capaian dan realisasi tertukar",
    severity=Severity.WAJIB,
    basis="realisasi bersatuan indikator, capaian bersatuan persen",
    check=check,
)
