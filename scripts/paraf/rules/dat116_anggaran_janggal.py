"""Setiap baris anggaran masuk akal: ada sasarannya, pagunya terisi, dan realisasinya tidak melampaui pagu.

## Mengapa
Realisasi di atas pagu dan baris tanpa sasaran hampir selalu salah ketik, dan langsung mengubah serapan serta efisiensi.

## Buruk
```csv
kode;uraian;sasaran;pagu_murni;pagu_perubahan;realisasi
1.01;Program A;SS-1;1400000;1500000;15000000
```

## Baik
```csv
kode;uraian;sasaran;pagu_murni;pagu_perubahan;realisasi
1.01;Program A;SS-1;1400000;1500000;1450000
```

## Memperbaiki
Perbaiki sel yang disebut di `data/anggaran.csv`. Sasaran cukup ditulis pada program; baris di bawahnya mengikuti.
"""

from collections.abc import Iterator

from paraf.finding import Place, Severity
from paraf.laporan.budget import AMOUNTS, Budget, Item
from paraf.laporan.numbers import write_number
from paraf.laporan.performance import Performance
from paraf.rules.report_base import Observed, ReportFacts, ReportRule


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report the rows of the budget that cannot be meant so."""
    budget, performance = facts.report.budget, facts.report.performance
    if budget is None:
        return
    if not budget.rows:
        message = "Belum ada satu baris pun, sehingga semua pagu dan realisasi nol."
        yield _seen(
            Place(budget.file, 1, 1), budget.file.rpartition("/")[2], message, "Isi program, kegiatan, dan jumlahnya."
        )
    leaves = [item for item in budget.rows if not item.children]
    changed = any("pagu_perubahan" in item.written for item in leaves)
    for item in budget.rows:
        yield from _amounts(item, budget)
        yield from _goal(item, performance)
    for item in leaves if budget.edition == "perubahan" else ():
        if item.written and "pagu_perubahan" not in item.written:
            message = "Pagu perubahan kosong, sehingga pagu yang berlaku untuk baris ini nol."
            yield _item(item, "pagu_perubahan", message, "Isi pagunya; bila tidak berubah, salin pagu murni.")
    if changed and budget.edition == "murni" and performance and leaves:
        message = (
            "Pagu perubahan terisi, tetapi perjanjian kinerja perubahan belum ditulis, jadi serapan memakai pagu murni."
        )
        repair = "Tulis perjanjian.perubahan di data/kinerja.yml, atau kosongkan pagu perubahan."
        first = next(item for item in leaves if "pagu_perubahan" in item.written)
        yield _item(first, "pagu_perubahan", message, repair, Severity.SEBAIKNYA)


def _amounts(item: Item, budget: Budget) -> Iterator[Observed]:
    for name in AMOUNTS:
        if item.written.get(name, 0) < 0:
            message = f"{name} bernilai negatif: {write_number(item.written[name])}."
            yield _item(item, name, message, "Tulis tanpa tanda minus atau kurung; pengembalian dicatat sebagai sisa.")
    ceiling, spent = item.money.pagu(budget.edition), item.money.realisasi
    filled = "realisasi" in item.written and (ceiling or f"pagu_{budget.edition}" in item.written)
    if spent > ceiling and not item.children and filled:
        message = f"Realisasi {write_number(spent)} melebihi pagu {budget.edition} {write_number(ceiling)}."
        yield _item(item, "realisasi", message, "Periksa kedua angka itu; belanja tidak dapat melampaui pagunya.")


def _goal(item: Item, performance: Performance | None) -> Iterator[Observed]:
    named = item.cells["sasaran"].text
    if performance and named and named not in performance.goals:
        known = ", ".join(performance.goals)
        yield _item(item, "sasaran", f"Sasaran {named} tidak ada di perjanjian kinerja.", f"Pakai salah satu: {known}.")
    elif not item.children and not item.goal:
        message = "Baris ini tidak menunjang sasaran mana pun."
        yield _item(item, "sasaran", message, "Tulis sasarannya di sini, atau pada program di atasnya.")


def _item(item: Item, name: str, message: str, repair: str, severity: Severity | None = None) -> Observed:
    return _seen(item.cells[name].place, f"{item.code} {item.name}", message, repair, severity)


def _seen(place: Place, subject: str, message: str, repair: str, severity: Severity | None = None) -> Observed:
    return Observed(place=place, subject=subject, message=message, repair=repair, severity=severity)


RULE = ReportRule(
    code="DAT116",
    name="Anggaran janggal",
    severity=Severity.WAJIB,
    basis="setiap rupiah menunjang satu sasaran dan tidak melampaui pagu",
    check=check,
)
