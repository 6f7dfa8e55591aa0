"""Baris jumlah sama dengan jumlah rinciannya, dan tabel anggaran mempunyai baris jumlah.

## Mengapa
Pembaca pertama yang menjumlahkan tabel adalah evaluator. Satu rincian yang terlewat membuat seluruh tabel diragukan.

## Buruk
```markdown
| Program | Pagu perubahan (Rp) |
|---|---|
| Program Layanan Informasi | 500.000.000 |
| Program Jaringan | 150.000.000 |
| Jumlah | 600.000.000 |
```

## Baik
```markdown
| Program | Pagu perubahan (Rp) |
|---|---|
| Program Layanan Informasi | 500.000.000 |
| Program Jaringan | 150.000.000 |
| Jumlah | 650.000.000 |
```

## Memperbaiki
Jumlahkan lagi rinciannya, atau ganti tabelnya dengan `{{ tabel_anggaran() }}`. Di `data/anggaran.csv` jumlah tidak perlu ditulis:
angka cukup pada baris terbawah.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.laporan.budget import Item
from paraf.laporan.numbers import write_number
from paraf.rules.report_base import Observed, ReportFacts, ReportRule
from paraf.rules.sums import missing_total, wrong_sums


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report sums that do not add up, in tables written by hand and in the budget."""
    for table in facts.tables:
        for cell, row, expected in wrong_sums(table):
            right = write_number(expected)
            yield Observed(
                place=cell.place,
                subject=row,
                message=f"Tertulis {cell.text}, sedangkan rinciannya berjumlah {right}.",
                repair=f"Periksa rinciannya; bila sudah benar, tulis {right}.",
            )
        if head := missing_total(table):
            yield Observed(
                place=table.chapter.place(table.line),
                subject=f"kolom {head}",
                message="Tabel anggaran ini belum mempunyai baris jumlah.",
                repair="Tambahkan baris “Jumlah” di bawah rinciannya.",
                severity=Severity.SEBAIKNYA,
            )
    for item in facts.report.budget.rows if facts.report.budget else ():
        yield from _item(item)


def _item(item: Item) -> Iterator[Observed]:
    """A row above others that brings a sum of its own; one smaller than what lies below it is another rule's."""
    for name, written in item.written.items() if item.children else ():
        expected = getattr(item.money, name)
        if written != expected and all(getattr(child.money, name) <= written for child in item.children):
            yield Observed(
                place=item.cells[name].place,
                subject=f"{item.code} {item.name}",
                message=f"{name} tertulis {write_number(written)}, sedangkan rinciannya {write_number(expected)}.",
                repair="Kosongkan sel ini, karena jumlahnya dihitung sendiri; atau perbaiki rinciannya.",
            )


RULE = ReportRule(
    code="DAT104",
    name="Jumlah tidak cocok",
    severity=Severity.WAJIB,
    basis="jumlah dihitung dari rinciannya",
    check=check,
)
