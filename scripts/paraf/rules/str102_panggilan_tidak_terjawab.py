"""Setiap panggilan `{{ … }}` di bab dikenal dan dapat dijawab dari data.

## Mengapa
Angka ditulis sekali di data. Panggilan yang salah tulis akan tercetak apa adanya di laporan.

## Buruk
```markdown
Realisasinya {{ realisasi("IKU-9") }}.
```

## Baik
```markdown
Realisasinya {{ realisasi("IKU-1") }}.
```

## Memperbaiki
Ikuti saran pada pesannya. Semua panggilan ada di halaman “Angka, tabel, grafik”.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.laporan.calls.base import UNREAD
from paraf.rules.report_base import Observed, ReportFacts, ReportRule, sentence


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report the calls that could not be answered; not those of a file whose own faults are told already."""
    broken = {fault.place.file.removeprefix(f"{facts.report.folder}/") for fault in facts.report.faults}
    told = {said for file, said in UNREAD.items() if file in broken}
    for fault in facts.expansion.faults:
        if fault.message in told:
            continue
        yield Observed(
            place=fault.place,
            subject=fault.place.file.rpartition("/")[2],
            message=sentence(fault.message),
            repair=sentence(fault.repair),
        )


RULE = ReportRule(
    code="STR102",
    name="Panggilan tidak terjawab",
    severity=Severity.WAJIB,
    basis="angka ditulis sekali, di data",
    check=check,
)
