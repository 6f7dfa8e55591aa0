"""Setiap sasaran mempunyai indikator, dan setiap indikator mempunyai realisasi atau alasan mengapa belum.

## Mengapa
Sasaran tanpa indikator tidak dapat diukur. Sel kosong sesudah tahun berakhir tidak menjelaskan apakah belum diukur atau terlupa.

## Buruk
```yaml
# data/kinerja.yml
indikator: {realisasi: {tw1: "71", tw2: "76", tw3: "81,5"}}
```

## Baik
```yaml
# data/kinerja.yml
indikator: {realisasi: {tw1: "71", tw2: "76", tw3: "81,5", tw4: "84,05"}}
```

## Memperbaiki
Isi realisasinya, atau isi `belum_terukur` dengan alasannya dan kapan hasilnya keluar.
"""

from collections.abc import Iterator

from paraf.door.decode import Route
from paraf.finding import Severity
from paraf.laporan.performance import Measure, Performance
from paraf.rules.report_base import Observed, ReportFacts, ReportRule


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report what the agreement leaves open."""
    performance, identity = facts.report.performance, facts.report.identity
    if performance is None:
        return
    over = identity is not None and identity.value.keadaan.year > facts.report.year
    for aim in performance.aims:
        if not aim.measures:
            message = "Sasaran ini belum mempunyai indikator."
            yield _seen(performance, (*aim.route, "id"), aim.id, message, "Tambahkan sedikitnya satu indikator.")
        for measure in aim.measures:
            yield from _measure(performance, measure, over)


def _measure(performance: Performance, measure: Measure, over: bool) -> Iterator[Observed]:
    form = measure.form
    reason = (form.belum_terukur or "").strip()
    if form.satuan.strip().casefold() == "predikat" and not form.huruf:
        message = "Satuannya predikat, tetapi nilai hurufnya belum ditulis."
        yield _seen(
            performance, (*measure.route, "satuan"), measure.id, message, 'Isi huruf, misalnya {AA: "100", A: "90"}.'
        )
    if over and measure.quarters[-1] is None and not reason:
        known = measure.value is not None
        message = (
            "Tahun sudah berakhir, tetapi TW4 belum terisi."
            if known
            else "Tahun sudah berakhir, tetapi realisasinya kosong."
        )
        repair = "Isi TW4, atau isi belum_terukur dengan alasannya."
        yield _seen(performance, (*measure.route, "realisasi"), measure.id, message, repair)
    if reason and measure.quarters[-1] is not None:
        message = "Disebut belum terukur, padahal TW4 terisi."
        repair = "Hapus belum_terukur, atau kosongkan realisasinya."
        yield _seen(performance, (*measure.route, "belum_terukur"), measure.id, message, repair)


def _seen(performance: Performance, route: Route, subject: str, message: str, repair: str) -> Observed:
    return Observed(place=performance.source.place(*route), subject=subject, message=message, repair=repair)


RULE = ReportRule(
    code="DAT118",
    name="Data belum lengkap",
    severity=Severity.WAJIB,
    basis="setiap sasaran diukur, setiap indikator bernilai atau beralasan",
    check=check,
)
