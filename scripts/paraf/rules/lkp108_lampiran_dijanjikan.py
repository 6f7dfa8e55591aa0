"""Lampiran yang disebut di teks ada di daftar lampiran.

## Mengapa
Pembaca yang mencari lampiran dan tidak menemukannya meragukan isi yang lain juga.

## Buruk
```markdown
Rincian perjanjian ada pada Lampiran 3.
```

## Baik
```markdown
Rincian perjanjian ada pada Lampiran 1.
```

## Memperbaiki
Tambahkan lampirannya ke `lampiran/daftar.yml`, atau betulkan nomor dan namanya di kalimat.
"""

import re
from collections.abc import Iterator

from paraf.door.regex import regex
from paraf.door.text import echo
from paraf.finding import Severity
from paraf.laporan.report import ANNEXES
from paraf.rules.report_base import Observed, ReportFacts, ReportRule

_NUMBER = regex(r"(?<![\w.])lampiran\s{1,3}(?:nomor\s|no\.\s?)?(\d{1,2})(?![\w./]*\d)", re.IGNORECASE)
_LAW = regex(
    r"\b(?:permen\S*|perpres|perda|perbup|peraturan|keputusan|undang-undang|surat edaran|renstra)\b", re.IGNORECASE
)
_ATTACHED = regex(r"(?<!\w)(?:terlampir|dilampirkan)(?!\w)", re.IGNORECASE)
_CLAUSE = 200
"""Letters before the word among which the paper is named."""
_WORD = regex(r"[a-z]{4,}")
# Words that do not say which paper is meant.
_PLAIN = frozenset(
    re.split(
        r"\s+",
        """data rincian rinci selengkapnya lengkap lebih secara dokumen tabel daftar yang sebagaimana laporan tahun pada
        dalam juga telah adalah kinerja dinas ini dengan untuk dari oleh para serta maupun atau sebagai berikut dapat dilihat
        seluruh setiap semua bukti salinan fotokopi naskah lampiran bagian akhir disajikan masing ikut turut tidak""",
    )
)


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report numbers beyond the list, and papers said to be attached of which no title has a word."""
    source = facts.report.annexes
    if source is None and ANNEXES in facts.report.files:
        return
    titles = [annex.judul for annex in source.value.lampiran] if source else []
    known = {word for title in titles for word in _WORD.findall(title.casefold())} - _PLAIN
    for chapter in facts.report.chapters:
        if "ampir" not in chapter.text and "AMPIR" not in chapter.text:
            continue
        for line in chapter.prose:
            for found, name, reason in _promises(line.bare, len(titles), known):
                yield Observed(
                    place=chapter.place(line.number, found.start() + 1),
                    subject=f"“{name}”",
                    message=reason,
                    repair=f"Tambahkan ke {ANNEXES}, atau betulkan kalimatnya.",
                )


def _promises(text: str, count: int, known: set[str]) -> Iterator[tuple[re.Match[str], str, str]]:
    if "ampir" not in text and "AMPIR" not in text:
        return
    # The annexes of a regulation are not ours.
    for found in () if _LAW.search(text) else _NUMBER.finditer(text):
        if int(found[1]) > count:
            said = f"Daftar lampiran hanya memuat {count} lampiran." if count else "Daftar lampiran masih kosong."
            yield found, found[0], said
    for found in _ATTACHED.finditer(text):
        clause = re.split(r"[.;:()]", text[max(0, found.start() - _CLAUSE) : found.start()])[-1]
        meant = [word for word in _WORD.findall(clause.casefold()) if word not in _PLAIN]
        if not count or (meant and not known.intersection(meant)):
            yield found, echo(clause.strip()) or found[0], "Yang disebut terlampir ini tidak ada di daftar lampiran."


RULE = ReportRule(
    code="LKP108",
    name="Lampiran yang dijanjikan tidak ada",
    severity=Severity.WAJIB,
    basis="yang disebut terlampir harus ada",
    check=check,
)
