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
from decimal import Decimal

from paraf.finding import Place, Severity
from paraf.laporan.budget import Item
from paraf.laporan.numbers import write_number
from paraf.laporan.performance import QUARTERS
from paraf.rules.grouping import broken, lost_digit, maybe_broken, tenfold, unreadable
from paraf.rules.heads import Kind
from paraf.rules.known import repeated
from paraf.rules.report_base import Observed, ReportFacts, ReportRule
from paraf.rules.tables import Cell

_REPAIR = "Cocokkan dengan sumbernya, lalu tulis angkanya lengkap."
_GROUPS = "Titik dan koma pada angka ini tidak pada tempatnya, sehingga nilainya meragukan."
_FIGURES = ("target", "realisasi", "capaian", "pagu", "belanja", "serapan", "angka", "persen")
_JUMP = 8


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report broken figures in sentences and tables, and lost digits in tables and data."""
    for chapter in facts.report.chapters:
        for line in chapter.prose if maybe_broken(chapter.text) else ():
            for at, figure in broken(line.bare):
                yield _seen(chapter.place(line.number, at + 1), f"“{figure}”", _GROUPS)
    for table in facts.tables:
        for row in table.rows:
            for head, cell in zip(table.heads, row.cells, strict=False):
                if cell.value is None and cell.text:
                    yield from _cell(head.kind, cell)
        for one in repeated(facts.report, table):
            assert one.cell.value is not None
            data = next((value for value in one.data.values() if lost_digit(one.cell.value, value)), None)
            if data is not None and not one.right:
                yield _seen(
                    one.cell.place, one.cell.text, f"Satu digit tampaknya hilang; di data {write_number(data)}."
                )
    budget = facts.report.budget
    identity = facts.report.identity
    over = identity is not None and identity.value.keadaan.year > facts.report.year
    for item in budget.rows if budget else ():
        yield from _item(item, over)
    yield from _jumps(facts)


def _seen(place: Place, subject: str, message: str, severity: Severity | None = None) -> Observed:
    return Observed(place=place, subject=subject, message=message, repair=_REPAIR, severity=severity)


def _cell(kind: Kind, cell: Cell) -> Iterator[Observed]:
    if kind in _FIGURES and unreadable(cell.text):
        yield _seen(cell.place, f"“{cell.text}”", _GROUPS)
    elif kind not in ("nomor", "kode"):
        for at, figure in broken(cell.text):
            yield _seen(Place(cell.place.file, cell.place.line, cell.place.column + at), f"“{figure}”", _GROUPS)


def _item(item: Item, over: bool) -> Iterator[Observed]:
    """A row larger than the one it lies in, and neighbours in one row that are a digit apart."""
    for name, written in item.written.items() if item.children else ():
        for child in item.children:
            amount = getattr(child.money, name)
            if amount > written:
                message = (
                    f"{name} {write_number(amount)} lebih besar daripada {write_number(written)} pada {item.code}."
                )
                yield _seen(child.cells[name].place, f"{child.code} {child.name}", message)
    given = item.written
    pairs = [("pagu_murni", "pagu_perubahan"), *([("pagu_perubahan", "realisasi")] if over else [])]
    for pair in pairs if not item.children else ():
        if given.get(pair[0]) and given.get(pair[1]):
            small, large = sorted(pair, key=lambda name: given[name])
            if tenfold(given[small], given[large]):
                message = f"{small} kira-kira sepersepuluh {large}; satu digit mungkin hilang atau berlebih."
                yield _seen(item.cells[small].place, f"{item.code} {item.name}", message, Severity.SEBAIKNYA)


def _jumps(facts: ReportFacts) -> Iterator[Observed]:
    """Percentages and indices that jump away from their target: a comma was lost."""
    performance = facts.report.performance
    for measure in performance.measures.values() if performance else ():
        assert performance is not None
        ceiling = max(measure.target.high, measure.plan.high) * _JUMP
        if not (measure.unit.percent or measure.unit.plain) or measure.form.arah == "turun" or ceiling <= Decimal(0):
            continue
        for name, value in zip(QUARTERS, measure.quarters, strict=True):
            if value is not None and value > ceiling:
                place = performance.source.place(*measure.route, "realisasi", name)
                yield _seen(
                    place, measure.id, f"Realisasi {write_number(value)} jauh di atas target; komanya mungkin hilang."
                )


RULE = ReportRule(
    code="DAT106",
    name="Digit hilang",
    severity=Severity.WAJIB,
    basis="angka ditulis lengkap dengan kelompok tiga digit",
    check=check,
)
