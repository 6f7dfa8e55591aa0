"""Alamat ke halaman sendiri ditulis relatif, dan alamat luar memakai https.

## Mengapa
Alamat mutlak ke halaman sendiri putus bila laporan dipindah atau dicetak. Alamat http dapat dibelokkan di jalan.

## Buruk
```markdown
Datanya diambil dari http://data.contoh.go.id pada akhir tahun.
```

## Baik
```markdown
Datanya diambil dari https://data.contoh.go.id pada akhir tahun.
```

## Memperbaiki
Tulis nama berkasnya saja untuk halaman laporan ini. Untuk alamat luar, coba buka dengan https; bila berhasil, pakai itu.
"""

import re
from collections.abc import Iterator

from paraf.door.markup import without_code
from paraf.door.regex import regex
from paraf.door.text import Spots, echo
from paraf.finding import Severity
from paraf.rules.report_base import Observed, ReportFacts, ReportRule

_ADDRESS = regex(r"http(s?)://([^\s()<>\[\]\"'|{}“”]+)", re.IGNORECASE)
_INNER = regex(r"(?:localhost|[0-9.]+)(?::[0-9]+)?(?:/.*)?")


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report absolute addresses of this repository or site, and insecure ones; machines inside the office have no other."""
    office = facts.repo.office
    own = {"repositori": office.repositori, "situs": office.situs}
    for name, text in facts.report.texts.items():
        if not name.endswith(".md") or "://" not in text:
            continue
        spots = Spots(f"{facts.report.folder}/{name}", text)
        for found in _ADDRESS.finditer(without_code(text)):
            target = found[0].rstrip(".,;:!?")
            mine = next((what for what, address in own.items() if address and _below(target, address)), None)
            if mine:
                message, repair = f"Alamat ini menuju {mine} ini sendiri.", "Pakai alamat relatif: nama berkasnya saja."
            elif not found[1] and not _INNER.fullmatch(found[2]):
                message, repair = (
                    "Alamat ini memakai http.",
                    "Pakai https bila situsnya melayani; periksa dulu di peramban.",
                )
            else:
                continue
            place = spots.place(found.start())
            yield Observed(place=place, subject=f"“{echo(target)}”", message=message, repair=repair)


def _below(target: str, address: str) -> bool:
    """Whether a target is this address or below it, with or without the s of https."""
    bare, own = (re.sub(r"^https?://", "", one.lower()) for one in (target, address))
    return bare == own or bare.startswith((f"{own}/", f"{own}#", f"{own}?"))


RULE = ReportRule(
    code="TAU104",
    name="Alamat mutlak",
    severity=Severity.SEBAIKNYA,
    basis="laporan dibaca juga di luar situsnya",
    check=check,
)
