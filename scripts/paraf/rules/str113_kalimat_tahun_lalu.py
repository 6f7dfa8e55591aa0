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
"""

from collections.abc import Iterator

from paraf.door.text import echo
from paraf.finding import Severity
from paraf.laporan.markdown import CARRIED
from paraf.rules.report_base import Observed, ReportFacts, ReportRule

_MARK = CARRIED.strip()


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report every line that still carries the mark."""
    for chapter in facts.report.chapters:
        if _MARK not in chapter.text:
            continue
        notes = (block for block in chapter.blocks if block.kind == "catatan")
        for number, line in ((number, line) for block in notes for number, line in enumerate(block.lines, block.line)):
            text = line.lstrip()
            if text.startswith(_MARK):
                yield Observed(
                    place=chapter.place(number),
                    subject=f"“{echo(text[len(_MARK) :].strip())}”",
                    message="Kalimat ini dibawa dari tahun lalu dan belum ditegaskan.",
                    repair=f"Bila masih benar, hapus “{_MARK}” di depannya; bila tidak, tulis kalimat baru.",
                )


RULE = ReportRule(
    code="STR113",
    name="Kalimat tahun lalu belum ditegaskan",
    severity=Severity.WAJIB,
    basis="yang dibawa dari tahun lalu bukan isi tahun ini",
    check=check,
)
