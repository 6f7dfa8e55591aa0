"""Tanggal pada identitas SOP lengkap: tanggal, bulan, dan tahun.

## Mengapa
Dari tanggal efektif diketahui sejak kapan SOP mengikat. "Juni 2020" tidak menyebut harinya, dan kata-kata tidak dapat
dibandingkan. Kosong dan tanda hubung pada tanggal revisi berarti belum pernah direvisi.

## Buruk
```yaml
tanggal_efektif: Juni 2020
```

## Baik
```yaml
tanggal_efektif: 2 Juni 2020
```

## Memperbaiki
Biarkan salinannya apa adanya; lengkapi tanggalnya saat SOP direvisi.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.rules.base import Facts, Seen, SopRule
from paraf.sop.dates import DateState, read_date


def check(facts: Facts) -> Iterator[Seen]:
    """Report dates without a day, dates in words, and a missing date where one is needed."""
    identity = facts.repo.sop.identity
    for key in ("tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif"):
        text: str | None = getattr(identity, key)
        state = read_date(text).state
        absent = state in (DateState.BLANK, DateState.DASH)
        if state is DateState.DATE or (absent and key == "tanggal_revisi"):
            continue
        label: str = getattr(identity.label, key)
        message = {
            DateState.MONTH: f"“{text}” tidak menyebut tanggalnya.",
            DateState.WORDS: f"“{text}” tidak terbaca sebagai tanggal.",
        }.get(state, "Tanggalnya belum diisi.")
        yield Seen(
            route=("identitas", key),
            subject=label,
            message=message,
            repair="Cocokkan dengan lembar SOP; lengkapi saat SOP direvisi.",
        )


RULE = SopRule(
    code="SOP114",
    name="Tanggal identitas",
    severity=Severity.CATATAN,
    basis="PermenPAN-RB 35/2012: identitas memuat tanggal pembuatan, revisi, dan efektif",
    check=check,
)
