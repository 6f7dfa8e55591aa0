"""Lampiran yang diwajibkan ada di daftar, berkasnya ada, dan tahunnya benar.

## Mengapa
Perjanjian kinerja yang tidak dilampirkan, atau dari tahun lain, membuat laporan tidak dapat dicocokkan.

## Buruk
```yaml
# lampiran/daftar.yml
lampiran:
  - {id: perjanjian-kinerja, judul: Perjanjian Kinerja Tahun 2024, tahun: 2024, arsip: "Map PK, lemari 2"}
```

## Baik
```yaml
# lampiran/daftar.yml
lampiran:
  - {id: perjanjian-kinerja, judul: Perjanjian Kinerja Tahun 2025, tahun: 2025, arsip: "Map PK, lemari 2"}
```

## Memperbaiki
Lengkapi `lampiran/daftar.yml`: `berkas` untuk yang ada di folder `lampiran/`, `arsip` untuk yang hanya ada di kertas.
"""

import re
from collections.abc import Iterator

from paraf.door.regex import regex
from paraf.finding import Severity
from paraf.laporan.forms.report import Annex
from paraf.laporan.report import ANNEXES
from paraf.rules.report_base import Observed, ReportFacts, ReportRule

_YEAR = regex(r"\btahun (20\d\d)\b(?!\s*[-–])", re.IGNORECASE)


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report what is absent from the list, then what is wrong in it; a list that cannot be read is told elsewhere."""
    report, source = facts.report, facts.report.annexes
    if source is None and ANNEXES in report.files:
        return
    listed = source.value.lampiran if source else ()
    plans = facts.outline.lampiran if facts.outline else ()
    for plan in plans:
        if plan.wajib == "ya" and not any(annex.id == plan.id for annex in listed):
            yield Observed(
                place=report.place(ANNEXES),
                subject=f"Lampiran “{plan.judul}”",
                message="Lampiran ini wajib ada, tetapi tidak ada di daftar lampiran.",
                repair=f"Tambahkan baris ber-id {plan.id}. {plan.panduan}",
            )
    yearly = {plan.id for plan in plans if plan.tahun_laporan == "ya"}
    seen: set[str] = set()
    for index, annex in enumerate(listed):
        assert source
        for key, message, repair in _wrong(annex, facts, annex.id in yearly, annex.id in seen):
            place = source.place("lampiran", index, key)
            yield Observed(place=place, subject=f"Lampiran “{annex.judul}”", message=message, repair=repair)
        seen.add(annex.id)


def _wrong(annex: Annex, facts: ReportFacts, yearly: bool, again: bool) -> Iterator[tuple[str, str, str]]:
    """What is wrong with one annex: the key, the message, the repair."""
    year, titled = facts.report.year, _YEAR.findall(annex.judul)
    if again:
        yield "id", f"Lampiran ber-id {annex.id} sudah ada di daftar.", "Hapus salah satu, atau beri id lain."
    if yearly and annex.tahun != year:
        yield "tahun", f"Tahunnya {annex.tahun}, padahal laporan ini tahun {year}.", f"Lampirkan yang tahun {year}."
    elif titled and str(annex.tahun) not in titled:
        yield "tahun", f"Judulnya menyebut tahun {titled[0]}, padahal tahunnya {annex.tahun}.", "Samakan keduanya."
    if annex.berkas is None and annex.arsip is None:
        message = "Lampiran ini tanpa berkas dan tanpa tempat arsip."
        yield "id", message, "Isi berkas (di folder lampiran/) atau arsip (tempat kertasnya)."
    if annex.berkas is not None and f"lampiran/{annex.berkas}" not in facts.report.files:
        message = f"Berkas lampiran/{annex.berkas} tidak ada."
        yield "berkas", message, "Unggah berkasnya, atau tulis tempat arsipnya."


RULE = ReportRule(
    code="LKP107",
    name="Lampiran wajib belum lengkap",
    severity=Severity.WAJIB,
    basis="sistematika laporan; lampiran harus dari tahun laporan",
    check=check,
)
