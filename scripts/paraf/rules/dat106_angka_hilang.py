"""Angka tidak kehilangan digit, dan pengelompokan ribuannya benar.

## Mengapa
Satu digit yang hilang mengubah nilai sepuluh kali, dan titik yang salah letak membuat pembaca menebak.

## Buruk
```markdown
Pagu program ini semula Rp1.25.000.000,00 untuk satu tahun.
```

## Baik
```markdown
Pagu program ini semula Rp125.000.000,00 untuk satu tahun.
```

## Memperbaiki
Tulis angka dengan titik setiap tiga digit dan koma untuk desimal. Angka yang ada di data sebaiknya dipanggil, tidak diketik.
"""

from collections.abc import Iterator

from paraf.finding import Place, Severity
from paraf.laporan.numbers import write_number
from paraf.rules.grouping import broken, lost_digit, maybe_broken, unreadable
from paraf.rules.heads import Kind
from paraf.rules.jumps import Jump, lost_commas, lost_digits
from paraf.rules.known import repeated
from paraf.rules.report_base import Observed, ReportFacts, ReportRule
from paraf.rules.tables import Cell, HandTable

_GROUPS = "Titik dan koma pada angka ini tidak pada tempatnya, sehingga nilainya meragukan."
_FIGURES = ("target", "realisasi", "capaian", "pagu", "belanja", "serapan", "angka", "persen")


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report broken figures in sentences and tables, and lost digits in tables and data."""
    for jump in _jumps(facts):
        yield Observed(
            place=jump.place,
            subject=jump.subject,
            message=jump.message,
            repair="Cocokkan dengan sumbernya, lalu tulis angkanya lengkap.",
            severity=jump.severity,
        )


def _jumps(facts: ReportFacts) -> Iterator[Jump]:
    report = facts.report
    for chapter in report.chapters:
        for line in chapter.prose if maybe_broken(chapter.text) else ():
            for at, figure in broken(line.bare):
                yield Jump(chapter.place(line.number, at + 1), f"“{figure}”", _GROUPS)
    for table in facts.tables:
        yield from _cells(table)
        for one in repeated(report, table):
            data = (
                None
                if one.right
                else next((value for value in one.data.values() if lost_digit(one.value, value)), None)
            )
            if data is not None:
                message = f"Satu digit tampaknya hilang; di data {write_number(data)}."
                yield Jump(one.cell.place, one.cell.text, message)
    over = report.identity is not None and report.identity.value.keadaan.year > report.year
    yield from lost_digits(report.budget, over) if report.budget else ()
    yield from lost_commas(report.performance) if report.performance else ()


def _cells(table: HandTable) -> Iterator[Jump]:
    for row in table.rows:
        for head, cell in zip(table.heads, row.cells, strict=False):
            if cell.value is None and cell.text:
                yield from _cell(head.kind, cell)


def _cell(kind: Kind, cell: Cell) -> Iterator[Jump]:
    if kind in _FIGURES and unreadable(cell.text):
        yield Jump(cell.place, f"“{cell.text}”", _GROUPS)
    elif kind not in ("nomor", "kode"):
        for at, figure in broken(cell.text):
            yield Jump(Place(cell.place.file, cell.place.line, cell.place.column + at), f"“{figure}”", _GROUPS)


RULE = ReportRule(
    code="DAT106",
    name="Digit hilang",
    severity=Severity.WAJIB,
    basis="angka ditulis lengkap dengan kelompok tiga digit",
    check=check,
)
