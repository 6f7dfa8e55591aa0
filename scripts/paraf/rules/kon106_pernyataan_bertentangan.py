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

from paraf.door.regex import regex
from paraf.finding import Severity
from paraf.laporan.formulas import HUNDRED
from paraf.laporan.performance import Performance
from paraf.rules.comparisons import Sides, comparisons, holds, sides_of, single_subject, speaks_of_partner
from paraf.rules.lines import Sentence
from paraf.rules.report_base import Observed, ReportFacts, ReportRule

_ALL = regex(
    r"\W*(?P<all>kedua|ketiga|keempat|semua|seluruh) indikator(?: kinerja)?(?: pada sasaran ini)?"
    r"(?: (?:telah|sudah|berhasil|juga|mampu))* (?P<verb>mencapai|memenuhi|melampaui|melebihi) target"
    r"(?P<plan> (?:akhir )?renstra)?(?=\s*(?:[.,;]|$))"
)
_COUNTS = {"kedua": 2, "ketiga": 3, "keempat": 4}


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report the comparisons that the data deny."""
    performance = facts.report.performance
    for sentence in facts.sentences if performance else ():
        if sentence.kind == "judul" or not speaks_of_partner(sentence.bare):
            continue
        yield from _of_all(sentence, performance) if performance and "indikator" in sentence.low else ()
        for said in comparisons(sentence, facts.report.year):
            measure = single_subject(sentence, performance) if performance else None
            sides = sides_of(sentence, measure, said, facts.report.year) if measure else None
            if sides and holds(said.relation, sides) is False:
                yield _observed(sentence, said.start, said.end, sides)


def _of_all(sentence: Sentence, performance: Performance) -> Iterator[Observed]:
    """What a goal's chapter says of all its indicators, where one of them is plainly below."""
    found, goal = _ALL.match(sentence.low), performance.goals.get(sentence.chapter.goal or "")
    if not found or not goal or _COUNTS.get(found["all"], len(goal.measures)) != len(goal.measures):
        return
    for measure in goal.measures:
        against = measure.plan if found["plan"] else measure.target
        reached = None if measure.value is None else measure.capaian_of(measure.value, against)
        if measure.value is not None and reached is not None and reached < HUNDRED:
            noun = "target Renstra" if found["plan"] else "target"
            value, aim = measure.unit.write(measure.value), measure.unit.write_target(against)
            said = f"realisasinya {measure.unit.suffixed(value)} dan {noun} {measure.unit.suffixed(aim)}"
            start, end = found.start("verb"), found.end()
            yield _observed(
                sentence,
                start,
                end,
                Sides(name=measure.id, value=measure.value, against=against, upwards=True, reached=False, said=said),
            )


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
