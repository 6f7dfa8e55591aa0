"""Panggilan yang berbunyi “belum terukur” tidak berdiri di tempat sebuah angka.

## Mengapa
Kalimat yang disiapkan untuk angka menjadi janggal: “sebesar belum terukur, melampaui target”.

## Buruk
```yaml
# data/kinerja.yml
indikator: {realisasi: {}, belum_terukur: Survei belum selesai.}
```
```markdown
Realisasi IKU-1 sebesar {{ realisasi("IKU-1") }}.
```

## Baik
```yaml
# data/kinerja.yml
indikator: {realisasi: {}, belum_terukur: Survei belum selesai.}
```
```markdown
---
id: capaian
judul: Layanan informasi
sasaran: SS-1
---
Realisasi IKU-1 belum terukur karena surveinya belum selesai.
```

## Memperbaiki
Tulis ulang kalimatnya tanpa panggilan itu: sebutkan bahwa indikatornya belum terukur, beserta alasannya.
"""

from collections.abc import Iterator

from paraf.door.regex import regex
from paraf.finding import Severity
from paraf.laporan.calls.base import Figure
from paraf.laporan.calls.cells import SILENT, UNKNOWN
from paraf.rules.report_base import Observed, ReportFacts, ReportRule

_WANTS = regex(r"\b(?:sebesar|sebanyak|sejumlah|senilai|mencapai|menjadi|dari|atau|hanya)\s*$")
_FITS = regex(r"\W*(?:$|[.;:)]|,? ?(?:karena|sebab|sehingga|pada|sampai|hingga)\b)")


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report the calls for a figure that has none, where the sentence goes on as if it had; *nilainya belum terukur* is fine."""
    silent = {
        (expanded.chapter.file, piece.line, piece.column): piece.made.text
        for expanded in facts.expansion.chapters
        for piece in expanded.pieces
        if isinstance(piece.made, Figure) and piece.made.amount is None and piece.made.text in SILENT
    }
    for sentence in facts.sentences if silent else ():
        for called in sentence.calls if sentence.kind != "judul" else ():
            place = sentence.place(called.start)
            if called.call.kind != "angka" or (place.file, place.line, place.column) not in silent:
                continue
            if _WANTS.search(sentence.low[: called.start]) or not _FITS.match(sentence.low[called.end :]):
                written = sentence.text[called.start : called.end]
                said = silent[place.file, place.line, place.column]
                state = "indikatornya belum terukur, beserta alasannya" if said == UNKNOWN else f"capaiannya {said}"
                yield Observed(
                    place=place,
                    subject=written,
                    message=f"{written} berbunyi “{said}”, padahal kalimat ini menunggu sebuah angka.",
                    repair=f"Tulis ulang tanpa panggilan itu: sebutkan bahwa {state}.",
                )


RULE = ReportRule(
    code="KON109",
    name="Panggilan tanpa angka",
    severity=Severity.SEBAIKNYA,
    basis="yang belum terukur disebut belum terukur, beserta alasannya",
    check=check,
)
