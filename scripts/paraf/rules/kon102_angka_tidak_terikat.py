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
from paraf.laporan.numbers import Unclear, read_number
from paraf.rules.cells import loose_cells
from paraf.rules.judging import Judged
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
                repair=_sourced(judged),
            )
    for cell in loose_cells(facts.report, lambda: facts.values):
        yield Observed(
            place=cell.place,
            subject=f"“{cell.text}”",
            message=f"Angka di tabel ini ada di data ({cell.value.label}), tetapi diketik sendiri.",
            repair=f"Ganti “{cell.text}” dengan {cell.value.paste}.",
        )


def _sourced(judged: Judged) -> str:
    """What is said to be a figure of the data is called, never vouched for by another source."""
    if judged.pool:
        return f"Periksa angkanya, lalu pakai panggilan, misalnya {judged.pool[0].paste}."
    text = judged.number.text
    plain = text.replace(".", "") if isinstance(read_number(text), Unclear) and "," not in text else text
    return f'Tulis {{{{ angka("{plain}", "sumber") }}}}, dan ganti “sumber” dengan nama dokumennya.'


RULE = ReportRule(
    code="KON102",
    name="Angka tidak terikat",
    severity=Severity.SEBAIKNYA,
    basis="angka ditulis sekali, di data",
    check=check,
)
