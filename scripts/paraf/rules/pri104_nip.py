"""NIP tidak ditulis di berkas laporan.

## Mengapa
NIP memuat tanggal lahir, jadi termasuk data pribadi. Pada laporan terbitan NIP juga sering salah jumlah angkanya, atau ditulis
dengan dua cara.

## Buruk
```markdown
Kepala Dinas, NIP 19710609 199201 1 002.
```

## Baik
```markdown
Kepala Dinas, NIP disamarkan.
```

## Memperbaiki
Hapus NIP-nya: pada keluaran yang diterbitkan NIP disamarkan, dan pada lembar yang ditandatangani ia ditulis saat dicetak.
"""

from collections.abc import Iterator

from paraf.finding import Place, Severity
from paraf.rules.personal import Personal, in_report, nips, personal
from paraf.rules.report_base import Observed, ReportFacts, ReportRule


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report every staff number, and what is wrong with it besides: its length, or a second way to write it."""
    first: dict[str, tuple[Place, Personal]] = {}
    some = any(True for _ in in_report(facts.report, nips))
    for place, one in in_report(facts.whole.report, nips) if some else ():
        where, earlier = first.setdefault(one.digits, (place, one))
        message = "NIP adalah data pribadi."
        if one.wrong:
            count = len(one.digits)
            reason = f"angkanya {count}, padahal NIP 18 angka" if count != 18 else "susunan angkanya bukan NIP"
            message = f"NIP ini salah: {reason}. Selain itu NIP adalah data pribadi."
        elif earlier.text != one.text:
            message = f"NIP ini ditulis dengan cara lain di {where}. Selain itu NIP adalah data pribadi."
        yield personal(place, one, message, "Hapus NIP-nya; pada keluaran yang diterbitkan NIP disamarkan.")


RULE = ReportRule(
    code="PRI104",
    name="NIP",
    severity=Severity.WAJIB,
    basis="UU 27/2022 tentang Pelindungan Data Pribadi",
    check=check,
)
