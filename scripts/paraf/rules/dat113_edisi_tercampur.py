"""Pagu dan target di tabel dan kalimat menyebut edisinya, dan serapan dihitung terhadap pagu yang berlaku.

## Mengapa
Sesudah perubahan anggaran ada dua pagu dan dua target. Angka tanpa sebutan “murni” atau “perubahan” mudah tercampur.

## Buruk
```markdown
| Program | Pagu | Realisasi | Serapan |
|---|---|---|---|
| Pengelolaan aplikasi | 200.000.000 | 171.000.000 | 85,50 |
```

## Baik
```markdown
| Program | Pagu perubahan | Realisasi | Serapan |
|---|---|---|---|
| Pengelolaan aplikasi | 180.000.000 | 171.000.000 | 95,00 |
```

## Memperbaiki
Pakai angka perubahan bila perubahan ada, dan tulis edisinya di kepala kolom atau di kalimatnya.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from paraf.door.regex import regex
from paraf.finding import Severity
from paraf.laporan.forms.performance import Edition
from paraf.laporan.numbers import write_number
from paraf.rules.heads import editions_in
from paraf.rules.known import Repeated, repeated
from paraf.rules.money import replaced, typed_amounts
from paraf.rules.reckoning import Verdict, fits, label, reckoned
from paraf.rules.report_base import Observed, ReportFacts, ReportRule

_PAGU = regex(r"\b(?:pagu|anggaran)\b", re.IGNORECASE)


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report figures of the edition that no longer counts, or of one that is not named."""
    for doubt, expected in reckoned(facts.doubts, Verdict.EDITION):
        right = write_number(expected, 2)
        yield Observed(
            place=doubt.cell.place,
            subject=doubt.subject,
            message=f"Serapan {doubt.cell.text} dihitung terhadap pagu edisi lain; terhadap pagu yang berlaku {right}.",
            repair=f"Tulis {right}, beserta pagu yang berlaku.",
        )
    for table in facts.tables:
        told: set[int] = set()
        for one in repeated(facts.report, table):
            if _differ(one.data) and not table.edition(one.column) and (found := _unnamed(one, told)):
                yield found
    budget = facts.report.budget
    wholes = replaced(budget) if budget and budget.edition == "perubahan" else {}
    for chapter in facts.report.chapters if wholes else ():
        for amount in typed_amounts(chapter):
            later = wholes.get(amount.value)
            if later is not None and _PAGU.search(amount.line) and not editions_in(amount.line):
                yield Observed(
                    place=amount.place,
                    subject=f"“{amount.text}”",
                    message=f"Ini pagu murni, padahal sesudah perubahan {write_number(later)}; edisinya tidak disebut.",
                    repair="Pakai pagu perubahan, atau tulis “pagu murni” bila memang itu maksudnya.",
                )


def _differ(data: Mapping[Edition | None, Decimal]) -> bool:
    return len(set(data.values())) > 1


def _unnamed(one: Repeated, told: set[int]) -> Observed | None:
    """A figure of the first edition without its name; the missing name itself once for a column."""
    noun = one.table.heads[one.column].text
    first = fits(one.cell, one.data["murni"]) and not fits(one.cell, one.data["perubahan"])
    if not first and (not one.right or one.column in told):
        return None
    told.add(one.column)
    if first:
        message = f"Ini angka murni, padahal sesudah perubahan {write_number(one.data['perubahan'])}."
        repair = f"Pakai angka perubahan, atau tulis “{noun} murni” di kepala kolom."
        return Observed(place=one.cell.place, subject=label(one.row), message=message, repair=repair)
    return Observed(
        place=one.table.chapter.place(one.table.line),
        subject=f"kolom {noun}",
        message="Ada dua edisi dengan angka yang berbeda, tetapi kolom ini tidak menyebut edisinya.",
        repair=f"Tulis “{noun} perubahan” di kepala kolom.",
        severity=Severity.SEBAIKNYA,
    )


RULE = ReportRule(
    code="DAT113",
    name="Edisi tercampur",
    severity=Severity.WAJIB,
    basis="angka yang berlaku adalah angka perubahan",
    check=check,
)
