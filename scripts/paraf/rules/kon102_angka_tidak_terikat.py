"""Angka di kalimat terikat pada data, atau menyebut sumbernya.

## Mengapa
Angka yang diketik sendiri tertinggal ketika datanya berubah, dan angka tanpa sumber tidak dapat diperiksa siapa pun.

## Buruk
```markdown
Realisasi IKU-1 sebesar 84,05%, dan 45 petugas sudah dilatih.
```

## Baik
```markdown
Realisasi IKU-1 sebesar {{ realisasi("IKU-1") }}, dan {{ angka("45", "Daftar hadir pelatihan") }} petugas sudah dilatih.
```

## Memperbaiki
Salin panggilan yang disebut pada catatan. Untuk angka yang tidak ada di data, tulis angkanya bersama sumbernya.
"""

from collections.abc import Iterator

from paraf.finding import Fix, Severity
from paraf.rules.cells import loose_cells
from paraf.rules.report_base import Observed, ReportFacts, ReportRule


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report the figures that equal a figure of the data, and those that stand nowhere."""
    for judged in facts.judged:
        number, value = judged.number, judged.value
        place = judged.sentence.place(number.start)
        if judged.verdict == "ada di data" and value:
            certain = judged.claim is not None and judged.claim.sure and value.owner == (judged.claim.owner or "")
            yield Observed(
                place=place,
                subject=f"“{number.text}”",
                message=f"Angka ini ada di data ({value.label}), tetapi diketik sendiri.",
                repair=f"Ganti “{number.text}” dengan {value.paste}.",
                fix=Fix(place, number.text, value.paste) if certain and value.text == number.text else None,
            )
        elif judged.verdict == "tanpa sumber":
            yield Observed(
                place=place,
                subject=f"“{number.text}”",
                message="Angka ini tidak ada di data dan tidak menyebut sumbernya.",
                repair=f'Tulis {{{{ angka("{number.text}", "sumber") }}}}, dengan nama dokumen sumbernya.',
            )
    for cell in loose_cells(facts.report, lambda: facts.values):
        yield Observed(
            place=cell.place,
            subject=f"“{cell.text}”",
            message=f"Angka di tabel ini ada di data ({cell.value.label}), tetapi diketik sendiri.",
            repair=f"Ganti “{cell.text}” dengan {cell.value.paste}.",
        )


RULE = ReportRule(
    code="KON102",
    name="Angka tidak terikat",
    severity=Severity.CATATAN,
    basis="angka ditulis sekali, di data",
    check=check,
)
