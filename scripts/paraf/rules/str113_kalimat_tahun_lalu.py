"""Kalimat yang dibawa dari laporan tahun lalu sudah ditegaskan atau ditulis ulang.

## Mengapa
Kalimat tahun lalu memuat keadaan dan angka tahun lalu. Selama belum ditegaskan, ia belum isi laporan tahun ini.

## Buruk
```markdown
> [tahun lalu] Semua aplikasi sudah dipindahkan ke pusat data.
```

## Baik
```markdown
Semua aplikasi sudah dipindahkan ke pusat data.
```

## Memperbaiki
Bila masih benar, hapus tanda `> [tahun lalu]` di depannya. Bila tidak, tulis kalimat baru.
Tabel, gambar, dan kode dibawa apa adanya dengan satu baris catatan di atasnya: perbarui isinya, lalu hapus baris itu.
"""

from collections.abc import Iterator

from paraf.door.text import echo
from paraf.finding import Severity
from paraf.laporan.markdown import AS_IT_WAS, CARRIED
from paraf.rules.report_base import Observed, ReportFacts, ReportRule

_MARK = CARRIED.strip()
_SENTENCE = (
    "Kalimat ini dibawa dari tahun lalu dan belum ditegaskan.",
    f"Bila masih benar, hapus “{_MARK}” di depannya; bila tidak, tulis kalimat baru.",
)
_BELOW = (
    "Yang berdiri di bawah baris ini dibawa dari tahun lalu dan belum diperbarui.",
    "Perbarui isinya untuk tahun ini, atau hapus bila tidak dipakai lagi, lalu hapus baris catatan ini.",
)


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report every line that still carries the mark."""
    for chapter in facts.report.chapters:
        if _MARK not in chapter.text:
            continue
        notes = (block for block in chapter.blocks if block.kind == "catatan")
        for number, line in ((number, line) for block in notes for number, line in enumerate(block.lines, block.line)):
            text = line.lstrip()
            if text.startswith(_MARK):
                words = text[len(_MARK) :].strip()
                message, repair = _BELOW if words.endswith(AS_IT_WAS.strip()) else _SENTENCE
                yield Observed(place=chapter.place(number), subject=f"“{echo(words)}”", message=message, repair=repair)


RULE = ReportRule(
    code="STR113",
    name="Kalimat tahun lalu belum ditegaskan",
    severity=Severity.WAJIB,
    basis="yang dibawa dari tahun lalu bukan isi tahun ini",
    check=check,
)
