"""Target yang tidak tercapai disertai sebab dan jalan keluarnya.

## Mengapa
Yang dinilai bukan hanya angkanya, melainkan apakah kantor tahu mengapa, dan apa yang sudah dilakukan.

## Buruk
```markdown
---
id: capaian
judul: Layanan informasi
sasaran: SS-1
---
## Penyebab

Capaian {{ capaian("IKU-1") }} diraih karena petugas layanan ditambah.
Realisasi {{ realisasi("IKU-2") }} aplikasi lebih kecil daripada target {{ target("IKU-2") }}.
```

## Baik
```markdown
---
id: capaian
judul: Layanan informasi
sasaran: SS-1
---
## Penyebab

Capaian {{ capaian("IKU-1") }} diraih karena petugas layanan ditambah.
Realisasi {{ realisasi("IKU-2") }} aplikasi belum mencapai target {{ target("IKU-2") }} karena satu aplikasi ditunda.
Jadwal baru disusun supaya aplikasi itu selesai pada triwulan pertama.
```

## Memperbaiki
Di paragraf yang menyebut indikatornya, tulis sebabnya (karena …, kendalanya …) dan langkah yang sudah diambil.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.laporan.anatomy import Slot
from paraf.laporan.calls.cells import silence
from paraf.laporan.performance import Measure
from paraf.rules.indicators import Naming, stretches
from paraf.rules.phrases import CAUSE, REMEDY
from paraf.rules.report_base import Observed, ReportFacts, ReportRule


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report the missed targets that are named without a cause or a remedy; one not named is another check's."""
    if facts.report.performance is None:
        return
    naming = Naming(facts.report.performance)
    for slot in facts.slots:
        missed = [measure for measure in slot.aim.measures if not measure.reached] if slot.aim else []
        for _, region in slot.about("sebab") if missed else ():
            said = stretches(region, naming, slot.aim.measures) if region and slot.aim else {}
            for measure in missed:
                if measure.id in said:
                    yield from _unexplained(slot, measure, *said[measure.id])


def _unexplained(slot: Slot, measure: Measure, line: int, text: str) -> Iterator[Observed]:
    cause, remedy = CAUSE.said_in(text), REMEDY.said_in(text)
    # What is not measured has a reason to tell, but nothing to repair yet.
    if (cause and remedy) or (measure.capaian is None and (cause or remedy)):
        return
    state = "belum mencapai target"
    if measure.capaian is None:
        why = silence(measure, measure.value, measure.target)
        state = why if measure.value is None else f"capaiannya {why}"
    lacking = "sebabnya" if remedy else "jalan keluarnya" if cause else "sebab dan jalan keluarnya"
    assert slot.chapter
    yield Observed(
        place=slot.chapter.place(line),
        subject=measure.id,
        message=f"Indikator ini {state}, tetapi {lacking} belum disebut.",
        repair="Tulis sebabnya (karena …) dan langkah yang sudah atau akan diambil, di paragraf yang sama.",
        severity=None if not (cause or remedy) else Severity.SEBAIKNYA,
    )


RULE = ReportRule(
    code="LKP104",
    name="Sebab target tidak tercapai belum disebut",
    severity=Severity.WAJIB,
    basis="analisis kelima: penyebab kegagalan dan solusi yang telah dilakukan",
    check=check,
)
