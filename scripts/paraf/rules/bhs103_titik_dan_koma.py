"""Desimal ditulis dengan koma dan ribuan dengan titik, di setiap angka dan setiap kolom.

## Mengapa
“1.234” dan “1,234” terbaca berbeda seribu kali. Satu angka bertitik di antara angka berkoma membuat pembaca ragu.

## Buruk
```markdown
Nilainya naik dari 80,5% menjadi 89.65%, dengan anggaran Rp1,234,567.
```

## Baik
```markdown
Nilainya naik dari 80,5% menjadi 89,65%, dengan anggaran Rp1.234.567.
```

## Memperbaiki
Tulis ribuan dengan titik dan desimal dengan koma, misalnya 1.234.567,89. `paraf periksa --perbaiki` menukar yang pasti.
"""

from collections.abc import Iterator
from itertools import zip_longest

from paraf.door.regex import regex
from paraf.finding import Severity
from paraf.laporan.chapter import Chapter
from paraf.rules.digits import mixed, mixed_column
from paraf.rules.grouping import slips
from paraf.rules.prose import Rewrite, observed, overlaps, own_prose, table_rows, tables
from paraf.rules.report_base import Observed, ReportFacts, ReportRule
from paraf.rules.written import money, percentages

_HINT = regex(r"[0-9][.,][0-9]")


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report the numbers in sentences and in hand-written tables that mix the two marks."""
    for chapter in facts.report.chapters:
        if _HINT.search(chapter.text):
            for line in own_prose(chapter):
                if _HINT.search(line.bare):
                    yield from (observed(chapter, line.number, one) for one in _untold(line.bare))
            yield from _tables(chapter)


def _untold(text: str) -> Iterator[Rewrite]:
    """What no other rule tells: a lost digit is one's, the whole way an amount is written another's."""
    found = list(mixed(text))
    told = [*slips(text), *_rewritten(text)] if found else []
    yield from (one for one in found if not overlaps(one, told))


def _rewritten(text: str) -> list[tuple[int, int]]:
    return [(one.start, one.start + len(one.old)) for one in (*money(text), *percentages(text))]


def _tables(chapter: Chapter) -> Iterator[Observed]:
    for table in tables(chapter):
        rows = table_rows(table)
        for row in rows:
            for cell in row:
                for one in _untold(cell.text):
                    yield observed(chapter, cell.line, one, cell.start)
        for column in zip_longest(*rows):
            for cell, one in mixed_column([cell for cell in column if cell]):
                yield observed(chapter, cell.line, one, cell.start)


RULE = ReportRule(
    code="BHS103",
    name="Titik dan koma pada angka",
    severity=Severity.SEBAIKNYA,
    basis="EYD V: tanda desimal koma, pemisah ribuan titik",
    check=check,
)
