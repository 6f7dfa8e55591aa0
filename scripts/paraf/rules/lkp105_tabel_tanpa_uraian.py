"""Setiap tabel didampingi kalimat yang membacanya, di bagian yang sama.

## Mengapa
Tabel tanpa uraian dinilai separuh: pembaca tidak diberi tahu apa artinya.

## Buruk
```markdown
---
id: perjanjian
judul: Perjanjian Kinerja
---
{{ tabel_pk() }}
```

## Baik
```markdown
---
id: perjanjian
judul: Perjanjian Kinerja
---
Targetnya berubah sekali, pada bulan Oktober.

{{ tabel_pk() }}
```

## Memperbaiki
Tulis sebelum atau sesudah tabel apa yang perlu dilihat pembaca: yang tertinggi, yang turun, dan mengapa.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.laporan.anatomy import regions_of
from paraf.rules.report_base import Observed, ReportFacts, ReportRule

_SENTENCE = 3
"""Fewer words than this read no table."""


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report the first table of every part that has no prose; guidance left behind is told elsewhere."""
    known = {slot.chapter.file: slot.regions for slot in facts.slots if slot.chapter}
    for chapter in facts.report.chapters:
        for region in known.get(chapter.file) or regions_of(chapter, ()):
            if region.tables and not region.says(_SENTENCE) and not region.guided:
                where = f"“{region.heading.text}”" if region.heading else chapter.front.value.judul
                yield Observed(
                    place=chapter.place(region.tables[0]),
                    subject=where,
                    message="Tabel ini berdiri tanpa uraian, sebelum maupun sesudahnya.",
                    repair="Tulis satu dua kalimat yang membaca tabelnya.",
                )


RULE = ReportRule(
    code="LKP105",
    name="Tabel tanpa uraian",
    severity=Severity.WAJIB,
    basis="nilai penuh memerlukan tabel dan uraian",
    check=check,
)
