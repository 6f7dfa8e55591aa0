"""Skala capaian bersambung: setiap nilai jatuh pada tepat satu pita, juga yang di atas 100.

## Mengapa
Batas bilangan bulat seperti 76–90 dan 91–100 tidak memberi tempat untuk 90,5, dan capaian di atas 100 tidak bernama.

## Buruk
```markdown
| Interval capaian | Sebutan |
|---|---|
| 91 – 100 | Sangat Tinggi |
| 76 – 90 | Tinggi |
| 51 – 75 | Sedang |
| 0 – 50 | Rendah |
```

## Baik
```markdown
| Interval capaian | Sebutan |
|---|---|
| > 90 | Sangat Tinggi |
| > 75 – 90 | Tinggi |
| > 50 – 75 | Sedang |
| ≤ 50 | Rendah |
```

## Memperbaiki
Sambungkan batasnya dengan “lebih dari”, dari yang tertinggi sampai pita terakhir tanpa batas; atau pakai `{{ tabel_skala() }}`.
"""

from collections.abc import Iterator
from itertools import pairwise

from paraf.finding import Severity
from paraf.rules.bands import faults_of, scale_rows
from paraf.rules.report_base import Observed, ReportFacts, ReportRule

_REPAIR = "Tulis batas bersambung dengan “lebih dari”, misalnya > 75 – 90 dan > 90."


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report scales that leave a value without a band, or give it two."""
    yield from _data(facts)
    for table in facts.tables:
        for cell, message in faults_of(scale_rows(table), open_above="capaian" in _words(table.context, table.heads)):
            yield Observed(place=cell.place, subject=f"“{cell.text}”", message=message, repair=_REPAIR)


def _words(context: str, heads: object) -> str:
    return f"{context} {heads}".casefold()


def _data(facts: ReportFacts) -> Iterator[Observed]:
    performance = facts.report.performance
    if performance is None:
        return
    last = len(performance.bands) - 1
    for index, ((bound, word), (below, _)) in enumerate(pairwise([*performance.bands, (None, "")])):
        message = None
        if index == last and bound is not None:
            message = f"Capaian {performance.source.value.skala.pita[index].di_atas} ke bawah tidak mempunyai sebutan."
        elif index < last and bound is None:
            message = "Pita ini tanpa batas, sehingga pita di bawahnya tidak pernah tercapai."
        elif bound is not None and below is not None and below >= bound:
            message = "Batas pita berikutnya tidak lebih rendah daripada pita ini."
        if message:
            yield Observed(
                place=performance.source.place("skala", "pita", index),
                subject=f"pita “{word}”",
                message=message,
                repair="Urutkan dari yang tertinggi; hanya pita terakhir yang tanpa di_atas.",
            )


RULE = ReportRule(
    code="DAT110",
    name="Skala bercelah",
    severity=Severity.WAJIB,
    basis="skala mencakup setiap nilai tepat satu kali",
    check=check,
)
