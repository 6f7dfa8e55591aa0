"""Inventaris Laporan Kinerja Individu lengkap: semua sudah diterima, atau disebut mengapa tidak.

## Mengapa
Inventaris dipakai sebagai bukti bahwa setiap laporan individu sudah ada, dan di mana kertasnya dapat dicari.

## Buruk
```yaml
# individu.yml
jumlah_wajib: 3
```

## Baik
```yaml
# individu.yml
jumlah_wajib: 2
```

## Memperbaiki
Tulis satu baris untuk setiap laporan yang wajib. Yang sudah diterima memuat `diterima` dan `arsip`, yang tidak akan ada memuat
`belum` dengan alasannya. Sebut jabatan atau inisial, bukan data pribadi.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.laporan.forms.small import IndividualReport
from paraf.rules.report_base import Observed, ReportFacts, ReportRule
from paraf.sop.dates import write_date


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report what keeps the inventory from being complete; one that cannot be read is told elsewhere."""
    source = facts.report.individual
    if source is None:
        return
    rows, due = source.value.laporan, source.value.jumlah_wajib
    if len(rows) != due:
        yield Observed(
            place=source.place("jumlah_wajib"),
            subject="Inventaris laporan individu",
            message=f"Yang wajib {due} laporan, yang ditulis {len(rows)} baris.",
            repair="Tulis satu baris untuk setiap laporan yang wajib, atau betulkan jumlahnya.",
        )
    seen: set[int] = set()
    for index, row in enumerate(rows):
        wrong = list(_wrong(row, facts))
        wrong += [("nomor", "Nomornya dipakai dua kali.", "Beri nomor lain.")] if row.nomor in seen else []
        seen.add(row.nomor)
        for key, message, repair in wrong:
            place = source.place("laporan", index, key)
            yield Observed(place=place, subject=f"Laporan nomor {row.nomor}", message=message, repair=repair)


def _wrong(row: IndividualReport, facts: ReportFacts) -> Iterator[tuple[str, str, str]]:
    if row.diterima is None:
        if not row.belum:
            yield "nomor", "Belum diterima, dan alasannya belum disebut.", "Isi diterima dan arsip, atau isi belum."
        return
    if row.belum:
        yield "belum", "Sudah diterima, tetapi masih disebut belum.", "Hapus salah satunya."
    if len((row.arsip or "").split()) < 2:
        yield "arsip", "Tempat arsipnya belum disebut.", "Sebut lemari, map, atau nomor agendanya."
    if row.diterima > facts.today:
        message = f"Tanggal {write_date(row.diterima)} belum tiba."
        yield "diterima", message, "Periksa tanggal, bulan, dan tahunnya."
    elif row.diterima.year < facts.report.year:
        message = f"Tanggal {write_date(row.diterima)} mendahului tahun laporannya."
        yield "diterima", message, "Periksa tahunnya."


RULE = ReportRule(
    code="ALU105",
    name="Inventaris belum lengkap",
    severity=Severity.WAJIB,
    basis="inventarisasi Laporan Kinerja Individu",
    check=check,
)
