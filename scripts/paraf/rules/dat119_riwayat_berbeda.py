"""Angka tahun lalu sama dengan laporan tahun lalu, dan target Renstra tidak berubah diam-diam.

## Mengapa
Evaluator menaruh dua laporan berdampingan. Angka tahun lalu yang berbeda menggugurkan kepercayaan pada keduanya.

## Buruk
```yaml
# data/kinerja.yml
indikator: {riwayat: [{tahun: 2024, target: "78", realisasi: "81,9"}]}
```

## Baik
```yaml
# data/kinerja.yml
indikator: {riwayat: [{tahun: 2024, target: "78", realisasi: "79,1"}]}
```

## Memperbaiki
Salin angkanya dari laporan tahun lalu. Bila memang dikoreksi, tulis alasannya di `data/pengecualian.yml`.
"""

from collections.abc import Iterator
from difflib import SequenceMatcher

from paraf.finding import Place, Severity
from paraf.laporan.performance import Earlier, Measure, Performance
from paraf.rules.report_base import Observed, ReportFacts, ReportRule
from paraf.rules.tables import folded

_SAME = 0.6


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report plans that have ended, and earlier years and plans that last year's own report has otherwise."""
    performance = facts.report.performance
    yield from _ended(performance) if performance else ()
    before = facts.previous.performance if facts.previous else None
    if performance is None or before is None:
        return
    for measure in performance.measures.values():
        last = before.measures.get(measure.id)
        if last and _same(measure, last):
            yield from _earlier(performance, measure, last, before.year)
            yield from _plan(performance, measure, last)


def _ended(performance: Performance) -> Iterator[Observed]:
    """Plans that had ended before the report year began: nothing of that year can lead to them."""
    for measure in performance.measures.values():
        end = measure.form.renstra.tahun
        if end < performance.year:
            yield Observed(
                place=performance.source.place(*measure.route, "renstra", "tahun"),
                subject=measure.id,
                message=f"Target akhir Renstra ini untuk tahun {end}, sedangkan laporan ini untuk tahun {performance.year}.",
                repair="Tulis target, tahun akhir, dan dokumen Renstra yang berlaku pada tahun laporan.",
            )


def _same(measure: Measure, last: Measure) -> bool:
    """An id that now stands for another indicator is compared with nothing."""
    names = folded(measure.form.nama), folded(last.form.nama)
    return measure.form.satuan == last.form.satuan and SequenceMatcher(None, *names).ratio() >= _SAME


def _earlier(performance: Performance, measure: Measure, last: Measure, year: int) -> Iterator[Observed]:
    for index, past in enumerate(measure.form.riwayat):
        here = measure.earlier[past.tahun]
        there = Earlier(last.value, last.target) if past.tahun == year and last.value is not None else None
        there = there or last.earlier.get(past.tahun)
        route = (*measure.route, "riwayat", index)
        if there and measure.unit.write(there.value) != measure.unit.write(here.value):
            place = performance.source.place(*route, "realisasi")
            yield _seen(place, measure, f"Realisasi {past.tahun}", past.realisasi, last.unit.write(there.value))
        if (
            there
            and here.target
            and there.target
            and measure.unit.write_target(there.target) != measure.unit.write_target(here.target)
        ):
            place = performance.source.place(*route, "target")
            yield _seen(place, measure, f"Target {past.tahun}", past.target or "", last.unit.write_target(there.target))


def _plan(performance: Performance, measure: Measure, last: Measure) -> Iterator[Observed]:
    here, there = measure.form.renstra, last.form.renstra
    if (here.tahun, folded(here.dokumen)) == (there.tahun, folded(there.dokumen)) and measure.plan != last.plan:
        place = performance.source.place(*measure.route, "renstra", "target")
        yield _seen(place, measure, f"Target {here.dokumen}", here.target, there.target)


def _seen(place: Place, measure: Measure, noun: str, written: str, before: str) -> Observed:
    return Observed(
        place=place,
        subject=measure.id,
        message=f"{noun} tertulis {written}, sedangkan di laporan tahun lalu {before}.",
        repair="Samakan dengan laporan tahun lalu.",
    )


RULE = ReportRule(
    code="DAT119",
    name="Riwayat berbeda",
    severity=Severity.WAJIB,
    basis="angka tahun lalu adalah angka yang sudah terbit",
    check=check,
)
