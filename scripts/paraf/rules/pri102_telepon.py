"""Nomor telepon pribadi tidak ditulis di berkas laporan.

## Mengapa
Laporan dibaca siapa saja. Nomor ponsel pegawai atau warga adalah data pribadi; nomor kantor boleh.

## Buruk
```markdown
Pengaduan dapat dikirim ke 0812-3456-7890.
```

## Baik
```markdown
Pengaduan dapat dikirim ke (0355) 791234.
```

## Memperbaiki
Ganti dengan nomor kantor, atau sebut jabatannya saja.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.rules.personal import in_report, personal, phones
from paraf.rules.report_base import Observed, ReportFacts, ReportRule


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report every mobile number in any text of the year."""
    for place, one in in_report(facts.report, phones):
        yield personal(
            place,
            one,
            message="Ini tampak seperti nomor ponsel pribadi.",
            repair="Ganti dengan nomor kantor, atau sebut jabatannya saja.",
        )


RULE = ReportRule(
    code="PRI102",
    name="Telepon pribadi",
    severity=Severity.WAJIB,
    basis="UU 27/2022 tentang Pelindungan Data Pribadi",
    check=check,
)
