"""Setiap pengecualian masih mengecualikan sesuatu, dan aturannya ada.

## Mengapa
Pengecualian yang tertinggal menyembunyikan kesalahan baru di tempat yang sama, tanpa ada yang tahu.

## Buruk
```yaml
# data/pengecualian.yml
pengecualian:
  - {kode: BHS101, berkas: 80-penutup.md, memuat: analisa, alasan: Kutipan judul peraturan.}
```

## Baik
```yaml
# data/pengecualian.yml
pengecualian: []
```

## Memperbaiki
Hapus pengecualian itu. Bila masih perlu, betulkan berkas atau kata-katanya sampai cocok dengan barisnya.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.rules.report_base import Observed, ReportFacts, ReportRule, exempts


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report the exemptions that name no rule or match nothing that the other rules found."""
    source = facts.report.exemptions
    for index, one in enumerate(facts.report.exempted):
        assert source
        if one.kode not in facts.ran:
            message, repair = f"Aturan {one.kode} tidak ada.", "Betulkan kodenya, atau hapus pengecualian ini."
        elif any(exempts(one, finding, facts.report) for finding in facts.found):
            continue
        else:
            message = f"Pengecualian ini tidak mengecualikan apa pun di {one.berkas}."
            repair = "Hapus, atau betulkan kata-katanya sampai cocok dengan baris yang dimaksud."
        yield Observed(
            place=source.place("pengecualian", index, "kode"), subject=one.kode, message=message, repair=repair
        )


RULE = ReportRule(
    code="STR110",
    name="Pengecualian tidak terpakai",
    severity=Severity.SEBAIKNYA,
    basis="pengecualian dihitung dan beralasan",
    check=check,
    last=True,
)
