"""Nama sasaran dan indikator di laporan sama persis dengan perjanjian kinerja.

## Mengapa
Nama yang sedikit berubah membuat evaluator menganggapnya indikator lain, dan laporan dinilai tidak selaras dengan perjanjian.

## Buruk
```markdown
| Indikator | Target |
|---|---|
| Persentase layanan yang memenuhi standard | 82 |
```

## Baik
```markdown
| Indikator | Target |
|---|---|
| Persentase layanan yang memenuhi standar | 82 |
```

## Memperbaiki
Salin namanya dari perjanjian kinerja, atau pakai `{{ nama("IKU-1") }}`.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.rules.names import Names
from paraf.rules.report_base import Observed, ReportFacts, ReportRule
from paraf.rules.tables import Cell, HandTable, plain


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report rows and headings that name a goal or an indicator otherwise than the agreement."""
    performance = facts.report.performance
    if performance is None:
        return
    names = Names(
        {aim.id: aim.name for aim in performance.aims} | {m.id: m.form.nama for m in performance.measures.values()}
    )
    for table in facts.tables:
        for cell, id_ in _cells(table, names):
            yield _seen(cell, id_, names.by_id[id_])
    for chapter in facts.report.chapters:
        for block in chapter.blocks:
            text = plain(block.text) if block.kind == "judul" else ""
            meant = names.renamed(text) if text and "{{" not in text else None
            if meant:
                yield _seen(Cell(text, chapter.place(block.line), None), meant, names.by_id[meant])


def _seen(cell: Cell, id_: str, name: str) -> Observed:
    return Observed(
        place=cell.place,
        subject=id_,
        message=f"Tertulis “{cell.text}”, sedangkan namanya “{name}”.",
        repair="Tulis nama persis seperti di perjanjian kinerja.",
    )


def _cells(table: HandTable, names: Names) -> Iterator[tuple[Cell, str]]:
    """Cells of names: beside the id of another name, or nearly one."""
    columns = [index for index, head in enumerate(table.heads) if head.kind == "nama"]
    for row in table.body:
        ids = [cell.text for index, cell in enumerate(row.cells) if index not in columns and cell.text in names.by_id]
        named = [row.cells[index] for index in columns if index < len(row.cells) and row.cells[index].value is None]
        for cell in named:
            if cell.text and cell.text not in names.by_id and (id_ := names.renamed(cell.text, ids)):
                yield cell, id_


RULE = ReportRule(
    code="DAT112",
    name="Nama indikator berubah",
    severity=Severity.WAJIB,
    basis="nama sama dengan perjanjian kinerja",
    check=check,
)
