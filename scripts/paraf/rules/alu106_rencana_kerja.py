"""Rencana kerja dapat dijalankan: setiap langkah bertanggal urut, tidak melewati batas, dan ada penanggung jawabnya.

## Mengapa
Rencana yang melewati batas penyampaian, atau mendahulukan langkah yang menunggu langkah lain, tidak dapat ditepati siapa pun.

## Buruk
```yaml
# rencana-kerja.yml
batas: 2026-01-13
```

## Baik
```yaml
# rencana-kerja.yml
batas: 2026-02-26
```

## Memperbaiki
Hitung mundur dari batas penyampaian, lalu bagi harinya menurut urutan langkah SOP.
"""

from collections.abc import Iterator
from datetime import date

from paraf.door.decode import Source
from paraf.finding import Severity
from paraf.laporan.forms.small import PlanFile
from paraf.rules.report_base import Observed, ReportFacts, ReportRule
from paraf.rules.schedule import plan_wrongs
from paraf.sop.dates import DateState, read_date, write_date


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report what keeps the plan from being carried out; one that cannot be read is told elsewhere."""
    source = facts.report.plan
    if source is None:
        return
    yield from _deadline(facts, source)
    for wrong in plan_wrongs(facts.repo.sop, source.value):
        place = source.place(*wrong.route)
        yield Observed(place=place, subject=wrong.subject, message=wrong.message, repair=wrong.repair)


def _deadline(facts: ReportFacts, source: Source[PlanFile]) -> Iterator[Observed]:
    for limit in facts.repo.office.batas_waktu:
        day = read_date(f"{limit.tanggal} {facts.report.year + 1}")
        known = day.iso if day.state is DateState.DATE else None
        if known and source.value.batas > date.fromisoformat(known):
            yield Observed(
                place=source.place("batas"),
                subject="Batas rencana kerja",
                message=f"Batasnya {write_date(source.value.batas)}, sesudah {limit.tanggal} ({limit.perihal}).",
                repair="Majukan batasnya; dasar batas waktu itu ditulis di sop/instansi.yml.",
            )


RULE = ReportRule(
    code="ALU106",
    name="Rencana kerja tidak dapat dijalankan",
    severity=Severity.WAJIB,
    basis="urutan langkah SOP dan batas waktu penyampaian",
    check=check,
)
