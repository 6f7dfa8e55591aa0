"""Setiap bab dan bagian berisi: tidak kosong, dan tidak kurang dari yang diminta sistematika.

## Mengapa
Judul tanpa isi, atau dengan satu kalimat saja, dinilai sama dengan tidak ada.

## Buruk
```markdown
---
id: penutup
judul: Penutup
---
## Simpulan

## Langkah perbaikan

Jadwal pemeliharaan disusun sejak triwulan pertama.
```

## Baik
```markdown
---
id: penutup
judul: Penutup
---
## Simpulan

Semua sasaran tercapai pada tahun ini.

## Langkah perbaikan

Jadwal pemeliharaan disusun sejak triwulan pertama.
```

## Memperbaiki
Tulis isinya menurut panduan pada pesannya. Batasnya ada di `sop/sistematika.yml`; tabel dan keterangannya bukan kalimat.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.laporan.anatomy import Region, Slot
from paraf.rules.outline import absent_calls, beginning
from paraf.rules.report_base import Observed, ReportFacts, ReportRule
from paraf.sop.forms.outline import ChapterPlan, Part


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report empty chapters and headings, then what is below its minimum; guidance left behind is told elsewhere."""
    for chapter in facts.report.chapters:
        empty = [section.heading for section in chapter.sections if not section.blocks]
        named = [(chapter.place(heading.line), f"“{heading.text}”", "Bagian") for heading in empty]
        for place, subject, noun in named if chapter.blocks else [(chapter.top, chapter.front.value.judul, "Bab")]:
            yield Observed(
                place=place,
                subject=subject,
                message=f"{noun} ini kosong.",
                repair="Tulis isinya, atau hapus judulnya bila memang tidak perlu.",
            )
    for slot in facts.slots:
        if slot.chapter and slot.chapter.blocks:
            yield from _below(slot, slot.plan, slot.whole)
            for part in slot.plan.isi:
                region = slot.parts.get(part.id)
                if region and region.blocks:
                    yield from _below(slot, part, region)


def _below(slot: Slot, plan: ChapterPlan | Part, region: Region) -> Iterator[Observed]:
    if region.guided:
        return
    least, noun = plan.minimum, "Bagian" if isinstance(plan, Part) else "Bab"
    subject = f"“{plan.judul}”" if isinstance(plan, Part) else slot.label
    place = beginning(slot, region)
    if not region.says(least.kata):
        said = f"baru berisi {region.words} kata" if region.words else "belum berisi kalimat"
        message = f"{noun} ini {said}, padahal paling sedikit {least.kata} kata."
        repair = f"Lengkapi isinya. {plan.panduan}"
        yield Observed(place=place, subject=subject, message=message, repair=repair, severity=Severity.SEBAIKNYA)
    # A call that must be here and is not is named by its own check.
    if len(region.tables) < least.tabel and not any(absent_calls(plan.memuat, region.calls, slot.aim)):
        message = f"{noun} ini memuat {len(region.tables)} tabel, padahal paling sedikit {least.tabel}."
        yield Observed(place=place, subject=subject, message=message, repair=f"Tambahkan tabelnya. {plan.panduan}")


RULE = ReportRule(
    code="STR106",
    name="Isi kosong atau terlalu sedikit",
    severity=Severity.WAJIB,
    basis="sistematika laporan",
    check=check,
)
