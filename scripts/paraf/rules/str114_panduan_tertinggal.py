"""Kalimat panduan dari kerangka sudah diganti dengan isi.

## Mengapa
Kerangka tahun baru memuat panduan di setiap bagian. Panduan yang tertinggal berarti bagian itu belum ditulis.

## Buruk
```markdown
> [panduan] Tulis simpulan di sini.
```

## Baik
```markdown
Seluruh sasaran tercapai.
```

## Memperbaiki
Tulis isinya, lalu hapus baris yang diawali `> [panduan]`.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.laporan.markdown import GUIDE
from paraf.rules.report_base import Observed, ReportFacts, ReportRule

_MARK = GUIDE.strip()


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report every line that only says what to write."""
    for chapter in facts.report.chapters:
        if _MARK not in chapter.text:
            continue
        for number, text in enumerate(chapter.lines, start=chapter.first):
            if text.lstrip().startswith(_MARK):
                yield Observed(
                    place=chapter.place(number),
                    subject=chapter.front.value.judul,
                    message="Panduan dari kerangka masih tertinggal di sini.",
                    repair="Tulis isinya, lalu hapus baris panduan ini.",
                )


RULE = ReportRule(
    code="STR114",
    name="Panduan tertinggal",
    severity=Severity.WAJIB,
    basis="sistematika laporan",
    check=check,
)
