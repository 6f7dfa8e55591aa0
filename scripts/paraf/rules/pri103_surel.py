"""Alamat surel pribadi tidak ditulis di berkas laporan.

## Mengapa
Alamat di penyedia umum adalah milik orang, bukan kantor; orangnya dapat pindah, dan alamatnya data pribadi.

## Buruk
```markdown
Saran dikirim ke pengelola.data@gmail.com.
```

## Baik
```markdown
Saran dikirim ke kominfo@contoh.go.id.
```

## Memperbaiki
Ganti dengan alamat kantor yang berakhiran .go.id.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.rules.personal import in_report, mails, personal
from paraf.rules.report_base import Observed, ReportFacts, ReportRule


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report every private address in any text of the year."""
    for place, one in in_report(facts.report, mails):
        yield personal(
            place,
            one,
            message="Ini alamat surel pribadi.",
            repair="Ganti dengan alamat kantor yang berakhiran .go.id.",
        )


RULE = ReportRule(
    code="PRI103",
    name="Surel pribadi",
    severity=Severity.WAJIB,
    basis="UU 27/2022 tentang Pelindungan Data Pribadi",
    check=check,
)
