"""Daftar yang membuktikan suatu jumlah tidak berisi nama ganda, dan panjangnya sama dengan realisasinya.

## Mengapa
Realisasi “12 desa” dibuktikan dengan dua belas nama. Nama yang tertulis dua kali membuat jumlahnya tidak benar.

## Buruk
```yaml
# data/kinerja.yml
indikator: {daftar: data/daftar-tidak-ada.csv}
```

## Baik
```yaml
# data/kinerja.yml
indikator: {daftar: data/daftar-aplikasi.csv}
```

## Memperbaiki
Lengkapi daftarnya, atau perbaiki realisasinya. Kolom pertama daftar memuat namanya.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.laporan.numbers import write_number
from paraf.laporan.performance import Measure, Performance
from paraf.laporan.sheet import Row
from paraf.rules.report_base import Observed, ReportFacts, ReportRule
from paraf.rules.tables import folded


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report lists that are missing, name something twice, or are longer or shorter than what they prove."""
    performance = facts.report.performance
    unread = {fault.place.file for fault in facts.report.faults}
    for measure in performance.measures.values() if performance else ():
        name = measure.form.daftar
        if performance is None or name is None:
            continue
        if f"{facts.report.folder}/{name}" in unread:
            continue
        if name in facts.report.lists:
            yield from _list(performance, measure, name, facts.report.lists[name])
        else:
            known = name in facts.report.files
            yield Observed(
                place=performance.source.place(*measure.route, "daftar"),
                subject=measure.id,
                message=f"Daftar {name} {'bukan berkas daftar' if known else 'tidak ada'}.",
                repair="Simpan daftarnya sebagai data/daftar-<nama>.csv, lalu tulis nama itu di sini.",
            )


def _list(performance: Performance, measure: Measure, name: str, rows: list[Row]) -> Iterator[Observed]:
    seen: dict[str, int] = {}
    for row in rows:
        cell = next(iter(row.values()))
        if (key := folded(cell.text)) in seen:
            yield Observed(
                place=cell.place,
                subject=f"“{cell.text}”",
                message=f"Nama ini sudah ada di baris {seen[key]}.",
                repair="Hapus salah satunya, atau bedakan namanya bila memang dua hal.",
            )
        seen.setdefault(key, cell.place.line)
    counts = not measure.unit.percent and not measure.unit.plain and not measure.unit.letters
    if counts and measure.value is not None and measure.value != len(rows):
        yield Observed(
            place=performance.source.place(*measure.route, "daftar"),
            subject=measure.id,
            message=f"Realisasinya {write_number(measure.value)}, sedangkan {name} berisi {len(rows)} baris.",
            repair="Lengkapi daftarnya, atau perbaiki realisasinya.",
        )


RULE = ReportRule(
    code="DAT111",
    name="Daftar bukti tidak cocok",
    severity=Severity.WAJIB,
    basis="jumlah dibuktikan dengan daftar yang lengkap",
    check=check,
)
