"""Setiap indikator perjanjian kinerja dibahas sebabnya satu kali, di bab sasarannya.

## Mengapa
Indikator yang tidak dibahas membuat laporan tidak selaras dengan perjanjian. Yang dibahas dua kali mudah berbeda isinya.

## Buruk
```markdown
---
id: capaian
judul: Gangguan layanan
sasaran: SS-2
---
## Penyebab

Hasil ini dicapai karena perangkat cadangan tersedia di setiap simpul.
```

## Baik
```markdown
---
id: capaian
judul: Gangguan layanan
sasaran: SS-2
---
## Penyebab

Capaian {{ capaian("IKU-3") }} diraih karena perangkat cadangan tersedia di setiap simpul.
```

## Memperbaiki
Sebut indikatornya dengan panggilan, misalnya `capaian("IKU-3")`, atau dengan namanya persis seperti di perjanjian.
"""

from collections.abc import Iterator

from paraf.finding import Place, Severity
from paraf.laporan.anatomy import Region, Slot
from paraf.rules.indicators import Naming, lines_of, rows_twice
from paraf.rules.outline import beginning, part_name
from paraf.rules.phrases import CAUSE
from paraf.rules.report_base import Observed, ReportFacts, ReportRule


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report the indicators that no cause is given for, then those that are discussed or listed elsewhere, too."""
    if facts.report.performance is None:
        return
    naming, listed = Naming(facts.report.performance), set[tuple[str, str]]()
    for slot in facts.slots:
        if slot.aim is None or slot.chapter is None:
            continue
        for part, region in slot.about("sebab"):
            if region:
                yield from _unnamed(slot, region, part_name(part), naming)
                yield from _foreign(slot, region, naming)
    for slot in facts.whole.slots:
        for number, measure in rows_twice(slot.whole.blocks if slot.aim else (), naming, listed):
            yield Observed(
                place=Place(slot.file, number, 1),
                subject=measure.id,
                message="Indikator ini sudah ada di tabel capaian yang ditulis tangan.",
                repair="Hapus salah satu barisnya, atau pakai tabel_capaian yang dibuat dari data.",
            )


def _unnamed(slot: Slot, region: Region, where: str, naming: Naming) -> Iterator[Observed]:
    assert slot.aim
    said = [region.heading.text if region.heading else "", *(text for _, text, _, _ in lines_of(region))]
    named = {measure.id for measure in naming.named("\n".join(said))}
    for measure in slot.aim.measures:
        if measure.id not in named:
            yield Observed(
                place=beginning(slot, region),
                subject=measure.id,
                message=f"Indikator “{measure.form.nama}” belum dibahas di {where}.",
                repair=f'Tulis sebabnya, dan sebut indikatornya, misalnya dengan {{{{ capaian("{measure.id}") }}}}.',
            )


def _foreign(slot: Slot, region: Region, naming: Naming) -> Iterator[Observed]:
    """A cause that is given for other goals' indicators only; beside one of its own they are a comparison."""
    assert slot.aim
    for block in region.blocks:
        text = "\n".join(block.lines) if block.kind in ("paragraf", "butir") else ""
        named = naming.named(text, pointers=False)
        if named and all(measure.goal != slot.aim.id for measure in named) and CAUSE.said_in(naming.without(text)):
            yield Observed(
                place=Place(slot.file, block.line, 1),
                subject=named[0].id,
                message=f"Indikator ini milik sasaran {named[0].goal}, tetapi sebabnya dibahas di bab {slot.aim.id}.",
                repair=f"Pindahkan ke bab sasaran {named[0].goal}; di sini cukup dibandingkan.",
            )


RULE = ReportRule(
    code="LKP102",
    name="Indikator belum dibahas atau dibahas dua kali",
    severity=Severity.WAJIB,
    basis="laporan selaras dengan perjanjian kinerja",
    check=check,
)
