"""Indikator yang belum terukur disebut belum terukur, tidak dihitung sebagai keberhasilan.

## Mengapa
Laporan yang menyebut “berhasil” sementara angkanya belum ada kehilangan kepercayaan pada angka lainnya.

## Buruk
```markdown
| Indikator | Target | Realisasi | Capaian |
|---|---|---|---|
| Persentase layanan yang memenuhi standar | 82 | n/a | 100,00 |
```

## Baik
```markdown
| Indikator | Target | Realisasi | Capaian |
|---|---|---|---|
| Persentase layanan yang memenuhi standar | 82 | belum terukur | – |
```

## Memperbaiki
Kosongkan capaiannya, keluarkan dari rata-rata, dan sebutkan alasannya pada `belum_terukur` di `data/kinerja.yml`.
"""

import re
from collections.abc import Iterator

from paraf.door.regex import regex
from paraf.finding import Severity
from paraf.laporan.numbers import write_number
from paraf.laporan.performance import Measure
from paraf.rules.reckoning import Verdict
from paraf.rules.report_base import Observed, ReportFacts, ReportRule
from paraf.rules.sentences import Sentence, sentences

_SUCCESS = regex(
    r"\b(?:tercapai|berhasil|melampaui|melebihi|memenuhi target|mencapai target|terpenuhi|sukses)\b", re.IGNORECASE
)
_DENIED = regex(
    r"\b(?:belum|tidak|bukan|tanpa|kecuali|selain|di luar|akan|agar|supaya|bila|jika|apabila|terukur)\b", re.IGNORECASE
)
_ALL = regex(r"\b(?:semua|seluruh|setiap|keseluruhan)\s+(?:\S+\s+){0,2}?indikator\b", re.IGNORECASE)


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report capaian of what is not measured, means that count it, and sentences that praise it."""
    for doubt in facts.doubts:
        if doubt.verdict is Verdict.UNMEASURED:
            mean = f" Rata-rata yang terukur {write_number(doubt.expected, 2)}." if doubt.expected is not None else ""
            yield Observed(
                place=doubt.cell.place,
                subject=doubt.subject,
                message=f"Angka {doubt.cell.text} memperhitungkan indikator yang belum terukur.{mean}",
                repair="Tulis “belum terukur”, dan keluarkan indikatornya dari rata-rata.",
            )
    performance = facts.report.performance
    unknown = [one for one in performance.measures.values() if one.value is None] if performance else []
    if not unknown or not performance or len(unknown) == len(performance.measures):
        return
    for chapter in facts.report.chapters:
        for sentence in sentences(chapter, chapter.blocks):
            praised = _SUCCESS.search(sentence.bare)
            named = _named(sentence, unknown) if praised and not _DENIED.search(sentence.bare) else None
            if named:
                yield Observed(
                    place=sentence.place,
                    subject=named,
                    message="Kalimat ini menyebut keberhasilan indikator yang belum terukur.",
                    repair="Tulis bahwa indikator ini belum terukur, beserta alasannya.",
                )


def _named(sentence: Sentence, unknown: list[Measure]) -> str | None:
    if _ALL.search(sentence.bare):
        return ", ".join(measure.id for measure in unknown)
    low = sentence.text.casefold()
    for measure in unknown:
        if re.search(rf"\b{re.escape(measure.id)}\b", sentence.text) or measure.form.nama.casefold() in low:
            return measure.id
    return None


RULE = ReportRule(
    code="DAT108",
    name="Belum terukur dihitung berhasil",
    severity=Severity.WAJIB,
    basis="yang belum terukur tidak masuk rata-rata dan disebut belum terukur",
    check=check,
)
