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

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from paraf.finding import Severity
from paraf.rules.report_base import Observed, ReportFacts, ReportRule
from paraf.rules.tables import Cell, HandTable, folded, plain

_LIKE, _SAME_THING = 0.85, 0.5
_SHORTEST = 12
_ID = re.compile(r"(?P<id>[A-Z]{1,4}-\d{1,3})(?!\w)[\s.:–—-]*(?P<rest>.*)")
_UNIT = re.compile(r"\s*\([^()]*\)$")


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report rows and headings that name a goal or an indicator otherwise than the agreement."""
    performance = facts.report.performance
    if performance is None:
        return
    names = _Names(
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


def _cells(table: HandTable, names: "_Names") -> Iterator[tuple[Cell, str]]:
    """Cells of names: beside the id of another name, or nearly one."""
    columns = [index for index, head in enumerate(table.heads) if head.kind == "nama"]
    for row in table.body:
        ids = [cell.text for cell in row.cells if cell.text in names.by_id]
        named = [row.cells[index] for index in columns if index < len(row.cells) and row.cells[index].value is None]
        for cell in named:
            if cell.text and cell.text not in names.by_id and (id_ := names.renamed(cell.text, ids)):
                yield cell, id_


class _Names:
    """The names of the agreement, and who is meant by one that is not among them."""

    def __init__(self, by_id: dict[str, str]) -> None:
        self.by_id = by_id
        self.exact = {folded(name) for name in by_id.values()}
        self.matchers = {id_: SequenceMatcher(None, "", folded(name), autojunk=False) for id_, name in by_id.items()}

    def renamed(self, text: str, ids: list[str] | None = None) -> str | None:
        """The id of what is meant by other words; ``None`` where the words are right or mean something else."""
        found = _ID.fullmatch(text)
        begun: list[str] = [found["id"]] if found and found["id"] in self.by_id and found["rest"] else []
        words = folded(_UNIT.sub("", found["rest"] if begun and found else text))
        if words in self.exact or folded(text) in self.exact or len(words) < _SHORTEST:
            return None
        for id_ in [*begun, *(ids or [])]:
            if self._near(id_, words, _SAME_THING):
                return id_
        return next((id_ for id_ in self.by_id if self._near(id_, words, _LIKE)), None)

    def _near(self, id_: str, words: str, least: float) -> bool:
        matcher = self.matchers[id_]
        matcher.set_seq1(words[:300])
        return matcher.real_quick_ratio() >= least and matcher.quick_ratio() >= least and matcher.ratio() >= least


RULE = ReportRule(
    code="DAT112",
    name="Nama indikator berubah",
    severity=Severity.WAJIB,
    basis="nama sama dengan perjanjian kinerja",
    check=check,
)
