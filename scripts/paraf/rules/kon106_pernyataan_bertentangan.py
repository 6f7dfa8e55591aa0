"""Kata yang membandingkan (melampaui, di bawah, naik, turun, tercapai) sesuai dengan datanya.

## Mengapa
Target yang disebut terlampaui, padahal tabelnya menunjukkan sebaliknya, adalah kesalahan yang paling cepat terlihat.

## Buruk
```markdown
Realisasi {{ realisasi("IKU-2") }} aplikasi melampaui target {{ target("IKU-2") }} aplikasi.
```

## Baik
```markdown
Realisasi {{ realisasi("IKU-2") }} aplikasi belum mencapai target {{ target("IKU-2") }} aplikasi.
```

## Memperbaiki
Ubah kalimatnya sesuai dengan data. Bila datanya yang salah, perbaiki datanya.
Untuk naik dan turun pakai `{{ perubahan("IKU-1", 2024) }}`.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.rules.comparisons import Sides, comparisons, holds, sides_of, single_subject, speaks_of_partner
from paraf.rules.lines import Sentence
from paraf.rules.report_base import Observed, ReportFacts, ReportRule


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report the comparisons that the data deny."""
    performance = facts.report.performance
    for sentence in facts.sentences if performance else ():
        if sentence.kind == "judul" or not speaks_of_partner(sentence.bare):
            continue
        for said in comparisons(sentence, facts.report.year):
            measure = single_subject(sentence, performance) if performance else None
            sides = sides_of(sentence, measure, said, facts.report.year) if measure else None
            if sides and holds(said.relation, sides) is False:
                yield _observed(sentence, said.start, said.end, sides)


def _observed(sentence: Sentence, start: int, end: int, sides: Sides) -> Observed:
    phrase = " ".join(sentence.bare[start:end].split())
    return Observed(
        place=sentence.place(start),
        subject=f"“{phrase}”",
        message=f"Kalimat ini menyatakan {sides.name} {phrase}, padahal menurut data {sides.said}.",
        repair="Ubah kalimatnya sesuai dengan data, atau perbaiki datanya.",
    )


RULE = ReportRule(
    code="KON106",
    name="Pernyataan bertentangan dengan data",
    severity=Severity.WAJIB,
    basis="uraian sesuai dengan tabelnya",
    check=check,
)
