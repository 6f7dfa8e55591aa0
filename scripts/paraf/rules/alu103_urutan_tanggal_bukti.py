"""Tanggal bukti mengikuti urutan langkah: yang dikerjakan kemudian tidak bertanggal lebih dahulu.

## Mengapa
Tanggal yang terbalik berarti salah satu bukti salah catat, atau langkahnya dikerjakan sebelum waktunya.

## Buruk
```yaml
# bukti/c2.yml
tanggal: 2026-01-09
```

## Baik
```yaml
# bukti/c2.yml
tanggal: 2026-01-12
```

## Memperbaiki
Cocokkan kedua tanggal dengan suratnya. Bukti naskah yang sudah selesai tidak diubah: tulis bukti susulan beserta alasannya.
"""

from collections.abc import Iterator, Mapping

from paraf.finding import Severity
from paraf.laporan.records.reading import EvidenceRecord
from paraf.rules.report_base import Observed, ReportFacts, ReportRule
from paraf.sop.dates import write_date


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Compare the first record of every step and edition with those of the steps before it."""
    first = {record.name: record for record in facts.evidence.records.values() if record.name.number == 1}
    by_step: dict[str, dict[int, EvidenceRecord]] = {}
    for record in first.values():
        if record.form:
            by_step.setdefault(record.name.step, {})[record.name.edition] = record
    for record in first.values():
        for step in record.form.before if record.form else ():
            earlier = _standing(by_step.get(step, {}), record.name.edition)
            if earlier and earlier.days and record.days and record.days[0] < earlier.days[-1]:
                done, before = write_date(record.days[0]), write_date(earlier.days[-1])
                yield Observed(
                    place=record.source.place(*_route(record)),
                    subject=f"Bukti {record.name.step}",
                    message=f"Bertanggal {done}, mendahului bukti {step} yang bertanggal {before}.",
                    repair="Cocokkan kedua tanggalnya dengan surat atau tanda terimanya.",
                )


def _standing(editions: Mapping[int, EvidenceRecord], edition: int) -> EvidenceRecord | None:
    """The record of a step that stood when this edition was made: its own, else the latest before."""
    return editions.get(max((one for one in editions if one <= edition), default=0))


def _route(record: EvidenceRecord) -> tuple[str | int, ...]:
    return next(cell.route for cell in record.cells if cell.value == record.days[0])


RULE = ReportRule(
    code="ALU103",
    name="Urutan tanggal bukti",
    severity=Severity.WAJIB,
    basis="urutan langkah SOP",
    check=check,
)
