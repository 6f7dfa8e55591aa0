"""Bagian standar nasional menyebut angkanya, atau menyatakan bahwa tidak ada.

## Mengapa
Penilai mencari pembanding nasional. Bagian yang diam tidak dapat dibedakan dari bagian yang lupa ditulis.

## Buruk
```markdown
---
id: capaian
judul: Gangguan layanan
sasaran: SS-2
---
## Standar nasional

Lama gangguan diukur dengan cara yang sama setiap tahun.
```

## Baik
```markdown
---
id: capaian
judul: Gangguan layanan
sasaran: SS-2
---
## Standar nasional

Untuk lama gangguan belum ada standar nasional.
```

## Memperbaiki
Panggil `tabel_nasional`, atau sebut angkanya dengan `nasional`. Bila tidak ada, tulis “belum ada standar nasional”.
"""

from collections.abc import Iterator

from paraf.door.regex import regex
from paraf.finding import Severity
from paraf.laporan.anatomy import Region, Slot
from paraf.laporan.performance import Measure
from paraf.rules.indicators import Naming, lines_of
from paraf.rules.outline import beginning
from paraf.rules.phrases import NATION, NOTHING
from paraf.rules.report_base import Observed, ReportFacts, ReportRule, shown

_CALLED = regex(r"\bnasional\s*\(")


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report a part that is silent, then the indicators of which it is."""
    if facts.report.performance is None:
        return
    naming = Naming(facts.report.performance)
    for slot in facts.slots:
        for _, region in slot.about("nasional"):
            if region and region.blocks and not region.guided:
                yield from _silent(slot, region, naming)


def _silent(slot: Slot, region: Region, naming: Naming) -> Iterator[Observed]:
    if slot.aim is None or any(call.name == "tabel_nasional" for call in region.calls):
        return
    lines = [text for _, text, _, _ in lines_of(region)]
    stated = [text for text in lines if NATION.said_in(text) and NOTHING.search(text)]
    if not stated and not any(_CALLED.search(text) for text in lines):
        yield Observed(
            place=beginning(slot, region),
            subject=slot.label,
            message="Bagian ini belum menyebut angka nasional dan belum menyatakan bahwa angkanya tidak ada.",
            repair=f'Tulis {{{{ tabel_nasional("{slot.aim.id}") }}}}, atau nyatakan bahwa belum ada standar nasional.',
        )
        return
    silent = [measure for measure in slot.aim.measures if not _answered(measure, lines, stated, naming)]
    if silent:
        names = shown([measure.id for measure in silent])
        yield Observed(
            place=beginning(slot, region),
            subject=names,
            message=f"Pembanding nasional {names} belum disebut di bagian ini, ada maupun tidak ada.",
            repair="Sebut angkanya dengan panggilan nasional, atau nyatakan bahwa belum ada.",
        )


def _answered(measure: Measure, lines: list[str], stated: list[str], naming: Naming) -> bool:
    """Whether the figure of an indicator is told, or its absence: by name, or of all that are not named."""
    if measure.national is not None:
        return any(NATION.said_in(text) and measure in naming.named(text) for text in lines)
    for text in stated:
        told = [other for other in naming.named(text) if other.national is None]
        if measure in told or not told:
            return True
    return False


RULE = ReportRule(
    code="LKP103",
    name="Pembanding nasional tidak disebut",
    severity=Severity.WAJIB,
    basis="analisis keempat: dibandingkan dengan standar nasional bila ada",
    check=check,
)
