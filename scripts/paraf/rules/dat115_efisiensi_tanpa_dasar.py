"""Efisiensi disebut dengan angkanya, dan hanya bila targetnya tercapai.

## Mengapa
Sisa anggaran pada sasaran yang tidak tercapai bukan efisiensi. Sebutan “efisien” tanpa angka tidak dapat diperiksa.

## Buruk
```markdown
---
id: capaian
judul: Layanan informasi
sasaran: SS-1
---

### Efisiensi

Anggaran sasaran ini telah digunakan secara efisien.
```

## Baik
```markdown
---
id: capaian
judul: Layanan informasi
sasaran: SS-1
---

### Efisiensi

Serapannya {{ serapan("SS-1") }}, dan sasaran ini {{ efisiensi("SS-1") }}.
```

## Memperbaiki
Sebut capaian dan serapannya, lalu pakai `{{ efisiensi("…") }}` supaya sebutannya mengikuti data.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.laporan.formulas import Efficiency, efficiency
from paraf.laporan.performance import Aim
from paraf.rules.claims import Claim, claims
from paraf.rules.report_base import Observed, ReportFacts, ReportRule

_ALLOWED = (Efficiency.EFFICIENT, Efficiency.FAIR)


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report what is called efficient without a number, with a negative one, or against the data."""
    for claim in claims(facts.report, facts.slots, facts.expansion):
        wrong = next((aim for aim in claim.aims if _state(facts, aim) not in _ALLOWED), None)
        if wrong:
            message, repair = f"{wrong.id} {_state(facts, wrong).value}.", f'Pakai {{{{ efisiensi("{wrong.id}") }}}}.'
        elif claim.excess:
            message, repair = (
                f"Angka efisiensi {claim.excess} tidak masuk akal.",
                "Periksa rumusnya; paling besar 100%.",
            )
        elif claim.negative:
            message = f"Disebut efisien, padahal angkanya {claim.negative}."
            repair = "Periksa angkanya, atau jangan disebut efisien."
        elif not claim.counted:
            message = "Efisiensi disebut tanpa angka."
            repair = "Sebut capaian dan serapannya, misalnya dengan {{ capaian(…) }} dan {{ serapan(…) }}."
        else:
            continue
        yield Observed(place=claim.place, subject=_subject(claim), message=message, repair=repair)


def _state(facts: ReportFacts, aim: Aim) -> Efficiency:
    report = facts.report
    if report.performance is None or report.budget is None:
        return Efficiency.FAIR
    return efficiency(aim.capaian, report.budget.absorbed(aim.id), report.performance.efficiency_limit)


def _subject(claim: Claim) -> str:
    return f"“{claim.words}”"


RULE = ReportRule(
    code="DAT115",
    name="Efisiensi tanpa dasar",
    severity=Severity.WAJIB,
    basis="efisien hanya bila target tercapai, dengan angka",
    check=check,
)
